//! Agreement: the points to put in writing before the start.
//!
//! It is the advice that experienced people give most often. The clauses are data, in reading
//! order; the wording is made elsewhere, and is not legal text.

use super::fitting::CheckedBrief;
use super::scenario::{self, Scenario};
use crate::model::{
    Brief, Budget, CareKind, CareOwner, Contact, CountedFrom, Deadline, Pay, Payer, Terms, Want,
};
use serde::Serialize;

/// Deposit as a share of the price. Assumption, as in the odds.
const DEPOSIT: f64 = 1.0 / 3.0;

/// Point to put in writing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "id", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Clause {
    /// Scope: the wishes of the brief.
    Scope {
        /// Indices of the wishes in the brief.
        wishes: Vec<usize>,
    },
    /// Exclusions of the services.
    Excludes {
        /// Ids of the wished services that have exclusions.
        services: Vec<String>,
    },
    /// Price and due dates.
    Price {
        /// Deal and amount.
        budget: Budget,
        /// Payments, first to last. Empty for hourly and monthly deals.
        payments: Vec<Payment>,
    },
    /// Terms of changes: billed by the hour, and the date moves.
    Changes {
        /// Price of an hour, in the terms' currency, as quoted to a client.
        rate: f64,
    },
    /// Rounds of changes in the price.
    Rounds {
        /// Number of rounds.
        included: u32,
    },
    /// Content that the client provides.
    Content {
        /// Week by which it must be ready, counted from today.
        week: f64,
    },
    /// Answers that the client gives.
    Answers {
        /// Availability of the client.
        contact: Contact,
    },
    /// The one person who decides.
    Decider,
    /// Somebody outside who must do their part first.
    ThirdParty {
        /// Usual wait in weeks.
        weeks: f64,
    },
    /// Third-party charges.
    Costs {
        /// Their payer.
        payer: Payer,
        /// One-off charge, in the terms' currency.
        once: f64,
        /// Monthly charge, in the terms' currency.
        monthly: f64,
    },
    /// Care of one kind.
    Care {
        /// Kind of care.
        kind: CareKind,
        /// Its owner.
        by: CareOwner,
        /// Hours a month.
        hours: f64,
        /// Months after delivery for which it is given.
        months: f64,
    },
    /// Delivery date.
    Date {
        /// Number of weeks.
        weeks: f64,
        /// Day from which the weeks are counted.
        from: CountedFrom,
    },
    /// Handover upon payment.
    HandOver,
    /// End of a gift.
    GiftEnds {
        /// Person-hours that are given, or `None` if not said.
        hours: Option<f64>,
        /// Months over which care is given.
        months: f64,
    },
}

/// Instalment of a price.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Payment {
    /// Amount, in the terms' currency.
    pub money: f64,
    /// Week in which it falls due, counted from the start of the work.
    pub week: f64,
}

impl CheckedBrief<'_> {
    /// Returns the clauses to put in writing before the start of a job, only those that apply.
    pub fn agreement(self) -> Vec<Clause> {
        let CheckedBrief { brief, terms } = self;
        let items = scenario::items(brief, terms);
        let scenario = Scenario::new(brief, terms, &items);
        let job = scenario.job();
        let mut clauses = vec![Clause::Scope {
            wishes: (0..brief.wishes.len()).collect(),
        }];
        let services = exclusive_services(brief, terms);
        if !services.is_empty() {
            clauses.push(Clause::Excludes { services });
        }
        let deadline = brief.deadline.map(Deadline::weeks);
        let from_start = |weeks: f64| (weeks - job.start()).max(0.0);
        // Without a date, the one that holds in 8 of 10 cases.
        let delivery = from_start(match deadline {
            Some(weeks) if weeks.is_finite() => weeks,
            _ => job.weeks_quantile(0.8),
        });
        if let Some(budget) = scenario.budget()
            && !scenario.is_gift()
            && !scenario.is_share()
        {
            // For a range, the amount that counts.
            let budget = budget
                .amount()
                .map_or(budget, |amount| budget.with_amount(amount));
            clauses.push(Clause::Price {
                budget,
                payments: payments(budget, brief, delivery),
            });
        }
        clauses.push(Clause::Changes {
            rate: job.quoted(terms.rate),
        });
        clauses.push(Clause::Rounds {
            included: terms.rounds.included,
        });
        clauses.push(Clause::Content {
            week: terms.team.starts_in_weeks,
        });
        clauses.push(Clause::Answers {
            contact: brief.conditions.contact.unwrap_or(Contact::Weekly),
        });
        clauses.push(Clause::Decider);
        if brief.conditions.depends == Some(true) {
            clauses.push(Clause::ThirdParty {
                weeks: terms.depend_wait.median,
            });
        }
        if scenario.has_charges() {
            let charges = scenario.load.charges;
            clauses.push(Clause::Costs {
                payer: brief.costs.unwrap_or(Payer::Client),
                once: charges.once,
                monthly: charges.monthly,
            });
        }
        for kind in CareKind::ALL {
            let hours = scenario.care_said[kind];
            if hours > 0.0 {
                clauses.push(Clause::Care {
                    kind,
                    by: scenario.owners[kind].unwrap_or(CareOwner::UsUnpaid),
                    hours,
                    months: scenario.months(),
                });
            }
        }
        if let Some(Deadline::Weeks { weeks, from }) = brief.deadline {
            clauses.push(Clause::Date { weeks, from });
        }
        if let Some(Budget::Gift { hours, .. }) = brief.budget {
            clauses.push(Clause::GiftEnds {
                hours,
                months: scenario.months(),
            });
        } else {
            clauses.push(Clause::HandOver);
        }
        clauses
    }
}

/// Returns the ids of the wished services that have exclusions, without duplicates.
fn exclusive_services(brief: &Brief, terms: &Terms) -> Vec<String> {
    let mut services = Vec::new();
    for wish in &brief.wishes {
        if let Want::Service { service } = &wish.want
            && terms
                .service(service)
                .is_some_and(|service| !service.excludes.is_empty())
            && !services.contains(service)
        {
            services.push(service.clone());
        }
    }
    services
}

/// Returns the instalments of a price for a job delivered this many weeks after the start.
fn payments(budget: Budget, brief: &Brief, delivery: f64) -> Vec<Payment> {
    let (Budget::Fixed(_), Some(money)) = (budget, budget.amount()) else {
        return Vec::new();
    };
    let payment = |share: f64, at: f64| Payment {
        money: money * share,
        week: delivery * at,
    };
    if let Some(so_far) = brief.so_far {
        let left = (money - so_far.paid).max(0.0);
        return vec![Payment {
            money: left,
            week: delivery,
        }];
    }
    match brief.pay {
        None | Some(Pay::Deposit) => vec![payment(DEPOSIT, 0.0), payment(1.0 - DEPOSIT, 1.0)],
        Some(Pay::Stages(stages)) => {
            let last = f64::from(stages.saturating_sub(1).max(1));
            (0..stages)
                .map(|stage| payment(1.0 / f64::from(stages), f64::from(stage) / last))
                .collect()
        }
        Some(Pay::End | Pay::Later | Pay::Share) => vec![payment(1.0, 1.0)],
    }
}
