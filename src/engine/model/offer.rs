//! Offers: changed briefs that reach the confidence, change by change.

use super::brief::{Brief, Contact, Pay};
use super::budget::Budget;
use super::care::{CareKind, CareOwner};
use super::deadline::Deadline;
use super::flag::Flag;
use super::odds::{Odds, Quantiles};
use super::terms::Terms;
use serde::{Deserialize, Serialize};

/// Changed brief that reaches the confidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// Kind of offer.
    #[serde(rename = "id")]
    pub kind: OfferKind,
    /// Every change, repairs first.
    pub changes: Vec<Change>,
    /// The changed brief.
    pub brief: Brief,
    /// Its odds.
    pub odds: Odds,
    /// True if it lies within the terms' reach; otherwise it shows what a yes would take.
    pub within: bool,
}

impl Offer {
    /// Returns `true` if its price is within the range that was asked for, of which only the lower end
    /// counts.
    pub fn is_within_range(&self, asked: &Brief) -> bool {
        let price = self.brief.budget.and_then(Budget::amount);
        price.is_some_and(|price| asked.budget.is_some_and(|range| range.ranges_to(price)))
    }

    /// Returns the offer as a client may read it, without the floor rate, which is the shop's own:
    /// if the price of an hour is raised, it is raised to the published rate. The odds stay those
    /// at the floor rate; at the higher one they are no worse.
    #[must_use]
    pub fn at_published_rate(mut self, terms: &Terms) -> Offer {
        for change in &mut self.changes {
            if let Change::Budget { from, to, exact } = change
                && let Budget::Hourly { rate, .. } = to
                && rate.is_some()
                && !matches!(from, Some(Budget::Hourly { rate: asked, .. }) if asked == rate)
            {
                *exact = terms.quoted_rate();
                *rate = Some(*exact);
                self.brief.budget = Some(*to);
            }
        }
        self
    }
}

names! {
    /// Kind of offer.
    pub enum OfferKind {
        /// The repairs alone suffice.
        Repair = "repair",
        /// Pay in stages.
        Plan = "plan",
        /// Other ways of working together.
        Conditions = "conditions",
        /// More money.
        Price = "price",
        /// A later date.
        Time = "time",
        /// More money and a later date.
        Both = "both",
        /// Some wishes left for a second phase.
        Less = "less",
        /// The musts alone, with the money and the date that they need.
        Phase = "phase",
        /// Other means to the same purpose.
        Means = "means",
        /// A monthly fee that covers the work and its care.
        Retainer = "retainer",
        /// By the hour.
        Hourly = "hourly",
        /// A limit to unpaid care.
        Limit = "limit",
        /// As much as the money buys.
        Start = "start",
        /// A small paid study first.
        Discovery = "discovery",
    }
}

/// One change of an offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "id", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Change {
    /// A condition that the shop never accepts is lifted.
    Lift {
        /// The condition.
        stop: Flag,
    },
    /// A promise that nobody can keep is no longer expected.
    Promise {
        /// Its id.
        promise: String,
    },
    /// A kind of care gets another owner, or its first.
    Care {
        /// Kind of care.
        kind: CareKind,
        /// Previous owner, if any was named.
        from: Option<CareOwner>,
        /// New owner.
        to: CareOwner,
    },
    /// Content is ready before the start.
    ContentReady {
        /// Previous answer, if any.
        from: Option<bool>,
    },
    /// The client can be reached this often.
    Contact {
        /// Previous answer, if any.
        from: Option<Contact>,
        /// New answer.
        to: Contact,
    },
    /// It is delivered in phases.
    Phased {
        /// Previous answer, if any.
        from: Option<bool>,
    },
    /// Some of a wish, or all of it, is left for a second phase.
    LeaveOut {
        /// Index of the wish in the original brief.
        wish: usize,
        /// Number of units left out.
        count: u32,
        /// Number of units wished for.
        of: u32,
    },
    /// A service is exchanged for another that serves the same purpose.
    Exchange {
        /// Index of the wish in the brief.
        wish: usize,
        /// Id of the wished service.
        from: String,
        /// Id of the service that replaces it.
        to: String,
    },
    /// Another budget.
    Budget {
        /// Previous budget, if any.
        from: Option<Budget>,
        /// New budget, rounded up to three significant digits.
        to: Budget,
        /// Amount before rounding, in the terms' currency.
        exact: f64,
    },
    /// Another date.
    Deadline {
        /// Previous deadline, if any.
        from: Option<Deadline>,
        /// New deadline, rounded up to half a week.
        to: Deadline,
        /// Weeks before rounding.
        exact: f64,
    },
    /// A small paid study as a job of its own.
    Study {
        /// Its likely hours.
        hours: f64,
    },
    /// The payments have another timing.
    Pay {
        /// Previous timing, if any.
        from: Option<Pay>,
        /// New timing.
        to: Pay,
    },
    /// The client pays third-party charges.
    Costs,
    /// Work by the hour, with its likely total.
    Hourly {
        /// Previous budget, if any.
        from: Option<Budget>,
        /// The price of an hour, in the terms' currency.
        rate: f64,
        /// Payment by the client, in the terms' currency.
        pays: Quantiles,
    },
    /// A kind of care has a monthly limit of free hours; further ones are billed.
    Limit {
        /// Kind of care.
        kind: CareKind,
        /// Previous hours a month.
        from: f64,
        /// New hours a month.
        to: f64,
    },
    /// One service replaces all wishes.
    Start {
        /// Its id.
        service: String,
    },
}

impl Change {
    /// Returns `true` if it only settles how the work is done, without changing money, date or
    /// scope.
    pub fn is_settling(&self) -> bool {
        matches!(
            self,
            Change::Lift { .. }
                | Change::Care { .. }
                | Change::ContentReady { .. }
                | Change::Contact { .. }
                | Change::Phased { .. }
                | Change::Pay { .. }
                | Change::Costs
        )
    }

    /// Returns `true` if it replaces an answer about how the work is done, rather than giving one
    /// that is missing.
    pub fn is_against_an_answer(&self) -> bool {
        matches!(
            self,
            Change::Lift { .. }
                | Change::Care { from: Some(_), .. }
                | Change::ContentReady { from: Some(_) }
                | Change::Contact { from: Some(_), .. }
                | Change::Phased { from: Some(_) }
                | Change::Pay { from: Some(_), .. }
        )
    }
}
