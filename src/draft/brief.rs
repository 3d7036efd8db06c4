//! A draft read as a brief, and a brief written as the draft that reads as it.

use super::{
    BudgetKind, DeadlineKind, Draft, DraftBudget, DraftDeadline, DraftWish, FieldProblem,
    Separators, days, number, range,
};
use crate::engine::bounds::{MOST_MONEY, MOST_OF_A_WISH, MOST_WEEKS};
use crate::engine::{Brief, Budget, Deadline, Want, Wish};

impl Draft {
    /// The brief as far as it can be understood, and the fields that cannot. A field that is empty
    /// is not said, and no problem; only a wish of one's own needs a name.
    ///
    /// A range is read as its lower end: the cautious one, of money and of weeks alike. `today` is
    /// the day from which a date is counted, in days from 1 January 1970.
    pub fn read(&self, separators: Separators, today: i64) -> (Brief, Vec<FieldProblem>) {
        let mut problems = Vec::new();
        let wishes = self
            .wishes
            .iter()
            .enumerate()
            .map(|(index, wish)| {
                if matches!(&wish.want, Want::Sized { name, .. } | Want::Estimated { name, .. } if name.trim().is_empty()) {
                    problems.push(FieldProblem::Name(index));
                }
                let typed = !wish.count.trim().is_empty();
                let count = number(&wish.count, separators)
                    .filter(|count| *count >= 1.0 && *count <= MOST_OF_A_WISH && count.fract() == 0.0);
                if typed && count.is_none() {
                    problems.push(FieldProblem::Count(index));
                }
                Wish {
                    want: wish.want.clone(),
                    count: count.map_or(1, |count| count as u32),
                    priority: wish.priority,
                    serves_purpose: wish.serves_purpose,
                }
            })
            .collect();
        let within =
            |problems: &mut Vec<FieldProblem>, text: &str, most: f64, problem: FieldProblem| {
                let value = range(text, separators)
                    .map(|(low, _)| low)
                    .filter(|value| *value >= 0.0 && *value <= most);
                if value.is_none() && !text.trim().is_empty() {
                    problems.push(problem);
                }
                value
            };
        let deadline = match self.deadline.kind {
            None => None,
            Some(DeadlineKind::Open) => Some(Deadline::Open),
            Some(DeadlineKind::Date) => {
                let weeks = days(&self.deadline.date)
                    .map(|day| (day - today) as f64 / 7.0)
                    .filter(|weeks| (0.0..=MOST_WEEKS).contains(weeks));
                if weeks.is_none() && !self.deadline.date.trim().is_empty() {
                    problems.push(FieldProblem::Date);
                }
                weeks.map(Deadline::Weeks)
            }
            Some(DeadlineKind::Weeks) => within(
                &mut problems,
                &self.deadline.weeks,
                MOST_WEEKS,
                FieldProblem::Weeks,
            )
            .map(Deadline::Weeks),
        };
        let mut amount = || {
            within(
                &mut problems,
                &self.budget.amount,
                MOST_MONEY,
                FieldProblem::Amount,
            )
        };
        let budget = match self.budget.kind {
            None => None,
            Some(BudgetKind::Fixed) => amount().map(Budget::Fixed),
            Some(BudgetKind::Monthly) => amount().map(Budget::Monthly),
            // One that cannot be understood is not the same as none.
            Some(BudgetKind::Hourly) => match amount() {
                None if !self.budget.amount.trim().is_empty() => None,
                cap => Some(Budget::Hourly { cap }),
            },
        };
        let brief = Brief {
            purpose: self.purpose.clone(),
            wishes,
            care: self.care,
            promises: self.promises.clone(),
            conditions: self.conditions,
            relationship: self.relationship,
            deadline,
            budget,
            cash_needed: self.cash_needed,
        };
        (brief, problems)
    }

    /// The draft that reads as this brief. `write` gives a number as the visitor would type it.
    pub fn of(brief: &Brief, write: impl Fn(f64) -> String) -> Draft {
        let (kind, amount) = match brief.budget {
            None => (None, None),
            Some(Budget::Fixed(amount)) => (Some(BudgetKind::Fixed), Some(amount)),
            Some(Budget::Monthly(amount)) => (Some(BudgetKind::Monthly), Some(amount)),
            Some(Budget::Hourly { cap }) => (Some(BudgetKind::Hourly), cap),
        };
        let deadline = match brief.deadline {
            None => DraftDeadline::default(),
            Some(Deadline::Open) => DraftDeadline {
                kind: Some(DeadlineKind::Open),
                ..DraftDeadline::default()
            },
            Some(Deadline::Weeks(weeks)) => DraftDeadline {
                kind: Some(DeadlineKind::Weeks),
                weeks: write(weeks),
                ..DraftDeadline::default()
            },
        };
        Draft {
            purpose: brief.purpose.clone(),
            wishes: brief
                .wishes
                .iter()
                .map(|wish| DraftWish::of(wish, &write))
                .collect(),
            care: brief.care,
            promises: brief.promises.clone(),
            conditions: brief.conditions,
            relationship: brief.relationship,
            deadline,
            budget: DraftBudget {
                kind,
                amount: amount.map(write).unwrap_or_default(),
            },
            cash_needed: brief.cash_needed,
        }
    }
}

impl DraftWish {
    fn of(wish: &Wish, write: impl Fn(f64) -> String) -> DraftWish {
        DraftWish {
            want: wish.want.clone(),
            count: write(f64::from(wish.count)),
            priority: wish.priority,
            serves_purpose: wish.serves_purpose,
        }
    }
}
