//! A brief while it is typed, and the fields to mend in it.
//!
//! Text goes in and text comes out, so that a half-typed `7,` stays what it is. [`Draft::read`]
//! gives the brief as far as it can be understood, and says which fields cannot.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod brief;
mod date;
mod list;
mod number;
mod said;
mod taken;
mod text;

pub use date::days;
pub use list::{Line, MOST_LINES, is_prose, lines};
pub use number::{Separators, number};
pub use said::{Reading, Said, Sum, When, exact};
pub use text::TypedText;

use crate::engine::names;
use crate::engine::{
    CareDuty, Conditions, Costs, CountedFrom, Existing, Ours, Pay, Payer, PerKind, Priority,
    Relationship, Size, SoFar, Want,
};

/// A brief while it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The id of the purpose.
    pub purpose: Option<String>,
    /// The wishes, in the order in which they were made.
    pub wishes: Vec<DraftWish>,
    /// Existing thing that it goes on top of.
    pub existing: Option<Existing>,
    /// The care afterwards.
    pub care: PerKind<CareDuty>,
    /// The ids of the promises that are expected.
    pub promises: Vec<String>,
    /// The conditions of working together.
    pub conditions: Conditions,
    /// When the money comes.
    pub pay: Option<Pay>,
    /// Payer of what others charge.
    pub costs: Option<Payer>,
    /// The client's relationship to the shop.
    pub relationship: Option<Relationship>,
    /// When it must be delivered.
    pub deadline: DraftDeadline,
    /// The budget.
    pub budget: DraftBudget,
    /// Part that was done of it already.
    pub so_far: Option<SoFar>,
    /// Knowledge of the shop alone.
    pub ours: Ours,
    /// True if the shop needs the money.
    pub cash_needed: Option<bool>,
}

/// A wish while it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftWish {
    /// The thing that is wanted. The name of a wish of one's own may be empty still.
    pub want: Want,
    /// The count, as typed.
    pub count: String,
    /// The priority.
    pub priority: Priority,
    /// True if it serves the purpose.
    pub serves_purpose: Option<bool>,
    /// What it is to be like, as typed.
    pub like: String,
    /// The weeks that it lasts however many work on it.
    pub least_weeks: Option<f64>,
    /// Charges of others for one of it.
    pub costs: Option<Costs>,
}

/// A deadline while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftDeadline {
    /// The kind of answer.
    pub kind: Option<DeadlineKind>,
    /// The words or the number of weeks, as typed.
    pub text: String,
    /// The date, as the browser's date field gives it: `2027-01-15`.
    pub date: String,
    /// The day from which the weeks are counted. A date stands for itself.
    pub from: CountedFrom,
}

names! {
    /// A kind of deadline.
    pub enum DeadlineKind {
        /// Words of the visitor's own: a date, a length of time or none.
        Text = "text",
        /// A number of weeks that was picked, or that a brief had.
        Weeks = "weeks",
        /// A date that was picked, or that a link had.
        Date = "date",
        /// There is no date.
        Open = "open",
    }
}

impl DraftDeadline {
    /// Words of the visitor's own. An empty field is no answer.
    pub fn typed(&self, text: String) -> DraftDeadline {
        DraftDeadline {
            kind: (!text.trim().is_empty()).then_some(DeadlineKind::Text),
            text,
            from: self.from,
            ..DraftDeadline::default()
        }
    }

    /// So many weeks, written as the visitor would type the number.
    pub fn weeks(&self, text: String) -> DraftDeadline {
        DraftDeadline {
            kind: Some(DeadlineKind::Weeks),
            ..self.typed(text)
        }
    }

    /// A date, as the browser's date field gives it.
    pub fn date(date: String) -> DraftDeadline {
        DraftDeadline {
            kind: (!date.is_empty()).then_some(DeadlineKind::Date),
            date,
            ..DraftDeadline::default()
        }
    }

    /// No date.
    pub fn open() -> DraftDeadline {
        DraftDeadline {
            kind: Some(DeadlineKind::Open),
            ..DraftDeadline::default()
        }
    }

    /// Returns `true` if anything was answered.
    pub fn is_answered(&self) -> bool {
        match self.kind {
            None => false,
            Some(DeadlineKind::Open) => true,
            Some(DeadlineKind::Date) => !self.date.is_empty(),
            Some(DeadlineKind::Text | DeadlineKind::Weeks) => !self.text.trim().is_empty(),
        }
    }
}

/// A budget while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftBudget {
    /// The kind of deal that was chosen. What the words of the amount say comes before it.
    pub kind: Option<BudgetKind>,
    /// The amount, as typed: fixed price, monthly fee, cap, or what an hour is paid with.
    pub amount: String,
    /// What an hour is paid with, as typed.
    pub rate: String,
    /// The hours of a gift, as typed.
    pub hours: String,
    /// The months over which care is given, as typed.
    pub months: String,
}

names! {
    /// A kind of deal.
    pub enum BudgetKind {
        /// One amount for all of it.
        Fixed = "fixed",
        /// So much a month.
        Monthly = "monthly",
        /// By the hour, with or without a limit.
        Hourly = "hourly",
        /// Nothing: hours of the shop's own.
        Gift = "gift",
        /// The visitor does not know yet.
        Unknown = "unknown",
    }
}

impl DraftBudget {
    /// Another text in the field of the amount. It is no answer to a gift, nor to not knowing.
    pub fn typed(&self, amount: String) -> DraftBudget {
        let kind = self.kind;
        let has_amount =
            |kind: &BudgetKind| !matches!(kind, BudgetKind::Gift | BudgetKind::Unknown);
        DraftBudget {
            kind: kind.filter(has_amount),
            amount,
            ..self.clone()
        }
    }

    /// Returns `true` if anything was answered: a kind alone is, where it needs no amount.
    pub fn is_answered(&self) -> bool {
        match self.kind {
            Some(BudgetKind::Hourly | BudgetKind::Unknown) => true,
            Some(BudgetKind::Gift) => !self.hours.trim().is_empty(),
            _ => !self.amount.trim().is_empty(),
        }
    }
}

/// A field that was typed into and cannot be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// The count of this wish is no whole number from 1.
    Count(usize),
    /// This wish of one's own has no name.
    Name(usize),
    /// The words about the date are not understood.
    Weeks,
    /// The date is past, or too far away.
    Date,
    /// The amount is no number from 0.
    Amount,
    /// What an hour is paid with is no number above 0.
    Rate,
    /// The hours of a gift are no number from 0.
    Hours,
    /// The months of a gift are no number from 1.
    Months,
}

impl Draft {
    /// Adds a wish. The first is what the job is for: a must until it is said otherwise.
    pub fn add(&mut self, wish: DraftWish) {
        let priority = if self.wishes.is_empty() {
            Priority::Must
        } else {
            wish.priority
        };
        self.wishes.push(DraftWish { priority, ..wish });
    }
}

impl DraftWish {
    /// A service that was just chosen.
    pub fn service(id: &str) -> DraftWish {
        DraftWish::new(Want::Service {
            service: id.to_owned(),
        })
    }

    /// A wish of one's own in these words.
    pub fn own(name: &str) -> DraftWish {
        DraftWish::new(Want::Sized {
            name: name.to_owned(),
            size: Size::Medium,
        })
    }

    fn new(want: Want) -> DraftWish {
        DraftWish {
            want,
            count: "1".to_owned(),
            priority: Priority::default(),
            serves_purpose: None,
            like: String::new(),
            least_weeks: None,
            costs: None,
        }
    }
}
