//! Interpretation of date and money in words: echoes next to the fields, and questions about them.
//!
//! The fields only display it; the answer part computes it.

use super::setup::Setup;
use crate::calendar;
use crate::draft::{BudgetKind, Draft, Due, Interpretation};
use crate::engine::{
    Appraisal, Brief, Budget, CountedFrom, PriceDisplay, Terms, rounding, usual_ballparks,
};
use crate::i18n::{Speech, amount, speak};

/// Most amounts to pick from.
const MOST_PICKS: usize = 4;

/// Interpretation of date and money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Echoes {
    /// The date.
    pub date: Echo,
    /// Day, in the format of a browser's date field.
    pub day: Option<String>,
    /// The money.
    pub money: Echo,
    /// Kind of deal named in the words.
    pub deal: Option<BudgetKind>,
    /// Amount without the words that name a kind of deal.
    pub bare: Option<String>,
}

/// Interpretation of one answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Echo {
    /// Full interpretation.
    pub full: Option<String>,
    /// Short form for a sentence.
    pub short: Option<String>,
    /// Question about it, if any.
    pub question: Option<Query>,
}

/// Question about typed text.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// The question.
    pub text: String,
    /// Labels of the buttons, with the text that each types.
    pub answers: Vec<(String, String)>,
}

/// Returns the interpretation of a draft, with the answer so far.
pub fn echoes(
    setup: &Setup,
    draft: &Draft,
    said: &Interpretation,
    brief: &Brief,
    appraisal: &Appraisal,
) -> Echoes {
    Echoes {
        date: date(setup, said, brief, appraisal),
        day: day(said),
        money: money(setup, said, brief),
        deal: deal(draft, brief),
        bare: said
            .sum
            .filter(|sum| !matches!(sum.kind, None | Some(BudgetKind::Unknown)))
            .map(|sum| range(&setup.speech, sum.low, sum.high)),
    }
}

/// Returns the day, in the format of a browser's date field.
pub fn day(said: &Interpretation) -> Option<String> {
    match said.when {
        Some(Due::Day(day)) => Some(calendar::to_iso(day)),
        _ => None,
    }
}

fn date(
    Setup { speech, today, .. }: &Setup,
    said: &Interpretation,
    brief: &Brief,
    appraisal: &Appraisal,
) -> Echo {
    if let Some(days) = said.either {
        let answers = days.map(|day| (speech.date(day, false), calendar::to_iso(day)));
        return Echo {
            question: Some(Query {
                text: speech.get("said.which"),
                answers: answers.into(),
            }),
            ..Echo::default()
        };
    }
    let Some((when, deadline)) = said.when.zip(brief.deadline) else {
        return match said.when {
            Some(Due::Unknown) => unsaid(speech, "start.date"),
            _ => Echo::default(),
        };
    };
    let on = |day: i64| {
        let date = speech.date(day, true);
        let weeks = speak::weeks(speech, (day - today) as f64 / 7.0);
        let full = if day > *today {
            speech.format("said.date", &[("date", &date), ("weeks", &weeks)])
        } else {
            date
        };
        let by = speech.date(day, false);
        (full, speech.format("start.by", &[("date", &by)]))
    };
    let (full, short) = match when {
        Due::Day(day) => on(day),
        Due::Weeks { low, .. } if deadline.from() == CountedFrom::Today => {
            let (full, by) = on(today + (low * 7.0).round() as i64);
            // Months are no round number of weeks, and nobody said one.
            let short = if low == rounding::half_week(low) {
                let weeks = speak::weeks(speech, low);
                speech.format("start.in", &[("weeks", &weeks)])
            } else {
                by
            };
            (full, short)
        }
        Due::Weeks { .. } => {
            let said = speak::deadline(speech, deadline);
            (said.clone(), said)
        }
        Due::Open => (speech.get("date.open"), speech.get("start.open")),
        Due::Unknown => return Echo::default(),
        Due::Soon => {
            let full = if brief.wishes.is_empty() {
                speech.get("said.soon.plain")
            } else {
                let weeks = speak::weeks(speech, appraisal.weeks.p80);
                speech.format("said.soon", &[("weeks", &weeks)])
            };
            (full, speech.get("start.soon"))
        }
    };
    let question = match when {
        Due::Weeks { low, high } if low < high => {
            let weeks = |weeks| speak::weeks(speech, weeks);
            Some(stretch(
                speech,
                &weeks(low),
                &weeks(high),
                number(speech, high),
            ))
        }
        _ => None,
    };
    Echo {
        full: Some(full),
        short: Some(short),
        question,
    }
}

