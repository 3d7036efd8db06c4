//! The money of a job: the chance that it pays, and what an hour earns.

use super::{BENDS, Job};
use crate::math::{Breakpoints, logistic, smallest};
use crate::model::{Budget, Quantiles};

impl Job {
    /// The hours of care that are paid for once `effort` is, where an hour must bring `floor`.
    fn room_for_care(&self, effort: f64, budget: Budget, floor: f64) -> f64 {
        if floor <= 0.0 {
            return f64::INFINITY;
        }
        let limited = self.paid_effort(budget, floor) - effort;
        match budget {
            Budget::Fixed(_) | Budget::Monthly(_) | Budget::Gift { .. } => limited,
            // Written so that it is 0 to the bit where the rate is the floor.
            Budget::Hourly { .. } => limited.min(effort * (self.rate / floor - 1.0)),
        }
    }

    /// The chance that the job pays at `z`.
    pub(super) fn pays(&self, z: f64, budget: Budget, floor: f64) -> f64 {
        let room = self.room_for_care(self.base * self.overrun.at(z), budget, floor);
        match self.care {
            Some(care) => care.cdf(room),
            None if room >= 0.0 => 1.0,
            None => 0.0,
        }
    }

    /// Returns `true` if the hours are sold as they come, with no limit and no unpaid care: then it pays.
    pub(super) fn pays_for_certain(&self, budget: Budget) -> bool {
        self.floor <= 0.0 || (budget == Budget::HOURLY && self.care.is_none())
    }

    /// Returns `true` if there is work and nothing to pay for it.
    pub(super) fn never_pays(&self, budget: Budget) -> bool {
        self.floor > 0.0 && self.base > 0.0 && budget.amount().is_some_and(|amount| amount <= 0.0)
    }

    /// The chance that the job pays a modest income.
    pub(super) fn odds_of_money(&self) -> f64 {
        let Some(budget) = self.budget else {
            return 1.0;
        };
        if self.pays_for_certain(budget) {
            1.0
        } else if self.never_pays(budget) {
            0.0
        } else {
            self.odds_of_earning(budget, self.floor)
        }
    }

    /// The chance that every hour brings at least `floor`, which is above 0.
    fn odds_of_earning(&self, budget: Budget, floor: f64) -> f64 {
        if self.care.is_none() {
            // Without care it pays up to one effort: closed form.
            return match budget {
                Budget::Hourly { .. } if floor > self.rate => 0.0,
                Budget::Hourly { cap: None, .. } => 1.0,
                _ => logistic(self.z_of_effort(self.paid_effort(budget, floor))),
            };
        }
        let mut breakpoints = Breakpoints::new();
        self.add_money_breakpoints(&mut breakpoints, budget, floor);
        self.mean(breakpoints, &|z| self.pays(z, budget, floor))
    }

    /// The most effort that a limited budget pays for, in hours, with no care.
    fn paid_effort(&self, budget: Budget, floor: f64) -> f64 {
        let money = budget.over(self.months);
        money.map_or(f64::INFINITY, |money| money / floor)
    }

    /// Breakpoints where [`Job::pays`] steps or bends.
    pub(super) fn add_money_breakpoints(
        &self,
        breakpoints: &mut Breakpoints,
        budget: Budget,
        floor: f64,
    ) {
        let paid = self.paid_effort(budget, floor);
        breakpoints.add(self.z_of_effort(paid));
        // By the hour money grows with effort up to the cap, where it bends.
        let by_the_hour = matches!(budget, Budget::Hourly { .. });
        let bend = if by_the_hour {
            budget.amount().map_or(f64::INFINITY, |cap| cap / self.rate)
        } else {
            0.0
        };
        if by_the_hour {
            breakpoints.add(self.z_of_effort(bend));
        }
        let Some(care) = self.care else { return };
        for bends in BENDS {
            let room = care.at(bends);
            if paid > room && paid - room > bend {
                breakpoints.add(self.z_of_effort(paid - room));
            }
            let per_hour = self.rate / floor - 1.0;
            if by_the_hour && per_hour > 0.0 && room / per_hour < bend {
                breakpoints.add(self.z_of_effort(room / per_hour));
            }
        }
    }

    /// About the hours of work and unpaid care together not exceeded with chance `p`: where to begin
    /// to look for them.
    pub fn rough_total(&self, p: f64) -> f64 {
        let effort = self.effort_quantile(p);
        let cared = self.care.map_or(0.0, |care| care.quantile(p));
        // Were the two one factor their quantiles would add up; apart they come to less.
        effort.max(cared) + 0.8 * effort.min(cared)
    }

    /// The hours of work and unpaid care together not exceeded with chance `p`.
    pub fn total_quantile(&self, p: f64) -> f64 {
        let guess = self.rough_total(p);
        if self.care.is_none() {
            return guess;
        }
        smallest(p, guess, &|hours| self.odds_of_total(hours)).unwrap_or(guess)
    }

    /// The chance that work and unpaid care together do not exceed so many hours.
    pub fn odds_of_total(&self, hours: f64) -> f64 {
        self.odds_of_earning(Budget::fixed(hours), 1.0)
    }

    /// Returns the fixed price that pays with chance `p`: the published one, or else it is looked for.
    pub fn price_at(&self, p: f64, published: Quantiles) -> f64 {
        let known = published.at(p);
        known.unwrap_or_else(|| self.floor * self.total_quantile(p))
    }

    /// What an hour must bring.
    pub fn floor(&self) -> f64 {
        self.floor
    }

    /// Earnings of an hour, exceeded with chance `1 − p`. None without a budget or an hour.
    /// `total` are those of [`Job::total_quantile`] that are known.
    pub fn earning_quantile(&self, p: f64, total: Quantiles) -> Option<f64> {
        let budget = self.budget?;
        if self.base <= 0.0 && self.care.is_none() {
            return None;
        }
        if let Budget::Hourly { cap, .. } = budget {
            let Some(care) = self.care else {
                let capped = cap.map_or(f64::INFINITY, |cap| cap / self.effort_quantile(1.0 - p));
                return Some(self.rate.min(capped));
            };
            if self.base <= 0.0 || cap.is_some_and(|cap| cap <= 0.0) {
                return Some(0.0);
            }
            // The less an hour must bring the surer it does; look for the hours that a unit of
            // money may take, because those grow.
            let effort = self.effort_quantile(0.5);
            let guess = (effort + care.at(0.0)) / (self.rate * effort);
            return Some(
                smallest(1.0 - p, guess, &|hours| {
                    self.odds_of_earning(budget, 1.0 / hours)
                })
                .map_or(0.0, |hours| 1.0 / hours),
            );
        }
        let known = total.at(1.0 - p);
        let hours = known.unwrap_or_else(|| self.total_quantile(1.0 - p));
        Some(self.paid_effort(budget, 1.0) / hours)
    }
}
