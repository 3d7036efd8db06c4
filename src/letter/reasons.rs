//! Reasons for a no, in one or two sentences with at most four figures.
//!
//! A client reads money as money. Hours beside a price of the same work would reveal the floor
//! rate; so a reason has no hours, except those of a gift, which has no price.

use super::phrases::{bar, wishes};
use super::proposal::proposal;
use super::request::{Request, Tone};
use crate::engine::{Budget, Flag, OfferKind, Reason, Verdict, rounding, spoken_tenths};
use crate::i18n::{amount, speak};

/// Maximum number of figures: the estimate, the client's figure, and what explains the difference.
const FIGURES: usize = 4;

/// Least gain in odds that is worth a sentence in a letter.
const WORTH_A_SENTENCE: f64 = 0.1;

/// Tenths of odds up to which a budget or a date does not count. Assumption.
const HOPELESS: u8 = 1;

/// Least ratio of care to work that is stated as a multiple rather than as a share. Assumption.
const TIMES: f64 = 1.5;

/// Reasons in words.
pub(super) struct ReasonsText<'a> {
    pub sentences: Vec<String>,
    /// The reasons behind the sentences.
    pub said: Vec<&'a Reason>,
    /// True if they state the odds at which the answer is yes.
    pub has_bar: bool,
}

/// Form of words for a reason.
struct Sentence {
    text: String,
    /// True if it states the odds at which the answer is yes.
    has_bar: bool,
}

impl Sentence {
    fn plain(text: String) -> Sentence {
        Sentence {
            text,
            has_bar: false,
        }
    }

    fn with_bar(text: String) -> Sentence {
        Sentence {
            text,
            has_bar: true,
        }
    }
}

/// Returns the weightiest reasons in words. Contact and phases are mentioned only if nothing weighs
/// more, and what only the shop knows never is.
pub(super) fn reasons_text<'a>(request: &Request<'a>) -> ReasonsText<'a> {
    let appraisal = request.appraisal;
    let most = match request.tone {
        // Beside a referral, or for a job under way, one is enough.
        _ if appraisal.verdict == Verdict::Refer || request.brief.so_far.is_some() => 1,
        Tone::Warm | Tone::Plain => 2,
        Tone::Brief => 1,
    };
    let all = || {
        let all = appraisal.reasons.iter();
        all.filter(|reason| match reason {
            // The opening names it.
            Reason::Promise { .. } => {
                request.brief.so_far.is_some() || appraisal.verdict != Verdict::Reshape
            }
            Reason::Bid { .. } => false,
            // Our conditions are no reason to prefer a partner.
            Reason::Stop { .. } => appraisal.verdict != Verdict::Refer,
            // For a budget of nothing this goes without saying.
            Reason::Smallest { money, .. } => *money > 0.0,
            _ => true,
        })
    };
    // Even with the condition lifted the money would be far too little.
    let is_hopeless = is_hopeless_budget(request);
    let (money, others): (Vec<_>, Vec<_>) =
        all().partition(|reason| is_hopeless && matches!(reason, Reason::Budget { .. }));
    let all = || money.iter().chain(&others).copied();
    let weighs = |reason: &&Reason| match reason {
        Reason::Contact { .. } | Reason::Phases { .. } => false,
        heavy => heavy.lift().is_none_or(|lift| lift >= WORTH_A_SENTENCE),
    };
    let mut reasons = ReasonsText {
        sentences: Vec::new(),
        said: Vec::new(),
        has_bar: false,
    };
    let mut left = FIGURES;
    let mut add = |reason: &'a Reason, reasons: &mut ReasonsText<'a>| {
        let is_first = reasons.sentences.is_empty();
        let mut ways = forms(request, reason, reasons).into_iter();
        let Some(form) = ways.find(|form| count_figures(&form.text) <= left || is_first) else {
            return;
        };
        left = left.saturating_sub(count_figures(&form.text));
        reasons.has_bar |= form.has_bar;
        reasons.sentences.push(form.text);
        reasons.said.push(reason);
    };
    for reason in all().filter(weighs) {
        // Too little money is stated once, and beside a condition nothing else decides.
        let is_again = reasons.said.iter().any(|said| match said {
            Reason::Smallest { .. } => matches!(reason, Reason::Budget { .. }),
            Reason::Stop { .. } => !matches!(reason, Reason::Stop { .. }),
            _ => false,
        });
        if reasons.sentences.len() < most && !is_again {
            add(reason, &mut reasons);
        }
    }
    let is_enough = appraisal.odds.both >= Some(appraisal.confidence);
    if reasons.sentences.is_empty()
        && !is_enough
        && let Some(reason) = all().next()
    {
        add(reason, &mut reasons);
    }
    reasons
}

