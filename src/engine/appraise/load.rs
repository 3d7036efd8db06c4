//! Load: the work, charges and durations of wishes, as the inputs of a job.

use super::items::Item;
use crate::model::{Costs, Estimate, Keepable, MEAN_OF_HALF_TO_DOUBLE, Terms};

/// Work of some wishes and priced promises.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Work {
    /// Sum of the means, in person-hours.
    pub mean: f64,
    /// Variance beyond that of half-to-double ranges, in hours². May be negative.
    pub excess: f64,
}

impl Work {
    /// Adds an estimate.
    pub fn add(&mut self, estimate: Estimate) {
        self.mean += estimate.mean();
        self.excess += estimate.excess_variance();
    }

    /// Returns the estimate, in person-hours: the mean over the mean of a half-to-double range.
    pub fn base(self) -> f64 {
        self.mean / MEAN_OF_HALF_TO_DOUBLE
    }

    /// Returns the increase of the squared scale of the overrun by the ranges. Narrow ranges do not
    /// reduce it, because people type ranges too narrow.
    pub fn extra_scale_squared(self) -> f64 {
        use core::f64::consts::PI;
        let base = self.base();
        if base > 0.0 {
            self.excess.max(0.0) / (base * base) * 3.0 / (PI * PI)
        } else {
            0.0
        }
    }
}

/// Load of some wishes and priced promises.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Load {
    /// Work if an existing thing was looked at, or there is none.
    pub seen: Work,
    /// Work if nobody has looked at the existing thing.
    pub unseen: Work,
    /// Third-party charges for the wishes.
    pub charges: Costs,
    /// Least duration in weeks, however many people work on it.
    pub least_weeks: f64,
}

impl Load {
    /// Returns the work.
    pub fn work(self, unseen: bool) -> Work {
        if unseen { self.unseen } else { self.seen }
    }

    /// Adds this many units of an item.
    pub fn add(&mut self, item: &Item, count: u32) {
        if count == 0 {
            return;
        }
        let count = f64::from(count);
        self.seen.add(item.each.times(count));
        self.unseen.add(item.each_unseen().times(count));
        self.charges.once += item.charges.once * count;
        self.charges.monthly += item.charges.monthly * count;
        self.least_weeks = self.least_weeks.max(item.least_weeks);
    }
}

/// Returns the load of some items, the overhead and the expected promises that take extra hours.
pub(crate) fn load(terms: &Terms, promises: &[String], items: &[Item]) -> Load {
    let mut load = Load::default();
    let mut add = |hours: Estimate| {
        load.seen.add(hours);
        load.unseen.add(hours);
    };
    add(terms.overhead);
    // In the order of the terms, so that the order in the brief changes nothing, to the last bit.
    for promise in &terms.promises {
        if let Keepable::Priced(hours) = promise.keepable
            && promises.contains(&promise.id)
        {
            add(hours);
        }
    }
    for item in items {
        load.add(item, item.count);
    }
    load
}
