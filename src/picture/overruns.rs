//! Density curves of overruns on one logarithmic axis.

use super::{Canvas, text};
use crate::engine::Spread;
use libm::{exp, log};

/// Size of the picture, in units.
pub const CANVAS: Canvas = Canvas {
    width: 640.0,
    height: 190.0,
};

/// Y of the base line.
pub const BASE: f64 = 150.0;

/// Gap between the top and the highest point of a curve.
const HEAD: f64 = 12.0;

/// Range of the logarithmic axis, as multiples of the estimate.
const AXIS: (f64, f64) = (0.4, 4.0);

/// The ticks of the axis.
pub const TICKS: [f64; 5] = [0.5, 1.0, 1.5, 2.0, 3.0];

/// Number of segments of a curve.
const PIECES: usize = 120;

/// Returns the curves of overruns at one scale, each as a path.
///
/// ```
/// # use takeon::engine::Spread;
/// # use takeon::picture::overruns::{BASE, curves};
/// let [wide, narrow] = [2.2, 1.5].map(|p90| Spread { median: 1.0, p90 });
/// let drawn = curves(&[wide, narrow]);
/// // A narrower distribution is higher, and nothing is below the base line.
/// let top = |path: &str| {
///     let ys = path.split([' ', 'M', 'L']).filter_map(|point| point.split_once(',')?.1.parse().ok());
///     ys.fold(BASE, |top: f64, y: f64| top.min(y))
/// };
/// assert!(top(&drawn[1]) < top(&drawn[0]) && top(&drawn[0]) < BASE);
/// ```
pub fn curves(spreads: &[Spread]) -> Vec<String> {
    let density = |spread: &Spread, ratio: f64| {
        let scale = (log(spread.p90 / spread.median) / log(9.0)).max(1e-3);
        let z = (log(ratio) - log(spread.median)) / scale;
        let tail = exp(-z.abs());
        tail / (scale * (1.0 + tail) * (1.0 + tail))
    };
    let highest = spreads
        .iter()
        .map(|spread| density(spread, spread.median))
        .fold(f64::MIN_POSITIVE, f64::max);
    let path = |spread: &Spread| {
        let points = (0..=PIECES).map(|piece| {
            let x = CANVAS.width * piece as f64 / PIECES as f64;
            let y = BASE - (BASE - HEAD) * density(spread, at(x)) / highest;
            format!("{},{}", text(x), text(y))
        });
        let points: Vec<String> = points.collect();
        format!("M{}", points.join("L"))
    };
    spreads.iter().map(path).collect()
}

/// Returns the x of a ratio, which is clamped to the axis.
pub fn x(ratio: f64) -> f64 {
    let share = (log(ratio) - log(AXIS.0)) / (log(AXIS.1) - log(AXIS.0));
    CANVAS.width * share.clamp(0.0, 1.0)
}

/// Returns the ratio at an x.
fn at(x: f64) -> f64 {
    exp(log(AXIS.0) + x / CANVAS.width * (log(AXIS.1) - log(AXIS.0)))
}
