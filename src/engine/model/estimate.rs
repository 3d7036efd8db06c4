//! Three-point estimates: low, likely and high hours of one piece of work.

use serde::{Deserialize, Serialize};

/// Factors by which a bare number of hours is widened: half and double.
///
/// Single tasks have ended between half and double their estimate in 8 of 10 cases
/// (P10 to P90: 0.46 to 2.00 over 8,175 tasks, 0.50 to 2.00 over 10,160).
/// Source: Jones & Cullum (2019), SiP data set; Renzo pomodoro data set.
const HALF_TO_DOUBLE: (f64, f64) = (0.5, 2.0);

/// The mean of a half-to-double range around a likely value of 1: `(0.5 + 4 + 2) / 6`.
///
/// Dividing by it keeps the skew of such a range from being counted twice, because the
/// overrun already holds the difference between a likely value and the outcome.
pub(crate) const MEAN_OF_HALF_TO_DOUBLE: f64 = 13.0 / 12.0;

/// Low, likely and high hours of one piece of work, in person-hours: `0 ≤ low ≤ likely ≤ high`.
///
/// A bare number of hours `h` in a document means half to double: `{low: h/2, likely: h, high: 2h}`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// The least it could take, in person-hours.
    pub low: f64,
    /// The most likely effort, in person-hours.
    pub likely: f64,
    /// The most it could take, in person-hours.
    pub high: f64,
}

impl Estimate {
    /// No work at all.
    pub const NONE: Estimate = Estimate {
        low: 0.0,
        likely: 0.0,
        high: 0.0,
    };

    /// Returns the estimate that a bare number of hours means: half to double.
    ///
    /// ```
    /// # use takeon_engine::Estimate;
    /// assert_eq!(Estimate::bare(8.0), Estimate { low: 4.0, likely: 8.0, high: 16.0 });
    /// ```
    pub fn bare(hours: f64) -> Estimate {
        Estimate {
            low: HALF_TO_DOUBLE.0 * hours,
            likely: hours,
            high: HALF_TO_DOUBLE.1 * hours,
        }
    }

    /// Returns the estimate of `count` such pieces, or of a fraction of one: every point times
    /// `count`.
    pub fn times(self, count: f64) -> Estimate {
        Estimate {
            low: self.low * count,
            likely: self.likely * count,
            high: self.high * count,
        }
    }

    /// Returns the mean, in person-hours: `(low + 4 likely + high) / 6`.
    ///
    /// Source: the PERT approximation (Malcolm et al., 1959).
    pub fn mean(self) -> f64 {
        (self.low + 4.0 * self.likely + self.high) / 6.0
    }

    /// Returns the variance beyond that of a half-to-double range, in hours²: `((high − low)/6)² −
    /// (1.5 likely/6)²`. Negative for a narrower range.
    pub fn excess_variance(self) -> f64 {
        let own = (self.high - self.low) / 6.0;
        let usual = (HALF_TO_DOUBLE.1 - HALF_TO_DOUBLE.0) * self.likely / 6.0;
        own * own - usual * usual
    }
}
