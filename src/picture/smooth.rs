//! Smooth interpolation of a figure that is known at some points.
//!
//! On a logarithmic axis the logit of the chance that a value is not exceeded is nearly a straight
//! line, so it is interpolated by monotone cubics, and extrapolated by straight lines.

use crate::engine::CurvePoint;
use crate::engine::math::{density, logit};
use libm::{exp, log};

/// Ends of the curve on the logit scale: invisible further left, 2 in 100 cases further right.
const FADED: (f64, f64) = (-5.3, 3.9);

/// Logit of the chance over the logarithm of the value, as monotone cubics.
pub(super) struct Smooth {
    /// Logarithm of the value, logit, slope.
    knots: Vec<(f64, f64, f64)>,
}

impl Smooth {
    /// Interpolates these points. `None` if fewer than three of them differ.
    pub fn new(known: &[CurvePoint]) -> Option<Smooth> {
        let mut knots: Vec<(f64, f64, f64)> = Vec::new();
        for point in known {
            if !(point.value > 0.0 && point.chance > 0.0 && point.chance < 1.0) {
                continue;
            }
            let (at, logit) = (log(point.value), logit(point.chance));
            if knots
                .last()
                .is_none_or(|last| at - last.0 > 1e-6 && logit > last.1)
            {
                knots.push((at, logit, 0.0));
            }
        }
        if knots.len() < 3 {
            return None;
        }
        let secants: Vec<(f64, f64)> = knots
            .iter()
            .zip(knots.iter().skip(1))
            .map(|(left, right)| {
                let run = right.0 - left.0;
                (run, (right.1 - left.1) / run)
            })
            .collect();
        for (index, knot) in knots.iter_mut().enumerate() {
            let before = index.checked_sub(1).and_then(|at| secants.get(at));
            knot.2 = match (before, secants.get(index)) {
                (Some((run, slope)), Some((next_run, next))) => {
                    // Slope of the parabola through three points, limited to avoid overshoot.
                    let mixed = (slope * next_run + next * run) / (run + next_run);
                    mixed.min(3.0 * slope.min(*next))
                }
                (Some((_, slope)), None) | (None, Some((_, slope))) => *slope,
                (None, None) => return None,
            };
        }
        Some(Smooth { knots })
    }

    /// Returns the least and the largest value of the curve.
    pub fn ends(&self) -> (f64, f64) {
        // There are at least three knots.
        let [first, .., last] = self.knots.as_slice() else {
            return (0.0, 0.0);
        };
        let left = first.0 - (first.1 - FADED.0).max(0.0) / first.2;
        let right = last.0 + (FADED.1 - last.1).max(0.0) / last.2;
        (exp(left), exp(right))
    }

    /// Returns the density at a value: the derivative of the chance.
    pub fn density(&self, value: f64) -> f64 {
        if value <= 0.0 {
            return 0.0;
        }
        let (logit, slope) = self.at(log(value));
        density(logit) * slope.max(0.0) / value
    }

    /// Returns the logit and its slope.
    fn at(&self, at: f64) -> (f64, f64) {
        let straight = |(from, logit, slope): (f64, f64, f64)| (logit + slope * (at - from), slope);
        let above = self.knots.partition_point(|knot| knot.0 <= at);
        let below = above.checked_sub(1).and_then(|below| self.knots.get(below));
        let (left, right) = match (below, self.knots.get(above)) {
            (Some(left), Some(right)) => (left, right),
            (Some(end), None) | (None, Some(end)) => return straight(*end),
            (None, None) => return (0.0, 0.0),
        };
        // Cubic Hermite through both ends.
        let run = right.0 - left.0;
        let (t, rise) = ((at - left.0) / run, right.1 - left.1);
        let (m0, m1) = (left.2 * run, right.2 * run);
        let logit =
            left.1 + t * (m0 + t * ((3.0 * rise - 2.0 * m0 - m1) + t * (m0 + m1 - 2.0 * rise)));
        let slope = (m0
            + t * (2.0 * (3.0 * rise - 2.0 * m0 - m1) + 3.0 * t * (m0 + m1 - 2.0 * rise)))
            / run;
        (logit, slope)
    }
}
