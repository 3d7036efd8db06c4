//! Learning from the shop's own finished jobs: an overrun that is theirs as far as it can be, and
//! borrowed from the reference class for the rest.

use crate::model::Spread;
use crate::model::bounds::MOST_HOURS;
use libm::{exp, log, sqrt};

/// `ln` of the median overrun of the reference class.
///
/// Source: random-effects fit to 205 finished projects, the same as
/// [`defaults::OVERRUN`](crate::defaults::OVERRUN).
const BORROWED_LN_MEDIAN: f64 = 0.14;

/// The standard deviation of `ln` overrun inside one organisation. Source: the same fit.
const INSIDE: f64 = 0.34;

/// The standard deviation of the mean `ln` overrun between organisations. Source: the same fit.
const BETWEEN: f64 = 0.20;

/// The standard error of [`BORROWED_LN_MEDIAN`]. Source: the same fit.
const UNSURE: f64 = 0.12;

/// How many jobs of the shop's own weigh as much as everything borrowed.
///
/// Source: the shrinkage of a random-effects mean, `(0.341 / 0.203)²` of the same fit.
const BORROWED_JOBS: f64 = 2.8;

/// How far estimate and actual may lie apart, either way.
///
/// Assumption: beyond this a figure was mistyped. In the three data sets behind the borrowed
/// figures 99 of 100 projects ended below three times their estimate.
const MOST_APART: f64 = 100.0;

/// A finished job of the shop's own.
///
/// Both figures are person-hours above 0, and at most 1,000,000. The estimate is the likely hours
/// as they stood before the work began: one that was revised on the way teaches nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnJob {
    estimated: f64,
    actual: f64,
}

/// What is wrong with a row of estimated and actual hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnJobError {
    /// The estimate is not a number of hours above 0 and at most 1,000,000.
    Estimated,
    /// The actual is not a number of hours above 0 and at most 1,000,000.
    Actual,
    /// One is more than 100 times the other.
    TooFarApart,
}

impl std::fmt::Display for OwnJobError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            OwnJobError::Estimated => {
                "estimated must be a number of hours above 0 and at most 1000000"
            }
            OwnJobError::Actual => "actual must be a number of hours above 0 and at most 1000000",
            OwnJobError::TooFarApart => {
                "estimated and actual must lie within a factor of 100 of each other"
            }
        })
    }
}

impl std::error::Error for OwnJobError {}

impl OwnJob {
    /// A job that was estimated at so many person-hours and took so many.
    ///
    /// ```
    /// # use takeon_engine::{OwnJob, OwnJobError};
    /// assert!(OwnJob::new(40.0, 52.5).is_ok());
    /// assert_eq!(OwnJob::new(0.0, 52.5), Err(OwnJobError::Estimated));
    /// ```
    ///
    /// # Errors
    /// The first figure that is not above 0 and at most 1,000,000, or else that one is more than
    /// 100 times the other.
    pub fn new(estimated: f64, actual: f64) -> Result<OwnJob, OwnJobError> {
        let hours = |value: f64| value > 0.0 && value <= MOST_HOURS;
        if !hours(estimated) {
            Err(OwnJobError::Estimated)
        } else if !hours(actual) {
            Err(OwnJobError::Actual)
        } else if actual / estimated > MOST_APART || estimated / actual > MOST_APART {
            Err(OwnJobError::TooFarApart)
        } else {
            Ok(OwnJob { estimated, actual })
        }
    }

    /// The estimate before the work began, in person-hours.
    pub fn estimated(self) -> f64 {
        self.estimated
    }

    /// What it took, in person-hours.
    pub fn actual(self) -> f64 {
        self.actual
    }

    /// The overrun: actual over estimated; 1 is as estimated.
    pub fn ratio(self) -> f64 {
        self.actual / self.estimated
    }
}

/// What the shop's own jobs teach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learned {
    /// How many jobs it was learned from, at least 1.
    pub jobs: usize,
    /// How much of the overrun is the shop's own: above 0, below 1.
    pub own: f64,
    /// How much of it is borrowed from the reference class: `1 − own`.
    pub borrowed: f64,
    /// The shop's own mean ratio of actual to estimated hours: the geometric mean, so that one job
    /// at double and one at half make 1.
    pub own_ratio: f64,
    /// The overrun for the terms: own and borrowed together.
    pub overrun: Spread,
}

/// What finished jobs teach about the next one. `None` without a job. Their order changes nothing.
///
/// With `n` jobs and `y` the mean of their `ln(actual / estimated)`, the own weight is
/// `w = n / (n + 2.8)`. The overrun is log-logistic with `ln median = w · y + (1 − w) · 0.14`, and
/// its `ln` has the standard deviation `√(0.34² + (1 − w)(0.20² + 0.12²))`: the spread inside one
/// organisation never goes away, what organisations differ by does.
///
/// One job at double and one at half its estimate are even on the mean:
///
/// ```
/// # use takeon_engine::{OwnJob, OwnJobError, learned};
/// let jobs = [OwnJob::new(10.0, 20.0)?, OwnJob::new(30.0, 15.0)?];
/// let learned = learned(&jobs).unwrap();
/// // 2 / (2 + 2.8) is theirs, and says 1.
/// assert!((learned.own - 0.417).abs() < 0.001);
/// assert!((learned.own_ratio - 1.0).abs() < 1e-12);
/// // The other 0.583 is borrowed and says e^0.14: together e^(0.583 · 0.14) = e^0.0817.
/// assert!((learned.overrun.median - 1.085).abs() < 0.001);
/// # Ok::<(), OwnJobError>(())
/// ```
///
/// Source: shrinkage of a random-effects mean, with the figures of a fit to 205 finished projects
/// in three public data sets (see [`defaults::OVERRUN`](crate::defaults::OVERRUN)).
pub fn learned(jobs: &[OwnJob]) -> Option<Learned> {
    use core::f64::consts::PI;
    if jobs.is_empty() {
        return None;
    }
    let mut ratios: Vec<f64> = jobs.iter().map(|job| log(job.ratio())).collect();
    // Sums of the same numbers in another order differ in their last bits.
    ratios.sort_unstable_by(f64::total_cmp);
    let n = jobs.len() as f64;
    let own_ln = ratios.iter().sum::<f64>() / n;
    let own = n / (n + BORROWED_JOBS);
    let borrowed = BORROWED_JOBS / (n + BORROWED_JOBS);
    let ln_median = own * own_ln + borrowed * BORROWED_LN_MEDIAN;
    let sd = sqrt(INSIDE * INSIDE + borrowed * (BETWEEN * BETWEEN + UNSURE * UNSURE));
    let scale = sd * sqrt(3.0) / PI;
    Some(Learned {
        jobs: jobs.len(),
        own,
        borrowed,
        own_ratio: exp(own_ln),
        overrun: Spread {
            median: exp(ln_median),
            p90: exp(ln_median + scale * log(9.0)),
        },
    })
}
