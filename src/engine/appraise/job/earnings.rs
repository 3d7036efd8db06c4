//! Earnings: the money that an hour of a job brings.

use super::money::Money;
use super::{BENDS, Job};
use crate::math::{Breakpoints, smallest};
use crate::model::{Budget, Quantiles};

impl Job {
    /// Returns the earnings of an hour that are exceeded with chance `1 − p`. `None` without a
    /// budget or an hour, and for a gift. `total` has the known quantiles of
    /// [`Job::total_quantile`].
    pub fn earning_quantile(&self, p: f64, total: Quantiles) -> Option<f64> {
        let budget = self.budget?;
        let Money { costs, bid, .. } = self.money;
        if self.base <= 0.0 && self.care.is_none() && bid <= 0.0 {
            return None;
        }
        match budget {
            Budget::Gift { .. } => None,
            Budget::Hourly { .. } => Some(self.hourly_earning(p, budget)),
            Budget::Fixed(_) | Budget::Monthly(_) => {
                let money = self.money_in(budget, 1.0) - costs;
                // A loss per hour shrinks with the hours it is spread over.
                let chance = if money < 0.0 { p } else { 1.0 - p };
                let known = total.at(chance);
                let hours = known.unwrap_or_else(|| self.total_quantile(chance));
                Some(money / (hours + bid))
            }
        }
    }

    /// Returns the earnings of an hour of an hourly deal.
    fn hourly_earning(&self, p: f64, budget: Budget) -> f64 {
        let Money { costs, bid, .. } = self.money;
        let rate = self.rate_of(budget);
        let limit = self.money_in(budget, 1.0);
        if self.care.is_none() && costs <= 0.0 && bid <= 0.0 {
            return rate.min(limit / self.effort_quantile(1.0 - p));
        }
        if (self.base <= 0.0 || limit <= 0.0) && costs <= 0.0 {
            return 0.0;
        }
        // The less an hour must bring, the surer it does. The search is for the hours that a unit
        // of money may take, because the odds grow with those.
        let effort = self.effort_quantile(0.5).max(f64::MIN_POSITIVE);
        let cared = self.care.map_or(0.0, |care| care.at(0.0));
        let guess = (effort + cared + bid) / (rate * effort);
        let sure = 1.0 - p;
        let earned = smallest(sure, guess, &|hours| {
            self.odds_of_earning(budget, 1.0 / hours)
        });
        if let Some(hours) = earned {
            return 1.0 / hours;
        }
        if costs <= 0.0 {
            return 0.0;
        }
        // It costs more than it brings.
        let lost = smallest(sure, costs / (effort + cared + bid), &|lost| {
            self.odds_of_earning(budget, -lost)
        });
        lost.map_or(0.0, |lost| -lost)
    }

    /// Returns the chance that every hour of an hourly deal brings at least this much, which must
    /// not be 0.
    fn odds_of_earning(&self, budget: Budget, least: f64) -> f64 {
        let Money { costs, bid, .. } = self.money;
        let rate = self.rate_of(budget);
        let limit = self.money_in(budget, 1.0);
        let charged = costs / least + bid;
        let room = |effort: f64| {
            let limited = limit / least - effort;
            // Written so that it is 0 to the bit if the rate is what an hour must bring.
            let worked = effort * (rate / least - 1.0);
            let room = if least > 0.0 {
                limited.min(worked)
            } else {
                limited.max(worked)
            };
            room - charged
        };
        let mut breakpoints = Breakpoints::new();
        let mut add = |effort: f64| breakpoints.add(self.z_of_effort(effort));
        let bend = limit / rate;
        add(limit / least);
        add(bend);
        let per_hour = rate / least - 1.0;
        let mut add_room = |room: f64| {
            let needed = room + charged;
            let paid = limit / least;
            if paid > needed && paid - needed > bend {
                add(paid - needed);
            }
            if per_hour != 0.0 && needed / per_hour < bend {
                add(needed / per_hour);
            }
        };
        match self.care {
            Some(care) => BENDS.into_iter().for_each(|bends| add_room(care.at(bends))),
            None => add_room(0.0),
        }
        self.mean(breakpoints, &|z| {
            let room = room(self.base * self.overrun.at(z));
            let below = match self.care {
                Some(care) => care.cdf(room),
                None if room >= 0.0 => 1.0,
                None => 0.0,
            };
            // A loss per hour shrinks with the care it is spread over.
            if least > 0.0 { below } else { 1.0 - below }
        })
    }
}
