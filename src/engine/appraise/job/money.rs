//! Figures of the money test.

use crate::appraise::scenario::Scenario;

/// Figures of the money test. Money without tax, in the terms' currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Money {
    /// Price of an hour.
    pub(super) rate: f64,
    /// Least an hour must bring.
    pub(super) floor: f64,
    /// Months over which a monthly fee is paid.
    pub(super) months: f64,
    /// Factor from quoted amounts to amounts without tax: above 0, at most 1.
    pub(super) net: f64,
    /// Person-hours of all the bids that it takes to win one such job.
    pub(super) bid: f64,
    /// Third-party charges that the shop pays.
    pub(super) costs: f64,
    /// Money received so far.
    pub(super) received: f64,
    /// Person-hours spent so far.
    pub(super) spent: f64,
    /// Person-hours of unpaid care included in an hourly job.
    pub(super) care_free: f64,
    /// Chance that outstanding payments never come.
    pub(super) unpaid: f64,
    /// Largest share that is worked and not yet paid.
    pub(super) open: f64,
    /// Least that a job must bring to be worth starting, if any.
    pub(super) smallest: Option<f64>,
}

impl Money {
    /// Returns the figures of a scenario.
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
            net: terms.net_factor(),
            bid: scenario.bid,
            costs: scenario.costs(),
            received: so_far.paid * terms.net_factor(),
            spent: so_far.hours,
            care_free: terms.care_free,
            unpaid,
            open,
            smallest: terms.smallest.filter(|_| !is_exempt),
        }
    }

    /// Returns the chance that all of it comes: above 0, at most 1.
    pub fn safe(&self) -> f64 {
        1.0 - self.unpaid
    }

    /// Treats all money as paid in advance.
    pub fn pay_in_advance(&mut self) {
        self.unpaid = 0.0;
    }
}
