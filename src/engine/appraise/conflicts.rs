//! Conflicts: answers that contradict one another, found by rules that are data.
//!
//! A rule applies if all of its conditions do. A condition compares a measure of the brief with a
//! threshold. A measure without a value (no deadline, no budget) compares as false.

use crate::appraise::scenario::{Item, Scenario};
use crate::model::{
    Brief, Budget, CareKind, CareOwner, Conflict, Contact, Deadline, Keepable, Odds, Pay, Priority,
};
use Compare::{AtLeast, Below, Is};
use serde::{Deserialize, Deserializer, de::Error};

/// Measure of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Number of wishes.
    Wishes,
    /// Share of the wishes that are musts: 0 to 1.
    MustShare,
    /// Number of musts that do not serve the purpose.
    MustsOffPurpose,
    /// 1 if a purpose was given, otherwise 0.
    PurposeSaid,
    /// Share of the wishes that do not serve the purpose: 0 to 1.
    OffPurposeShare,
    /// 1 if money and date hold often enough for a yes, otherwise 0.
    Holds,
    /// Odds of being on time: 0 to 1.
    OddsOfTime,
    /// Odds of being on time if the content were ready: 0 to 1.
    OddsOfTimeWithContent,
    /// 1 if the client can rarely be reached, otherwise 0.
    RarelyReachable,
    /// 1 if the price is fixed and known, otherwise 0.
    FixedPrice,
    /// 1 if the price is to be fixed, known or not, otherwise 0.
    FixedDeal,
    /// 1 if nobody at the shop has looked at the existing thing, otherwise 0.
    Unseen,
    /// 1 if the money comes once it earns, or as a share, otherwise 0.
    PaidAfterItEarns,
    /// 1 if the hours are a gift, otherwise 0.
    Gift,
    /// 1 if the months of a gift were given, otherwise 0.
    GiftMonthsSaid,
    /// Number of kinds of care that the client expects from the shop, unpaid.
    UnpaidCareSaid,
    /// 1 if a budget was given, otherwise 0.
    BudgetSaid,
    /// 1 if a date was given, otherwise 0.
    DateSaid,
    /// Care expected from the shop, unpaid, over the median hours of the work.
    CareShare,
    /// 1 if content is said not to be ready, otherwise 0.
    ContentNotReady,
    /// Number of promises that take extra hours.
    PricedPromises,
    /// Number of kinds of care that the shop is to be paid for and does not sell.
    PaidCareNotSold,
    /// 1 if nobody decides alone, otherwise 0.
    NoDecider,
    /// 1 if the job is said not to be written down, otherwise 0.
    NotWritten,
    /// Weeks asked for minus the weeks until the team can start.
    WeeksAfterStart,
    /// Number of wishes for a service that an earlier wish already names.
    WishedTwice,
}

/// Comparison of a measure with a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// Equal to the threshold.
    Is,
    /// The threshold or more.
    AtLeast,
    /// Less than the threshold.
    Below,
}

/// Rule, which applies if all of its conditions do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Name in documents.
    pub id: &'static str,
    /// Conditions. Every threshold is our assumption.
    pub when: &'static [(Measure, Compare, f64)],
}

