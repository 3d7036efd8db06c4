//! The log-logistic distribution: the shape of every uncertain factor.
//!
//! `ln X = ln median + scale · ln(u / (1 − u))` with `u` uniform. Of the families tried it had the
//! best mean logarithmic score on held-out data sets (log-logistic −0.524, log-t −0.532, lognormal
//! −0.559), and both its distribution function and its quantiles are in closed form.

use crate::model::Spread;
use libm::{exp, log};

/// `ln 9`: the distance of P90 from the median on the logistic scale.
const LOGIT_OF_P90: f64 = 2.197_224_577_336_219_6;

/// Returns the logit `ln(p / (1 − p))`: minus infinity at 0, infinity at 1.
pub fn logit(p: f64) -> f64 {
    log(p / (1.0 - p))
}

/// Returns the logistic function `1 / (1 + e^−z)`: the chance of not exceeding `z`.
pub fn logistic(z: f64) -> f64 {
    1.0 / (1.0 + exp(-z))
}

/// Returns the logistic density `e^−z / (1 + e^−z)²`.
pub fn density(z: f64) -> f64 {
    let e = exp(-z.abs());
    e / ((1.0 + e) * (1.0 + e))
}

/// Positive factor with a log-logistic distribution. A scale of 0 makes it certain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LogLogistic {
    /// The natural logarithm of the median.
    pub ln_median: f64,
    /// The scale, at least 0.
    pub scale: f64,
}

impl LogLogistic {
    /// Returns the distribution with this median and P90.
    pub fn new(spread: Spread) -> LogLogistic {
        LogLogistic {
            ln_median: log(spread.median),
            scale: log(spread.p90 / spread.median) / LOGIT_OF_P90,
        }
    }

    /// Returns the value not exceeded with chance `p`, for `p` above 0 and below 1.
    pub fn quantile(self, p: f64) -> f64 {
        self.at(logit(p))
    }

    /// Returns the value at `z` on the logistic scale.
    pub fn at(self, z: f64) -> f64 {
        exp(self.ln_median + self.scale * z)
    }

    /// Returns the position of `x` on the logistic scale. Minus infinity for 0 and below; for a
    /// certain factor minus infinity below it and infinity from it on.
    pub fn z(self, x: f64) -> f64 {
        if x <= 0.0 {
            return f64::NEG_INFINITY;
        }
        let distance = log(x) - self.ln_median;
        if self.scale > 0.0 {
            distance / self.scale
        } else if distance >= 0.0 {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        }
    }

    /// Returns the chance of not exceeding `x`.
    pub fn cdf(self, x: f64) -> f64 {
        logistic(self.z(x))
    }
}
