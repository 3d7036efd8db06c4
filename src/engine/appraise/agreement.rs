//! Agreement: what to have in writing before the start.
//!
//! The advice that experienced people give most often. It is data, in the order in which it is read;
//! the words are made elsewhere, and they are no legal text.

use super::scenario::{self, Scenario};
use super::{UnknownId, fitting};
use crate::model::{
    Brief, Budget, CareKind, CareOwner, Contact, CountedFrom, Deadline, Pay, Payer, Terms, Want,
};
use serde::Serialize;

/// The share of the money that a deposit is. Assumption, as in the odds.
const DEPOSIT: f64 = 1.0 / 3.0;

/// One thing to have in writing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "id", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Clause {
    /// What is in: the wishes of the brief.
    Scope {
        /// For each of them where the wish stands in the brief, counted from 0.
        wishes: Vec<usize>,
    },
    /// What is not in: the exclusions of the services.
    Excludes {
        /// The ids of the wished services that say what is not in them.
        services: Vec<String>,
    },
    /// The price, and when it falls due.
    Price {
        /// The deal with its amount.
        budget: Budget,
        /// Its payments, first to last. Empty by the hour and by the month.
        payments: Vec<Payment>,
    },
    /// What a change costs: it is billed by the hour, and it moves the date.
    Changes {
        /// The price of an hour, in the terms' currency, as a client is told it.
        rate: f64,
    },
    /// Rounds of changes in the price.
    Rounds {
        /// How many.
        included: u32,
    },
    /// Content that the client brings.
    Content {
        /// The week by which it must be there, counted from today.
        week: f64,
    },
    /// Answers that the client gives.
    Answers {
        /// How often the client can be reached.
        contact: Contact,
    },
    /// The one person who decides.
    Decider,
    /// Somebody outside who must do their part first.
    ThirdParty {
        /// The wait that is usual, in weeks.
        weeks: f64,
    },
    /// Charges of others, and who pays it.
    Costs {
        /// Payer of it.
        payer: Payer,
        /// Once, in the terms' currency.
        once: f64,
        /// Every month.
        monthly: f64,
    },
    /// Care of one kind.
    Care {
        /// Which kind.
        kind: CareKind,
        /// Owner of it.
        by: CareOwner,
        /// Hours a month.
        hours: f64,
        /// Until so many months after delivery.
        months: f64,
    },
    /// The date of delivery.
    Date {
        /// The weeks.
        weeks: f64,
        /// The day from which they are counted.
        from: CountedFrom,
    },
    /// It is handed over when it is paid.
    HandOver,
    /// The end of a gift.
    GiftEnds {
        /// The person-hours that are given. None where it was not said.
        hours: Option<f64>,
        /// The months over which care is given.
        months: f64,
    },
}

/// One payment of a price.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Payment {
    /// The money, in the terms' currency.
    pub money: f64,
    /// The week in which it falls due, counted from the start of the work.
    pub week: f64,
}

/// Returns what to have in writing before the start of a job, only what applies.
///
/// # Errors
/// Every service, promise and purpose that the brief names and the terms do not have.
pub fn agreement(brief: &Brief, terms: &Terms) -> Result<Vec<Clause>, Vec<UnknownId>> {
    let unknown = fitting::unknown_ids(brief, terms);
    if !unknown.is_empty() {
        return Err(unknown);
    }
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
    // Where there is no date, the one that holds in 8 of 10 cases.
    let delivery = from_start(match deadline {
        Some(weeks) if weeks.is_finite() => weeks,
        _ => job.weeks_quantile(0.8),
    });
    if let Some(budget) = scenario.budget()
        && !scenario.is_gift()
        && !scenario.is_share()
    {
        // Of a range the amount that counts.
        let budget = budget
            .amount()
            .map_or(budget, |amount| budget.with_amount(amount));
        clauses.push(Clause::Price {
            budget,
            payments: payments(budget, brief, delivery),
        });
    }
    clauses.push(Clause::Changes {
        rate: job.told(terms.rate),
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
    Ok(clauses)
}

/// The ids of the wished services that say what is not in them, each once.
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

/// The payments of a price that is delivered in so many weeks from the start.
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
