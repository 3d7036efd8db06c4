//! One integral over the overrun: composite Gauss–Legendre quadrature with breakpoints.
//!
//! # Conventions
//! `z` is the logistic scale of the overrun: `z = ln(u / (1 − u))`, `u` uniform. Everything that
//! depends on the overrun is a function of `z`, weighted with the logistic density.

use super::log_logistic::{density, logistic};
use super::order::insert_number;

/// Beyond ±this the logistic scale holds less than a millionth of the chance on either side.
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

/// Breakpoints of the logistic scale: between two of them a function is smooth, so that the rule is
/// exact enough.
///
/// A step needs a breakpoint where it steps; a bend needs a few around it.
pub(crate) struct Breakpoints {
    /// In rising order.
    points: Vec<f64>,
}

impl Breakpoints {
    /// Returns those that the logistic density itself needs.
    pub fn new() -> Breakpoints {
        Breakpoints {
            points: vec![-END, -5.0, 0.0, 5.0, END],
        }
    }

    /// Adds a breakpoint, unless it lies beyond the ends or nowhere.
    pub fn add(&mut self, z: f64) {
        if z > -END && z < END {
            insert_number(&mut self.points, z);
        }
    }

    /// The mean of `f` over the logistic scale: `∫ f(z) λ(z) dz`, `λ` the logistic density.
    ///
    /// `f` lies between 0 and 1 and is smooth between the breakpoints. Beyond the ends it counts as it
    /// is there.
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
        // Divided by what the rule makes of 1, so that what is certain is exactly certain.
        sum / mass
    }
}
