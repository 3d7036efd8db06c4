//! Portfolio: several jobs of one shop at once, with the chance that all of them are in time and
//! the revenue of their hours.
//!
//! # Scheduling rule
//! Hours go to the job with the earliest deadline first, day by day. A job gets at most
//! [`Team::hours_per_week`](crate::Team::hours_per_week) of a week's hours, and the remainder goes to
//! the next one. Within a working day hours are spread evenly. A job that has not begun waits for
//! [`Team::starts_in_weeks`](crate::Team::starts_in_weeks), one that has begun does not. Nothing is
//! known beforehand: a job that overruns takes its hours from those behind it.
//!
//! That shops work like this is an assumption. Earliest deadline first makes the fewest jobs late if
//! nothing is known beforehand, and it needs no plan.
//!
//! # One job of several
//! Given the remaining capacity, a job behaves as it does alone: it is ready once it has got its
//! estimate times its schedule factor, and has waited its wait times that factor. It takes its
//! estimate times its overrun away from the others. So a single job, in weeks with the hours that one
//! job gets, has the odds of its appraisal.
//!
//! # Correlation
//! Optimism persists: of the variance of `ln` overrun, [`SHARED_VARIANCE`] is common to all jobs of one shop.
//! The overrun of each job keeps its log-logistic distribution; with that share `s`, its normal score is
//! `√s · g + √(1 − s) · e`, with `g` common to all jobs and `e` independent (a Gaussian
//! copula). Schedule factors have no further common part: an assumption.
//!
//! # Quadrature
//! Chances are means over fixed points of a lattice, the same for every answer. Nothing is drawn at
//! random. Lateness is in closed form at each point, so that few points suffice.
//! `tests/portfolio.rs` compares with a simulation that draws everything.

mod lattice;
mod schedule;
mod selection;

use super::fitting::CheckedBrief;
use super::job::Demand;
use super::scenario::{self, Scenario};
use lattice::{FINE, LatticePoints};
use schedule::{DAYS, PartialSchedule, Timeline, by_deadline};

pub use selection::{MOST_CANDIDATES, best_jobs};

/// Share of the variance of `ln` overrun that is common to all jobs of one shop.
///
/// Source: random-effects fit to 205 finished projects in three public data sets, the same as
/// [`defaults::OVERRUN`](crate::defaults::OVERRUN): a standard deviation of 0.20 between
/// organisations and of 0.34 within one, `0.20² / (0.20² + 0.34²)`.
pub const SHARED_VARIANCE: f64 = 0.04 / 0.155_6;

/// Weeks in a quarter of a year.
pub const QUARTER_WEEKS: f64 = 13.0;

/// Hours available to a shop, week by week.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// Remaining part of the first week: above 0, at most 1.
    pub first: f64,
    /// Hours a week from this week on, each at least 0. The first is that of a whole week.
    pub weeks: Vec<f64>,
    /// Hours of every later week, at least 0.
    pub usual: f64,
}

impl Capacity {
    /// Returns a capacity of the same hours in every week, at least 0.
    pub fn even(hours: f64) -> Capacity {
        Capacity {
            first: 1.0,
            weeks: Vec::new(),
            usual: hours,
        }
    }
}

/// Job in numbers, asked for or taken.
#[derive(Clone, Copy, Debug)]
pub struct Prospect {
    demand: Demand,
    /// Most hours a week that it gets.
    most: f64,
}

impl Prospect {
    /// Returns the weeks from today to its deadline; infinite without a date, and not above 0 for a
    /// past one.
    pub fn due(&self) -> f64 {
        self.demand.due_from_today()
    }

    /// Returns the median person-hours of its work.
    pub fn hours(&self) -> f64 {
        self.demand.hours * self.demand.overrun.quantile(0.5)
    }

    /// Returns the most hours a week that it gets.
    pub fn most_per_week(&self) -> f64 {
        self.most
    }

    /// Returns its median revenue, without tax and third-party charges.
    pub fn brings(&self) -> f64 {
        self.demand.money
    }

    /// Returns `true` if it has no budget, so that its revenue is the shop's price.
    pub fn is_at_our_price(&self) -> bool {
        !self.demand.is_said
    }

    /// Returns the revenue of an hour of work, unpaid care or bids. `None` without any hours.
    pub fn per_hour(&self) -> Option<f64> {
        let Demand { money, spent, .. } = self.demand;
        (spent > 0.0).then(|| money / spent)
    }

    /// Returns its median revenue beyond the floor of its hours, without tax and third-party
    /// charges.
    pub fn above(&self) -> f64 {
        self.demand.money - self.demand.floor * self.demand.spent
    }

    fn has_date(&self) -> bool {
        self.demand.due < f64::INFINITY
    }

    /// Returns `true` if its date can still be kept.
    fn counts(&self) -> bool {
        self.has_date() && self.due() > 0.0
    }
}

impl CheckedBrief<'_> {
    /// Returns a job in numbers. Without a budget, its revenue is the price that pays with the shop's
    /// confidence.
    pub fn prospect(self) -> Prospect {
        let CheckedBrief { brief, terms } = self;
        let items = scenario::items(brief, terms);
        let asked = Scenario::new(brief, terms, &items);
        let most = terms.team.hours_per_week;
        let start = match asked.so_far {
            Some(_) => 0.0,
            None => terms.team.starts_in_weeks,
        };
        Prospect {
            demand: asked.job().demand(most, start, asked.confidence),
            most,
        }
    }
}

/// Outlook of several jobs at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Portfolio {
    /// Chance that every job whose deadline has not passed is in time. `None` if there is none with a
    /// date ahead.
    pub all: Option<f64>,
    /// Jobs, in the order given.
    pub jobs: Vec<PortfolioJob>,
    /// Median person-hours of all their work.
    pub hours: f64,
    /// Their median revenue, without tax and third-party charges.
    pub brings: f64,
    /// Part of that revenue whose hours fall into the next [`QUARTER_WEEKS`].
    pub quarter: f64,
    /// Revenue of an hour of work, unpaid care or bids. `None` without any hours.
    pub per_hour: Option<f64>,
}

/// Outlook of one job among others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PortfolioJob {
    /// Chance that it is in time. `None` without a date.
    pub in_time: Option<f64>,
    /// Share of its work that falls into the next [`QUARTER_WEEKS`].
    pub quarter: f64,
    /// Mean person-hours of its work in each week of the capacity.
    pub weeks: Vec<f64>,
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
