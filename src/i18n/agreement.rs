//! Agreement: what to have in writing, a line for each thing.

use super::words::{Words, key};
use super::{amount, answer, names, quantity};
use crate::engine::{
    Brief, CareDuty, CareKind, CareOwner, Clause, Contact, Costs, Payment, Show, Terms,
};

/// Lists what to have in writing before the start of a job, in lines.
pub fn agreement(words: &Words, terms: &Terms, brief: &Brief, clauses: &[Clause]) -> Vec<String> {
    let clauses = clauses.iter();
    clauses
        .flat_map(|clause| self::clause(words, terms, brief, clause))
        .collect()
}

fn clause(words: &Words, terms: &Terms, brief: &Brief, clause: &Clause) -> Vec<String> {
    let within = |key: &str, weeks: f64| {
        let weeks = quantity::weeks(words, weeks);
        words.with(key, &[("weeks", &weeks)])
    };
    let line = match clause {
        Clause::Scope { wishes } => {
            let wishes = wishes.iter().filter_map(|at| brief.wishes.get(*at));
            let names = wishes.map(|wish| names::wish(words, terms, &wish.want));
            listed(words, "agreement.in", names.collect())
        }
        Clause::Excludes { services } => {
            let services = services.iter().filter_map(|id| terms.service(id));
            let excluded = services.flat_map(|service| &service.excludes);
            let excluded = excluded.map(|text| words.text(text).to_owned());
            listed(words, "agreement.out", excluded.collect())
        }
        Clause::Price { budget, payments } => {
            let price = amount::budget(words, terms, *budget);
            let mut lines = vec![words.with("agreement.price", &[("price", &price)])];
            lines.extend(self::payments(words, terms, payments));
            return lines;
        }
        Clause::Changes { rate } => match words.show() {
            Show::Prices => {
                let rate = words.money(*rate, &terms.currency);
                words.with("agreement.added", &[("rate", &rate)])
            }
            Show::Ranges | Show::Ratios => words.say("agreement.added.ratio"),
        },
        Clause::Rounds { included } => words.count("agreement.rounds", f64::from(*included), &[]),
        // Less than half a week is no time: before the start.
        Clause::Content { week } if *week < 0.25 => words.say("change.content-ready"),
        Clause::Content { week } => within("agreement.content", *week),
        Clause::Answers { contact } => match contact {
            Contact::Daily => words.say("agreement.answers.day"),
            Contact::Weekly => within("agreement.answers", 1.0),
            Contact::Rarely => words.say("change.contact.rarely"),
        },
        Clause::Decider => words.say("agreement.decider"),
        Clause::ThirdParty { weeks } => within("agreement.depends", *weeks),
        Clause::Costs {
            payer,
            once,
            monthly,
        } => {
            let costs = Costs {
                once: *once,
                monthly: *monthly,
            };
            let costs = answer::costs(words, terms, costs);
            words.with(
                &key("agreement.costs.{}", payer.name()),
                &[("costs", &costs)],
            )
        }
        Clause::Care {
            kind,
            by,
            hours,
            months,
        } => care(words, *kind, *by, *hours, *months),
        Clause::Date { weeks, from } => {
            let weeks = quantity::counted(words, quantity::weeks(words, *weeks), *from);
            words.with("agreement.date", &[("weeks", &weeks)])
        }
        Clause::HandOver => words.say("agreement.handover"),
        Clause::GiftEnds { hours, months } => {
            let months = quantity::months(words, *months);
            let mut lines = vec![words.with("agreement.gift.months", &[("months", &months)])];
            if let Some(hours) = hours {
                let hours = quantity::hours(words, *hours);
                lines.insert(0, words.with("agreement.gift.hours", &[("hours", &hours)]));
            }
            return lines;
        }
    };
    vec![line]
}

/// A line with a list of names.
fn listed(words: &Words, key: &str, names: Vec<String>) -> String {
    words.with(key, &[("names", &words.list(&names))])
}

/// The payments of a price, each in a line: before the start, after some weeks, and on delivery. They are
/// whole, and the last of them is what is left, so that they add up to the price.
fn payments(words: &Words, terms: &Terms, payments: &[Payment]) -> Vec<String> {
    let last = payments.len();
    let mut left: f64 = payments.iter().map(|payment| payment.money).sum();
    let line = |(index, payment): (usize, &Payment)| {
        let n = index + 1;
        let money = if n == last {
            left
        } else {
            payment.money.round()
        };
        left -= money;
        let key = match payment.week {
            _ if n == last => "agreement.last",
            week if week <= 0.0 => "agreement.first",
            _ => "agreement.stage",
        };
        words.with(
            key,
            &[
                ("n", &words.number(n as f64, 0)),
                ("amount", &words.money(money, &terms.currency)),
                ("weeks", &quantity::weeks(words, payment.week)),
            ],
        )
    };
    payments.iter().enumerate().map(line).collect()
}

/// Care of one kind: who does it, its hours a month, and until when.
fn care(words: &Words, kind: CareKind, by: CareOwner, hours: f64, months: f64) -> String {
    let kind = words.of("care.{}", kind.name());
    let owned = words.with(&key("change.care.{}", by.name()), &[("kind", &kind)]);
    let duty = CareDuty {
        hours: Some(hours).filter(|_| words.show() != Show::Ratios),
        ..CareDuty::by(by)
    };
    let care = answer::care(words, owned, duty);
    let months = quantity::months(words, months);
    words.with("agreement.care", &[("care", &care), ("months", &months)])
}
