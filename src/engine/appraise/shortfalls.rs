//! Shortfalls: the figures of a brief that are below those of a yes.

use super::needed::sufficient;
use super::settled::{once_settled, raised};
use crate::model::{Appraisal, Brief, Budget, Deadline, Needed, Odds, Terms};

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
    compared(brief, terms, appraisal).0
}

/// Returns `true` if money or time falls short of a yes, each alone or both together.
pub fn falls_short(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> bool {
    let (Shortfalls { money, time }, odds) = compared(brief, terms, appraisal);
    let both = odds.both.is_some_and(|odds| odds < appraisal.confidence);
    money || time || both
}

/// Returns the shortfalls, and the odds in the head of the answer.
fn compared(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> (Shortfalls, Odds) {
    if let Some(offer) = once_settled(brief, appraisal) {
        let nothing = Shortfalls {
            money: false,
            time: false,
        };
        return (nothing, offer.odds);
    }
    let (enough, odds) = match raised(brief, terms, appraisal) {
        Some(settled) => {
            let enough = Needed {
                money: settled.brief.budget.and_then(Budget::amount),
                weeks: settled.brief.deadline.map(Deadline::weeks),
            };
            (Some(enough), settled.odds)
        }
        None => (sufficient(brief, terms, appraisal), appraisal.odds),
    };
    let is_short = |given: Option<f64>, needed: Option<f64>, odds: Option<f64>| {
        let is_below = given
            .zip(needed)
            .is_none_or(|(given, needed)| given < needed);
        is_below && odds.is_some_and(|odds| odds < appraisal.confidence)
    };
    let money = brief.budget.and_then(Budget::amount);
    let weeks = brief.deadline.map(Deadline::weeks);
    let short = Shortfalls {
        money: is_short(money, enough.and_then(|enough| enough.money), odds.money),
        time: is_short(weeks, enough.and_then(|enough| enough.weeks), odds.time),
    };
    (short, odds)
}
