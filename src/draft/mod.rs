//! A brief while it is typed, and the fields to mend in it.
//!
//! Text goes in and text comes out, so that a half-typed `7,` stays what it is. [`Draft::read`]
//! gives the brief as far as it can be understood, and says which fields cannot.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod brief;
mod date;
mod number;
mod text;

pub use date::days;
pub use number::{Separators, number, range};
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
    /// What it goes on top of.
    pub existing: Option<Existing>,
    /// The care afterwards.
    pub care: PerKind<CareDuty>,
    /// The ids of the promises that are expected.
    pub promises: Vec<String>,
    /// The conditions of working together.
    pub conditions: Conditions,
    /// When the money comes.
    pub pay: Option<Pay>,
    /// Who pays what others charge.
    pub costs: Option<Payer>,
    /// The client's relationship to the shop.
    pub relationship: Option<Relationship>,
    /// When it must be delivered.
    pub deadline: DraftDeadline,
    /// The budget.
    pub budget: DraftBudget,
    /// What was done of it already.
    pub so_far: Option<SoFar>,
    /// What only the shop knows.
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
    /// What others charge for one of it.
    pub costs: Option<Costs>,
}

/// A deadline while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftDeadline {
    /// Which kind of answer was chosen.
    pub kind: Option<DeadlineKind>,
    /// The weeks, as typed.
    pub weeks: String,
    /// The date, as the date field gives it: `2027-01-15`.
    pub date: String,
    /// The day from which the weeks are counted. A date stands for itself.
    pub from: CountedFrom,
}

names! {
    /// A kind of deadline.
    pub enum DeadlineKind {
        /// Within some weeks.
        Weeks = "weeks",
        /// By a date.
        Date = "date",
        /// There is no date.
        Open = "open",
    }
}

/// A budget while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftBudget {
    /// Which kind of deal was chosen.
    pub kind: Option<BudgetKind>,
    /// The amount, as typed: fixed price, monthly fee or cap.
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
    }
}

/// A field that was typed into and cannot be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// The count of this wish is no whole number from 1.
    Count(usize),
    /// This wish of one's own has no name.
    Name(usize),
    /// The weeks are no number from 0.
    Weeks,
    /// The date is none, or past.
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

impl DraftWish {
    /// A service that was just chosen.
    pub fn service(id: &str) -> DraftWish {
        DraftWish::new(Want::Service {
            service: id.to_owned(),
        })
    }

