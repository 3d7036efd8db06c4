//! Factors: how far something may be from what was estimated or asked.

/// How far an offer may go from what was asked and still be worth making, each at least 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The highest price, as a multiple of the budget.
    pub money: f64,
    /// The latest date, as a multiple of the weeks asked for.
    pub time: f64,
}

/// A median and the value not exceeded in 9 of 10 cases: `0 < median ≤ p90`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// As often above as below.
    pub median: f64,
    /// Not exceeded in 9 of 10 cases.
    pub p90: f64,
}
