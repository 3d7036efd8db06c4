//! What was said about date and money, understood.

use super::{BudgetKind, DeadlineKind, Draft, DraftDeadline, Separators, days, number, range};

/// What was said about date and money, as far as it is understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The date. None where nothing was said, or it is not understood.
    pub when: Option<When>,
    /// The sum in the field of the amount. None where nothing was said, or it is not understood.
    pub sum: Option<Sum>,
}

/// A date as it was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    /// Within so many weeks, from the least to the most.
    Weeks {
        /// The least.
        low: f64,
        /// The most; the same where no range was said.
        high: f64,
    },
    /// On a day, in days from 1 January 1970.
    Day(i64),
    /// As soon as possible.
    Soon,
    /// There is no date.
    Open,
}

/// A sum of money as it was said, in the shop's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// The kind of deal, where the words say it.
    pub kind: Option<BudgetKind>,
    /// The least.
    pub low: f64,
    /// The most; the same where no range was said.
    pub high: f64,
    /// `true` if a range was said, whose ends may be the same.
    pub is_range: bool,
    /// Another amount that may be meant, where `1.500` can be both.
    pub other: Option<f64>,
}

impl Said {
    /// Reads what a draft says. `today` is the day from which "within" is counted, in days from 1 January
    /// 1970.
    pub fn of(draft: &Draft, separators: Separators, today: i64) -> Said {
        let budget = &draft.budget;
        let has_amount = !matches!(budget.kind, Some(BudgetKind::Gift | BudgetKind::Unknown));
        Said {
            when: When::of(&draft.deadline, separators, today),
            sum: has_amount
                .then(|| Sum::read(&budget.amount, separators))
                .flatten(),
        }
    }
}

impl When {
    fn of(typed: &DraftDeadline, separators: Separators, today: i64) -> Option<When> {
        match typed.kind? {
            DeadlineKind::Open => Some(When::Open),
            DeadlineKind::Date => days(&typed.date).map(When::Day),
            DeadlineKind::Text | DeadlineKind::Weeks => When::read(&typed.text, separators, today),
        }
    }

    fn read(text: &str, separators: Separators, _today: i64) -> Option<When> {
        if let Some(day) = days(text) {
            return Some(When::Day(day));
        }
        range(text, separators).map(|(low, high)| When::Weeks { low, high })
    }
}

impl Sum {
    fn read(text: &str, separators: Separators) -> Option<Sum> {
        let (low, high) = range(text, separators)?;
        Some(Sum {
            kind: None,
            low,
            high,
            is_range: number(text, separators).is_none(),
            other: other(text, separators),
        })
    }
}

/// The same digits as people read them whose separators are the other way round, where that is another
/// number.
fn other(text: &str, separators: Separators) -> Option<f64> {
    let swapped = Separators {
        decimal: if separators.decimal == ',' { '.' } else { ',' },
        group: separators.decimal,
    };
    let other = number(text, swapped)?;
    (number(text, separators)? != other).then_some(other)
}
