//! The continuous ranked probability score of a log-logistic forecast.

use super::LogLogistic;
use super::log_logistic::logistic;
use libm::{exp, lgamma, log, sin};
use std::f64::consts::PI;

/// Most steps of the continued fraction. It needs a dozen.
const STEPS: usize = 300;
/// Distance of a step from 1 at which the continued fraction has converged.
const NEAR: f64 = 1e-15;
/// Stand-in for 0 in a denominator.
const TINY: f64 = 1e-300;

impl LogLogistic {
    /// Returns the score of a forecast for an outcome, in the unit of the outcome: 0 for a point
    /// forecast that was right, and the absolute error of any other point forecast. Infinite for a
    /// scale of 1 or more, whose mean is infinite.
    ///
    /// Source: Taillardat and others, Calibrated ensemble forecasts using quantile regression
    /// forests (2016), in the closed form that Jordan, Krüger and Lerch, Evaluating probabilistic
    /// forecasts with scoringRules (2019) give.
    pub fn crps(self, came: f64) -> f64 {
        let median = exp(self.ln_median);
        let scale = self.scale;
        if scale <= 0.0 {
            return (came - median).abs();
        }
        if scale >= 1.0 {
            return f64::INFINITY;
        }
        let share = logistic(self.z(came));
        // B(1 + s, 1 − s) = π s / sin π s, by the reflection of the gamma function.
        let whole = PI * scale / sin(PI * scale);
        let below = beta_share(share, 1.0 + scale, 1.0 - scale);
        came * (2.0 * share - 1.0) - median * whole * (2.0 * below + scale - 1.0)
    }
}

/// Returns the regularised incomplete beta function `I_x(a, b)`, for `x` from 0 to 1 and positive
/// `a`, `b`.
///
/// Source: the continued fraction of the Digital Library of Mathematical Functions, 8.17.22,
/// evaluated by Lentz's method.
fn beta_share(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    // The fraction converges fastest on this side.
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_share(1.0 - x, b, a);
    }
    let front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1.0 - x);
    exp(front) / a * fraction(x, a, b)
}

/// Returns the continued fraction of [`beta_share`].
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let guarded = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut above = 1.0;
    let mut below = 1.0 / guarded(1.0 - (a + b) * x / (a + 1.0));
    let mut all = below;
    for step in 1..STEPS {
        let m = step as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for part in [even, odd] {
            below = 1.0 / guarded(1.0 + part * below);
            above = guarded(1.0 + part / above);
            change = above * below;
            all *= change;
        }
        if (change - 1.0).abs() < NEAR {
            break;
        }
    }
    all
}
