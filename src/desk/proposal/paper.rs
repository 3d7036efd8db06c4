//! A proposal as sections of lines, in the words of the client's language.

use crate::engine::{
    Appraisal, Brief, CareKind, CareOwner, Clause, Terms, Want, Wish, spoken_tenths,
};
use crate::i18n::{Words, key, speak};

/// A section of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Title.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of a proposal, with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Text.
    pub text: String,
    /// Explanations below it.
    pub notes: Vec<String>,
}

/// The sections of a proposal for a brief: scope, price, date, duties and care, those that have a line.
/// `date` is the day of delivery in words, `dated` says the day of a week from the start, `later` names what waits for a second phase, and
/// `with_odds` asks how sure the date is.
pub fn sections(
    words: &Words,
    terms: &Terms,
    (brief, appraisal): (&Brief, &Appraisal),
    date: Option<&str>,
    dated: &dyn Fn(f64) -> String,
    later: &[String],
    with_odds: bool,
) -> Vec<Section> {
    let clauses = terms
        .check(brief)
        .map(|checked| checked.agreement())
        .unwrap_or_default();
    let of = |is_one: fn(&Clause) -> bool| {
        let clauses = clauses.iter().filter(|clause| is_one(clause));
        let clauses: Vec<Clause> = clauses.cloned().collect();
        let lines = speak::agreement(words, terms, brief, &clauses, &[], date);
        lines.into_iter().map(Line::plain).collect::<Vec<_>>()
    };
    let mut scope = scope(words, terms, brief);
    if !later.is_empty() {
        let names = words.list(later);
        let later = words.format("agreement.later", &[("names", &names)]);
        scope.push(Line::plain(later));
    }
    let mut price = of(|clause| {
        matches!(
            clause,
            Clause::Price { .. } | Clause::Costs { .. } | Clause::GiftEnds { .. }
        )
    });
    let payments = clauses.iter().find_map(|clause| match clause {
        Clause::Price { payments, .. } => Some(payments.as_slice()),
        _ => None,
    });
    let payments = payments.unwrap_or_default();
    // The instalments follow the price. The last one is due on a day that is said below.
    for (line, payment) in price.iter_mut().skip(1).zip(payments) {
        let is_last = Some(payment) == payments.last();
        if !is_last {
            let day = dated(payment.week);
            let values = [("payment", line.text.as_str()), ("day", &day)];
            line.text = words.format("proposal.payment", &values);
        } else if let Some(day) = date {
            let values = [("payment", line.text.as_str()), ("day", day)];
            line.text = words.format("proposal.payment.last", &values);
        }
    }
    let changes = of(|clause| matches!(clause, Clause::Rounds { .. } | Clause::Changes { .. }));
    let hand_over = of(|clause| matches!(clause, Clause::HandOver));
    // Ready content needs no weeks.
    let content = match brief.conditions.content_ready {
        Some(true) => vec![Line::plain(words.get("proposal.content.ready"))],
        _ => of(|clause| matches!(clause, Clause::Content { .. })),
    };
    let others = of(|clause| {
        matches!(
            clause,
            Clause::Answers { .. } | Clause::Decider | Clause::ThirdParty { .. }
        )
    });
    let sections = [
        ("proposal.scope", scope),
        ("proposal.price", [price, hand_over].concat()),
        (
            "proposal.date",
            delivery(
                words,
                appraisal,
                brief,
                of(|it| matches!(it, Clause::Date { .. })),
                with_odds,
            ),
        ),
        ("proposal.changes", changes),
        ("proposal.duties", [content, others].concat()),
        ("proposal.care", care(words, terms, &clauses)),
    ];
    let sections = sections.into_iter().filter(|(_, lines)| !lines.is_empty());
    sections
        .map(|(key, lines)| Section {
            title: words.get(key),
            lines,
        })
        .collect()
}

impl Line {
    fn plain(text: String) -> Line {
        Line {
            text,
            notes: Vec::new(),
        }
    }
}

