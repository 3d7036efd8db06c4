//! From where to where the numbers of documents may lie. Bounds of what only documents hold are assumptions; the others
//! are the engine's.

use crate::engine::bounds::{
    CONFIDENCE_RANGE, MOST_HOURS, MOST_MONEY, MOST_OF_A_POINT, MOST_OF_A_WISH, MOST_WEEKS,
};
use Range::{Above0, Within};

/// The least amount of anything that is told from nothing.
pub const LEAST: f64 = 1e-9;

/// From where to where a number may lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// From the first to the second.
    Within(f64, f64),
    /// Above 0, up to this.
    Above0(f64),
}

impl Range {
    /// Returns `true` if only one number lies in it.
    pub fn is_point(self) -> bool {
        matches!(self, Within(least, most) if least == most)
    }

    /// Returns `true` if a number lies in it.
    pub fn holds(self, value: f64) -> bool {
        match self {
            Within(least, most) => least <= value && value <= most,
            Above0(most) => 0.0 < value && value <= most,
        }
    }
}

/// The version of a document's shape.
pub const VERSION: Range = Within(1.0, 1.0);
/// Price of an hour.
pub const RATE: Range = Above0(MOST_MONEY);
/// An amount of money: in all, a month or an hour.
pub const MONEY: Range = Within(0.0, MOST_MONEY);
/// The odds at which the shop says yes.
pub const CONFIDENCE: Range = Within(CONFIDENCE_RANGE.0, CONFIDENCE_RANGE.1);
/// Multiple of the request that an offer may be.
pub const STRETCH: Range = Within(1.0, 1e3);
/// Hours a week that the team gives.
pub const HOURS_PER_WEEK: Range = Above0(MOST_HOURS);
/// Hours of work, or of care a month.
pub const HOURS: Range = Within(0.0, MOST_HOURS);
/// One point of an estimate.
pub const POINT: Range = Within(0.0, MOST_OF_A_POINT);
/// Weeks from today.
pub const WEEKS: Range = Within(0.0, MOST_WEEKS);
/// Over how many months care is counted: at most fifty years.
pub const CARE_MONTHS: Range = Within(1.0, 600.0);
/// One end of a spread.
pub const SPREAD: Range = Above0(1e3);
/// Count of one wish.
pub const COUNT: Range = Within(1.0, MOST_OF_A_WISH);
