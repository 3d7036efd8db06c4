//! Several jobs of one shop at once: the chance that all of them are in time, and what their hours bring.
//!
//! # The rule by which the work is given out
//! Hours go to one job after another, the one that is due first before all others, day by day. A job is
//! given at most [`Team::hours_per_week`](crate::Team::hours_per_week) of a week's hours, what is left goes
//! to the next one. Within a working day hours are spread evenly. A job that is not begun waits for
//! [`Team::starts_in_weeks`](crate::Team::starts_in_weeks), one that was begun does not. Nothing is known
//! beforehand: a job that runs over takes its hours from those behind it.
//! That shops work like this is an assumption; it is the rule that makes the fewest jobs late where nothing
//! can be known beforehand, and it needs no plan.
//!
//! # One job of several
//! Given the capacity that is left for it, a job is what it is alone: it is ready when it was given its
//! estimate times its schedule factor, and has waited what it waits, times that factor. From the others it
//! takes its estimate times its overrun. So one job alone, where a week has the hours that one job is given,
//! has the odds of its appraisal.
//!
//! # What jobs share
//! A shop that is optimistic once is so again: of the variance of `ln` overrun, [`SHARED`] is common to all
//! jobs of one shop. The overrun of each job is log-logistic as ever; on the scale of a normal figure it is
//! `√SHARED · g + √(1 − SHARED) · e`, `g` common to all and `e` its own. Schedules have no common part beyond
//! that: an assumption.
//!
//! # Fixed points
//! Chances are means over fixed points, the same for every answer. Nothing is drawn at random. Lateness is
//! worked out in closed form at each point, so that few points are enough. `tests/together.rs` compares with
//! a simulation that draws everything.

mod best;
mod plan;
mod points;

use super::job::Demand;
use super::scenario::{self, Scenario};
use super::{UnknownId, fitting};
use crate::model::{Brief, Terms};
use plan::{Course, Timeline, in_order};
use points::Points;

pub use best::{MOST_TRIED, best};

/// Share of the variance of `ln` overrun that is common to all jobs of one shop.
///
/// Source: random-effects fit to 205 finished projects in three public data sets, the same as
/// [`defaults::OVERRUN`](crate::defaults::OVERRUN): a standard deviation of 0.20 between organisations and of
/// 0.34 inside one, `0.20² / (0.20² + 0.34²)`.
pub const SHARED: f64 = 0.04 / 0.155_6;

/// Weeks of a quarter of a year.
pub const QUARTER: f64 = 13.0;

/// Hours that a shop has, week by week.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// Length of the first week, which may have begun: above 0, at most 1.
    pub first: f64,
    /// Hours a week of the weeks from today on, each at least 0. In the first one as many as a whole week
    /// would have.
    pub weeks: Vec<f64>,
    /// Hours a week of all weeks after these, at least 0.
    pub usual: f64,
}

impl Capacity {
    /// Returns a capacity of so many hours in every week, at least 0.
    pub fn even(hours: f64) -> Capacity {
        Capacity {
            first: 1.0,
            weeks: Vec::new(),
            usual: hours,
        }
    }
}

/// A job that is asked for or taken, in numbers.
#[derive(Clone, Copy, Debug)]
pub struct Prospect {
    demand: Demand,
    /// Hours a week that it is given at most.
    most: f64,
}

impl Prospect {
    /// Weeks until it must be delivered, from today; infinite without a date. Not above 0 where the date is past.
    pub fn due(&self) -> f64 {
        self.demand.due_from_today()
    }

    /// Person-hours of its work that are not exceeded in half of the cases.
    pub fn hours(&self) -> f64 {
        self.demand.hours * self.demand.overrun.quantile(0.5)
    }

    /// Hours a week that it is given at most.
    pub fn most_per_week(&self) -> f64 {
        self.most
    }

    /// The money that it brings, without tax and without what others charge, as often more as less.
    pub fn brings(&self) -> f64 {
        self.demand.money
    }

    /// Returns `true` if no money was said, so that it brings the price of the shop.
    pub fn is_at_our_price(&self) -> bool {
        !self.demand.is_said
    }

    /// The money that an hour of it brings: of work, of unpaid care and of bids. `None` without an hour.
    pub fn per_hour(&self) -> Option<f64> {
        let Demand { money, spent, .. } = self.demand;
        (spent > 0.0).then(|| money / spent)
    }

    /// The money that it brings beyond the least that its hours must bring, without tax and without what
    /// others charge, as often more as less.
    pub fn above(&self) -> f64 {
        self.demand.money - self.demand.floor * self.demand.spent
    }

    fn has_date(&self) -> bool {
        self.demand.due < f64::INFINITY
    }
}

/// Returns a job in numbers. Where no money was said, it brings the price that pays with the shop's confidence.
///
/// # Errors
/// Every name of the brief that the terms do not have.
pub fn prospect(brief: &Brief, terms: &Terms) -> Result<Prospect, Vec<UnknownId>> {
    let unknown = fitting::unknown_ids(brief, terms);
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let items = scenario::items(brief, terms);
    let asked = Scenario::new(brief, terms, &items);
    let most = terms.team.hours_per_week;
    let start = match asked.so_far {
        Some(_) => 0.0,
        None => terms.team.starts_in_weeks,
    };
    Ok(Prospect {
        demand: asked.job().demand(most, start, asked.confidence),
        most,
    })
}

/// Several jobs at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// The chance that every job whose date is not past already is in time. `None` where none has a date.
    pub all: Option<f64>,
    /// The jobs, in the order in which they were given.
    pub jobs: Vec<Beside>,
    /// Person-hours of all their work, not exceeded in 5 of 10 cases.
    pub hours: f64,
    /// The money that they bring, without tax and without what others charge, as often more as less.
    pub brings: f64,
    /// The part of that money whose hours are worked in the next [`QUARTER`].
    pub quarter: f64,
    /// The money that an hour brings: of work, of unpaid care and of bids. `None` without an hour.
    pub per_hour: Option<f64>,
}

/// A job beside others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// The chance that it is in time. `None` without a date.
    pub in_time: Option<f64>,
    /// Share of its work that is done in the next [`QUARTER`].
    pub quarter: f64,
    /// Person-hours of its work in each week of the capacity, on average.
    pub weeks: Vec<f64>,
}

/// Works out several jobs at once, under the rule that this module states. Their order changes nothing.
pub fn together(jobs: &[Prospect], capacity: &Capacity) -> Together {
    let order = in_order(jobs);
    let points = Points::new(order.len());
    let timeline = Timeline::new(capacity, jobs);
    let mut course = Course::new(&timeline, &points);
    let mut beside = vec![Beside::default(); jobs.len()];
    for (place, index) in order.iter().enumerate() {
        if let (Some(job), Some(result)) = (jobs.get(*index), beside.get_mut(*index)) {
            let (taken, spread) = course.take(job, place);
            *result = Beside {
                weeks: timeline.by_week(&spread),
                ..taken
            };
        }
    }
    let brings = jobs.iter().map(|job| job.demand.money).sum();
    let spent: f64 = jobs.iter().map(|job| job.demand.spent).sum();
    let parts = jobs.iter().zip(&beside);
    Together {
        all: jobs.iter().any(Prospect::has_date).then(|| course.all()),
        hours: course.hours(),
        brings,
        quarter: parts
            .map(|(job, part)| job.demand.money * part.quarter)
            .sum(),
        per_hour: (spent > 0.0).then(|| brings / spent),
        jobs: beside,
    }
}
