//! Reliability diagram: given odds on the x axis, the share that came true on the y axis.

use super::{Canvas, Point, text};
use crate::engine::Reliability;

/// Size of the picture, in units.
pub const CANVAS: Canvas = Canvas {
    width: 360.0,
    height: 340.0,
};

/// Bounds of the square from 0 to 1, in units: left, top, right, bottom.
pub const SQUARE: [f64; 4] = [44.0, 12.0, 344.0, 312.0];

/// Shares with a tick on both axes.
pub const TICKS: [f64; 3] = [0.0, 0.5, 1.0];

/// Shapes of a reliability curve, as paths, and its points.
#[derive(Clone, Debug, PartialEq)]
pub struct Shapes {
    /// Consistency band: the area in which chance alone keeps the curve.
    pub band: String,
    /// Curve.
    pub curve: String,
    /// Points of the curve.
    pub points: Vec<Point>,
}

/// Returns the point of given odds and of the share that came true, both from 0 to 1.
///
/// ```
/// # use takeon::picture::reliability::place;
/// assert_eq!((place(0.0, 0.0).x, place(0.0, 0.0).y), (44.0, 312.0));
/// assert_eq!((place(1.0, 1.0).x, place(1.0, 1.0).y), (344.0, 12.0));
/// ```
pub fn place(said: f64, share: f64) -> Point {
    let [left, top, right, bottom] = SQUARE;
    Point {
        x: left + said * (right - left),
        y: bottom - share * (bottom - top),
    }
}

/// Returns the shapes of a curve. Without a point they are empty.
pub fn shapes(curve: &Reliability) -> Shapes {
    let points = curve.points.iter();
    let along = |share: fn(&crate::engine::ReliabilityPoint) -> f64| -> Vec<Point> {
        let points = points.clone();
        points
            .map(|point| place(point.said, share(point)))
            .collect()
    };
    let (points, low) = (
        along(|point| point.share),
        along(|point| point.consistent.low),
    );
    let mut band = along(|point| point.consistent.high);
    band.extend(low.into_iter().rev());
    let closed = if band.is_empty() { "" } else { "Z" };
    Shapes {
        band: path(&band) + closed,
        curve: path(&points),
        points,
    }
}

fn path(points: &[Point]) -> String {
    let pairs = points.iter().enumerate().map(|(n, point)| {
        let start = if n == 0 { "M" } else { "L" };
        [start, &text(point.x), ",", &text(point.y)].concat()
    });
    pairs.collect()
}