/// The wishes one by one, each with its explanation, and the exclusions.
fn scope(words: &Words, terms: &Terms, brief: &Brief) -> Vec<Line> {
    let mut excluded: Vec<&str> = Vec::new();
    let line = |wish: &Wish| {
        let name = speak::wish(words, terms, &wish.want);
        let text = speak::counted(words, name, wish.count);
        let service = match &wish.want {
            Want::Service { service } => terms.service(service),
            _ => None,
        };
        let mut notes = Vec::new();
        if let Some(service) = service {
            let note = service.label.note.as_ref();
            notes.extend(note.map(|note| words.text(note).to_owned()));
            let excludes = service.excludes.iter().map(|text| words.text(text));
            // An exclusion of several is said once.
            let excludes = excludes.filter(|text| {
                let is_new = !excluded.contains(text);
                if is_new {
                    excluded.push(text);
                }
                is_new
            });
            let excludes: Vec<String> = excludes.map(str::to_owned).collect();
            if !excludes.is_empty() {
                let names = words.list(&excludes);
                notes.push(words.format("agreement.out", &[("names", &names)]));
            }
        }
        Line { text, notes }
    };
    brief.wishes.iter().map(line).collect()
}

/// The date with its odds; without one the weeks that are enough in most cases.
fn delivery(
    words: &Words,
    appraisal: &Appraisal,
    brief: &Brief,
    date: Vec<Line>,
    with_odds: bool,
) -> Vec<Line> {
    let is_dated = brief.deadline.is_some_and(|it| it.weeks().is_finite());
    let (lines, odds) = match (is_dated, appraisal.odds.time) {
        (true, Some(odds)) => (date, odds),
        (true, None) => return date,
        (false, _) => {
            let weeks = speak::weeks(words, appraisal.weeks.p80);
            let text = words.format("agreement.date", &[("weeks", &weeks)]);
            (vec![Line::plain(text)], 0.8)
        }
    };
    let sure = match spoken_tenths(odds) {
        _ if !with_odds => None,
        0 => None,
        10.. => Some(words.get("proposal.odds.all")),
        _ => Some(words.format("proposal.odds", &[("odds", &speak::odds(words, odds))])),
    };
    lines.into_iter().chain(sure.map(Line::plain)).collect()
}

/// Care in a line for each who does it, what is ours with its fee and its end. No hours, which are the
/// shop's own.
fn care(words: &Words, terms: &Terms, clauses: &[Clause]) -> Vec<Line> {
    let line = |owner: CareOwner| {
        let of_owner = clauses.iter().filter_map(|clause| match clause {
            Clause::Care {
                kind, by, months, ..
            } if *by == owner => Some((*kind, *months)),
            _ => None,
        });
        let (kinds, months): (Vec<CareKind>, Vec<f64>) = of_owner.unzip();
        let months = speak::months(words, *months.first()?);
        let names = kinds
            .iter()
            .map(|kind| words.get_for("care.{}.inline", kind.name()));
        let names = words.list(&names.collect::<Vec<_>>());
        let fees = kinds.iter().map(|kind| terms.care[*kind].price_per_month);
        let fee: Option<f64> = fees
            .sum::<Option<f64>>()
            .filter(|_| owner == CareOwner::UsPaid);
        let care = match fee {
            Some(fee) => {
                let price = words.money(fee, &terms.currency);
                let values = [("kinds", names.as_str()), ("price", &price)];
                words.format("letter.way.care.fee", &values)
            }
            None => words.format(
                &key("letter.way.care.{}", owner.name()),
                &[("kinds", &names)],
            ),
        };
        Some(Line::plain(match owner {
            CareOwner::UsPaid | CareOwner::UsUnpaid => {
                words.format("agreement.care", &[("care", &care), ("months", &months)])
            }
            CareOwner::Client | CareOwner::Partner => care,
        }))
    };
    CareOwner::ALL.into_iter().filter_map(line).collect()
}
