//! Learning from the shop's own finished jobs: factors that are shrunk towards those of a reference
//! class.

use super::own_jobs::{OwnHours, OwnJob};
use crate::model::{OVERRUN_WEIGHT, Schedule, Spread};
use libm::{exp, log, sqrt};

/// Factor learned from finished jobs, with the shares of own and borrowed data in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learned<Factor> {
    /// Number of jobs, at least 1.
    pub jobs: usize,
    /// Weight of the shop's own jobs: above 0, below 1.
    pub own: f64,
    /// Weight of the reference class: `1 − own`.
    pub borrowed: f64,
    /// Geometric mean of the shop's own ratios of actual to estimate, so that one job at double and
    /// one at half average to 1.
    pub own_ratio: f64,
    /// The factor for the terms.
    pub factor: Factor,
}

impl<Factor> Learned<Factor> {
    /// Converts the factor and keeps the rest.
    pub fn map<Other>(self, other: impl FnOnce(Factor) -> Other) -> Learned<Other> {
        Learned {
            jobs: self.jobs,
            own: self.own,
            borrowed: self.borrowed,
            own_ratio: self.own_ratio,
            factor: other(self.factor),
        }
    }
}

/// Returns the overrun that finished jobs teach, for [`Terms::overrun`](crate::Terms::overrun).
/// `None` without a job that has hours. Their order changes nothing.
///
/// With `n` such jobs and `y` the mean of their `ln(actual / estimated)`, the own weight is
/// `w = n / (n + 2.8)`. The overrun is log-logistic with `ln median = w · y + (1 − w) · 0.14`, and
/// its `ln` has the standard deviation `√(0.34² + (1 − w)(0.20² + 0.12²))`: the variance within
/// one organisation remains, that between organisations shrinks.
///
/// One job at double and one at half its estimate average to 1:
///
/// ```
/// # use takeon_engine::{OwnHours, OwnJob, OwnJobError, learned_overrun};
/// let job = |estimated, actual| -> Result<OwnJob, OwnJobError> {
///     Ok(OwnJob { hours: Some(OwnHours::new(estimated, actual)?), weeks: None })
/// };
/// let learned = learned_overrun(&[job(10.0, 20.0)?, job(30.0, 15.0)?]).unwrap();
/// // 2 / (2 + 2.8) is theirs, and says 1.
/// assert!((learned.own - 0.417).abs() < 0.001);
/// assert!((learned.own_ratio - 1.0).abs() < 1e-12);
/// // The other 0.583 is borrowed and says e^0.14: together e^(0.583 · 0.14) = e^0.0817.
/// assert!((learned.factor.median - 1.085).abs() < 0.001);
/// # Ok::<(), OwnJobError>(())
/// ```
///
/// Source: shrinkage of a random-effects mean, with the figures of a fit to 205 finished projects
/// in three public data sets (see [`defaults::OVERRUN`](crate::defaults::OVERRUN)).
pub fn learned_overrun(jobs: &[OwnJob]) -> Option<Learned<Spread>> {
    let ratios = ln_ratios(jobs.iter().filter_map(|job| job.hours.map(OwnHours::ratio)));
    OVERRUNS.learned(ratios.len(), ratios.iter().sum())
}

