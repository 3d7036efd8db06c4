//! The smallest value that reaches given odds.

use super::log_logistic::logit;
use libm::{exp, log};

/// Tolerance of [`smallest`], on the logistic scale of odds and relative to the value.
const CLOSE: f64 = 1e-9;

/// Upper limit of the search. As the stride grows, it may end well below: an answer so far from the
/// starting point would be useless.
const LARGEST: f64 = 1e15;

/// Returns the smallest positive `x` for which `odds(x)` reaches `target`, or `None` if none does.
///
/// `odds` must not fall as `x` grows. `guess` is the starting point. The result has been evaluated,
/// and reaches the target.
///
/// On a logarithmic axis the logit of the odds is nearly a straight line (for a single
/// log-logistic factor it is one), so a few secants find it.
pub(crate) fn smallest(target: f64, guess: f64, odds: &dyn Fn(f64) -> f64) -> Option<f64> {
    smallest_within(CLOSE, target, guess, odds)
}

/// Like [`smallest`], with `close` as the tolerance.
pub(crate) fn smallest_within(
    close: f64,
    target: f64,
    guess: f64,
    odds: &dyn Fn(f64) -> f64,
) -> Option<f64> {
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

    // Regula falsi, halving the weight of an end that is retained (Illinois), and bisection
    // whenever that alone has not halved the bracket.
    let mut stayed = 0_i32;
    let (mut low_weight, mut high_weight) = (low_miss, high_miss);
    for round in 0..200 {
        let width = log(high / low);
        if high_miss <= close || width <= close {
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

/// Returns the logit, clamped: odds closer to 0 or 1 than this are not distinguished.
fn clamped_logit(p: f64) -> f64 {
    logit(p.clamp(1e-15, 1.0 - 1e-15))
}