fn money(Setup { speech, terms, .. }: &Setup, said: &Interpretation, brief: &Brief) -> Echo {
    let Some(budget) = brief.budget else {
        if said.pay.is_some() && said.pay == brief.pay {
            return Echo {
                full: Some(speech.get("pay.share")),
                ..Echo::default()
            };
        }
        let is_unknown = said
            .sum
            .is_some_and(|sum| sum.kind == Some(BudgetKind::Unknown));
        return if is_unknown {
            unsaid(speech, "start.unknown")
        } else {
            Echo::default()
        };
    };
    let full = amount::budget(speech, terms, budget);
    let short = match budget.amount() {
        Some(_) => speech.format("start.about", &[("money", &full)]),
        None => full.clone(),
    };
    let money = |amount| speech.money(amount, &terms.currency);
    let question = said.sum.and_then(|sum| match sum.other {
        Some(other) => Some(Query {
            text: speech.get("said.which"),
            answers: [sum.low, other]
                .map(|amount| (money(amount), number(speech, amount)))
                .into(),
        }),
        None if sum.low < sum.high => Some(stretch(
            speech,
            &money(sum.low),
            &money(sum.high),
            number(speech, sum.high),
        )),
        None => None,
    });
    Echo {
        short: Some(short),
        full: budget.is_said().then_some(full),
        question,
    }
}

/// Echo of "don't know": the sentence does not repeat it.
fn unsaid(speech: &Speech, key: &str) -> Echo {
    Echo {
        full: Some(speech.get("test.unknown")),
        short: Some(speech.get(key)),
        question: None,
    }
}

/// Question about accepting the upper end of a range, whose button types it.
fn stretch(speech: &Speech, low: &str, high: &str, typed: String) -> Query {
    Query {
        text: speech.format("range.note", &[("low", low), ("high", high)]),
        answers: vec![(speech.format("range.yes", &[("high", high)]), typed)],
    }
}

/// Returns the kind of deal named in the words, or else the chosen one.
fn deal(draft: &Draft, brief: &Brief) -> Option<BudgetKind> {
    match brief.budget {
        Some(Budget::Fixed(_)) => Some(BudgetKind::Fixed),
        Some(Budget::Monthly(_)) => Some(BudgetKind::Monthly),
        Some(Budget::Hourly { .. }) => Some(BudgetKind::Hourly),
        Some(Budget::Gift { .. }) => Some(BudgetKind::Gift),
        None => draft.budget.kind,
    }
}

/// Formats a number as people who speak the language type it.
fn number(speech: &Speech, value: f64) -> String {
    speech.number(value, 2)
}

/// Formats one number, or both ends of a range.
fn range(speech: &Speech, low: f64, high: f64) -> String {
    if low < high {
        [number(speech, low), number(speech, high)].join("–")
    } else {
        number(speech, low)
    }
}

/// Returns round amounts of money to pick from, as displayed and as typed: from the price of the
/// smallest usual job upwards, or if `monthly` from that price spread over the months of care.
/// Empty if the shop discloses no prices.
///
/// Assumption: people think of 1, 2 and 5 with any number of zeros first.
pub fn picks(terms: &Terms, speech: &Speech, monthly: bool) -> Vec<(String, String)> {
    if speech.show() != PriceDisplay::Prices {
        return Vec::new();
    }
    let months = if monthly {
        terms.care_months.max(1.0)
    } else {
        1.0
    };
    let usual = usual_ballparks(terms).into_iter();
    let prices = usual.map(|(_, figures)| figures.price.1 / months);
    let (least, most) = prices.fold((f64::INFINITY, 0.0_f64), |(least, most), price| {
        (least.min(price), most.max(price))
    });
    let mut picks = Vec::new();
    let mut amount = rounding::round_down(least);
    while amount.is_finite() && amount > 0.0 && picks.len() < MOST_PICKS {
        let money = speech.money(amount, &terms.currency);
        let shown = if monthly {
            speech.format("money.monthly", &[("amount", &money)])
        } else {
            money
        };
        picks.push((shown, number(speech, amount)));
        if amount >= most {
            break;
        }
        amount = rounding::round_down(amount * 2.5);
    }
    picks
}