/// Returns `true` if nothing is offered because the money is next to never enough, although the
/// conditions can be lifted.
fn is_hopeless_budget(request: &Request) -> bool {
    let Request {
        terms,
        brief,
        appraisal,
        ..
    } = request;
    let has_money = brief
        .budget
        .is_some_and(|budget| budget.amount() > Some(0.0));
    let is_final = |stop: &Flag| {
        let mut listed = terms.stops.iter();
        listed.any(|listed| listed.flag == *stop && !listed.lift)
    };
    let odds = appraisal.odds.money;
    has_money
        && odds.is_some_and(|odds| spoken_tenths(odds) == 0)
        && proposal(terms, appraisal).is_none()
        && !appraisal.stops.is_empty()
        && !appraisal.stops.iter().any(is_final)
}

/// Counts the figures in a text: runs of digits with their separators.
fn count_figures(text: &str) -> usize {
    let is_in = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}' | '’');
    let words = text.split(|c: char| !is_in(c));
    words.filter(|word| word.contains(char::is_numeric)).count()
}

/// Returns the forms of words for a reason after those already given, that with most figures first.
fn forms(request: &Request, reason: &Reason, before: &ReasonsText) -> Vec<Sentence> {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    let is_corner =
        |reason: &&Reason| matches!(reason, Reason::Budget { .. } | Reason::Deadline { .. });
    let is_second = before.said.iter().any(is_corner);
    // The required odds are stated once, with the odds that fall short most.
    let once = |mut ways: Vec<Sentence>, odds: Option<f64>, too: &str, neither: &str| {
        ways.retain(|form| !form.has_bar || !before.has_bar && !is_second);
        if is_second {
            let is_hopeless = odds.is_some_and(|odds| spoken_tenths(odds) <= HOPELESS);
            let key = if is_hopeless { neither } else { too };
            ways.push(Sentence::plain(words.get(key)));
        }
        ways
    };
    match reason {
        // Each alone would suffice, but not both: one reason.
        Reason::Budget { .. } | Reason::Deadline { .. } if is_together(request) => {
            let odds = appraisal.odds.both.unwrap_or_default();
            let odds = speak::odds_under(words, odds, appraisal.confidence);
            let values = [("odds", odds.as_str()), ("bar", &bar(words, appraisal))];
            let together = Sentence::with_bar(words.format("letter.why.together", &values));
            if is_second {
                Vec::new()
            } else {
                vec![together]
            }
        }
        Reason::Budget { .. } => once(
            budget_forms(request, reason),
            appraisal.odds.money,
            "letter.why.price.too",
            "letter.why.price.neither",
        ),
        Reason::Deadline { .. } => once(
            vec![deadline_form(request, reason)],
            appraisal.odds.time,
            "letter.why.time.too",
            "letter.why.time.neither",
        ),
        Reason::Care {
            hours, work_p50, ..
        } => {
            let times = hours / work_p50;
            vec![Sentence::plain(if times >= TIMES {
                let n = words.number(rounding::half_week(times), 1);
                words.format("letter.why.care.times", &[("n", &n)])
            } else {
                let n = amount::percent(words, times);
                words.format("letter.why.care", &[("n", &n)])
            })]
        }
        _ => vec![Sentence::plain(speak::reason_to_client(
            words, terms, brief, appraisal, reason,
        ))],
    }
}

/// Returns `true` if money and time each suffice alone, but not together.
fn is_together(request: &Request) -> bool {
    let odds = request.appraisal.odds;
    let is_enough =
        |odds: Option<f64>| odds.is_some_and(|odds| odds >= request.appraisal.confidence);
    is_enough(odds.money) && is_enough(odds.time) && !is_enough(odds.both)
}

/// Formats odds that fall short. `None` if they are close to nothing.
fn odds(request: &Request, odds: Option<f64>) -> Option<String> {
    let confidence = request.appraisal.confidence;
    let odds = odds.filter(|odds| spoken_tenths(*odds) > 0 && *odds < confidence)?;
    Some(speak::odds_under(request.words, odds, confidence))
}

