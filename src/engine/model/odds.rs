//! Odds and quantiles: uncertain figures of an answer.

use serde::{Deserialize, Serialize};

/// Odds of the tests, each from 0 to 1; `None` for a test whose answer is missing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Odds {
    /// Chance of being on time. `None` without a deadline.
    pub time: Option<f64>,
    /// Chance that the job pays a modest income. `None` without a budget.
    pub money: Option<f64>,
    /// Chance of passing both, or the only one that has an answer. `None` if neither has.
    pub both: Option<f64>,
}

/// Values not exceeded in 5, 8 and 9 of 10 cases. Nothing beyond is published, because the far tail
/// of the curve failed on held-out projects.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantiles {
    /// Not exceeded in 5 of 10 cases.
    pub p50: f64,
    /// Not exceeded in 8 of 10 cases.
    pub p80: f64,
    /// Not exceeded in 9 of 10 cases.
    pub p90: f64,
}

impl Quantiles {
    /// Returns the published value not exceeded with chance `p`, if it is one of these.
    pub fn at(&self, p: f64) -> Option<f64> {
        [(0.5, self.p50), (0.8, self.p80), (0.9, self.p90)]
            .into_iter()
            .find_map(|(known, value)| (known == p).then_some(value))
    }
}

/// Earnings of an hour, in the terms' currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Earnings {
    /// Not exceeded in 1 of 10 cases.
    pub p10: f64,
    /// Not exceeded in 5 of 10 cases.
    pub p50: f64,
    /// Not exceeded in 9 of 10 cases.
    pub p90: f64,
}