/// Returns the schedule factor that finished jobs teach, for
/// [`Terms::schedule`](crate::Terms::schedule). `None` without a job that has weeks. Their order
/// changes nothing.
///
/// `wait` is the weeks that every job also waits, whatever its size, at least 0: that of the terms.
/// It is not learned, and is returned with the factor. With `n` such jobs and `z` the mean of their
/// `ln(actual / (planned + wait))`, the own weight is `w = n / (n + 2)`. The factor is log-logistic
/// with `ln median = w · z + (1 − w) · ln 1.25`, and its `ln` has the standard deviation
/// `√(0.44² + (1 − w)(0.32² + 0.13²))`.
///
/// Two jobs that took the plan and two weeks more have a factor of 1:
///
/// ```
/// # use takeon_engine::{OwnJob, OwnJobError, OwnWeeks, learned_schedule};
/// let job = |planned, actual| -> Result<OwnJob, OwnJobError> {
///     Ok(OwnJob { hours: None, weeks: Some(OwnWeeks::new(planned, actual)?) })
/// };
/// let learned = learned_schedule(&[job(4.0, 6.0)?, job(8.0, 10.0)?], 2.0).unwrap();
/// // 2 / (2 + 2) is theirs, and says 1; the other half is borrowed and says 1.25.
/// assert_eq!((learned.own, learned.own_ratio), (0.5, 1.0));
/// // Together √1.25.
/// assert!((learned.factor.spread.median - 1.118).abs() < 0.001);
/// assert_eq!(learned.factor.wait, 2.0);
/// # Ok::<(), OwnJobError>(())
/// ```
///
/// Provisional, as is its reference class: it has no web agency's own record. Source: shrinkage of
/// a random-effects mean, with the figures of a fit to 404 projects of four sets (see
/// [`defaults::SCHEDULE`](crate::defaults::SCHEDULE)).
pub fn learned_schedule(jobs: &[OwnJob], wait: f64) -> Option<Learned<Schedule>> {
    let weeks = jobs.iter().filter_map(|job| job.weeks);
    let ratios = ln_ratios(weeks.map(|weeks| weeks.ratio(wait)));
    let learned = SCHEDULES.learned(ratios.len(), ratios.iter().sum())?;
    Some(learned.map(|spread| Schedule { spread, wait }))
}

/// Returns the logarithms of ratios in ascending order, as sums of the same numbers in another
/// order differ in their last bits.
pub(super) fn ln_ratios(ratios: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut logarithms: Vec<f64> = ratios.map(log).collect();
    logarithms.sort_unstable_by(f64::total_cmp);
    logarithms
}

/// Reference class: finished projects of others that a factor is borrowed from.
pub(super) struct ReferenceClass {
    /// `ln` of the median factor.
    ln_median: f64,
    /// Standard deviation of the `ln` factor within one organisation.
    inside: f64,
    /// Standard deviation of the mean `ln` factor between organisations.
    between: f64,
    /// Standard error of `ln_median`.
    unsure: f64,
    /// Number of the shop's own jobs that weigh as much as the reference class.
    weight: f64,
}

/// Overruns of hours.
///
/// Source: random-effects fit to 205 finished projects, the same as
/// [`defaults::OVERRUN`](crate::defaults::OVERRUN), whose P90 of 1.91 is that of the data: this class
/// has one of 1.895.
pub(super) const OVERRUNS: ReferenceClass = ReferenceClass {
    ln_median: 0.14,
    inside: 0.34,
    between: 0.20,
    unsure: 0.12,
    weight: OVERRUN_WEIGHT,
};

/// Schedule factors, relative to the plan and a wait of two weeks.
///
/// Source: leave-one-set-out fit to 404 projects of four sets, the same as
/// [`defaults::SCHEDULE`](crate::defaults::SCHEDULE). The median is 1.25; the weight is
/// `(0.44 / 0.32)²`, in whole jobs.
pub(super) const SCHEDULES: ReferenceClass = ReferenceClass {
    ln_median: 0.223_143_551_314_209_76,
    inside: 0.44,
    between: 0.32,
    unsure: 0.13,
    weight: 2.0,
};

impl ReferenceClass {
    /// Returns the factor that this many jobs teach, given the sum of their `ln` ratios. `None`
    /// without a job.
    pub(super) fn learned(&self, jobs: usize, sum: f64) -> Option<Learned<Spread>> {
        use core::f64::consts::PI;
        if jobs == 0 {
            return None;
        }
        let n = jobs as f64;
        let own_ln = sum / n;
        let own = n / (n + self.weight);
        let borrowed = self.weight / (n + self.weight);
        let ln_median = own * own_ln + borrowed * self.ln_median;
        let between = self.between * self.between + self.unsure * self.unsure;
        let sd = sqrt(self.inside * self.inside + borrowed * between);
        let scale = sd * sqrt(3.0) / PI;
        Some(Learned {
            jobs,
            own,
            borrowed,
            own_ratio: exp(own_ln),
            factor: Spread {
                median: exp(ln_median),
                p90: exp(ln_median + scale * log(9.0)),
            },
        })
    }
}
