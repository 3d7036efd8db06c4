//! Reasons in sentences with their numbers.

use super::words::Words;
use super::{amount, names, quantity};
use crate::engine::{Appraisal, Brief, Budget, CareKind, Pay, PriceDisplay, Reason, Terms};

/// Formats a reason for the client, to whom an amount says more than hours do. Hours next to a
/// price would reveal the shop's rate.
pub fn reason_to_client(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
    reason: &Reason,
) -> String {
    let is_gift = matches!(brief.budget, Some(Budget::Gift { .. }));
    match reason {
        Reason::Budget { rate: None, .. }
            if words.show() == PriceDisplay::Prices && brief.so_far.is_none() && !is_gift =>
        {
            let budget = brief
                .budget
                .map(|budget| amount::budget(words, terms, budget));
            let cost = |amount| {
                amount::usually(words, terms, (amount, amount), brief.budget).unwrap_or_default()
            };
            words.format(
                "reason.budget.money",
                &[
                    ("p50", &cost(appraisal.price.p50)),
                    ("p80", &cost(appraisal.price.p80)),
                    ("money", &budget.unwrap_or_default()),
                ],
            )
        }
        Reason::Budget { rate: None, .. } | Reason::Care { .. } if !is_gift => {
            self::said(words, terms, brief, reason, false)
        }
        _ => self::reason(words, terms, brief, reason),
    }
}

/// Formats a reason for the shop: the hours of a budget as a calculation that can be checked.
pub fn reason_to_shop(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
    reason: &Reason,
) -> String {
    let (work, care) = (appraisal.hours.p50.round(), appraisal.care_hours.round());
    match reason {
        Reason::Budget {
            rate: None,
            money,
            pays_hours,
            ..
        } if care > 0.0 && brief.so_far.is_none() => words.format(
            "reason.budget.sum",
            &[
                ("work", &quantity::hours(words, work)),
                ("care", &quantity::hours(words, care)),
                ("months", &quantity::months(words, terms.care_months)),
                ("total", &quantity::hours(words, work + care)),
                ("money", &words.money(*money, &terms.currency)),
                ("pays", &quantity::hours(words, *pays_hours)),
            ],
        ),
        _ => self::reason(words, terms, brief, reason),
    }
}

/// Formats a reason in a sentence with its numbers. A mere assumption is put as a condition; for a
/// job that is under way, the money is compared with the remaining work.
pub fn reason(words: &Words, terms: &Terms, brief: &Brief, reason: &Reason) -> String {
    said(
        words,
        terms,
        brief,
        reason,
        words.show() != PriceDisplay::Ratios,
    )
}

