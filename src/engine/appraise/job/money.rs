//! The money of a job: the chance that it pays, and the amounts that reach one.

use super::{BENDS, Job, is_nothing};
use crate::appraise::scenario::Scenario;
use crate::math::{Breakpoints, logistic, smallest};
use crate::model::Budget;
use crate::model::bounds::MOST_MONEY;

/// What the money of a job is measured by. Money without tax, in the terms' currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Money {
    /// Price of an hour.
    pub(super) rate: f64,
    /// Least that an hour must bring.
    pub(super) floor: f64,
    /// Months over which a monthly fee is paid.
    pub(super) months: f64,
    /// What an amount with tax comes to without: above 0, at most 1.
    pub(super) net: f64,
    /// Person-hours of all bids that it takes to get one such job.
    pub(super) bid: f64,
    /// Charges of others that the shop pays.
    pub(super) costs: f64,
    /// What came in so far.
    pub(super) received: f64,
    /// Person-hours spent so far.
    pub(super) spent: f64,
    /// Person-hours of unpaid care that are given with a job by the hour.
    pub(super) care_free: f64,
    /// The chance that what is not yet paid never comes.
    pub(super) unpaid: f64,
    /// The largest share that is worked and not yet paid.
    pub(super) open: f64,
    /// The least that a job must bring to be begun. None where it may bring anything.
    pub(super) smallest: Option<f64>,
}

impl Money {
    /// What the money of a scenario is measured by.
    pub fn new(scenario: &Scenario) -> Money {
        let terms = scenario.terms;
        let so_far = scenario.so_far.unwrap_or_default();
        let (unpaid, open) = scenario.risk();
        let is_exempt = scenario.may_be_small
            || scenario.is_gift()
            || scenario.is_share()
            || scenario.so_far.is_some();
        Money {
            rate: terms.rate,
            floor: terms.floor_rate,
            months: terms.care_months,
            net: terms.without_tax(),
            bid: scenario.bid,
            costs: scenario.costs(),
            received: so_far.paid * terms.without_tax(),
            spent: so_far.hours,
            care_free: terms.care_free,
            unpaid,
            open,
            smallest: terms.smallest.filter(|_| !is_exempt),
        }
    }
}

impl Money {
    /// The chance that all of it comes: above 0, at most 1.
    pub fn safe(&self) -> f64 {
        1.0 - self.unpaid
    }

    /// Counts all money as paid before.
    pub fn pay_in_advance(&mut self) {
        self.unpaid = 0.0;
    }
}

