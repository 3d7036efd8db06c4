//! The standard normal distribution.

use libm::{erfc, exp, log, sqrt};
use std::f64::consts::{PI, SQRT_2};

/// Returns the standard normal distribution function at `x`.
pub fn normal_cdf(x: f64) -> f64 {
    erfc(-x / SQRT_2) / 2.0
}

/// Returns the inverse of [`normal_cdf`], for `p` above 0 and below 1.
///
/// Source: starting value of Abramowitz & Stegun, Handbook of Mathematical Functions, 26.2.23,
/// refined by Newton's method.
pub fn normal_quantile(p: f64) -> f64 {
    let tail = p.min(1.0 - p);
    let t = sqrt(-2.0 * log(tail));
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut x = above / below - t;
    for _ in 0..3 {
        let density = exp(-x * x / 2.0) / sqrt(2.0 * PI);
        if density > 0.0 {
            x -= (normal_cdf(x) - tail) / density;
        }
    }
    if p < 0.5 { x } else { -x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_match_a_published_table() {
        // Abramowitz & Stegun, tables 26.1 and 26.5.
        for (x, p) in [
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_543),
            (1.281_551_565_544_6, 0.9),
            (1.959_963_984_540_05, 0.975),
            (-3.090_232_306_167_81, 0.001),
        ] {
            assert!((normal_cdf(x) - p).abs() < 1e-13, "{x}");
            assert!((normal_quantile(p) - x).abs() < 1e-9, "{p}");
        }
    }
}