fn said(words: &Words, terms: &Terms, brief: &Brief, reason: &Reason, openly: bool) -> String {
    let weeks = |weeks: f64| quantity::weeks(words, weeks);
    match reason {
        Reason::Budget {
            rate: Some(rate), ..
        } if openly => words.format(
            "reason.rate",
            &[("rate", &words.money(*rate, &terms.currency))],
        ),
        Reason::Budget {
            money,
            pays_hours,
            total_p50,
            total_p80,
            ..
        } if openly => words.format(
            match (brief.budget, brief.so_far) {
                (Some(Budget::Gift { .. }), _) => "reason.budget.gift",
                (_, None) => "reason.budget",
                (_, Some(_)) => "reason.budget.left",
            },
            &[
                ("p50", &quantity::hours(words, *total_p50)),
                ("p80", &quantity::hours(words, *total_p80)),
                ("money", &words.money(*money, &terms.currency)),
                ("pays", &quantity::hours(words, *pays_hours)),
            ],
        ),
        Reason::Budget {
            pays_hours,
            total_p80,
            ..
        } => words.format(
            "reason.budget.ratio",
            &[("n", &amount::percent(words, pays_hours / total_p80))],
        ),
        Reason::Deadline {
            weeks: given,
            p50,
            p80,
            ..
        } => words.format(
            "reason.deadline",
            &[
                ("p50", &weeks(*p50)),
                ("p80", &weeks(*p80)),
                ("weeks", &weeks(*given)),
            ],
        ),
        Reason::Care {
            kinds,
            hours,
            work_p50,
            months,
            said,
            ..
        } => {
            let share = amount::percent(words, hours / work_p50);
            words.format(
                match (said, openly) {
                    (true, true) => "reason.care",
                    (true, false) => "reason.care.ratio",
                    (false, true) => "reason.care.if",
                    (false, false) => "reason.care.if.ratio",
                },
                &[
                    ("kinds", &self::kinds(words, kinds)),
                    ("hours", &quantity::hours(words, *hours)),
                    ("months", &quantity::months(words, *months)),
                    ("work", &quantity::hours(words, *work_p50)),
                    ("n", &share),
                ],
            )
        }
        Reason::Content { weeks: wait, .. } => {
            words.format("reason.content", &[("weeks", &weeks(*wait))])
        }
        Reason::Contact { said: true, .. } => words.get("reason.contact"),
        Reason::Contact { said: false, .. } => words.get("reason.contact.if"),
        Reason::Phases { said: true, .. } => words.get("reason.phases"),
        Reason::Phases { said: false, .. } => words.get("reason.phases.if"),
        Reason::Existing { .. } => words.get("reason.existing"),
        Reason::Pay {
            pay, unpaid, said, ..
        } => words.format(
            match pay {
                _ if !said => "reason.pay.if",
                Pay::Deposit | Pay::Stages(_) => "reason.pay.parts",
                Pay::End => "reason.pay.end",
                Pay::Later => "reason.pay.later",
                Pay::Share => "reason.pay.share",
            },
            &[("n", &amount::percent(words, *unpaid))],
        ),
        Reason::Bid { hours, chance, .. } => words.format(
            "reason.bid",
            &[
                ("hours", &quantity::hours(words, *hours)),
                ("odds", &quantity::odds(words, *chance)),
            ],
        ),
        Reason::Costs { money, .. } if openly => words.format(
            "reason.costs",
            &[("money", &amount::roughly(words, terms, *money))],
        ),
        Reason::Costs { .. } => words.get("reason.costs.ratio"),
        Reason::Rounds {
            rounds, included, ..
        } => words.plural(
            "reason.rounds",
            f64::from(*rounds),
            &[("included", &words.number(f64::from(*included), 0))],
        ),
        Reason::LeastWeeks { weeks: least, .. } => {
            words.format("reason.least-weeks", &[("weeks", &weeks(*least))])
        }
        Reason::Depends { weeks: wait, .. } => {
            words.format("reason.depends", &[("weeks", &weeks(*wait))])
        }
        Reason::TimeHolds {
            p80, weeks: None, ..
        } => words.format("reason.time-holds", &[("p80", &weeks(*p80))]),
        Reason::TimeHolds {
            p80,
            weeks: Some(given),
            ..
        } => words.format(
            "reason.time-holds.of",
            &[("p80", &weeks(*p80)), ("weeks", &weeks(*given))],
        ),
        Reason::MoneyHolds { .. } if matches!(brief.budget, Some(Budget::Gift { .. })) => {
            words.get("reason.gift-holds")
        }
        Reason::MoneyHolds { p80, .. } => match words.show() {
            PriceDisplay::Prices => words.format(
                "reason.money-holds",
                &[(
                    "p80",
                    &amount::usually(words, terms, (*p80, *p80), brief.budget).unwrap_or_default(),
                )],
            ),
            PriceDisplay::Ranges | PriceDisplay::Ratios => words.get("reason.money-holds.plain"),
        },
        Reason::PromisesHold { .. } => words.get("reason.promises-hold"),
        Reason::Stop { .. } | Reason::Promise { .. } | Reason::Smallest { .. } => {
            obstacle(words, terms, reason).unwrap_or_default()
        }
    }
}

/// Formats a reason that no date and no way of working can settle. `None` for any other.
pub fn obstacle(words: &Words, terms: &Terms, reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::Stop { stop } => words.get_for("reason.stop.{}", stop.name()),
        Reason::Promise { promise: id } => words.format(
            "reason.promise",
            &[("promise", &names::promise(words, terms, id))],
        ),
        Reason::Smallest { money, smallest } => match amount::disclosed(words, terms, *smallest) {
            Some(smallest) => words.format(
                "reason.smallest",
                &[
                    ("smallest", &smallest),
                    ("money", &words.money(*money, &terms.currency)),
                ],
            ),
            None => words.get("reason.smallest.ratio"),
        },
        _ => return None,
    })
}

/// Lists kinds of care within a sentence.
fn kinds(words: &Words, kinds: &[CareKind]) -> String {
    let kinds: Vec<String> = kinds
        .iter()
        .map(|kind| words.get_for("care.{}.inline", kind.name()))
        .collect();
    words.list(&kinds)
}