/// Returns the forms of words for the price and the money offered, or for the odds if the latter is
/// more.
fn budget_forms(request: &Request, reason: &Reason) -> Vec<Sentence> {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    let Reason::Budget {
        rate,
        pays_hours,
        total_p50,
        total_p80,
        ..
    } = reason
    else {
        return Vec::new();
    };
    let plain = |text: String| vec![Sentence::plain(text)];
    let Some(budget) = brief.budget else {
        return Vec::new();
    };
    if let Some(rate) = rate {
        let rate = words.money(*rate, &terms.currency);
        return plain(words.format("letter.why.rate", &[("rate", &rate)]));
    }
    let what = wishes(request);
    match budget {
        Budget::Gift { .. } => {
            let (takes, given) = (
                speak::hours(words, *total_p50),
                speak::hours(words, *pays_hours),
            );
            return plain(words.format(
                "letter.why.gift",
                &[("what", &what), ("p50", &takes), ("given", &given)],
            ));
        }
        // The cost by the hour, beside a price, would reveal the floor rate.
        Budget::Hourly { .. } => return plain(words.get("letter.why.cap")),
        Budget::Fixed(_) | Budget::Monthly(_) => {}
    }
    // An offer of part of the job must not cost more than the whole: then both are enough equally often.
    let offered = proposal(terms, appraisal).and_then(|offer| offer.brief.budget?.amount());
    let is_dear = matches!(budget, Budget::Fixed(_)) && offered > Some(appraisal.price.p50);
    let estimate = if is_dear {
        appraisal.price.p80
    } else {
        appraisal.price.p50
    };
    let price = amount::usually(words, terms, (estimate, estimate), brief.budget);
    let given = amount::budget(words, terms, budget);
    if brief.so_far.is_some() {
        return plain(match price {
            Some(price) => words.format("letter.why.left", &[("p50", &price), ("money", &given)]),
            None => words.format("letter.why.left.ratio", &[("money", &given)]),
        });
    }
    let months = match budget {
        Budget::Monthly(_) => terms.care_months,
        _ => 1.0,
    };
    let is_above = budget
        .amount()
        .is_some_and(|amount| amount >= rounding::two_digits(appraisal.price.p50 / months));
    // The cost of the same work by the hour, beside a price or its odds, would reveal the floor
    // rate.
    let by_the_hour = appraisal
        .offers
        .first()
        .is_some_and(|offer| matches!(offer.kind, OfferKind::Hourly | OfferKind::Discovery));
    match (odds(request, appraisal.odds.money), price) {
        (Some(odds), _) if is_above && !by_the_hour => {
            // A range counts at its lower end.
            let least = budget.amount().map(|least| budget.with_amount(least));
            let least = amount::budget(words, terms, least.unwrap_or(budget));
            let values = [
                ("what", what.as_str()),
                ("money", &least),
                ("odds", &odds),
                ("bar", &bar(words, appraisal)),
            ];
            vec![Sentence::with_bar(
                words.format("letter.why.price.odds", &values),
            )]
        }
        (_, Some(price)) if !by_the_hour && !is_above => {
            let months = speak::months(words, terms.care_months);
            let values = [
                ("what", what.as_str()),
                ("p50", &price),
                ("money", &given),
                ("months", &months),
            ];
            plain(words.format(
                if appraisal.care_hours > 0.0 {
                    "letter.why.price.care"
                } else {
                    "letter.why.price"
                },
                &values,
            ))
        }
        (_, None) if !is_above && !by_the_hour => {
            let n = amount::percent(words, pays_hours / total_p80);
            plain(words.format("letter.why.price.ratio", &[("what", &what), ("n", &n)]))
        }
        _ => plain(words.format(
            "letter.why.price.short",
            &[("what", &what), ("money", &given)],
        )),
    }
}

/// Formats the likely date and the one asked for, or the odds of the latter if it is later.
fn deadline_form(request: &Request, reason: &Reason) -> Sentence {
    let Request {
        words,
        brief,
        appraisal,
        date,
        ..
    } = *request;
    let Reason::Deadline { weeks, p50, .. } = reason else {
        return Sentence::plain(String::new());
    };
    let given = brief
        .deadline
        .map(|deadline| speak::deadline(words, deadline));
    let given = given.unwrap_or_default();
    let takes = speak::weeks(words, *p50);
    let is_above = rounding::half_week(*weeks) >= rounding::half_week(*p50);
    let odds = odds(request, appraisal.odds.time).filter(|_| is_above);
    match (odds, date) {
        (Some(odds), date) => {
            let (key, name, value) = match date {
                Some(date) => ("letter.why.date.odds", "date", date),
                None => ("letter.why.time.odds", "weeks", given.as_str()),
            };
            let bar = bar(words, appraisal);
            let values = [
                (name, value),
                ("odds", odds.as_str()),
                ("bar", bar.as_str()),
            ];
            Sentence::with_bar(words.format(key, &values))
        }
        (None, Some(date)) => {
            Sentence::plain(words.format("letter.why.date", &[("p50", &takes), ("date", date)]))
        }
        (None, None) => {
            Sentence::plain(words.format("letter.why.time", &[("p50", &takes), ("weeks", &given)]))
        }
    }
}
