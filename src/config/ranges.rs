//! Ranges of the numbers in documents. Bounds that only documents have are assumptions; the others
//! are the engine's.

use crate::engine::bounds::{
    CONFIDENCE_RANGE, LEAST, MOST_HOURS, MOST_MONEY, MOST_MONTHS, MOST_OF_A_POINT, MOST_OF_A_WISH,
    MOST_ROUNDS, MOST_WEEKS, STAGES_RANGE,
};
use Range::{Above0, Below, Within};

/// Range of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// From the first to the second.
    Within(f64, f64),
    /// Above 0, up to this.
    Above0(f64),
    /// From 0 up to, but not including, this.
    Below(f64),
}

impl Range {
    /// Returns `true` if it contains a single number.
    pub fn is_point(self) -> bool {
        matches!(self, Within(least, most) if least == most)
    }

    /// Returns `true` if it contains a number.
    pub fn holds(self, value: f64) -> bool {
        match self {
            Within(least, most) => least <= value && value <= most,
            // A smaller number is read as 0.
            Above0(most) => LEAST <= value && value <= most,
            Below(end) => 0.0 <= value && value < end,
        }
    }
}

/// Version of a document's format.
pub const VERSION: Range = Within(1.0, 1.0);
/// Step of the calculator: many more than there are.
pub const STEP: Range = Within(0.0, 100.0);
/// Price of an hour.
pub const RATE: Range = Above0(MOST_MONEY);
/// Amount of money: in total, a month or an hour.
pub const MONEY: Range = Within(0.0, MOST_MONEY);
/// Odds at which the shop says yes.
pub const CONFIDENCE: Range = Within(CONFIDENCE_RANGE.0, CONFIDENCE_RANGE.1);
/// Offer as a multiple of the request.
pub const STRETCH: Range = Within(1.0, 1e3);
/// Hours a week that the team gives.
pub const HOURS_PER_WEEK: Range = Above0(MOST_HOURS);
/// Hours of work, or of care a month.
pub const HOURS: Range = Within(0.0, MOST_HOURS);
/// Point of an estimate.
pub const POINT: Range = Within(0.0, MOST_OF_A_POINT);
/// Weeks until a date, of a duration or of a wait.
pub const WEEKS: Range = Within(0.0, MOST_WEEKS);
/// Months over which care is counted or given.
pub const CARE_MONTHS: Range = Within(1.0, MOST_MONTHS);
/// Quantile of a spread.
pub const SPREAD: Range = Above0(1e3);
/// Count of one wish.
pub const COUNT: Range = Within(1.0, MOST_OF_A_WISH);
/// Share of the likely hours that an offer may leave out.
pub const SHARE: Range = Within(0.0, 1.0);
/// Chance that outstanding payments never come.
pub const UNPAID: Range = Within(0.0, 0.5);
/// Chance of winning a job.
pub const CHANCE: Range = Above0(1.0);
/// Number of rounds of changes.
pub const ROUNDS: Range = Within(0.0, MOST_ROUNDS);
/// Number of finished jobs.
pub const JOBS: Range = Within(0.0, 1e6);
/// Share of the wishes' hours that a round adds.
pub const SHARE_OF_A_ROUND: Range = Within(0.0, 1e3);
/// Tax, in per cent.
pub const TAX_RATE: Range = Within(0.0, 1e3);
/// Number of stages of payment.
pub const STAGES: Range = Within(STAGES_RANGE.0, STAGES_RANGE.1);
/// Share of the work that is done.
pub const DONE: Range = Below(1.0);
