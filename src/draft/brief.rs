//! Conversion of a draft into a brief, and of a brief into the draft that reads as it.

use super::fields::{BudgetKind, Draft, DraftBudget, DraftDeadline, DraftWish, FieldProblem};
use super::interpretation::{Due, Interpretation, Reading, Sum, ends, exact};
use crate::engine::bounds::{
    LEAST, MOST_HOURS, MOST_MONEY, MOST_MONTHS, MOST_OF_A_WISH, MOST_WEEKS,
};
use crate::engine::{Amount, Brief, Budget, Deadline, Want, Wish};
use std::ops::RangeInclusive;

/// Sign between the ends of a range.
const TO: &str = "–";

impl Draft {
    /// Returns the brief as far as it can be understood, and the fields that cannot. An empty field
    /// is a missing answer rather than a problem, except that a wish of the visitor's own needs a
    /// name. A deal without an amount counts as an answer.
    ///
    /// A range of a fixed price stays a range. Any other is read as its lower end: the cautious
    /// one, for money and weeks alike.
    pub fn read(&self, reading: Reading) -> (Brief, Vec<FieldProblem>) {
        self.brief(&Interpretation::of(self, reading), reading)
    }

    /// Like [`Draft::read`], for words about date and money that were read already.
    pub fn brief(&self, said: &Interpretation, reading: Reading) -> (Brief, Vec<FieldProblem>) {
        let mut reader = Reader {
            reading,
            problems: Vec::new(),
        };
        let wishes = self.wishes.iter().enumerate();
        let wishes = wishes
            .map(|(index, wish)| reader.wish(index, wish))
            .collect();
        let deadline = reader.deadline(&self.deadline, said.when);
        let budget = reader.budget(&self.budget, said);
        let brief = Brief {
            purpose: self.purpose.clone(),
            wishes,
            existing: self.existing,
            care: self.care,
            promises: self.promises.clone(),
            conditions: self.conditions,
            pay: self.pay.or(said.pay),
            costs: self.costs,
            relationship: self.relationship,
            deadline,
            budget,
            so_far: self.so_far,
            ours: self.ours,
            cash_needed: self.cash_needed,
        };
        (brief, reader.problems)
    }

    /// Returns the draft that reads as this brief. `write` formats a number as the visitor would
    /// type it.
    pub fn of(brief: &Brief, write: impl Fn(f64) -> String) -> Draft {
        let wishes = brief.wishes.iter();
        Draft {
            purpose: brief.purpose.clone(),
            wishes: wishes.map(|wish| DraftWish::of(wish, &write)).collect(),
            existing: brief.existing,
            care: brief.care,
            promises: brief.promises.clone(),
            conditions: brief.conditions,
            pay: brief.pay,
            costs: brief.costs,
            relationship: brief.relationship,
            deadline: DraftDeadline::of(brief.deadline, &write),
            budget: DraftBudget::of(brief.budget, &write),
            so_far: brief.so_far,
            ours: brief.ours,
            cash_needed: brief.cash_needed,
        }
    }
}

/// Reader of typed text that collects the fields it does not understand.
struct Reader<'a> {
    reading: Reading<'a>,
    problems: Vec<FieldProblem>,
}

/// Marker of a field that was not understood and is among the problems.
struct Wrong;

