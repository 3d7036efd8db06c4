//! Reasons for an answer, with the numbers for their sentences.

use super::brief::{Contact, Pay};
use super::care::CareKind;
use super::flag::Flag;
use serde::{Deserialize, Serialize};

/// Reason for the answer, with the numbers for its sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "id", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Reason {
    /// Condition that the shop never accepts.
    Stop {
        /// The condition.
        stop: Flag,
    },
    /// Promise that nobody can keep.
    Promise {
        /// Its id.
        promise: String,
    },
    /// Too little money.
    Budget {
        /// Gain in odds without a limit to the money.
        lift: f64,
        /// Offered money as a fixed price, or its equivalent over the care months, in the terms'
        /// currency.
        money: f64,
        /// Offered price of an hour, in the terms' currency, if an hourly job pays less than an
        /// hour must bring.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rate: Option<f64>,
        /// Hours that the money pays for.
        pays_hours: f64,
        /// Hours of work and unpaid care, median.
        total_p50: f64,
        /// Hours of work and unpaid care, exceeded in 2 of 10 cases.
        total_p80: f64,
    },
    /// Too close a date.
    Deadline {
        /// Gain in odds without a date.
        lift: f64,
        /// Weeks that were asked for.
        weeks: f64,
        /// Weeks it takes, median.
        p50: f64,
        /// Weeks it takes, exceeded in 2 of 10 cases.
        p80: f64,
    },
    /// Care that nobody pays for.
    Care {
        /// Gain in odds if it is paid for.
        lift: f64,
        /// Its kinds.
        kinds: Vec<CareKind>,
        /// Its likely hours over the care months.
        hours: f64,
        /// Hours of the work itself, median.
        work_p50: f64,
        /// Months over which it is counted.
        months: f64,
        /// False if some of it was only assumed to be the shop's.
        said: bool,
    },
    /// Content that is not ready.
    Content {
        /// Gain in odds if it is ready.
        lift: f64,
        /// Usual wait in weeks.
        weeks: f64,
    },
    /// Contact that is not daily.
    Contact {
        /// Gain in odds with daily contact.
        lift: f64,
        /// The client's answer, if any.
        contact: Option<Contact>,
        /// False if it was only assumed.
        said: bool,
    },
    /// Delivery in one go.
    Phases {
        /// Gain in odds with phases.
        lift: f64,
        /// False if it was only assumed.
        said: bool,
    },
    /// Existing thing that nobody at the shop has looked at.
    Existing {
        /// Gain in odds once somebody has.
        lift: f64,
    },
    /// Pay that may never come.
    Pay {
        /// Gain in odds if everything were paid in advance. `None` for a share, which brings no
        /// money.
        lift: Option<f64>,
        /// Timing of the payments.
        pay: Pay,
        /// Chance that outstanding payments never come: 0 to 0.5.
        unpaid: f64,
        /// False if it was only assumed.
        said: bool,
    },
    /// Cost of a bid that rivals are likelier to win.
    Bid {
        /// Gain in odds without a bid.
        lift: f64,
        /// Person-hours of all the bids that it takes to win one such job.
        hours: f64,
        /// Chance of winning it: above 0, at most 1.
        chance: f64,
    },
    /// Third-party charges, if the shop pays them.
    Costs {
        /// Gain in odds if the client pays them.
        lift: f64,
        /// Their total, in the terms' currency.
        money: f64,
    },
    /// Rounds of changes beyond those in the price.
    Rounds {
        /// Gain in odds without them.
        lift: f64,
        /// Expected rounds.
        rounds: u32,
        /// Rounds in the price.
        included: u32,
    },
    /// Work with a least duration, however many people share it.
    #[serde(rename = "leastWeeks")]
    LeastWeeks {
        /// Gain in odds without the least duration.
        lift: f64,
        /// Least duration in weeks.
        weeks: f64,
    },
    /// Somebody outside who must do their part first.
    Depends {
        /// Gain in odds without them.
        lift: f64,
        /// Usual wait in weeks.
        weeks: f64,
    },
    /// Job that brings too little to be worth starting.
    Smallest {
        /// Money that it brings, in the terms' currency.
        money: f64,
        /// Smallest acceptable amount, in the terms' currency.
        smallest: f64,
    },
    /// Date that holds, if the answer is `take`.
    TimeHolds {
        /// Its odds.
        odds: f64,
        /// Weeks it takes, exceeded in 2 of 10 cases.
        p80: f64,
        /// Weeks given, or `None` if there is no date.
        weeks: Option<f64>,
    },
    /// Money that holds, if the answer is `take`.
    MoneyHolds {
        /// Its odds.
        odds: f64,
        /// Price that pays in 8 of 10 cases.
        p80: f64,
    },
    /// Promises that can all be kept, if the answer is `take`.
    PromisesHold {
        /// Number of promises.
        count: usize,
    },
}

impl Reason {
    /// Returns the gain in odds if it is repaired, or `None` if odds do not come into it.
    pub fn lift(&self) -> Option<f64> {
        match self {
            Reason::Budget { lift, .. }
            | Reason::Deadline { lift, .. }
            | Reason::Care { lift, .. }
            | Reason::Content { lift, .. }
            | Reason::Contact { lift, .. }
            | Reason::Phases { lift, .. }
            | Reason::Existing { lift }
            | Reason::Bid { lift, .. }
            | Reason::Costs { lift, .. }
            | Reason::Rounds { lift, .. }
            | Reason::LeastWeeks { lift, .. }
            | Reason::Depends { lift, .. } => Some(*lift),
            Reason::Pay { lift, .. } => *lift,
            Reason::Stop { .. }
            | Reason::Promise { .. }
            | Reason::Smallest { .. }
            | Reason::TimeHolds { .. }
            | Reason::MoneyHolds { .. }
            | Reason::PromisesHold { .. } => None,
        }
    }
}
