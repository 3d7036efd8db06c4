//! Clauses of an agreement in words, one line each. Not legal text.

use super::words::Words;
use super::{amount, answer, names, quantity};
use crate::engine::{
    Brief, CareDuty, CareOwner, Clause, Contact, Costs, Deadline, Payer, Payment, PriceDisplay,
    Terms, Wish,
};

/// Weeks within which a client answers who can be reached about once a week.
const WEEKLY: f64 = 1.0;

/// Returns the points to put in writing, line by line. `later` has the names that wait for a second
/// phase; `date` is the date asked for, if it was a date rather than a number of weeks.
pub fn agreement(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    clauses: &[Clause],
    later: &[String],
    date: Option<&str>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for clause in clauses {
        lines.extend(clause_lines(words, terms, brief, clause, date));
        if let (Clause::Scope { .. }, false) = (clause, later.is_empty()) {
            lines.push(words.format("agreement.later", &[("names", &words.list(later))]));
        }
        if let Clause::Price { payments, .. } = clause {
            lines.extend(self::payments(words, terms, payments));
        }
    }
    lines
}

/// Returns a clause as one line, or the end of a gift as two.
fn clause_lines(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    clause: &Clause,
    date: Option<&str>,
) -> Vec<String> {
    let weeks =
        |key: &str, weeks: f64| words.format(key, &[("weeks", &quantity::weeks(words, weeks))]);
    let line = match clause {
        Clause::Scope { wishes } => {
            let wishes = wishes.iter().filter_map(|at| brief.wishes.get(*at));
            let names: Vec<String> = wishes.map(|wish| wished(words, terms, wish)).collect();
            words.format("agreement.in", &[("names", &words.list(&names))])
        }
        Clause::Excludes { services } => {
            let services = services.iter().filter_map(|id| terms.service(id));
            let excluded = services.flat_map(|service| &service.excludes);
            let names: Vec<String> = excluded.map(|text| words.text(text).to_owned()).collect();
            words.format("agreement.out", &[("names", &words.list(&names))])
        }
        Clause::Price { budget, .. } => {
            let price = amount::budget(words, terms, *budget);
            let price = amount::taxed(words, terms, price);
            words.format("agreement.price", &[("price", &price)])
        }
        Clause::Changes { rate } => match words.show() {
            PriceDisplay::Prices => {
                let rate = words.money(*rate, &terms.currency);
                words.format("agreement.added", &[("rate", &rate)])
            }
            PriceDisplay::Ranges | PriceDisplay::Ratios => words.get("agreement.added.ratio"),
        },
        Clause::Rounds { included } => words.plural("agreement.rounds", f64::from(*included), &[]),
        // Less than half a week means before the start.
        Clause::Content { week } if *week < 0.25 => words.get("change.content-ready"),
        Clause::Content { week } => weeks("agreement.content", *week),
        Clause::Answers { contact } => match contact {
            Contact::Daily => words.get("agreement.answers.day"),
            Contact::Weekly => weeks("agreement.answers", WEEKLY),
            Contact::Rarely => words.get("change.contact.rarely"),
        },
        Clause::Decider => words.get("agreement.decider"),
        Clause::ThirdParty { weeks: wait } => weeks("agreement.depends", *wait),
        Clause::Costs {
            payer,
            once,
            monthly,
        } => {
            let costs = Costs {
                once: *once,
                monthly: *monthly,
            };
            let key = match payer {
                Payer::Client => "agreement.costs.client",
                Payer::Us => "agreement.costs.us",
            };
            words.format(key, &[("costs", &answer::costs(words, terms, costs))])
        }
        Clause::Care {
            kind,
            by,
            hours,
            months,
        } => {
            let owned = answer::owned(words, terms, answer::CARE_ON_PAGE, *kind, *by);
            // The amount of somebody else's care is between the client and them.
            let is_ours = matches!(by, CareOwner::UsPaid | CareOwner::UsUnpaid);
            if !is_ours {
                return vec![owned];
            }
            let duty = CareDuty {
                hours: Some(*hours).filter(|_| words.show() != PriceDisplay::Ratios),
                ..CareDuty::default()
            };
            let care = answer::care(words, owned, duty);
            let months = quantity::months(words, *months);
            words.format("agreement.care", &[("care", &care), ("months", &months)])
        }
        Clause::Date { weeks, from } => match date {
            Some(date) => words.format("agreement.date.by", &[("date", date)]),
            None => {
                let deadline = Deadline::Weeks {
                    weeks: *weeks,
                    from: *from,
                };
                let weeks = quantity::deadline(words, deadline);
                words.format("agreement.date", &[("weeks", &weeks)])
            }
        },
        Clause::HandOver => words.get("agreement.handover"),
        Clause::GiftEnds { hours, months } => {
            let months = quantity::months(words, *months);
            let months = words.format("agreement.gift.months", &[("months", &months)]);
            let hours = hours.map(|hours| {
                let hours = quantity::hours(words, hours);
                words.format("agreement.gift.hours", &[("hours", &hours)])
            });
            return hours.into_iter().chain([months]).collect();
        }
    };
    vec![line]
}

/// Returns a wish, with its count if that is more than one.
fn wished(words: &Words, terms: &Terms, wish: &Wish) -> String {
    let name = names::wish(words, terms, &wish.want);
    names::counted(words, name, wish.count)
}

/// Returns the instalments of a price, first to last. All but the last are whole amounts, and they
/// add up to the price.
fn payments(words: &Words, terms: &Terms, payments: &[Payment]) -> Vec<String> {
    let mut rest: f64 = payments.iter().map(|payment| payment.money).sum();
    let all = payments.iter().enumerate();
    all.map(|(at, payment)| {
        let is_last = at + 1 == payments.len();
        let money = if is_last { rest } else { payment.money.round() };
        rest -= money;
        let key = match at {
            _ if is_last => "agreement.last",
            0 => "agreement.first",
            _ => "agreement.stage",
        };
        let values = [
            ("n", words.number((at + 1) as f64, 0)),
            ("amount", words.money(money, &terms.currency)),
            ("weeks", quantity::weeks(words, payment.week)),
        ];
        words.format(
            key,
            &values
                .each_ref()
                .map(|(name, value)| (*name, value.as_str())),
        )
    })
    .collect()
}
