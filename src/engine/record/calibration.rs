//! Calibration of past verdicts: of all that were given 8 in 10, how many came true?
//!
//! # Conventions
//! Odds run from 0 to 1. They are spoken in tenths ("about 3 in 10"), so the record is binned in
//! the same tenths.

use libm::sqrt;

/// Standard normal quantile at 0.95: 9 in 10 values are between its negative and it.
const Z: f64 = 1.644_853_626_951_472_2;

/// Number of outcomes from which a finding is given.
///
/// Assumption: four of four would still leave room for 6 in 10.
const ENOUGH: usize = 5;

/// Returns the tenths in which odds are spoken, clamped to 0 and 10. NaN is spoken as 0.
///
/// ```
/// # use takeon_engine::spoken_tenths;
/// assert_eq!(spoken_tenths(0.314), 3); // "about 3 in 10"
/// assert_eq!(spoken_tenths(0.85), 9); // halves go up
/// assert_eq!(spoken_tenths(0.999), 10);
/// ```
///
/// Odds below 0 are spoken as 0, above 1 as 10, and what is not a number as 0.
pub fn spoken_tenths(odds: f64) -> u8 {
    // A cast saturates, and turns NaN into 0.
    ((odds * 10.0).round() as u8).min(10)
}

/// Past appraisal and its outcome: in time and paid, or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    said: f64,
    came_true: bool,
}

/// Odds that are not a number from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidOdds;

impl std::fmt::Display for InvalidOdds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("odds must be a number from 0 to 1")
    }
}

impl std::error::Error for InvalidOdds {}

impl Outcome {
    /// Pairs the odds that were given, 0 to 1, with the outcome.
    ///
    /// # Errors
    /// Odds that are not a number from 0 to 1.
    pub fn new(said: f64, came_true: bool) -> Result<Outcome, InvalidOdds> {
        if (0.0..=1.0).contains(&said) {
            Ok(Outcome { said, came_true })
        } else {
            Err(InvalidOdds)
        }
    }

    /// Returns the odds that were given: 0 to 1.
    pub fn said(self) -> f64 {
        self.said
    }

    /// Returns `true` if it came true.
    pub fn came_true(self) -> bool {
        self.came_true
    }
}

/// Calibration of past odds.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// Number of outcomes.
    pub count: usize,
    /// Number of those that came true.
    pub came_true: usize,
    /// Bins that have outcomes, lowest first.
    pub bins: Vec<CalibrationBin>,
    /// Brier score: the mean squared distance between odds and outcome, from 0 (always sure and
    /// always right) to 1. Saying 5 in 10 every time scores 0.25. `None` without outcomes.
    ///
    /// Source: Brier, Verification of forecasts expressed in terms of probability (1950), in its
    /// form for yes or no.
    pub brier: Option<f64>,
}

/// Outcomes that were given the same tenths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalibrationBin {
    /// Tenths in which their odds were spoken: 0 to 10.
    pub tenths: u8,
    /// Number of outcomes, at least 1.
    pub count: usize,
    /// Number of those that came true.
    pub came_true: usize,
    /// Mean of the odds that were given: 0 to 1.
    pub said: f64,
    /// Confidence interval of the true share.
    pub interval: ConfidenceInterval,
    /// Comparison of odds and outcomes.
    pub finding: CalibrationFinding,
}

/// Confidence interval of a share, at 90 %: `0 ≤ low ≤ high ≤ 1`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConfidenceInterval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

names! {
    /// Comparison of odds and outcomes.
    pub enum CalibrationFinding {
        /// Fewer than 5 outcomes: nothing yet.
        TooFew = "too-few",
        /// The interval contains the odds that were given.
        AsSaid = "as-said",
        /// It came true more often than the odds said.
        MoreOften = "more-often",
        /// It came true less often than the odds said.
        LessOften = "less-often",
    }
}

