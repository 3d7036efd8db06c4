//! The time of a job: the chance that it is on time, and the weeks to delivery.

use super::{BENDS, Job};
use crate::math::{Breakpoints, logistic, logit, smallest};
use crate::model::{Deadline, Quantiles};
use libm::{exp, log};

/// For each wait, `ln` of the schedule factor that would just do, less its median.
pub(super) struct Lateness {
    limits: [f64; 5],
    count: usize,
}

impl Job {
    /// How the deadline looks from the start: for each wait where the schedule factor may lie.
    pub(super) fn lateness(&self, weeks: f64) -> Lateness {
        let left = weeks - self.start;
        let waits = self.waits.unwrap_or([0.0; 5]);
        let count = if self.waits.is_some() { 5 } else { 1 };
        let mut limits = [f64::NEG_INFINITY; 5];
        for (limit, wait) in limits.iter_mut().zip(waits).take(count) {
            let left = left - wait;
            *limit = match self.plan > 0.0 {
                true if left > 0.0 => log(left / self.plan) - self.schedule.ln_median,
                false if left >= 0.0 => f64::INFINITY,
                _ => f64::NEG_INFINITY,
            };
        }
        Lateness { limits, count }
    }

    /// The chance of being in time at `z`.
    pub(super) fn in_time(&self, z: f64, late: &Lateness) -> f64 {
        let drag = self.drag * z;
        let mut sum = 0.0;
        for limit in late.limits.iter().take(late.count) {
            sum += if self.schedule.scale > 0.0 {
                logistic((limit - drag) / self.schedule.scale)
            } else if *limit >= drag {
                1.0
            } else {
                0.0
            };
        }
        sum / late.count as f64
    }

    /// Breakpoints where [`Job::in_time`] steps or bends. With a wide schedule it does neither.
    pub(super) fn add_time_breakpoints(&self, breakpoints: &mut Breakpoints, late: &Lateness) {
        if self.drag <= 0.0 || self.schedule.scale > self.drag {
            return;
        }
        for limit in late.limits.iter().take(late.count) {
            breakpoints.add(limit / self.drag);
            for bend in BENDS {
                breakpoints.add((limit + bend * self.schedule.scale) / self.drag);
                breakpoints.add((limit - bend * self.schedule.scale) / self.drag);
            }
        }
    }

    /// The chance of being on time.
    pub(super) fn odds_of_time(&self) -> f64 {
        self.odds_within(self.deadline.map_or(f64::INFINITY, Deadline::weeks))
    }

    /// The chance of being done within so many weeks from today.
    pub fn odds_within(&self, weeks: f64) -> f64 {
        if weeks == f64::INFINITY {
            return 1.0;
        }
        let late = self.lateness(weeks);
        if late.limits == [f64::NEG_INFINITY; 5] {
            return 0.0;
        }
        let mut breakpoints = Breakpoints::new();
        self.add_time_breakpoints(&mut breakpoints, &late);
        self.mean(breakpoints, &|z| self.in_time(z, &late))
    }

    /// About the weeks from the start to delivery not exceeded with chance `p`: where to begin to
    /// look for them. Exact where the duration is known for certain.
    pub fn rough_weeks(&self, p: f64) -> f64 {
        // Of two logistic factors, as if they were one as wide as both.
        let scale = (self.drag * self.drag + self.schedule.scale * self.schedule.scale).sqrt();
        let worked = if scale > 0.0 {
            self.plan * exp(self.schedule.ln_median + scale * logit(p))
        } else {
            self.plan * exp(self.schedule.ln_median)
        };
        worked + self.waits.map_or(0.0, |waits| waits[2])
    }

    /// Returns `true` if content is not ready and there is a wait for it.
    pub fn waits_for_content(&self) -> bool {
        self.waits.is_some()
    }

    /// Returns `true` if the weeks to delivery are known for certain.
    pub fn is_punctual(&self) -> bool {
        self.waits.is_none() && (self.plan <= 0.0 || self.drag <= 0.0 && self.schedule.scale <= 0.0)
    }

    /// The weeks from today to delivery not exceeded with chance `p`.
    pub fn weeks_quantile(&self, p: f64) -> f64 {
        let guess = self.rough_weeks(p);
        if self.is_punctual() {
            return self.start + guess;
        }
        let after = smallest(p, guess, &|after| self.odds_within(self.start + after));
        self.start + after.unwrap_or(guess)
    }

    /// Returns the weeks not exceeded with chance `p`: the published ones, or else they are looked for.
    pub fn weeks_at(&self, p: f64, published: Quantiles) -> f64 {
        let known = published.at(p);
        known.unwrap_or_else(|| self.weeks_quantile(p))
    }
}
