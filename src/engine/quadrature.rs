//! One integral over the overrun, and the smallest value that reaches given odds.
//!
//! # Conventions
//! `z` is the logistic scale of the overrun: `z = ln(u / (1 − u))`, `u` uniform. Everything that
//! depends on the overrun is a function of `z`, weighted with the logistic density.

use super::log_logistic::logistic;
use super::order::insert_number;
use libm::{exp, log};

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

/// The pieces into which the logistic scale is cut, so that a smooth rule is exact enough on each.
///
/// A step needs a cut where it steps; a bend needs a few around it.
pub(crate) struct Cuts {
    /// In rising order.
    points: Vec<f64>,
}

impl Cuts {
    /// The cuts that the logistic density itself needs.
    pub fn new() -> Cuts {
        Cuts {
            points: vec![-END, -5.0, 0.0, 5.0, END],
        }
    }

    /// Cuts at `z`. Cuts beyond the ends, or nowhere, are not needed.
    pub fn at(&mut self, z: f64) {
        if z > -END && z < END {
            insert_number(&mut self.points, z);
        }
    }

    /// The mean of `f` over the logistic scale: `∫ f(z) λ(z) dz`, `λ` the logistic density.
    ///
    /// `f` lies between 0 and 1 and is smooth between the cuts. Beyond the ends it counts as it
    /// is there.
    pub fn mean(self, f: &dyn Fn(f64) -> f64) -> f64 {
        let tail = logistic(-END);
        let (mut sum, mut mass) = ((f(-END) + f(END)) * tail, 2.0 * tail);
        for ends in self.points.windows(2) {
            let (middle, half) = ((ends[0] + ends[1]) / 2.0, (ends[1] - ends[0]) / 2.0);
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

/// The logistic density.
fn density(z: f64) -> f64 {
    let e = exp(-z.abs());
    e / ((1.0 + e) * (1.0 + e))
}

/// How close to the target the answer of [`smallest`] comes, on the logistic scale of odds and
/// relative to the value.
const CLOSE: f64 = 1e-9;

/// Values that are looked for lie below this: more money or weeks than anybody has.
const LARGEST: f64 = 1e15;

/// The smallest positive `x` for which `odds(x)` reaches `target`, or `None` where none does.
///
/// `odds` never falls as `x` grows. `guess` is where to begin. The answer itself reaches the
/// target: it was tried.
///
/// On a logarithmic axis the logit of the odds is nearly a straight line (for a single
/// log-logistic factor it is one), so a few secants find it.
pub(crate) fn smallest(target: f64, guess: f64, odds: &dyn Fn(f64) -> f64) -> Option<f64> {
    let wanted = clamped_logit(target);
    let miss = |x: f64| clamped_logit(odds(x)) - wanted;

    let mut high = if guess > 0.0 && guess < LARGEST {
        guess
    } else {
        1.0
    };
    let mut high_miss = miss(high);
    let (mut low, mut low_miss) = (high, high_miss);
    let mut stride = 1.25;
    while high_miss < 0.0 {
        (low, low_miss) = (high, high_miss);
        high *= stride;
        stride *= stride;
        if high > LARGEST {
            return None;
        }
        high_miss = miss(high);
    }
    while low_miss >= 0.0 {
        (high, high_miss) = (low, low_miss);
        low /= stride;
        stride *= stride;
        if low < 1.0 / LARGEST {
            return Some(high);
        }
        low_miss = miss(low);
    }

    // Secants between the two ends, halving the weight of an end that stays (Illinois), and
    // halving the bracket whenever that alone has not.
    let mut stayed = 0_i32;
    let (mut low_weight, mut high_weight) = (low_miss, high_miss);
    for round in 0..200 {
        let width = log(high / low);
        if high_miss <= CLOSE || width <= CLOSE {
            break;
        }
        let share = if round % 4 == 3 {
            0.5
        } else {
            low_weight / (low_weight - high_weight)
        };
        let x = low * exp(width * share.clamp(1e-3, 1.0 - 1e-3));
        let x_miss = miss(x);
        if x_miss >= 0.0 {
            (high, high_miss, high_weight) = (x, x_miss, x_miss);
            stayed = stayed.max(0) + 1;
            if stayed > 1 {
                low_weight /= 2.0;
            }
        } else {
            (low, low_weight) = (x, x_miss);
            stayed = stayed.min(0) - 1;
            if stayed < -1 {
                high_weight /= 2.0;
            }
        }
    }
    Some(high)
}

/// The logit, kept finite: odds nearer to 0 or 1 than this are not told apart.
fn clamped_logit(p: f64) -> f64 {
    let p = p.clamp(1e-15, 1.0 - 1e-15);
    log(p / (1.0 - p))
}