/// All rules, in display order.
pub const RULES: &[Rule] = &[
    Rule {
        id: "everything-is-a-must",
        when: &[
            (Measure::Wishes, AtLeast, 3.0),
            (Measure::MustShare, Is, 1.0),
            (Measure::Holds, Is, 0.0),
        ],
    },
    Rule {
        id: "all-three-fixed",
        when: &[
            (Measure::Wishes, AtLeast, 2.0),
            (Measure::MustShare, Is, 1.0),
            (Measure::DateSaid, Is, 1.0),
            (Measure::FixedPrice, Is, 1.0),
            (Measure::Holds, Is, 0.0),
        ],
    },
    Rule {
        id: "musts-off-purpose",
        when: &[
            (Measure::PurposeSaid, Is, 1.0),
            (Measure::MustsOffPurpose, AtLeast, 1.0),
        ],
    },
    Rule {
        id: "mostly-off-purpose",
        when: &[
            (Measure::PurposeSaid, Is, 1.0),
            (Measure::Wishes, AtLeast, 3.0),
            (Measure::OffPurposeShare, AtLeast, 0.5),
        ],
    },
    Rule {
        id: "many-wishes-no-purpose",
        when: &[
            (Measure::Wishes, AtLeast, 4.0),
            (Measure::PurposeSaid, Is, 0.0),
        ],
    },
    Rule {
        id: "rush-but-rarely-reachable",
        when: &[
            (Measure::RarelyReachable, Is, 1.0),
            (Measure::OddsOfTime, Below, 0.8),
        ],
    },
    Rule {
        id: "rush-but-nobody-decides",
        when: &[
            (Measure::NoDecider, Is, 1.0),
            (Measure::OddsOfTime, Below, 0.8),
        ],
    },
    Rule {
        id: "free-forever",
        when: &[
            (Measure::FixedDeal, Is, 1.0),
            (Measure::CareShare, AtLeast, 0.25),
        ],
    },
    Rule {
        id: "content-late-for-the-date",
        when: &[
            (Measure::ContentNotReady, Is, 1.0),
            (Measure::OddsOfTime, Below, 0.8),
            (Measure::OddsOfTimeWithContent, AtLeast, 0.8),
        ],
    },
    Rule {
        id: "promise-without-budget",
        when: &[
            (Measure::PricedPromises, AtLeast, 1.0),
            (Measure::BudgetSaid, Is, 0.0),
        ],
    },
    Rule {
        id: "fixed-price-for-the-unwritten",
        when: &[
            (Measure::FixedPrice, Is, 1.0),
            (Measure::NotWritten, Is, 1.0),
        ],
    },
    Rule {
        id: "fixed-price-for-the-unseen",
        when: &[(Measure::FixedDeal, Is, 1.0), (Measure::Unseen, Is, 1.0)],
    },
    Rule {
        id: "paid-after-it-earns",
        when: &[(Measure::PaidAfterItEarns, Is, 1.0)],
    },
    Rule {
        id: "gift-without-end",
        when: &[
            (Measure::Gift, Is, 1.0),
            (Measure::GiftMonthsSaid, Is, 0.0),
            (Measure::UnpaidCareSaid, AtLeast, 1.0),
        ],
    },
    Rule {
        id: "paid-care-not-sold",
        when: &[(Measure::PaidCareNotSold, AtLeast, 1.0)],
    },
    Rule {
        id: "due-before-the-start",
        when: &[(Measure::WeeksAfterStart, Below, 0.0)],
    },
    Rule {
        id: "wished-twice",
        when: &[(Measure::WishedTwice, AtLeast, 1.0)],
    },
];

impl<'de> Deserialize<'de> for Conflict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Conflict, D::Error> {
        #[derive(Deserialize)]
        struct ConflictRepr {
            id: String,
        }
        let ConflictRepr { id } = ConflictRepr::deserialize(deserializer)?;
        let rule = RULES.iter().find(|rule| rule.id == id);
        let rule = rule.ok_or_else(|| D::Error::custom("there is no conflict of this id"))?;
        Ok(Conflict { id: rule.id })
    }
}

/// Returns the conflicts of a brief with these odds.
pub(crate) fn conflicts(
    brief: &Brief,
    scenario: &Scenario,
    items: &[Item],
    odds: Odds,
) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for rule in RULES {
        let holds = rule.when.iter().all(|(measure, compare, threshold)| {
            value(*measure, brief, scenario, items, odds).is_some_and(|value| match compare {
                Is => value == *threshold,
                AtLeast => value >= *threshold,
                Below => value < *threshold,
            })
        });
        if holds {
            conflicts.push(Conflict { id: rule.id });
        }
    }
    conflicts
}

