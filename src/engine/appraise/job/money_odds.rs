//! The money of a job: the chance that it pays, and the amounts that reach a chance.

use super::money::Money;
use super::{BENDS, Job, is_negligible};
use crate::math::{Breakpoints, logistic, smallest};
use crate::model::Budget;
use crate::model::bounds::MOST_MONEY;

/// Tolerance of minimums: adding and removing tax may change the last bits of an amount.
const JUST_BELOW: f64 = 1.0 - 1e-12;

/// Returns a part of an amount, which may be infinite.
fn part_of(amount: f64, part: f64) -> f64 {
    if part > 0.0 { amount * part } else { 0.0 }
}

impl Job {
    /// Mixes the chance with all of the money and the chance with the part that is safe.
    pub(super) fn mixed(&self, budget: Budget, chance: &dyn Fn(f64) -> f64) -> f64 {
        let Money { unpaid, open, .. } = self.money;
        let whole = chance(1.0);
        if unpaid <= 0.0 || matches!(budget, Budget::Gift { .. }) {
            return whole;
        }
        (1.0 - unpaid) * whole + unpaid * chance(1.0 - open)
    }

    /// Returns the hours that this money pays for.
    fn hours_for(&self, money: f64) -> f64 {
        let floor = self.money.floor;
        if floor > 0.0 {
            money / floor
        } else if money >= 0.0 {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        }
    }

    /// Returns the hours that bring the third-party charges of the shop.
    fn charged_hours(&self) -> f64 {
        let costs = self.money.costs;
        if costs > 0.0 {
            self.hours_for(costs)
        } else {
            0.0
        }
    }

    /// Returns the money that a limited budget still brings in if this part of it comes. Infinite
    /// without a limit.
    pub(super) fn money_in(&self, budget: Budget, part: f64) -> f64 {
        let Money {
            months,
            net,
            received,
            ..
        } = self.money;
        let money = budget.over(months).unwrap_or(f64::INFINITY);
        part_of((money * net - received).max(0.0), part)
    }

    /// Returns the hours of work and care that a limited budget pays for after the bid. Care with
    /// an hourly job is not part of the limit, as it does not grow with it.
    fn paid_hours(&self, budget: Budget, part: f64) -> f64 {
        let Money {
            costs, bid, spent, ..
        } = self.money;
        let hours = match budget {
            Budget::Gift { hours, .. } => {
                let given = hours.unwrap_or(f64::INFINITY);
                (given - spent).max(0.0) - self.charged_hours()
            }
            Budget::Hourly { .. } => self.hours_for(self.money_in(budget, part)),
            Budget::Fixed(_) | Budget::Monthly(_) => {
                self.hours_for(self.money_in(budget, part) - costs)
            }
        };
        hours - bid
    }

    /// Returns the price of an hour of an hourly deal, without tax.
    pub(super) fn rate_of(&self, budget: Budget) -> f64 {
        match budget {
            Budget::Hourly {
                rate: Some(rate), ..
            } => rate * self.money.net,
            _ => self.money.rate,
        }
    }

    /// Returns the chance that an hour of an hourly deal is worth it and that its unpaid care stays
    /// within the free hours. It does not depend on the overrun.
    fn odds_of_giving(&self, budget: Budget, part: f64) -> f64 {
        let Money {
            floor, care_free, ..
        } = self.money;
        if part_of(self.rate_of(budget), part) < JUST_BELOW * floor {
            return 0.0;
        }
        let free = care_free - self.charged_hours();
        match self.care {
            Some(care) => care.cdf(free),
            None if free >= 0.0 => 1.0,
            None => 0.0,
        }
    }

    /// Returns the chance that the job pays at `z`, if this part of the money comes.
    pub(super) fn pays(&self, z: f64, budget: Budget, part: f64) -> f64 {
        let effort = self.base * self.overrun.at(z);
        let room = self.paid_hours(budget, part) - effort;
        match (budget, self.care) {
            (Budget::Hourly { .. }, _) if room >= 0.0 => self.odds_of_giving(budget, part),
            (Budget::Hourly { .. }, _) => 0.0,
            (_, Some(care)) => care.cdf(room),
            (_, None) if room >= 0.0 => 1.0,
            (_, None) => 0.0,
        }
    }

