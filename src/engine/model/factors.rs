//! Factors: limits and spreads of outcomes relative to estimates and requests.

/// Number of the shop's own jobs that weigh as much as the reference class behind
/// [`defaults::OVERRUN`](super::defaults::OVERRUN).
///
/// Source: the shrinkage of a random-effects mean by that fit, `(0.341 / 0.203)²`.
pub(crate) const OVERRUN_WEIGHT: f64 = 2.8;

/// Distance an offer may go from the request and still be worth making.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The highest price, as a multiple of the budget, at least 1.
    pub money: f64,
    /// The latest date, as a multiple of the weeks asked for, at least 1.
    pub time: f64,
    /// Largest share of the likely hours that may be left out if no wish is a must: 0 to 1.
    pub scope: f64,
}

/// Actual duration relative to the plan: `(plan + wait)` times a factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schedule {
    /// The factor.
    pub spread: Spread,
    /// Weeks that every job also waits, whatever its size, at least 0.
    pub wait: f64,
}

/// Median and 90th percentile of a distribution: `0 < median ≤ p90`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Value exceeded in half of all cases.
    pub median: f64,
    /// Value not exceeded in 9 of 10 cases.
    pub p90: f64,
}

/// Rounds of changes in the price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IncludedRounds {
    /// Number of rounds.
    pub included: u32,
    /// Work that each further round adds, as a share of the wished hours, at least 0.
    pub share: f64,
}
