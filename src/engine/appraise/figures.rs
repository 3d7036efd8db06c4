//! The figures of an answer.

use crate::model::{Flag, Odds, Quantiles, Verdict};

/// Figures of an answer, from which its reasons are derived.
pub(crate) struct Figures {
    /// The answer.
    pub verdict: Verdict,
    /// Chance of passing each test.
    pub odds: Odds,
    /// Conditions of the brief that the shop never accepts.
    pub stops: Vec<Flag>,
    /// Ids of the promises that nobody can keep.
    pub broken: Vec<String>,
    /// Work, in person-hours.
    pub hours: Quantiles,
    /// Work and unpaid care together, in person-hours.
    pub total: Quantiles,
    /// Likely person-hours of unpaid care over the care months.
    pub care_hours: f64,
    /// Weeks to delivery, counted from the same day as the deadline; without one, from today.
    pub weeks: Quantiles,
    /// Fixed price that pays, in the terms' currency.
    pub price: Quantiles,
}