/// Returns the value of a measure, or `None` if it has none.
fn value(
    measure: Measure,
    brief: &Brief,
    scenario: &Scenario,
    items: &[Item],
    odds: Odds,
) -> Option<f64> {
    let count = |of: usize| Some(of as f64);
    let yes = |holds: bool| Some(f64::from(u8::from(holds)));
    let share = |of: usize| (!items.is_empty()).then(|| of as f64 / items.len() as f64);
    let musts = || items.iter().filter(|item| item.priority == Priority::Must);
    match measure {
        Measure::Wishes => count(items.len()),
        Measure::MustShare => share(musts().count()),
        Measure::MustsOffPurpose => count(musts().filter(|item| !item.serves).count()),
        Measure::PurposeSaid => yes(brief.purpose.is_some()),
        Measure::OffPurposeShare => share(items.iter().filter(|item| !item.serves).count()),
        Measure::Holds => yes(odds.both.is_some_and(|odds| odds >= scenario.confidence)),
        Measure::OddsOfTime => odds.time,
        Measure::OddsOfTimeWithContent => {
            let mut ready = *scenario;
            ready.pace.content_ready = Some(true);
            ready.job().time()
        }
        Measure::RarelyReachable => yes(brief.conditions.contact == Some(Contact::Rarely)),
        Measure::FixedPrice => {
            yes(matches!(brief.budget, Some(Budget::Fixed(price)) if price.least().is_some()))
        }
        Measure::FixedDeal => yes(matches!(brief.budget, Some(Budget::Fixed(_)))),
        Measure::Unseen => yes(scenario.is_unseen()),
        // The timing of payments does not apply to a gift.
        Measure::PaidAfterItEarns => {
            yes(matches!(brief.pay, Some(Pay::Later | Pay::Share)) && !scenario.is_gift())
        }
        Measure::Gift => yes(scenario.is_gift()),
        Measure::GiftMonthsSaid => yes(matches!(
            brief.budget,
            Some(Budget::Gift {
                months: Some(_),
                ..
            })
        )),
        Measure::UnpaidCareSaid => count(
            CareKind::ALL
                .into_iter()
                .filter(|kind| scenario.owners[*kind] == Some(CareOwner::UsUnpaid))
                .filter(|kind| scenario.care[*kind] > 0.0)
                .count(),
        ),
        Measure::BudgetSaid => yes(scenario.budget().is_some()),
        Measure::DateSaid => yes(matches!(brief.deadline, Some(Deadline::Weeks { .. }))),
        Measure::CareShare => {
            let work = scenario.job().whole_effort_quantile(0.5);
            let said = CareKind::ALL
                .into_iter()
                .filter(|kind| scenario.owners[*kind] == Some(CareOwner::UsUnpaid));
            let care: f64 = said.map(|kind| scenario.care_hours(kind)).sum();
            (work > 0.0).then(|| care / work)
        }
        Measure::ContentNotReady => yes(brief.conditions.content_ready == Some(false)),
        Measure::PricedPromises => count(
            brief
                .promises
                .iter()
                .filter(|id| {
                    scenario
                        .terms
                        .promise(id)
                        .is_some_and(|promise| matches!(promise.keepable, Keepable::Priced(_)))
                })
                .count(),
        ),
        Measure::PaidCareNotSold => count(
            CareKind::ALL
                .into_iter()
                .filter(|kind| {
                    scenario.owners[*kind] == Some(CareOwner::UsPaid)
                        && !scenario.terms.care[*kind].offered
                })
                .count(),
        ),
        Measure::NoDecider => yes(brief.conditions.decider == Some(false)),
        Measure::NotWritten => yes(brief.conditions.written == Some(false)),
        Measure::WeeksAfterStart => match brief.deadline? {
            Deadline::Weeks { weeks, .. } => Some(weeks - scenario.job().start()),
            Deadline::Open => None,
        },
        Measure::WishedTwice => {
            let mut again = 0;
            for (at, item) in items.iter().enumerate() {
                let mut before = items.iter().take(at);
                let is_again =
                    item.service.is_some() && before.any(|before| before.service == item.service);
                again += usize::from(is_again);
            }
            count(again)
        }
    }
}
