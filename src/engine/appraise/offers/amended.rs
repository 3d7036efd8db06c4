//! Briefs that are amended step by step.

use crate::appraise::solver::{MoneyAndDate, changed_deal};
use crate::model::{Brief, Budget, Change, Deadline, Pay};
use crate::rounding::{half_week_up, three_digits_up};

/// Brief, and every change that led to it.
#[derive(Clone)]
pub(crate) struct Amended {
    /// The changed brief.
    pub brief: Brief,
    /// The changes, repairs first.
    pub changes: Vec<Change>,
}

impl Amended {
    /// Returns the original brief.
    pub fn unchanged(brief: &Brief) -> Amended {
        Amended {
            brief: brief.clone(),
            changes: Vec::new(),
        }
    }

    /// Sets the money of a deal to the amount needed, rounded up; without an amount to raise, its
    /// rate.
    pub fn set_price(&mut self, deal: Budget, needed: MoneyAndDate) {
        let Some(exact) = needed.amount.or(needed.rate) else {
            return;
        };
        let amount = needed.amount.map(three_digits_up);
        let to = changed_deal(deal, MoneyAndDate { amount, ..needed });
        self.changes.push(Change::Budget {
            from: self.brief.budget,
            to,
            exact,
        });
        self.brief.budget = Some(to);
    }

    /// Sets the timing of the payments.
    pub fn set_pay(&mut self, to: Pay) {
        self.changes.push(Change::Pay {
            from: self.brief.pay,
            to,
        });
        self.brief.pay = Some(to);
    }

    /// Sets the date to the one needed, rounded up.
    pub fn set_date(&mut self, exact: f64) {
        let weeks = half_week_up(exact);
        let asked = self.brief.deadline;
        let to = asked.map_or(Deadline::within(weeks), |asked| asked.with_weeks(weeks));
        self.changes.push(Change::Deadline {
            from: asked,
            to,
            exact,
        });
        self.brief.deadline = Some(to);
    }
}
