//! The time of a job: the chance that it is on time, and the weeks to delivery.

use super::waits::MOST_WAITS;
use super::{BENDS, Job};
use crate::math::{Breakpoints, logistic, logit, smallest};
use crate::model::{Deadline, Quantiles};
use libm::{exp, log};

/// Tolerance for the least duration, in weeks: the last bits of a sum.
const TOLERANCE: f64 = 1e-9;

/// For each wait, `ln` of the largest schedule factor that is in time, minus its median.
pub(super) struct ScheduleLimits {
    factors: [f64; MOST_WAITS],
    count: usize,
}

impl Job {
    /// Returns the limits of the schedule factor for a deadline in this many weeks.
    pub(super) fn schedule_limits(&self, weeks: f64) -> ScheduleLimits {
        let left = weeks - self.start;
        let mut limits = [f64::NEG_INFINITY; MOST_WAITS];
        for (limit, wait) in limits.iter_mut().zip(self.waits.all()) {
            let left = left - wait;
            *limit = match self.plan > 0.0 {
                _ if left < self.least - TOLERANCE => f64::NEG_INFINITY,
                true if left > 0.0 => log(left / self.plan) - self.schedule.ln_median,
                false if left >= 0.0 => f64::INFINITY,
                _ => f64::NEG_INFINITY,
            };
        }
        ScheduleLimits {
            factors: limits,
            count: self.waits.count(),
        }
    }

    /// Returns the chance of being in time at `z`.
    pub(super) fn in_time(&self, z: f64, limits: &ScheduleLimits) -> f64 {
        let drag = self.drag * z;
        let mut sum = 0.0;
        for limit in limits.factors.iter().take(limits.count) {
            sum += if self.schedule.scale > 0.0 {
                logistic((limit - drag) / self.schedule.scale)
            } else if *limit >= drag {
                1.0
            } else {
                0.0
            };
        }
        sum / limits.count as f64
    }

    /// Adds breakpoints where [`Job::in_time`] is discontinuous or bends. With a wide schedule it
    /// is smooth.
    pub(super) fn add_time_breakpoints(
        &self,
        breakpoints: &mut Breakpoints,
        limits: &ScheduleLimits,
    ) {
        if self.drag <= 0.0 || self.schedule.scale > self.drag {
            return;
        }
        for limit in limits.factors.iter().take(limits.count) {
            breakpoints.add(limit / self.drag);
            for bend in BENDS {
                breakpoints.add((limit + bend * self.schedule.scale) / self.drag);
                breakpoints.add((limit - bend * self.schedule.scale) / self.drag);
            }
        }
    }

    /// Returns the chance of being on time.
    pub(super) fn odds_of_time(&self) -> f64 {
        self.odds_within(self.deadline.map_or(f64::INFINITY, Deadline::weeks))
    }

    /// Returns the chance of being done within this many weeks, counted from the same day as the
    /// deadline.
    pub fn odds_within(&self, weeks: f64) -> f64 {
        if weeks == f64::INFINITY {
            return 1.0;
        }
        let limits = self.schedule_limits(weeks);
        if limits.factors == [f64::NEG_INFINITY; MOST_WAITS] {
            return 0.0;
        }
        let mut breakpoints = Breakpoints::new();
        self.add_time_breakpoints(&mut breakpoints, &limits);
        self.mean(breakpoints, &|z| self.in_time(z, &limits))
    }

    /// Returns an approximation of the weeks from the start to delivery not exceeded with chance
    /// `p`, as a starting point for the search. Exact if the duration is certain.
    pub fn rough_weeks(&self, p: f64) -> f64 {
        // Combines two logistic factors as if they were one as wide as both.
        let scale = (self.drag * self.drag + self.schedule.scale * self.schedule.scale).sqrt();
        let worked = if scale > 0.0 {
            self.plan * exp(self.schedule.ln_median + scale * logit(p))
        } else {
            self.plan * exp(self.schedule.ln_median)
        };
        worked.max(self.least) + self.waits.middle()
    }

    /// Returns `true` if there is a wait for content or for somebody outside.
    pub fn has_waits(&self) -> bool {
        self.waits.is_any()
    }

    /// Returns `true` if it has a least duration, however many people work on it.
    pub fn lasts(&self) -> bool {
        self.least > 0.0
    }

    /// Returns the weeks until the start, counted from the same day as the deadline.
    pub fn start(&self) -> f64 {
        self.start
    }

    /// Returns `true` if the weeks to delivery are certain.
    pub fn is_punctual(&self) -> bool {
        !self.waits.is_any() && (self.plan <= 0.0 || self.drag <= 0.0 && self.schedule.scale <= 0.0)
    }

    /// Returns the weeks to delivery not exceeded with chance `p`, counted from the same day as the
    /// deadline.
    pub fn weeks_quantile(&self, p: f64) -> f64 {
        let guess = self.rough_weeks(p);
        if self.is_punctual() {
            return self.start + guess;
        }
        // Without a wait, the least duration is a floor under the weeks rather than a discontinuity
        // to search.
        let mut smooth = *self;
        if !self.has_waits() {
            smooth.least = 0.0;
        }
        let after = smallest(p, guess, &|after| smooth.odds_within(self.start + after));
        self.start + after.unwrap_or(guess).max(self.least)
    }

    /// Returns the weeks not exceeded with chance `p`: the published ones, or the result of a
    /// search.
    pub fn weeks_at(&self, p: f64, published: Quantiles) -> f64 {
        let known = published.at(p);
        known.unwrap_or_else(|| self.weeks_quantile(p))
    }
}
