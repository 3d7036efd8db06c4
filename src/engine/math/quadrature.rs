//! Quadrature over the overrun: composite Gauss–Legendre with breakpoints.
//!
//! # Conventions
//! `z` is the logistic scale of the overrun: `z = ln(u / (1 − u))`, `u` uniform. Everything that
//! depends on the overrun is a function of `z`, weighted with the logistic density.

use super::log_logistic::{density, logistic};
use super::order::insert_number;

/// End of the range of integration: each tail beyond holds less than a millionth of the
/// probability.
const END: f64 = 14.0;

/// Positive abscissas and weights of the 8-point Gauss–Legendre rule on [−1, 1].
///
/// Source: Abramowitz & Stegun, Handbook of Mathematical Functions, table 25.4.
const GAUSS_LEGENDRE: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_27),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
];

/// Breakpoints of the logistic scale. A function is smooth between two of them, so that the rule is
/// exact enough.
///
/// A discontinuity needs a breakpoint, a kink a few around it.
pub(crate) struct Breakpoints {
    /// In ascending order.
    points: Vec<f64>,
}

impl Breakpoints {
    /// Returns the breakpoints that the logistic density itself needs.
    pub fn new() -> Breakpoints {
        Breakpoints {
            points: vec![-END, -5.0, 0.0, 5.0, END],
        }
    }

    /// Adds a breakpoint, unless it is beyond the ends or not a number.
    pub fn add(&mut self, z: f64) {
        if z > -END && z < END {
            insert_number(&mut self.points, z);
        }
    }

    /// Returns the mean of `f` over the logistic scale: `∫ f(z) λ(z) dz`, `λ` the logistic density.
    ///
    /// `f` is between 0 and 1 and smooth between the breakpoints. Beyond the ends it is taken as
    /// constant.
    pub fn mean(self, f: &dyn Fn(f64) -> f64) -> f64 {
        let tail = logistic(-END);
        let (mut sum, mut mass) = ((f(-END) + f(END)) * tail, 2.0 * tail);
        for ends in self.points.windows(2) {
            let [left, right] = *ends else { continue };
            let (middle, half) = ((left + right) / 2.0, (right - left) / 2.0);
            for (x, weight) in GAUSS_LEGENDRE {
                for z in [middle - half * x, middle + half * x] {
                    let chance = half * weight * density(z);
                    mass += chance;
                    sum += chance * f(z);
                }
            }
        }
        // Normalised by the quadrature of 1, so that a certainty is exactly 1.
        sum / mass
    }
}
