//! The shop's own finished jobs: their estimates and outcomes.

use crate::model::bounds::{MOST_HOURS, MOST_WEEKS};

/// Largest factor, either way, between an estimate and its outcome.
///
/// Assumption: beyond this a figure was mistyped. In the data sets behind the borrowed figures 99
/// of 100 projects ended below three times their estimated hours, and 9 of 10 of the slowest set
/// below 4.4 times their planned weeks.
const MOST_APART: f64 = 100.0;

/// Finished job of the shop's own: its hours, its weeks, or both.
///
/// Hours teach the overrun, weeks the schedule factor. A job with neither teaches nothing.
///
/// ```
/// # use takeon_engine::{OwnHours, OwnJob, OwnJobError, OwnWeeks};
/// let bakery = OwnJob {
///     hours: Some(OwnHours::new(40.0, 52.5)?),
///     weeks: Some(OwnWeeks::new(4.0, 9.0)?),
/// };
/// assert_eq!(bakery.hours.map(OwnHours::ratio), Some(1.3125));
/// # Ok::<(), OwnJobError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OwnJob {
    /// Its hours, if they are known.
    pub hours: Option<OwnHours>,
    /// Its weeks, if they are known.
    pub weeks: Option<OwnWeeks>,
}

/// Estimated and actual hours of a finished job.
///
/// Both are person-hours above 0 and at most 1,000,000. The estimate is the likely hours from
/// before the work began: one revised on the way teaches nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnHours {
    estimated: f64,
    actual: f64,
}

/// Planned and actual weeks of a finished job, from the start of the work to its delivery.
///
/// Both are calendar weeks above 0 and at most 100,000. The plan is the one from before the work
/// began: one postponed on the way teaches nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnWeeks {
    planned: f64,
    actual: f64,
}

/// Error in the figures of a finished job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnJobError {
    /// The estimate is not a number of hours above 0 and at most 1,000,000.
    EstimatedHours,
    /// The actual is not a number of hours above 0 and at most 1,000,000.
    ActualHours,
    /// One number of hours is more than 100 times the other.
    HoursTooFarApart,
    /// The plan is not a number of weeks above 0 and at most 100,000.
    PlannedWeeks,
    /// The actual is not a number of weeks above 0 and at most 100,000.
    ActualWeeks,
    /// One number of weeks is more than 100 times the other.
    WeeksTooFarApart,
}

impl std::fmt::Display for OwnJobError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            OwnJobError::EstimatedHours => {
                "estimated must be a number of hours above 0 and at most 1000000"
            }
            OwnJobError::ActualHours => {
                "actual must be a number of hours above 0 and at most 1000000"
            }
            OwnJobError::HoursTooFarApart => {
                "estimated and actual hours must lie within a factor of 100 of each other"
            }
            OwnJobError::PlannedWeeks => {
                "planned must be a number of weeks above 0 and at most 100000"
            }
            OwnJobError::ActualWeeks => {
                "actual must be a number of weeks above 0 and at most 100000"
            }
            OwnJobError::WeeksTooFarApart => {
                "planned and actual weeks must lie within a factor of 100 of each other"
            }
        })
    }
}

impl std::error::Error for OwnJobError {}

impl OwnHours {
    /// Pairs the estimated with the actual hours of a job.
    ///
    /// ```
    /// # use takeon_engine::{OwnHours, OwnJobError};
    /// assert!(OwnHours::new(40.0, 52.5).is_ok());
    /// assert_eq!(OwnHours::new(0.0, 52.5), Err(OwnJobError::EstimatedHours));
    /// ```
    ///
    /// # Errors
    /// The first figure that is not above 0 and at most 1,000,000, or else
    /// [`HoursTooFarApart`](OwnJobError::HoursTooFarApart) if one is more than 100 times the other.
    pub fn new(estimated: f64, actual: f64) -> Result<OwnHours, OwnJobError> {
        let is_amount = |value: f64| value > 0.0 && value <= MOST_HOURS;
        if !is_amount(estimated) {
            Err(OwnJobError::EstimatedHours)
        } else if !is_amount(actual) {
            Err(OwnJobError::ActualHours)
        } else if are_too_far_apart(estimated, actual) {
            Err(OwnJobError::HoursTooFarApart)
        } else {
            Ok(OwnHours { estimated, actual })
        }
    }

    /// Returns the estimate from before the work began, in person-hours.
    pub fn estimated(self) -> f64 {
        self.estimated
    }

    /// Returns the actual effort, in person-hours.
    pub fn actual(self) -> f64 {
        self.actual
    }

    /// Returns the overrun: actual over estimated; 1 is as estimated.
    pub fn ratio(self) -> f64 {
        self.actual / self.estimated
    }
}

impl OwnWeeks {
    /// Pairs the planned with the actual weeks of a job.
    ///
    /// ```
    /// # use takeon_engine::{OwnJobError, OwnWeeks};
    /// assert!(OwnWeeks::new(4.0, 9.0).is_ok());
    /// assert_eq!(OwnWeeks::new(4.0, 900.0), Err(OwnJobError::WeeksTooFarApart));
    /// ```
    ///
    /// # Errors
    /// The first figure that is not above 0 and at most 100,000, or else
    /// [`WeeksTooFarApart`](OwnJobError::WeeksTooFarApart) if one is more than 100 times the other.
    pub fn new(planned: f64, actual: f64) -> Result<OwnWeeks, OwnJobError> {
        let is_amount = |value: f64| value > 0.0 && value <= MOST_WEEKS;
        if !is_amount(planned) {
            Err(OwnJobError::PlannedWeeks)
        } else if !is_amount(actual) {
            Err(OwnJobError::ActualWeeks)
        } else if are_too_far_apart(planned, actual) {
            Err(OwnJobError::WeeksTooFarApart)
        } else {
            Ok(OwnWeeks { planned, actual })
        }
    }

    /// Returns the plan from before the work began, in calendar weeks.
    pub fn planned(self) -> f64 {
        self.planned
    }

    /// Returns the actual duration, in calendar weeks.
    pub fn actual(self) -> f64 {
        self.actual
    }

    /// Returns the schedule factor: actual over the sum of the plan and `wait`, the weeks that
    /// every job also waits. `wait` is at least 0, the result above 0.
    ///
    /// ```
    /// # use takeon_engine::{OwnJobError, OwnWeeks};
    /// // Four weeks and two of waiting are six; it took nine.
    /// assert_eq!(OwnWeeks::new(4.0, 9.0)?.ratio(2.0), 1.5);
    /// # Ok::<(), OwnJobError>(())
    /// ```
    pub fn ratio(self, wait: f64) -> f64 {
        // The smallest doubles would round to 0, which has no logarithm.
        (self.actual / (self.planned + wait)).max(f64::MIN_POSITIVE)
    }
}

fn are_too_far_apart(foreseen: f64, actual: f64) -> bool {
    actual / foreseen > MOST_APART || foreseen / actual > MOST_APART
}