    /// A wish of one's own that has no name yet.
    pub fn own() -> DraftWish {
        DraftWish::new(Want::Sized {
            name: String::new(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Budget, Deadline};

    const ENGLISH: Separators = Separators {
        decimal: '.',
        group: ',',
    };

    /// 21 November 2026.
    const TODAY: i64 = 20_778;

    #[test]
    fn a_date_is_read_as_weeks_from_today_and_a_past_or_far_one_is_a_problem() {
        let mut draft = draft();
        draft.deadline = DraftDeadline {
            kind: Some(DeadlineKind::Date),
            date: "2026-12-05".into(),
            ..DraftDeadline::default()
        };
        assert_eq!(
            draft.read(ENGLISH, TODAY).0.deadline,
            Some(Deadline::Weeks(2.0))
        );
        for date in ["2026-11-20", "9999-12-31"] {
            draft.deadline.date = date.into();
            assert_eq!(draft.read(ENGLISH, TODAY).1, [FieldProblem::Date]);
        }
    }

    #[test]
    fn a_range_is_read_at_its_cautious_end() {
        let mut draft = draft();
        draft.budget.amount = "2,000 to 3,000".into();
        assert_eq!(
            draft.read(ENGLISH, TODAY).0.budget,
            Some(Budget::Fixed(2000.0))
        );
    }

    #[test]
    fn what_was_typed_comes_back_where_it_means_the_same() {
        let write = |value: f64| value.to_string();
        let back = |draft: &Draft, separators| {
            let (brief, _) = draft.read(ENGLISH, TODAY);
            Draft::of(&brief, write).retyped(draft.typed(), separators, TODAY)
        };
        let mut draft = draft();
        draft.budget.amount = "2,000 to 3,000".into();
        draft.deadline.weeks = "soon".into();
        assert_eq!(back(&draft, ENGLISH), draft);
        draft.deadline = DraftDeadline {
            kind: Some(DeadlineKind::Date),
            date: "2027-01-15".into(),
            ..DraftDeadline::default()
        };
        assert_eq!(back(&draft, ENGLISH), draft);
        // Where a comma stands before decimals, this would be two to three.
        let german = Separators {
            decimal: ',',
            group: '.',
        };
        assert_eq!(back(&draft, german).budget.amount, "2000");
    }

    #[test]
    fn another_language_reads_what_was_typed_as_the_same() {
        let german = Separators {
            decimal: ',',
            group: '.',
        };
        let mut draft = draft();
        draft.budget.amount = "2,000.50 to 3,000".into();
        let again = draft.rewritten(ENGLISH, german);
        assert_eq!(again.budget.amount, "2.000,50 to 3.000");
        assert_eq!(again.read(german, TODAY), draft.read(ENGLISH, TODAY));
        assert_eq!(again.rewritten(german, ENGLISH), draft);
        let french = Separators {
            decimal: ',',
            group: '\u{202f}',
        };
        for (typed, from, to, written) in [
            ("1.500", french, ENGLISH, "1500"),
            ("1.500,50", french, ENGLISH, "1.500,50"),
            ("2.000 kr.", german, ENGLISH, "2000"),
            ("2,000...3,000", ENGLISH, german, "2000–3000"),
            ("2.5", ENGLISH, french, "2,5"),
            ("as soon, as", ENGLISH, german, "as soon, as"),
        ] {
            draft.budget.amount = typed.into();
            let again = draft.rewritten(from, to);
            assert_eq!(again.budget.amount, written, "{typed}");
            assert_eq!(again.read(to, TODAY), draft.read(from, TODAY), "{typed}");
        }
    }

    #[test]
    fn a_limit_that_cannot_be_read_is_not_none() {
        let mut draft = draft();
        draft.budget.kind = Some(BudgetKind::Hourly);
        draft.budget.amount = "4000 max".into();
        let (brief, problems) = draft.read(ENGLISH, TODAY);
        assert_eq!((brief.budget, problems), (None, vec![FieldProblem::Amount]));
        draft.budget.amount.clear();
        let (brief, problems) = draft.read(ENGLISH, TODAY);
        assert_eq!(brief.budget, Some(Budget::Hourly { cap: None }));
        assert_eq!(problems, []);
    }

    fn draft() -> Draft {
        Draft {
            wishes: vec![DraftWish::service("blog")],
            deadline: DraftDeadline {
                kind: Some(DeadlineKind::Weeks),
                weeks: "3".into(),
                ..DraftDeadline::default()
            },
            budget: DraftBudget {
                kind: Some(BudgetKind::Fixed),
                amount: "€ 1,500".into(),
            },
            ..Draft::default()
        }
    }

    #[test]
    fn a_draft_that_is_understood_reads_as_a_brief() {
        let (brief, problems) = draft().read(ENGLISH, TODAY);
        assert_eq!(problems, []);
        assert_eq!(brief.budget, Some(Budget::Fixed(1500.0)));
        assert_eq!(brief.deadline, Some(Deadline::Weeks(3.0)));
    }

    #[test]
    fn what_cannot_be_understood_is_not_said_and_named() {
        let mut draft = draft();
        draft.wishes[0].count = "0".into();
        draft.wishes.push(DraftWish::own());
        draft.deadline.weeks = "soon".into();
        draft.budget.amount = "-5".into();
        let (brief, problems) = draft.read(ENGLISH, TODAY);
        assert_eq!(brief.budget, None);
        assert_eq!(brief.deadline, None);
        use FieldProblem::{Amount, Count, Name, Weeks};
        assert_eq!(problems, [Count(0), Name(1), Weeks, Amount]);
    }

    #[test]
    fn an_empty_field_is_not_said_and_no_problem() {
        let mut draft = draft();
        draft.budget.amount = "  ".into();
        let (brief, problems) = draft.read(ENGLISH, TODAY);
        assert_eq!((brief.budget, problems), (None, vec![]));
    }

    #[test]
    fn a_brief_becomes_a_draft_that_reads_as_the_same_brief() {
        let (brief, _) = draft().read(ENGLISH, TODAY);
        let again = Draft::of(&brief, |value| value.to_string());
        assert_eq!(again.read(ENGLISH, TODAY), (brief, vec![]));
    }
}