impl Reader<'_> {
    fn wish(&mut self, index: usize, wish: &DraftWish) -> Wish {
        if matches!(&wish.want, Want::Sized { name, .. } | Want::Estimated { name, .. } if name.trim().is_empty())
        {
            self.problems.push(FieldProblem::Name(index));
        }
        let typed = !wish.count.trim().is_empty();
        let count = exact(&wish.count, self.reading)
            .filter(|count| *count >= 1.0 && *count <= MOST_OF_A_WISH && count.fract() == 0.0);
        if typed && count.is_none() {
            self.problems.push(FieldProblem::Count(index));
        }
        Wish {
            want: wish.want.clone(),
            count: count.map_or(1, |count| count as u32),
            priority: wish.priority,
            serves_purpose: wish.serves_purpose,
            like: (!wish.like.trim().is_empty()).then(|| wish.like.clone()),
            least_weeks: wish.least_weeks,
            costs: wish.costs,
        }
    }

    fn deadline(&mut self, typed: &DraftDeadline, when: Option<Due>) -> Option<Deadline> {
        let (deadline, problem) = match when {
            None if typed.is_answered() => (None, FieldProblem::Weeks),
            None => return None,
            Some(Due::Soon | Due::Open) => return Some(Deadline::Open),
            Some(Due::Unknown) => return None,
            Some(Due::Day(day)) => {
                let weeks = (day - self.reading.today) as f64 / 7.0;
                (Some(Deadline::within(weeks)), FieldProblem::Date)
            }
            Some(Due::Weeks { low: weeks, .. }) => {
                let from = typed.from;
                (Some(Deadline::Weeks { weeks, from }), FieldProblem::Weeks)
            }
        };
        let within = |deadline: &Deadline| (0.0..=MOST_WEEKS).contains(&deadline.weeks());
        let deadline = deadline.filter(within);
        if deadline.is_none() {
            self.problems.push(problem);
        }
        deadline
    }

    /// Reads the budget. One that cannot be understood is a problem, one without an amount is not.
    /// A deal named in the words of the amount takes precedence over the chosen kind. A share is no
    /// budget.
    fn budget(&mut self, typed: &DraftBudget, said: &Interpretation) -> Option<Budget> {
        if said.pay.is_some() {
            return None;
        }
        let sum = said.sum;
        let own = sum.and_then(|sum| sum.kind);
        let is_typed = !typed.amount.trim().is_empty();
        let kind = own.or(typed.kind).or(is_typed.then_some(BudgetKind::Fixed));
        match kind? {
            BudgetKind::Fixed => self.amount(typed, said).ok().map(Budget::Fixed),
            BudgetKind::Monthly => {
                let amount = self.amount(typed, said).ok()?.least();
                Some(Budget::Monthly(
                    amount.map_or(Amount::Unsaid {}, Amount::Exact),
                ))
            }
            BudgetKind::Hourly if own.is_some() => {
                let rate = sum.map(|sum| sum.low);
                let rate = rate.filter(|rate| (LEAST..=MOST_MONEY).contains(rate));
                if rate.is_none() {
                    self.problems.push(FieldProblem::Amount);
                }
                rate?;
                Some(Budget::Hourly { rate, cap: None })
            }
            BudgetKind::Hourly => {
                let rate = self.least(&typed.rate, LEAST..=MOST_MONEY, FieldProblem::Rate);
                let cap = self.amount(typed, said);
                Some(Budget::Hourly {
                    rate: rate.ok()?,
                    cap: cap.ok()?.least(),
                })
            }
            BudgetKind::Gift => {
                let hours = self.least(&typed.hours, 0.0..=MOST_HOURS, FieldProblem::Hours);
                let months = self.least(&typed.months, 1.0..=MOST_MONTHS, FieldProblem::Months);
                Some(Budget::Gift {
                    hours: hours.ok()?,
                    months: months.ok()?,
                })
            }
            BudgetKind::Unknown => None,
        }
    }

    fn amount(&mut self, typed: &DraftBudget, said: &Interpretation) -> Result<Amount, Wrong> {
        if typed.amount.trim().is_empty() {
            return Ok(Amount::Unsaid {});
        }
        let within = 0.0..=MOST_MONEY;
        match said
            .sum
            .filter(|sum| within.contains(&sum.low) && within.contains(&sum.high))
        {
            Some(Sum { low, high, .. }) if low == high => Ok(Amount::Exact(low)),
            Some(Sum {
                low: from,
                high: to,
                ..
            }) => Ok(Amount::Range { from, to }),
            None => {
                let problem = said.mismatch.unwrap_or(FieldProblem::Amount);
                self.problems.push(problem);
                Err(Wrong)
            }
        }
    }

    /// Returns the lower end of a typed number or range, or `None` for an empty field.
    fn least(
        &mut self,
        text: &str,
        within: RangeInclusive<f64>,
        problem: FieldProblem,
    ) -> Result<Option<f64>, Wrong> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let ends = ends(text, self.reading)
            .filter(|(low, high)| within.contains(low) && within.contains(high));
        if ends.is_none() {
            self.problems.push(problem);
        }
        ends.map(|(low, _)| Some(low)).ok_or(Wrong)
    }
}

impl DraftWish {
    fn of(wish: &Wish, write: impl Fn(f64) -> String) -> DraftWish {
        DraftWish {
            want: wish.want.clone(),
            count: write(f64::from(wish.count)),
            priority: wish.priority,
            serves_purpose: wish.serves_purpose,
            like: wish.like.clone().unwrap_or_default(),
            least_weeks: wish.least_weeks,
            costs: wish.costs,
        }
    }
}

impl DraftDeadline {
    fn of(deadline: Option<Deadline>, write: impl Fn(f64) -> String) -> DraftDeadline {
        match deadline {
            None => DraftDeadline::default(),
            Some(Deadline::Open) => DraftDeadline::open(),
            Some(Deadline::Weeks { weeks, from }) => DraftDeadline {
                from,
                ..DraftDeadline::default().weeks(write(weeks))
            },
        }
    }
}

impl DraftBudget {
    fn of(budget: Option<Budget>, write: impl Fn(f64) -> String) -> DraftBudget {
        let mut draft = DraftBudget::default();
        let typed = |value: Option<f64>| value.map(&write).unwrap_or_default();
        let amount = |amount| match amount {
            Amount::Exact(amount) => write(amount),
            Amount::Range { from, to } => [write(from), write(to)].join(TO),
            Amount::Unsaid {} => String::new(),
        };
        draft.kind = match budget {
            None => None,
            Some(Budget::Fixed(price)) => {
                draft.amount = amount(price);
                Some(BudgetKind::Fixed)
            }
            Some(Budget::Monthly(fee)) => {
                draft.amount = amount(fee);
                Some(BudgetKind::Monthly)
            }
            Some(Budget::Hourly { rate, cap }) => {
                draft.rate = typed(rate);
                draft.amount = typed(cap);
                Some(BudgetKind::Hourly)
            }
            Some(Budget::Gift { hours, months }) => {
                draft.hours = typed(hours);
                draft.months = typed(months);
                Some(BudgetKind::Gift)
            }
        };
        draft
    }
}
