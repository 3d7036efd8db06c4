//! Factors: how far something may be from what was estimated or asked.

/// How far an offer may go from what was asked and still be worth making.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The highest price, as a multiple of the budget, at least 1.
    pub money: f64,
    /// The latest date, as a multiple of the weeks asked for, at least 1.
    pub time: f64,
    /// The most likely hours left out where no wish is a must, as a share of all: 0 to 1.
    pub scope: f64,
}

/// Actual duration against the plan: `(plan + wait)` times a factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schedule {
    /// The factor.
    pub spread: Spread,
    /// The weeks that every job also waits, whatever its size, at least 0.
    pub wait: f64,
}

/// A median and the value not exceeded in 9 of 10 cases: `0 < median ≤ p90`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// As often above as below.
    pub median: f64,
    /// Not exceeded in 9 of 10 cases.
    pub p90: f64,
}
