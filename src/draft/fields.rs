//! Fields of a draft.

use crate::engine::names;
use crate::engine::{
    CareDuty, Conditions, Costs, CountedFrom, Existing, Pay, Payer, PerCareKind, Priority,
    Progress, Relationship, ShopFacts, Size, Terms, Want,
};

/// Brief while it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Id of the purpose.
    pub purpose: Option<String>,
    /// Wishes, in the order in which they were made.
    pub wishes: Vec<DraftWish>,
    /// Existing thing that the job builds on.
    pub existing: Option<Existing>,
    /// Care after delivery.
    pub care: PerCareKind<CareDuty>,
    /// Ids of the promises that the client expects.
    pub promises: Vec<String>,
    /// The conditions of working together.
    pub conditions: Conditions,
    /// Timing of the payments.
    pub pay: Option<Pay>,
    /// Payer of third-party charges.
    pub costs: Option<Payer>,
    /// Relationship between client and shop.
    pub relationship: Option<Relationship>,
    /// Latest acceptable delivery.
    pub deadline: DraftDeadline,
    /// The budget.
    pub budget: DraftBudget,
    /// Progress of a job that is under way.
    pub so_far: Option<Progress>,
    /// Facts that only the shop knows.
    pub ours: ShopFacts,
    /// True if the shop needs the money.
    pub cash_needed: Option<bool>,
}

/// Wish while it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftWish {
    /// Subject of the wish. The name of a wish of the client's own may still be empty.
    pub want: Want,
    /// Count, as typed.
    pub count: String,
    /// The priority.
    pub priority: Priority,
    /// True if it serves the purpose.
    pub serves_purpose: Option<bool>,
    /// Model that it is to be like, as typed.
    pub like: String,
    /// Least duration in weeks, however many people work on it.
    pub least_weeks: Option<f64>,
    /// Third-party charges for one unit.
    pub costs: Option<Costs>,
}

/// Deadline while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftDeadline {
    /// Kind of answer.
    pub kind: Option<DeadlineKind>,
    /// Words or number of weeks, as typed.
    pub text: String,
    /// Date in the format of a browser's date field: `2027-01-15`.
    pub date: String,
    /// Day from which the weeks are counted. A date is absolute.
    pub from: CountedFrom,
}

names! {
    /// Kind of deadline.
    pub enum DeadlineKind {
        /// The visitor's own words: a date, a duration or none.
        Text = "text",
        /// Number of weeks, picked or from a brief.
        Weeks = "weeks",
        /// Date, picked or from a link.
        Date = "date",
        /// No date.
        Open = "open",
    }
}

impl DraftDeadline {
    /// Returns the deadline in the visitor's own words. An empty field is no answer.
    pub fn typed(&self, text: String) -> DraftDeadline {
        DraftDeadline {
            kind: (!text.trim().is_empty()).then_some(DeadlineKind::Text),
            text,
            from: self.from,
            ..DraftDeadline::default()
        }
    }

    /// Returns a deadline in weeks, formatted as the visitor would type the number.
    pub fn weeks(&self, text: String) -> DraftDeadline {
        DraftDeadline {
            kind: Some(DeadlineKind::Weeks),
            ..self.typed(text)
        }
    }

    /// Returns a date, in the format of a browser's date field.
    pub fn date(date: String) -> DraftDeadline {
        DraftDeadline {
            kind: (!date.is_empty()).then_some(DeadlineKind::Date),
            date,
            ..DraftDeadline::default()
        }
    }

    /// Returns the answer that there is no date.
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

/// Budget while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftBudget {
    /// Kind of deal that was chosen. A deal named in the words of the amount takes precedence.
    pub kind: Option<BudgetKind>,
    /// Amount, as typed: fixed price, monthly fee, cap, or price of an hour.
    pub amount: String,
    /// Price of an hour, as typed.
    pub rate: String,
    /// Hours of a gift, as typed.
    pub hours: String,
    /// Months over which care is given, as typed.
    pub months: String,
}

names! {
    /// Kind of deal.
    pub enum BudgetKind {
        /// One amount for all of it.
        Fixed = "fixed",
        /// Monthly fee.
        Monthly = "monthly",
        /// By the hour, with or without a limit.
        Hourly = "hourly",
        /// Nothing: the shop gives its own hours.
        Gift = "gift",
        /// The visitor does not know yet.
        Unknown = "unknown",
    }
}

impl DraftBudget {
    /// Returns the budget with another text in the field of the amount. It replaces a gift and an
    /// unknown budget.
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

    /// Returns `true` if anything was answered: a kind alone counts if it needs no amount.
    pub fn is_answered(&self) -> bool {
        match self.kind {
            Some(BudgetKind::Hourly | BudgetKind::Unknown) => true,
            Some(BudgetKind::Gift) => !self.hours.trim().is_empty(),
            _ => !self.amount.trim().is_empty(),
        }
    }
}

/// Field whose text cannot be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// The count of this wish is not a whole number from 1.
    Count(usize),
    /// This wish of the visitor's own has no name.
    Name(usize),
    /// The words about the date are not understood.
    Weeks,
    /// The date is past, or too far away.
    Date,
    /// The amount is not a number from 0.
    Amount,
    /// The amount is in another currency than the shop's.
    Currency,
    /// The amount is with tax and the shop's prices without it, or the other way about, and the rate is
    /// unknown.
    Tax,
    /// The price of an hour is not a number above 0.
    Rate,
    /// The hours of a gift are not a number from 0.
    Hours,
    /// The months of a gift are not a number from 1.
    Months,
}

impl Draft {
    /// Adds a wish under these terms. The first is the point of the job: a must until the visitor
    /// changes it. So is the first usual job, unless it is less than a should: what was wished for
    /// before it, such as photographs, comes with it.
    pub fn add(&mut self, terms: &Terms, wish: DraftWish) {
        let is_usual = |wish: &DraftWish| match &wish.want {
            Want::Service { service } => terms.service(service).is_some_and(|job| job.usual),
            Want::Sized { .. } | Want::Estimated { .. } => false,
        };
        let is_must = |wish: &DraftWish| wish.priority == Priority::Must && is_usual(wish);
        let is_first_job = is_usual(&wish)
            && wish.priority == Priority::Should
            && !self.wishes.iter().any(is_must);
        let priority = if self.wishes.is_empty() || is_first_job {
            Priority::Must
        } else {
            wish.priority
        };
        self.wishes.push(DraftWish { priority, ..wish });
    }
}

impl DraftWish {
    /// Returns a wish for a service that was just chosen.
    pub fn service(id: &str) -> DraftWish {
        DraftWish::new(Want::Service {
            service: id.to_owned(),
        })
    }

    /// Returns a wish of the visitor's own in these words.
    pub fn own(name: &str) -> DraftWish {
        DraftWish::new(Want::Sized {
            name: name.to_owned(),
            size: Size::Medium,
        })
    }

    pub(super) fn new(want: Want) -> DraftWish {
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