/// Returns the calibration of past odds, with no bins if there are no outcomes. Their order
/// changes nothing.
///
/// Ten jobs that were given 8 in 10, of which six came true:
///
/// ```
/// # use takeon_engine::{CalibrationFinding, InvalidOdds, Outcome, calibration};
/// let outcomes = (0..10)
///     .map(|job| Outcome::new(0.8, job < 6))
///     .collect::<Result<Vec<Outcome>, InvalidOdds>>()?;
/// let calibration = calibration(&outcomes);
/// let bin = calibration.bins[0];
/// assert_eq!((bin.tenths, bin.came_true, bin.count), (8, 6, 10));
/// // Six of ten fits anything from a third to four in five: 8 in 10 among it.
/// assert_eq!(format!("{:.2} to {:.2}", bin.interval.low, bin.interval.high), "0.35 to 0.81");
/// assert_eq!(bin.finding, CalibrationFinding::AsSaid);
/// // Six missed by 0.2 and four by 0.8: (6 · 0.04 + 4 · 0.64) / 10.
/// assert!((calibration.brier.unwrap() - 0.28).abs() < 1e-12);
/// # Ok::<(), InvalidOdds>(())
/// ```
pub fn calibration(outcomes: &[Outcome]) -> Calibration {
    let mut outcomes = outcomes.to_vec();
    // Sums of the same numbers in another order differ in their last bits. Equal odds with the same
    // answer are the same number, so their order does not matter.
    outcomes.sort_unstable_by(|a, b| {
        a.said
            .total_cmp(&b.said)
            .then(a.came_true.cmp(&b.came_true))
    });
    let misses = outcomes
        .iter()
        .map(|outcome| f64::from(u8::from(outcome.came_true)) - outcome.said);
    let squares: f64 = misses.map(|miss| miss * miss).sum();
    Calibration {
        count: outcomes.len(),
        came_true: came_true(&outcomes),
        bins: outcomes
            .chunk_by(|a, b| spoken_tenths(a.said) == spoken_tenths(b.said))
            .filter_map(bin)
            .collect(),
        brier: (!outcomes.is_empty()).then(|| squares / outcomes.len() as f64),
    }
}

fn came_true(outcomes: &[Outcome]) -> usize {
    outcomes.iter().filter(|outcome| outcome.came_true).count()
}

/// Returns the calibration of outcomes given the same tenths, or `None` without any.
fn bin(outcomes: &[Outcome]) -> Option<CalibrationBin> {
    let first = outcomes.first()?;
    let (count, came_true) = (outcomes.len(), came_true(outcomes));
    let said = outcomes.iter().map(|outcome| outcome.said).sum::<f64>() / count as f64;
    let interval = wilson(came_true, count);
    let finding = if count < ENOUGH {
        CalibrationFinding::TooFew
    } else if said < interval.low {
        CalibrationFinding::MoreOften
    } else if said > interval.high {
        CalibrationFinding::LessOften
    } else {
        CalibrationFinding::AsSaid
    };
    Some(CalibrationBin {
        tenths: spoken_tenths(first.said),
        count,
        came_true,
        said,
        interval,
        finding,
    })
}

/// Returns the confidence interval of the true share if `hits` of `count` came true, for a count of
/// at least 1.
///
/// Source: Wilson, Probable inference, the law of succession, and statistical inference (1927).
/// Unlike the textbook interval it is honest for a handful: five of five still leaves room for
/// less than 7 in 10.
fn wilson(hits: usize, count: usize) -> ConfidenceInterval {
    let (n, share) = (count as f64, hits as f64 / count as f64);
    let whole = 1.0 + Z * Z / n;
    let middle = (share + Z * Z / (2.0 * n)) / whole;
    let half = Z / whole * sqrt(share * (1.0 - share) / n + Z * Z / (4.0 * n * n));
    ConfidenceInterval {
        // Equal at the ends, except that their last bits may differ.
        low: if hits == 0 {
            0.0
        } else {
            (middle - half).max(0.0)
        },
        high: if hits == count {
            1.0
        } else {
            (middle + half).min(1.0)
        },
    }
}
