//! Figures of all jobs of a portfolio together.

use super::capacity::Capacity;
use super::lattice::{FINE, LatticePoints};
use super::prospect::Prospect;
use super::schedule::{DAYS, PartialSchedule, PortfolioJob, Timeline, by_deadline};

/// Outlook of several jobs at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Portfolio {
    /// Chance that every job whose deadline has not passed is in time, from 0 to 1. `None` if there is
    /// none with a date ahead.
    pub all: Option<f64>,
    /// Jobs, in the order given.
    pub jobs: Vec<PortfolioJob>,
    /// Median person-hours of all their work.
    pub hours: f64,
    /// Their median revenue in the terms' currency, without tax and third-party charges.
    pub brings: f64,
    /// Part of that revenue, in the same currency, whose hours fall into the next [`QUARTER_WEEKS`](super::QUARTER_WEEKS).
    pub quarter: f64,
    /// Revenue of an hour of work, unpaid care or bids, in the same currency. `None` without any hours.
    pub per_hour: Option<f64>,
}

/// Schedules several jobs under the rule of this module. Their order changes nothing.
pub fn portfolio(jobs: &[Prospect], capacity: &Capacity) -> Portfolio {
    let order = by_deadline(jobs);
    let points = LatticePoints::new(order.len(), FINE);
    let timeline = Timeline::new(capacity, jobs, DAYS);
    let mut schedule = PartialSchedule::new(&timeline, &points);
    let mut scheduled = vec![PortfolioJob::default(); jobs.len()];
    for (place, index) in order.iter().enumerate() {
        if let (Some(job), Some(result)) = (jobs.get(*index), scheduled.get_mut(*index)) {
            let (taken, spread) = schedule.add(job, place);
            *result = PortfolioJob {
                weeks: timeline.weekly(&spread),
                ..taken
            };
        }
    }
    // In canonical order, as sums of the same numbers in another order differ in their last bits.
    let sum = |figure: &dyn Fn(&Prospect, &PortfolioJob) -> f64| -> f64 {
        let parts = order
            .iter()
            .filter_map(|index| jobs.get(*index).zip(scheduled.get(*index)));
        parts.map(|(job, scheduled)| figure(job, scheduled)).sum()
    };
    let brings = sum(&|job, _| job.demand.money);
    let spent = sum(&|job, _| job.demand.spent);
    Portfolio {
        all: jobs.iter().any(Prospect::counts).then(|| schedule.all()),
        hours: schedule.hours(),
        brings,
        quarter: sum(&|job, scheduled| job.demand.money * scheduled.quarter),
        per_hour: (spent > 0.0).then(|| brings / spent),
        jobs: scheduled,
    }
}
