//! Demand of a job on a shared capacity: its work, its date and its revenue.

use super::Job;
use super::waits::MOST_WAITS;
use crate::math::LogLogistic;
use crate::model::{Budget, Deadline};

/// Demand of a job on a shared capacity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Demand {
    /// Estimate of the remaining work, in person-hours.
    pub hours: f64,
    /// Actual effort over the estimate.
    pub overrun: LogLogistic,
    /// Weeks of its plan without work.
    pub wait: f64,
    /// Minimum duration in weeks, however many people work on it.
    pub least: f64,
    /// Actual duration over the plan, at the logistic middle of the overrun.
    pub schedule: LogLogistic,
    /// `ln` of the schedule factor per unit of the overrun's logistic scale.
    pub drag: f64,
    /// Waits for content and for somebody outside, in weeks, in descending order and equally
    /// likely.
    waits: [f64; MOST_WAITS],
    /// Number of these waits.
    count: usize,
    /// Weeks until its work may begin, from today.
    pub start: f64,
    /// Weeks until it must be delivered, from its start; infinite without a date.
    pub due: f64,
    /// Its revenue, without tax and third-party charges.
    pub money: f64,
    /// True if money was said.
    pub is_said: bool,
    /// Person-hours of work, unpaid care and bids, not exceeded in half of the cases.
    pub spent: f64,
    /// Least that an hour must bring.
    pub floor: f64,
}

impl Demand {
    /// Returns the waits, in weeks, the longest first.
    pub fn waits(&self) -> &[f64] {
        self.waits.get(..self.count).unwrap_or(&[])
    }

    /// Returns the waits, padded with zeros.
    pub fn waits_or_zeros(&self) -> [f64; MOST_WAITS] {
        self.waits
    }

    /// Returns the weeks from today until it must be delivered; infinite without a date.
    pub fn due_from_today(&self) -> f64 {
        self.start + self.due
    }
}

impl Job {
    /// Returns the demand of the job, which gets `hours_per_week` and can begin in `start` weeks.
    /// Without a budget, its revenue is the price that pays with this confidence.
    pub fn demand(&self, hours_per_week: f64, start: f64, confidence: f64) -> Demand {
        let money = &self.money;
        let due = self.deadline.map_or(f64::INFINITY, Deadline::weeks);
        let brings = match self.budget {
            Some(Budget::Gift { .. }) => 0.0,
            Some(_) => self.brings().unwrap_or_default() - money.received,
            None => self.price_of(self.total_quantile(confidence)) * money.net,
        };
        let (mut waits, count) = self.waits.parts();
        if let Some(waits) = waits.get_mut(..count) {
            waits.sort_unstable_by(|a, b| b.total_cmp(a));
        }
        Demand {
            hours: self.base,
            overrun: self.overrun,
            wait: (self.plan - self.base / hours_per_week).max(0.0),
            least: self.least,
            schedule: self.schedule,
            drag: self.drag,
            waits,
            count,
            start,
            due: due - self.start,
            money: brings - money.costs,
            is_said: self.budget.is_some(),
            spent: self.total_quantile(0.5) + money.bid,
            floor: money.floor,
        }
    }
}