    /// Returns `true` if the job pays whatever the overrun and care.
    pub(super) fn pays_for_certain(&self, budget: Budget, part: f64) -> bool {
        let unlimited = self.paid_hours(budget, part) == f64::INFINITY;
        let by_the_hour = matches!(budget, Budget::Hourly { .. });
        unlimited && (!by_the_hour || self.odds_of_giving(budget, part) >= 1.0)
    }

    /// Returns an upper bound of the chance that the job pays: the chance without care.
    pub(super) fn pays_at_most(&self, budget: Budget, part: f64) -> f64 {
        let hours = self.paid_hours(budget, part);
        let worked = logistic(self.z_of_effort(hours));
        if let Budget::Hourly { .. } = budget {
            worked * self.odds_of_giving(budget, part)
        } else {
            worked
        }
    }

    /// Returns the chance that the job pays a modest income.
    pub fn odds_of_money(&self) -> f64 {
        let Some(budget) = self.budget else {
            return 1.0;
        };
        self.mixed(budget, &|part| {
            if self.pays_for_certain(budget, part) {
                return 1.0;
            }
            let at_most = self.pays_at_most(budget, part);
            let is_closed = self.care.is_none() || matches!(budget, Budget::Hourly { .. });
            if is_closed || is_negligible(at_most, part) {
                return at_most;
            }
            self.odds_of_total(self.paid_hours(budget, part))
        })
    }

    /// Adds breakpoints where [`Job::pays`] is discontinuous or bends.
    pub(super) fn add_money_breakpoints(
        &self,
        breakpoints: &mut Breakpoints,
        budget: Budget,
        part: f64,
    ) {
        let paid = self.paid_hours(budget, part);
        if let Budget::Hourly { .. } = budget {
            breakpoints.add(self.z_of_effort(paid));
            // Earnings bend here: money grows with effort up to the limit.
            let limit = self.money_in(budget, part) / self.rate_of(budget);
            breakpoints.add(self.z_of_effort(limit));
        } else {
            self.add_care_breakpoints(breakpoints, paid);
        }
    }

    /// Adds breakpoints where this many hours of work and care are used up.
    fn add_care_breakpoints(&self, breakpoints: &mut Breakpoints, hours: f64) {
        breakpoints.add(self.z_of_effort(hours));
        let Some(care) = self.care else { return };
        for bends in BENDS {
            let room = care.at(bends);
            if hours > room {
                breakpoints.add(self.z_of_effort(hours - room));
            }
        }
    }

    /// Returns an approximation of [`Job::total_quantile`], as a starting point for the search.
    pub fn rough_total(&self, p: f64) -> f64 {
        let effort = self.effort_quantile(p);
        let cared = self.care.map_or(0.0, |care| care.quantile(p));
        // Quantiles of perfectly correlated factors would add up; independent ones come to less. The
        // search starts here, so that any factor from 0 to 1 would do.
        effort.max(cared) + 0.8 * effort.min(cared)
    }

    /// Returns the hours of work and unpaid care together not exceeded with chance `p`.
    pub fn total_quantile(&self, p: f64) -> f64 {
        let guess = self.rough_total(p);
        if self.care.is_none() {
            return guess;
        }
        smallest(p, guess, &|hours| self.odds_of_total(hours)).unwrap_or(guess)
    }

    /// Returns the chance that work and unpaid care together do not exceed this many hours.
    pub fn odds_of_total(&self, hours: f64) -> f64 {
        let Some(care) = self.care else {
            return logistic(self.z_of_effort(hours));
        };
        let mut breakpoints = Breakpoints::new();
        self.add_care_breakpoints(&mut breakpoints, hours);
        self.mean(breakpoints, &|z| {
            care.cdf(hours - self.base * self.overrun.at(z))
        })
    }

    /// Returns the fixed price that pays for this many hours of work and unpaid care, as quoted to
    /// the client: with the bid, third-party charges, and tax if prices include it.
    pub fn price_of(&self, hours: f64) -> f64 {
        let Money {
            floor,
            costs,
            bid,
            net,
            ..
        } = self.money;
        (floor * (hours + bid) + costs) / net
    }

