//! A brief that is changed step by step.

use crate::model::{Brief, Budget, Change, Deadline};
use crate::rounding::{half_week_up, three_digits_up};

/// A brief, and every change that led to it.
#[derive(Clone)]
pub(crate) struct Amended {
    /// The changed brief.
    pub brief: Brief,
    /// The changes, repairs first.
    pub changes: Vec<Change>,
}

impl Amended {
    /// Returns the brief as it was asked.
    pub fn unchanged(brief: &Brief) -> Amended {
        Amended {
            brief: brief.clone(),
            changes: Vec::new(),
        }
    }

    /// Sets the price of a deal to what it takes, rounded up.
    pub fn set_price(&mut self, deal: Budget, exact: f64) {
        let to = deal.with_amount(three_digits_up(exact));
        self.changes.push(Change::Budget {
            from: self.brief.budget,
            to,
            exact,
        });
        self.brief.budget = Some(to);
    }

    /// Sets the date to what it takes, rounded up.
    pub fn set_date(&mut self, exact: f64) {
        let to = Deadline::within(half_week_up(exact));
        self.changes.push(Change::Deadline {
            from: self.brief.deadline,
            to,
            exact,
        });
        self.brief.deadline = Some(to);
    }
}
