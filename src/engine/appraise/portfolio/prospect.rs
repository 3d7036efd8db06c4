//! Prospect: a job of the portfolio in numbers.

use crate::appraise::fitting::CheckedBrief;
use crate::appraise::job::demand::Demand;
use crate::appraise::scenario::{self, Scenario};

/// Job in numbers, asked for or taken.
#[derive(Clone, Copy, Debug)]
pub struct Prospect {
    pub(super) demand: Demand,
    /// Most hours a week that it gets.
    pub(super) most: f64,
}

impl Prospect {
    /// Returns the weeks from today to its deadline; infinite without a date, and not above 0 for a
    /// past one.
    pub fn due(&self) -> f64 {
        self.demand.due_from_today()
    }

    /// Returns the median person-hours of its work.
    pub fn hours(&self) -> f64 {
        self.demand.hours * self.demand.overrun.quantile(0.5)
    }

    /// Returns the most hours a week that it gets.
    pub fn most_per_week(&self) -> f64 {
        self.most
    }

    /// Returns its median revenue in the terms' currency, without tax and third-party charges.
    pub fn brings(&self) -> f64 {
        self.demand.money
    }

    /// Returns `true` if it has no budget, so that its revenue is the shop's price.
    pub fn is_quoted(&self) -> bool {
        !self.demand.is_said
    }

    /// Returns the revenue of an hour of work, unpaid care or bids, in the terms' currency. `None` without any hours.
    pub fn per_hour(&self) -> Option<f64> {
        let Demand { money, spent, .. } = self.demand;
        (spent > 0.0).then(|| money / spent)
    }

    /// Returns its median revenue beyond the floor of its hours, in the terms' currency, without tax
    /// and third-party charges.
    pub fn margin(&self) -> f64 {
        self.demand.money - self.demand.floor * self.demand.spent
    }

    pub(super) fn has_date(&self) -> bool {
        self.demand.due < f64::INFINITY
    }

    /// Returns `true` if its date can still be kept.
    pub(super) fn counts(&self) -> bool {
        self.has_date() && self.due() > 0.0
    }
}

impl CheckedBrief<'_> {
    /// Returns a job in numbers. Without a budget, its revenue is the price that pays with the shop's
    /// confidence.
    pub fn prospect(self) -> Prospect {
        let CheckedBrief { brief, terms } = self;
        let items = scenario::items(brief, terms);
        let asked = Scenario::new(brief, terms, &items);
        let most = terms.team.hours_per_week;
        let start = match asked.so_far {
            Some(_) => 0.0,
            None => terms.team.starts_in_weeks,
        };
        Prospect {
            demand: asked.job().demand(most, start, asked.confidence),
            most,
        }
    }
}