    /// Returns the amount of a deal, or the hours of a gift, at which the money test alone has the
    /// odds `p` if everything is paid. `None` if no amount suffices, and for hourly deals without a
    /// limit.
    pub fn amount_at(&self, p: f64, deal: Budget) -> Option<f64> {
        let Money {
            floor,
            bid,
            net,
            received,
            spent,
            months,
            ..
        } = self.money;
        match deal {
            Budget::Fixed(_) => Some(self.price_of(self.total_quantile(p)) + received / net),
            Budget::Monthly(_) => {
                Some((self.price_of(self.total_quantile(p)) + received / net) / months)
            }
            Budget::Hourly { cap: None, .. } => None,
            Budget::Hourly { .. } => {
                // Unpaid care may never be sure enough, whatever the limit.
                let given = self.odds_of_giving(deal, 1.0);
                Some(if p < given {
                    let hours = self.effort_quantile(p / given);
                    (floor * (hours + bid) + received) / net
                } else {
                    MOST_MONEY
                })
            }
            Budget::Gift { .. } => {
                Some(self.total_quantile(p) + bid + self.charged_hours() + spent)
            }
        }
    }

    /// Returns the approximate amount of a deal that reaches these odds, as a starting point for
    /// the search.
    pub fn rough_amount(&self, p: f64, deal: Budget) -> f64 {
        let received = self.money.received / self.money.net;
        let price = self.price_of(self.rough_total(p)) + received;
        match deal {
            Budget::Monthly(_) => price / self.money.months,
            Budget::Gift { .. } => self.rough_total(p) + self.money.spent,
            Budget::Fixed(_) | Budget::Hourly { .. } => price,
        }
    }

    /// Returns the least amount of a deal with which a job is not too small, 0 if any is
    /// acceptable.
    pub fn least_amount(&self, deal: Budget) -> f64 {
        let Money {
            smallest,
            net,
            months,
            ..
        } = self.money;
        let price = smallest.unwrap_or(0.0) / net;
        match deal {
            Budget::Monthly(_) => price / months,
            Budget::Gift { .. } => 0.0,
            Budget::Fixed(_) | Budget::Hourly { .. } => price,
        }
    }

    /// Returns the money that the job brings, without tax: its amount, its fees, its limit, or
    /// without a limit the median cost of the hours. `None` if no money was given.
    pub fn brings(&self) -> Option<f64> {
        let budget = self.budget?;
        Some(match budget.over(self.money.months) {
            Some(money) => money * self.money.net,
            None => self.rate_of(budget) * self.effort_quantile(0.5),
        })
    }

    /// Returns the minimum price of the terms if the job brings less.
    pub fn missed_minimum(&self) -> Option<f64> {
        let is_below = |smallest: &f64| {
            let brings = self.brings();
            brings.is_some_and(|money| money < JUST_BELOW * *smallest)
        };
        self.money.smallest.filter(is_below)
    }

    /// Returns `true` if the job brings too little to be worth starting.
    pub fn is_too_small(&self) -> bool {
        self.missed_minimum().is_some()
    }

    /// Returns the limited money that still comes in, without tax, over the floor rate: the hours
    /// of work and care that it pays for if there is no bid. `None` without a limit.
    pub fn pays_hours(&self) -> Option<f64> {
        let budget = self.budget?;
        if !matches!(budget, Budget::Gift { .. }) {
            budget.amount()?;
        }
        let hours = self.paid_hours(budget, 1.0) + self.money.bid;
        Some(if hours.is_finite() {
            hours.max(0.0)
        } else {
            0.0
        })
    }

    /// Returns the least an hour must bring.
    pub fn floor(&self) -> f64 {
        self.money.floor
    }

    /// Returns the price of an hour of this hourly deal, without tax, if it is below the least an
    /// hour must bring.
    pub fn low_rate(&self, deal: Budget) -> Option<f64> {
        let by_the_hour = matches!(deal, Budget::Hourly { .. });
        let rate = self.rate_of(deal);
        (by_the_hour && rate < JUST_BELOW * self.money.floor).then_some(rate)
    }

    /// Returns the amount as quoted to the client for this much money without tax.
    pub fn quoted(&self, money: f64) -> f64 {
        money / self.money.net
    }
}
