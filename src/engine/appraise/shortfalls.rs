//! Shortfalls: the figures of a brief that are below those of a yes.

use super::needed::sufficient;
use super::settled::{odds_in_head, once_settled, raised_and_settled};
use crate::model::{Appraisal, Brief, Budget, Deadline, Needed, Terms};

/// Figures of a brief that are below those of a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortfalls {
    /// True for too little money.
    pub money: bool,
    /// True for too early a date.
    pub time: bool,
}

/// Returns the figures of a brief that are below those of a yes, and whose test fails. Where the
/// need is not known, the test alone decides.
pub fn shortfalls(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> Shortfalls {
    if once_settled(brief, appraisal).is_some() {
        return Shortfalls {
            money: false,
            time: false,
        };
    }
    let enough = match raised_and_settled(brief, terms, appraisal) {
        Some(settled) => Some(Needed {
            money: settled.budget.and_then(Budget::amount),
            weeks: settled.deadline.map(Deadline::weeks),
        }),
        None => sufficient(brief, terms, appraisal),
    };
    let is_short = |given: Option<f64>, needed: Option<f64>, odds: Option<f64>| {
        let is_below = given
            .zip(needed)
            .is_none_or(|(given, needed)| given < needed);
        is_below && odds.is_some_and(|odds| odds < appraisal.confidence)
    };
    let money = brief.budget.and_then(Budget::amount);
    let weeks = brief.deadline.map(Deadline::weeks);
    let odds = odds_in_head(brief, terms, appraisal);
    Shortfalls {
        money: is_short(money, enough.and_then(|enough| enough.money), odds.money),
        time: is_short(weeks, enough.and_then(|enough| enough.weeks), odds.time),
    }
}

/// Returns `true` if money or time falls short of a yes, each alone or both together.
pub fn falls_short(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> bool {
    let Shortfalls { money, time } = shortfalls(brief, terms, appraisal);
    let both = odds_in_head(brief, terms, appraisal).both;
    money || time || both.is_some_and(|odds| odds < appraisal.confidence)
}
