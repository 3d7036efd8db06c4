//! Corners of money and time: the amounts given and needed.

use crate::engine::rounding;
use crate::engine::{Appraisal, Brief, Budget, Deadline, Needed};
use crate::picture::triangle::farthest;

/// Step in which weeks are moved. Assumption: nobody plans a project to the day this early.
const HALF_A_WEEK: f64 = 0.5;

/// Amount given of money or time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    /// Not answered.
    Unsaid,
    /// No limit.
    Unlimited,
    /// Amount in the unit of its side.
    Some(f64),
}

impl Given {
    /// Returns the amount, if there is one.
    pub fn amount(self) -> Option<f64> {
        match self {
            Given::Some(amount) => Some(amount),
            Given::Unsaid | Given::Unlimited => None,
        }
    }
}

/// Corner that can be moved: money in the terms' currency, or time in weeks.
#[derive(Clone, PartialEq)]
pub struct Side {
    /// Amount given, in the unit of the side.
    pub given: Given,
    /// Amount needed, in the same unit. `None` if no amount suffices.
    pub needed: Option<f64>,
    /// Amount for money and date that are a yes together, in the same unit; used in sentences.
    pub enough: Option<f64>,
    /// Scale of the axis, in the same unit: the amount needed, or else the likely amount for such a
    /// job.
    pub scale: f64,
    /// Step in which the corner is moved, in the same unit.
    pub step: f64,
    /// `true` if the amount given suffices for its own test, whatever both tests need together.
    pub holds: bool,
}

impl Side {
    /// Returns the ratio of given to needed. `None` without an answer, or if no amount suffices.
    pub fn ratio(&self) -> Option<f64> {
        match self.given {
            Given::Unsaid => None,
            Given::Unlimited => Some(f64::INFINITY),
            Given::Some(given) => self.needed.map(|needed| {
                if needed <= 0.0 {
                    f64::INFINITY
                } else {
                    given / needed
                }
            }),
        }
    }

    /// Returns `true` if the amount given is less than a yes needs, and too little on its own.
    pub fn is_short(&self) -> bool {
        self.is_below() && !self.holds
    }

    /// Returns `true` if the amount given is less than the one for a yes to both tests.
    pub fn is_below(&self) -> bool {
        let given = self.given.amount();
        given.is_some() && given < self.enough
    }

    /// Returns the amount at a ratio, in whole steps.
    pub fn at_ratio(&self, ratio: f64) -> f64 {
        rounding::nearest_multiple(ratio * self.scale, self.step)
    }

    /// Returns the greatest amount that the corner can be moved to, which always includes the one
    /// given.
    pub fn greatest(&self) -> f64 {
        let given = self.given.amount().unwrap_or_default();
        farthest(self.scale, self.step).max(rounding::multiple_up(given, self.step))
    }

    /// Returns the value of the slider: the amount needed until there is an answer.
    pub fn slider_value(&self) -> f64 {
        match self.given {
            Given::Unsaid => self.at_ratio(1.0),
            Given::Unlimited => self.greatest(),
            Given::Some(given) => given,
        }
    }
}

/// Returns the side of money, in the terms of the budget: a sum or a monthly fee. A gift has none.
/// `needed` is enough for each test alone, `enough` are money and a date that are a yes together.
pub fn money(
    brief: &Brief,
    appraisal: &Appraisal,
    needed: Option<Needed>,
    enough: Option<Needed>,
    care_months: f64,
) -> Side {
    let needed = needed.and_then(|needed| needed.money);
    let (given, likely) = match brief.budget {
        Some(Budget::Gift { .. }) => (Given::Unlimited, appraisal.price.p80),
        Some(budget) if !budget.is_said() => (Given::Unsaid, appraisal.price.p80),
        Some(budget) => (
            budget.amount().map_or(Given::Unlimited, Given::Some),
            match budget {
                Budget::Monthly(_) => appraisal.price.p80 / care_months,
                _ => appraisal.price.p80,
            },
        ),
        None => (Given::Unsaid, appraisal.price.p80),
    };
    let is_gift = matches!(brief.budget, Some(Budget::Gift { .. }));
    let needed = needed.filter(|_| !is_gift);
    let enough = enough.and_then(|enough| enough.money);
    let scale = needed.unwrap_or(likely);
    Side {
        given,
        needed,
        enough: enough.filter(|_| !is_gift),
        scale,
        step: rounding::drag_step(scale),
        holds: appraisal.odds.money >= Some(appraisal.confidence),
    }
}

/// Returns the side of time, with the same needs.
pub fn time(
    brief: &Brief,
    appraisal: &Appraisal,
    needed: Option<Needed>,
    enough: Option<Needed>,
) -> Side {
    let needed = needed.and_then(|needed| needed.weeks);
    Side {
        given: match brief.deadline {
            None => Given::Unsaid,
            Some(Deadline::Open) => Given::Unlimited,
            Some(Deadline::Weeks { weeks, .. }) => Given::Some(weeks),
        },
        needed,
        enough: enough.and_then(|enough| enough.weeks),
        scale: needed.unwrap_or(appraisal.weeks.p80),
        step: HALF_A_WEEK,
        holds: appraisal.odds.time >= Some(appraisal.confidence),
    }
}

/// Returns `true` if a ratio of given to needed falls short.
pub fn is_short(ratio: Option<f64>) -> bool {
    ratio.is_some_and(|ratio| ratio < 1.0)
}
