//! Leave-one-out cross-validation: the quality of learning on the shop's own past, known at once
//! rather than after years.

use super::learning::{OVERRUNS, ReferenceClass, SCHEDULES, ln_ratios};
use super::own_jobs::{OwnHours, OwnJob};
use crate::math::LogLogistic;
use crate::model::{Spread, defaults};
use libm::log;

/// Backtests of hours and weeks on the shop's own finished jobs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LeaveOneOut {
    /// Hours, by the jobs that have them.
    pub hours: Backtest,
    /// Weeks, by the jobs that have them.
    pub weeks: Backtest,
}

/// Hit counts and errors of a borrowed and a learned factor on the same jobs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Backtest {
    /// Number of jobs.
    pub jobs: usize,
    /// Hits of the borrowed factor alone, as before anything was learned.
    pub borrowed: Coverage,
    /// Hits of the factor learned from all other jobs. A single job has no others, so the borrowed
    /// factor is used.
    pub learned: Coverage,
    /// Mean errors of the forecasts.
    pub errors: ForecastErrors,
}

/// Mean errors of forecasts, as shares of the estimate, or of the plan with its wait: 0.2 is a
/// fifth. All 0 without jobs.
///
/// A distribution is scored by the continuous ranked probability score, which for a point forecast
/// is the absolute error. So the three can be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ForecastErrors {
    /// Error of the bare estimate or plan.
    pub plain: f64,
    /// Error of the borrowed factor.
    pub borrowed: f64,
    /// Error of the factor learned from all other jobs.
    pub learned: f64,
}

/// Numbers of jobs that ended at or below the forecast quantiles: `p50 ≤ p80 ≤ p90`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// At or below P50: about 5 in 10 of many jobs.
    pub p50: usize,
    /// At or below P80: about 8 in 10 of many jobs.
    pub p80: usize,
    /// At or below P90: about 9 in 10 of many jobs.
    pub p90: usize,
}

/// Leaves each finished job out in turn and tests its forecast against the outcome: with the
/// borrowed figures alone, and with those learned from the other jobs. Their order changes nothing.
///
/// The forecast of hours is the estimate times the overrun, that of weeks the plan and the wait
/// times the schedule factor. `wait` is in weeks, at least 0: that of the terms, as in
/// [`learned_schedule`](crate::learned_schedule). The borrowed figures are
/// [`defaults::OVERRUN`] and
/// [`defaults::SCHEDULE`], the latter with its own wait.
///
/// Four jobs that each took double their estimate:
///
/// ```
/// # use takeon_engine::{Coverage, OwnHours, OwnJob, OwnJobError, leave_one_out};
/// let job = OwnJob { hours: Some(OwnHours::new(10.0, 20.0)?), weeks: None };
/// let result = leave_one_out(&[job; 4], 2.0);
/// // One in ten takes more than 1.91 times its estimate: all of these did.
/// assert_eq!(result.hours.borrowed, Coverage { p50: 0, p80: 0, p90: 0 });
/// // Three others weigh as much as all that is borrowed: with half of 2 and half of 1.15 the median
/// // is about √(2 · 1.15) = 1.52, and P80 is 2.04.
/// assert_eq!(result.hours.learned, Coverage { p50: 0, p80: 4, p90: 4 });
/// assert_eq!((result.hours.jobs, result.weeks.jobs), (4, 0));
/// # Ok::<(), OwnJobError>(())
/// ```
///
/// A handful of jobs proves little: if 8 in 10 is right, anything from 6 to 10 of ten may be
/// chance.
pub fn leave_one_out(jobs: &[OwnJob], wait: f64) -> LeaveOneOut {
    let hours = ratios(jobs, |job| job.hours.map(OwnHours::ratio));
    let weeks = |wait: f64| ratios(jobs, |job| job.weeks.map(|weeks| weeks.ratio(wait)));
    let schedule = defaults::SCHEDULE;
    LeaveOneOut {
        hours: backtest(&hours, &hours, defaults::OVERRUN, &OVERRUNS),
        weeks: backtest(
            &weeks(wait),
            &weeks(schedule.wait),
            schedule.spread,
            &SCHEDULES,
        ),
    }
}

fn ratios(jobs: &[OwnJob], ratio: impl Fn(&OwnJob) -> Option<f64>) -> Vec<f64> {
    jobs.iter().filter_map(ratio).collect()
}

/// Scores every ratio against the factor that the others teach, and against a borrowed one. The
/// latter may use other ratios, because the borrowed schedule has its own wait.
fn backtest(
    ratios: &[f64],
    as_borrowed: &[f64],
    borrowed: Spread,
    class: &ReferenceClass,
) -> Backtest {
    // The others teach only by their number and the sum of their logarithms.
    let sum: f64 = ln_ratios(ratios.iter().copied()).iter().sum();
    let mut result = Backtest {
        jobs: ratios.len(),
        ..Backtest::default()
    };
    let mut errors = Vec::with_capacity(ratios.len());
    for (ratio, as_borrowed) in ratios.iter().zip(as_borrowed) {
        result.borrowed.count(*as_borrowed, borrowed);
        let from_borrowed = LogLogistic::new(borrowed).crps(*as_borrowed);
        let mut from_learned = from_borrowed;
        match class.learned(ratios.len() - 1, sum - log(*ratio)) {
            Some(others) => {
                result.learned.count(*ratio, others.factor);
                from_learned = LogLogistic::new(others.factor).crps(*ratio);
            }
            None => result.learned = result.borrowed,
        }
        errors.push([(ratio - 1.0).abs(), from_borrowed, from_learned]);
    }
    // Sums of the same numbers in another order differ in their last bits.
    let mean = |which: fn(&[f64; 3]) -> f64| {
        let mut all: Vec<f64> = errors.iter().map(which).collect();
        all.sort_unstable_by(f64::total_cmp);
        all.iter().sum::<f64>() / all.len().max(1) as f64
    };
    result.errors = ForecastErrors {
        plain: mean(|[plain, ..]| *plain),
        borrowed: mean(|[_, borrowed, _]| *borrowed),
        learned: mean(|[.., learned]| *learned),
    };
    result
}

impl Coverage {
    /// Counts a job by its ratio and the forecast of it.
    fn count(&mut self, ratio: f64, said: Spread) {
        let p80 = LogLogistic::new(said).quantile(0.8);
        self.p50 += usize::from(ratio <= said.median);
        self.p80 += usize::from(ratio <= p80);
        self.p90 += usize::from(ratio <= said.p90);
    }
}
