//! Changes of an offer in words.

use super::words::{Words, key};
use super::{amount, answer, names, quantity};
use crate::engine::{Brief, Budget, Change, Deadline, Flag, Offer, OfferKind, PriceDisplay, Terms};

/// Lists the changes of an offer, the one that gives it its name first. `asked` is the original
/// brief.
pub fn changes(words: &Words, terms: &Terms, asked: &Brief, offer: &Offer) -> Vec<String> {
    said(offer, |change| self::change(words, terms, asked, change))
}

/// Lists the changes of an offer from the client to the shop, which is "you".
pub fn accepted(words: &Words, terms: &Terms, asked: &Brief, offer: &Offer) -> Vec<String> {
    said(offer, |change| match change {
        Change::Lift { stop } if words.has(&key("letter.lift.{}", stop.name())) => {
            words.get_for("letter.lift.{}", stop.name())
        }
        Change::Care { kind, to, .. } => {
            answer::owned(words, terms, answer::CARE_IN_LETTER, *kind, *to)
        }
        Change::Contact { to, .. } => words.get_for("letter.contact.{}", to.name()),
        Change::Costs => words.get("letter.costs"),
        Change::Hourly { pays, .. } => {
            amount::about_by_the_hour(words, terms, (pays.p50, pays.p80))
        }
        change => self::change(words, terms, asked, change),
    })
}

fn said(offer: &Offer, say: impl Fn(&Change) -> String) -> Vec<String> {
    let mut changes: Vec<&Change> = offer.changes.iter().collect();
    // Repairs precede the change that makes it this offer, which comes last; a study is followed by
    // its price.
    if offer.kind != OfferKind::Discovery {
        changes.reverse();
    }
    let ranked = |rank| {
        changes
            .iter()
            .filter(move |change| self::rank(change) == rank)
    };
    (0..=3).flat_map(ranked).map(|change| say(change)).collect()
}

/// Ranks a change: scope first, then money and date, then conditions, then the manner of working.
fn rank(change: &Change) -> u8 {
    match change {
        Change::Budget { .. } | Change::Deadline { .. } => 1,
        Change::Lift { .. } | Change::Pay { .. } | Change::Promise { .. } => 2,
        _ if change.is_settling() => 3,
        _ => 0,
    }
}

/// Returns the request of an offer in one line, without the changes that it settles first, and its
/// money and date. `asked` is the original brief.
pub fn offered(
    words: &Words,
    terms: &Terms,
    asked: &Brief,
    offer: &Offer,
) -> (String, Vec<String>) {
    let mut line = Vec::new();
    let mut later = Vec::new();
    let mut money = None;
    for change in offer.changes.iter().rev() {
        match change {
            Change::Budget { from, to, exact } => {
                money = Some(match *to {
                    Budget::HOURLY => amount::about_by_the_hour(words, terms, (*exact, *exact)),
                    _ => amount::offered(words, terms, *from, *to),
                });
            }
            Change::Hourly { pays, .. } => {
                money = Some(amount::about_by_the_hour(
                    words,
                    terms,
                    (pays.p50, pays.p80),
                ));
            }
            Change::LeaveOut { wish, count, of } if count == of => {
                later.push(wished(words, terms, asked, *wish));
            }
            // Part of the money and the date.
            Change::Deadline { .. } | Change::Study { .. } => {}
            _ if change.is_settling() => {}
            _ => line.push(self::change(words, terms, asked, change)),
        }
    }
    if !later.is_empty() {
        later.reverse();
        line.insert(
            0,
            words.format("offers.less", &[("names", &words.list(&later))]),
        );
    }
    let said = asked.budget.filter(|budget| budget.is_said());
    let money = money.or_else(|| said.map(|budget| amount::budget(words, terms, budget)));
    let date = offer.brief.deadline;
    let date = date.filter(|date| date.weeks().is_finite());
    let result = money
        .into_iter()
        .chain(date.map(|date| quantity::deadline(words, date)));
    (line.join(" · "), result.collect())
}

fn wished(words: &Words, terms: &Terms, asked: &Brief, at: usize) -> String {
    let wish = asked.wishes.get(at);
    wish.map(|asked| names::wish(words, terms, &asked.want))
        .unwrap_or_default()
}

/// Formats a change of an offer.
pub fn change(words: &Words, terms: &Terms, asked: &Brief, change: &Change) -> String {
    let wished = |at: usize| wished(words, terms, asked, at);
    match change {
        Change::Lift {
            stop: Flag::OpenRounds,
        } => words.plural("change.rounds", f64::from(terms.rounds.included), &[]),
        Change::Lift { stop } => words.get_for("change.lift.{}", stop.name()),
        Change::Promise { promise: id } => words.format(
            "change.promise",
            &[("promise", &names::promise(words, terms, id))],
        ),
        Change::Care { kind, to, .. } => {
            answer::owned(words, terms, answer::CARE_ON_PAGE, *kind, *to)
        }
        Change::ContentReady { .. } => words.get("change.content-ready"),
        Change::Contact { to, .. } => words.get_for("change.contact.{}", to.name()),
        Change::Phased { .. } => words.get("change.phased"),
        Change::LeaveOut { wish, count, of } if count == of => {
            words.format("change.leave-out", &[("name", &wished(*wish))])
        }
        Change::LeaveOut { wish, count, of } => words.format(
            "change.leave-out.some",
            &[
                ("name", &wished(*wish)),
                ("count", &words.number(f64::from(*count), 0)),
                ("of", &words.number(f64::from(*of), 0)),
            ],
        ),
        Change::Exchange { from, to, .. } => words.format(
            "change.exchange",
            &[
                ("from", &names::service(words, terms, from)),
                ("to", &names::service(words, terms, to)),
            ],
        ),
        Change::Budget {
            to: Budget::HOURLY,
            exact,
            ..
        } => amount::about_by_the_hour(words, terms, (*exact, *exact)),
        Change::Budget { from, to, .. } => amount::budget_change(words, terms, *from, *to),
        Change::Deadline { from, to, .. } => deadline(words, *from, *to),
        Change::Study { .. } if words.show() == PriceDisplay::Ratios => {
            words.get("offer.discovery")
        }
        Change::Study { hours } => words.format(
            "change.study",
            &[("hours", &quantity::hours(words, *hours))],
        ),
        Change::Pay { to, .. } => answer::pay(words, *to),
        Change::Costs => words.get("change.costs"),
        Change::Hourly { rate, pays, .. } => amount::hourly(words, terms, *rate, pays),
        Change::Limit { kind, to, .. } => {
            let kind = words.get_for("care.{}", kind.name());
            match words.show() {
                PriceDisplay::Ratios => words.format("change.limit.ratio", &[("kind", &kind)]),
                PriceDisplay::Prices | PriceDisplay::Ranges => {
                    words.plural("change.limit", *to, &[("kind", &kind)])
                }
            }
        }
        Change::Start { service } => words.format(
            "change.start",
            &[("name", &names::service(words, terms, service))],
        ),
    }
}

/// Formats another date; both are counted from the same day.
fn deadline(words: &Words, from: Option<Deadline>, to: Deadline) -> String {
    let weeks = |deadline: Deadline| quantity::weeks(words, deadline.weeks());
    match from {
        None => words.format(
            "change.deadline.fill",
            &[("to", &quantity::deadline(words, to))],
        ),
        Some(from) => words.format(
            "change.deadline",
            &[("from", &weeks(from)), ("to", &weeks(to))],
        ),
    }
}
