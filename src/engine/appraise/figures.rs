//! The figures of an answer.

use crate::model::{Flag, Odds, Quantiles, Verdict};

/// The figures of an answer, from which its reasons are told.
pub(crate) struct Figures {
    /// The answer.
    pub verdict: Verdict,
    /// The chance of passing each test.
    pub odds: Odds,
    /// Conditions that the shop never accepts and that are there.
    pub stops: Vec<Flag>,
    /// The ids of the promises that nobody can keep.
    pub broken: Vec<String>,
    /// Work, in person-hours.
    pub hours: Quantiles,
    /// Work and unpaid care together, in person-hours.
    pub total: Quantiles,
    /// Unpaid care, in likely person-hours over the care months.
    pub care_hours: f64,
    /// From today to delivery, in weeks.
    pub weeks: Quantiles,
    /// The fixed price that pays, in the terms' currency.
    pub price: Quantiles,
}