/// A part of an amount that may be unlimited.
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

    /// The hours that so much money pays for, where an hour must bring `floor`.
    fn hours_for(&self, money: f64, floor: f64) -> f64 {
        if floor > 0.0 {
            money / floor
        } else if money >= 0.0 {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        }
    }

    /// The hours that would bring what others charge and the shop pays.
    fn charged_hours(&self) -> f64 {
        let Money { floor, costs, .. } = self.money;
        if costs > 0.0 {
            self.hours_for(costs, floor)
        } else {
            0.0
        }
    }

    /// The money that a limited budget brings in still, where such a part of it comes. Infinite without
    /// a limit.
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

    /// The hours of work and care that a limited budget pays for once the bid is, where an hour must bring
    /// `floor`. By the hour care is no matter of the limit: what is given with it does not grow with it.
    fn paid_hours(&self, budget: Budget, part: f64, floor: f64) -> f64 {
        let Money {
            costs, bid, spent, ..
        } = self.money;
        let hours = match budget {
            Budget::Gift { hours, .. } => {
                let given = hours.unwrap_or(f64::INFINITY);
                (given - spent).max(0.0) - self.charged_hours()
            }
            Budget::Hourly { .. } => self.hours_for(self.money_in(budget, part), floor),
            Budget::Fixed(_) | Budget::Monthly(_) => {
                self.hours_for(self.money_in(budget, part) - costs, floor)
            }
        };
        hours - bid
    }

    /// The price of an hour of a deal by the hour, without tax.
    pub(super) fn rate_of(&self, budget: Budget) -> f64 {
        match budget {
            Budget::Hourly {
                rate: Some(rate), ..
            } => rate * self.money.net,
            _ => self.money.rate,
        }
    }

    /// By the hour: the chance that an hour is worth it and that the care given with it is no more than
    /// is free. It does not depend on the overrun.
    fn odds_of_giving(&self, budget: Budget, part: f64) -> f64 {
        let Money {
            floor, care_free, ..
        } = self.money;
        if part_of(self.rate_of(budget), part) < floor {
            return 0.0;
        }
        let free = care_free - self.charged_hours();
        match self.care {
            Some(care) => care.cdf(free),
            None if free >= 0.0 => 1.0,
            None => 0.0,
        }
    }

    /// The chance that the job pays at `z`, where such a part of the money comes.
    pub(super) fn pays(&self, z: f64, budget: Budget, part: f64) -> f64 {
        let effort = self.base * self.overrun.at(z);
        let room = self.paid_hours(budget, part, self.money.floor) - effort;
        match (budget, self.care) {
            (Budget::Hourly { .. }, _) if room >= 0.0 => self.odds_of_giving(budget, part),
            (Budget::Hourly { .. }, _) => 0.0,
            (_, Some(care)) => care.cdf(room),
            (_, None) if room >= 0.0 => 1.0,
            (_, None) => 0.0,
        }
    }

    /// Returns `true` if no overrun and no care could keep it from paying.
    pub(super) fn pays_for_certain(&self, budget: Budget, part: f64) -> bool {
        let unlimited = self.paid_hours(budget, part, self.money.floor) == f64::INFINITY;
        let by_the_hour = matches!(budget, Budget::Hourly { .. });
        unlimited && (!by_the_hour || self.odds_of_giving(budget, part) >= 1.0)
    }

    /// A chance that the job pays no more often than: what it would be without care.
    pub(super) fn pays_at_most(&self, budget: Budget, part: f64) -> f64 {
        let hours = self.paid_hours(budget, part, self.money.floor);
        let worked = logistic(self.z_of_effort(hours));
        if let Budget::Hourly { .. } = budget {
            worked * self.odds_of_giving(budget, part)
        } else {
            worked
        }
    }

    /// The chance that the job pays a modest income.
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
            if is_closed || is_nothing(at_most, part) {
                return at_most;
            }
            self.odds_of_total(self.paid_hours(budget, part, self.money.floor))
        })
    }

    /// Breakpoints where [`Job::pays`] steps or bends.
    pub(super) fn add_money_breakpoints(
        &self,
        breakpoints: &mut Breakpoints,
        budget: Budget,
        part: f64,
    ) {
        let paid = self.paid_hours(budget, part, self.money.floor);
        if let Budget::Hourly { .. } = budget {
            breakpoints.add(self.z_of_effort(paid));
            // Where earnings bend: money grows with effort up to the limit.
            let limit = self.money_in(budget, part) / self.rate_of(budget);
            breakpoints.add(self.z_of_effort(limit));
        } else {
            self.add_care_breakpoints(breakpoints, paid);
        }
    }

    /// Breakpoints where so many hours of work and care are used up.
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
        let Some(care) = self.care else {
            return logistic(self.z_of_effort(hours));
        };
        let mut breakpoints = Breakpoints::new();
        self.add_care_breakpoints(&mut breakpoints, hours);
        self.mean(breakpoints, &|z| {
            care.cdf(hours - self.base * self.overrun.at(z))
        })
    }

    /// The fixed price that pays for so many hours of work and unpaid care, as the client is told it: with
    /// the bid, with what others charge, and with tax where prices are.
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

    /// The amount of a deal at which the money test alone, if all is paid, has the odds `p`; of a gift its
    /// hours. None where no amount would do, and by the hour without a limit.
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
                // What is given with it may never be sure enough, whatever the limit.
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

    /// About the amount of a deal that reaches such odds: where to begin to look for it.
    pub fn rough_amount(&self, p: f64, deal: Budget) -> f64 {
        let received = self.money.received / self.money.net;
        let price = self.price_of(self.rough_total(p)) + received;
        match deal {
            Budget::Monthly(_) => price / self.money.months,
            Budget::Gift { .. } => self.rough_total(p) + self.money.spent,
            Budget::Fixed(_) | Budget::Hourly { .. } => price,
        }
    }

    /// The least amount of a deal with which a job is not too small. 0 where it may bring anything.
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

    /// The money that the job brings, without tax: its amount, its fees, its limit, or without one what
    /// the hours come to as often more as less. None where no money was said.
    pub fn brings(&self) -> Option<f64> {
        let budget = self.budget?;
        Some(match budget.over(self.money.months) {
            Some(money) => money * self.money.net,
            None => self.rate_of(budget) * self.effort_quantile(0.5),
        })
    }

    /// The least money that a job must bring, where this one brings less.
    pub fn smallest(&self) -> Option<f64> {
        /// With tax and without again, an amount may come to less by its last bits.
        const JUST_BELOW: f64 = 1.0 - 1e-12;
        let is_below = |smallest: &f64| {
            let brings = self.brings();
            brings.is_some_and(|money| money < JUST_BELOW * *smallest)
        };
        self.money.smallest.filter(is_below)
    }

    /// Returns `true` if the job brings too little to be begun.
    pub fn is_too_small(&self) -> bool {
        self.smallest().is_some()
    }

    /// The limited money that comes in still, without tax, over what an hour must bring: the hours of work and
    /// care that it pays for, were there no bid. None without a limit.
    pub fn pays_hours(&self) -> Option<f64> {
        let budget = self.budget?;
        if !matches!(budget, Budget::Gift { .. }) {
            budget.amount()?;
        }
        let hours = self.paid_hours(budget, 1.0, self.money.floor) + self.money.bid;
        Some(if hours.is_finite() {
            hours.max(0.0)
        } else {
            0.0
        })
    }

    /// What an hour must bring.
    pub fn floor(&self) -> f64 {
        self.money.floor
    }

    /// The price of an hour of this deal by the hour, without tax, if it is below what an hour must bring.
    pub fn low_rate(&self, deal: Budget) -> Option<f64> {
        let by_the_hour = matches!(deal, Budget::Hourly { .. });
        let rate = self.rate_of(deal);
        (by_the_hour && rate < self.money.floor).then_some(rate)
    }

    /// What so much money without tax comes to as the client is told it.
    pub fn told(&self, money: f64) -> f64 {
        money / self.money.net
    }
}
