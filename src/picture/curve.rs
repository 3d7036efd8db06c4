//! Density curve of a figure, with a given value marked on it.
//!
//! The figure is given as values with the chance that they are not exceeded. The height of the
//! curve is the density, so that areas under it are chances.

use super::smooth::Smooth;
use super::{Canvas, Point, text};
use crate::engine::CurvePoint;

/// Y of the base line.
const BASE: f64 = 126.0;

/// Height above the curve, for the label of the mark.
const HEAD: f64 = 26.0;

/// Horizontal margin.
const MARGIN: f64 = 3.0;

/// Gap between two labels, and between the mark and its own.
const GAP: f64 = 14.0;

/// Number of segments of a curve.
const PIECES: usize = 90;

/// Longest axis for the sake of the mark, relative to the length of the curve.
const STRETCH: f64 = 1.6;

/// Widths of the labels, in units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Labels {
    /// Width of the mark's label.
    pub mark: f64,
    /// Width of the median's label.
    pub half: f64,
    /// Width of the label of P80.
    pub eight: f64,
}

/// Curve to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Size of the drawing.
    pub canvas: Canvas,
    /// Y of the base line.
    pub base: f64,
    /// Path of the curve.
    pub line: String,
    /// Path of the area up to the mark, if there is one.
    pub filled: Option<String>,
    /// Given value, if any.
    pub mark: Option<Mark>,
    /// X of the value that a yes needs, unless there is none or it is far beyond the right edge.
    pub needed: Option<f64>,
    /// Median and P80.
    pub ticks: [Tick; 2],
}

/// Given value on the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// X of its line.
    pub x: f64,
    /// True for a mark far beyond the right edge: it has no line.
    pub beyond: bool,
    /// Start of its label's base line, or its end if `ends`.
    pub label: Point,
    /// True for a label that ends there, because there is no room right of the mark.
    pub ends: bool,
    /// Y of the top of its line: below a label that fits on neither side.
    pub top: f64,
}

/// Value on the base line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Its x.
    pub x: f64,
    /// The middle of its label's base line.
    pub label: Point,
}

/// Returns the curve through these points in a drawing of this width, with `mark` and the value
/// `needed` on it. `half` and `eight` are the median and P80. `None` if the figure is certain or
/// missing.
pub fn curve(
    known: &[CurvePoint],
    [half, eight]: [f64; 2],
    mark: Option<f64>,
    needed: Option<f64>,
    width: f64,
    labels: Labels,
) -> Option<Curve> {
    let smooth = Smooth::new(known)?;

    let (first, last) = smooth.ends();
    let low = mark.map_or(first, |mark| first.min(mark.max(0.0)));
    let longest = low + (last - low) * STRETCH;
    let farthest = mark.into_iter().chain(needed);
    let high = farthest.fold(last, |high, value| high.max(value.min(longest)));
    let needed = needed.filter(|needed| (low..=high).contains(needed));
    let scale = (width - 2.0 * MARGIN) / (high - low);
    // `clamp` would pull in the formatting of numbers for its panic message.
    let within = |value: f64| value.max(low).min(high);
    let x = |value: f64| MARGIN + (within(value) - low) * scale;

    let heights: Vec<(f64, f64)> = (0..=PIECES)
        .map(|piece| {
            let value = low + (high - low) * piece as f64 / PIECES as f64;
            (value, smooth.density(value))
        })
        .collect();
    let peak = heights
        .iter()
        .fold(0.0_f64, |peak, (_, height)| peak.max(*height));
    if !(peak > 0.0 && peak.is_finite()) {
        return None;
    }
    let y = |height: f64| BASE - height / peak * (BASE - HEAD);
    let place = |(value, height): (f64, f64)| Point {
        x: x(value),
        y: y(height),
    };
    let line: Vec<Point> = heights.iter().copied().map(place).collect();
    let filled = mark.map(|mark| {
        let mark = within(mark);
        let mut area: Vec<Point> = heights
            .iter()
            .copied()
            .filter(|(value, _)| *value < mark)
            .chain([(mark, smooth.density(mark))])
            .map(place)
            .collect();
        area.push(Point {
            x: x(mark),
            y: BASE,
        });
        area.push(Point { x: x(low), y: BASE });
        format!("{}Z", path(&area))
    });
    let ticks = ticks(x(half), x(eight), width, labels);
    let lowest = ticks
        .iter()
        .fold(0.0_f64, |low, tick| low.max(tick.label.y));
    Some(Curve {
        canvas: Canvas {
            width,
            height: lowest + 6.0,
        },
        base: BASE,
        line: path(&line),
        filled,
        mark: mark.map(|mark| self::mark(mark > longest, x(within(mark)), width, labels)),
        needed: needed.map(x),
        ticks,
    })
}

/// Returns the mark with its label right of it, or left of it if there is no room.
fn mark(beyond: bool, x: f64, width: f64, labels: Labels) -> Mark {
    let (right, left) = (x + GAP / 2.0, x - GAP / 2.0);
    let (at, ends, top) = if right + labels.mark <= width {
        (right, false, 2.0)
    } else if left >= labels.mark {
        (left, true, 2.0)
    } else {
        (width, true, HEAD - 7.0)
    };
    Mark {
        x,
        beyond,
        label: Point { x: at, y: 14.0 },
        ends,
        top,
    }
}

/// Returns the ticks with their labels below them, side by side if there is room, otherwise one
/// below the other.
fn ticks(half: f64, eight: f64, width: f64, labels: Labels) -> [Tick; 2] {
    let line = BASE + 22.0;
    let inside = |middle: f64, label: f64| middle.max(label / 2.0).min(width - label / 2.0);
    let apart = (labels.half + labels.eight) / 2.0 + GAP;
    let tick = |x: f64, middle: f64, y: f64| Tick {
        x,
        label: Point { x: middle, y },
    };
    if labels.half + labels.eight + GAP > width {
        return [
            tick(half, inside(half, labels.half), line),
            tick(eight, inside(eight, labels.eight), line + 18.0),
        ];
    }
    let (mut left, mut right) = (inside(half, labels.half), inside(eight, labels.eight));
    let missing = (apart - (right - left)).max(0.0);
    left = inside(left - missing / 2.0, labels.half);
    right = inside((right + missing / 2.0).max(left + apart), labels.eight);
    left = left.min(right - apart);
    [tick(half, left, line), tick(eight, right, line)]
}

/// Returns an open path through the points.
fn path(points: &[Point]) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&text(point.x));
        path.push(' ');
        path.push_str(&text(point.y));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use libm::{exp, log};

    const LABELS: Labels = Labels {
        mark: 140.0,
        half: 90.0,
        eight: 110.0,
    };

    /// A log-logistic figure of this median: `value = median · odds^scale`.
    fn figure(median: f64, scale: f64) -> Vec<CurvePoint> {
        [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98]
            .map(|chance: f64| CurvePoint {
                value: median * exp(scale * log(chance / (1.0 - chance))),
                chance,
            })
            .to_vec()
    }

    /// Its curve.
    fn drawn(known: &[CurvePoint], mark: Option<f64>, width: f64) -> Option<Curve> {
        let value = |chance| {
            let point = known.iter().find(|point| point.chance == chance);
            point.map_or(0.0, |point| point.value)
        };
        curve(known, [value(0.5), value(0.8)], mark, None, width, LABELS)
    }

    fn xs(path: &str) -> Vec<Point> {
        path.trim_matches(['M', 'Z'])
            .split('L')
            .map(|pair| {
                let (x, y) = pair.split_once(' ').unwrap();
                Point {
                    x: x.parse().unwrap(),
                    y: y.parse().unwrap(),
                }
            })
            .collect()
    }

    /// The area between a path and the base line.
    fn area(points: &[Point]) -> f64 {
        points
            .windows(2)
            .map(|ends| (ends[1].x - ends[0].x) * (2.0 * BASE - ends[0].y - ends[1].y) / 2.0)
            .sum()
    }

    #[test]
    fn the_filled_area_is_the_chance() {
        for (mark, chance) in [(1750.0, 0.5), (2410.6, 0.8), (1270.4, 0.2)] {
            let curve = drawn(&figure(1750.0, 0.231), Some(mark), 480.0).unwrap();
            let all = area(&xs(&curve.line));
            let filled = xs(curve.filled.as_deref().unwrap());
            let part = area(&filled[..filled.len() - 2]) / all;
            // The drawing covers 97 of 100 cases.
            assert!((part - chance).abs() < 0.025, "{part}, not {chance}");
        }
    }

    #[test]
    fn a_curve_has_one_top_and_ends_low() {
        let curve = drawn(&figure(20.0, 0.23), None, 480.0).unwrap();
        let points = xs(&curve.line);
        let turns = points
            .windows(3)
            .filter(|p| p[1].y < p[0].y && p[1].y <= p[2].y)
            .count();
        assert_eq!(turns, 1);
        assert!(points[0].y > BASE - 12.0 && points[PIECES].y > BASE - 12.0);
        assert_eq!(curve.filled, None);
    }

    #[test]
    fn no_label_overlaps_another_or_leaves_the_canvas() {
        for width in [230.0, 320.0, 480.0] {
            for scale in [0.01, 0.1, 0.231, 0.5, 1.2] {
                for mark in [0.0, 1.0, 900.0, 1750.0, 4000.0, 1e9] {
                    let known = figure(1750.0, scale);
                    let curve = drawn(&known, Some(mark), width).unwrap();
                    let [half, eight] = curve.ticks;
                    let beside =
                        half.label.x + LABELS.half / 2.0 < eight.label.x - LABELS.eight / 2.0;
                    assert!(beside || half.label.y < eight.label.y);
                    let mark = curve.mark.unwrap();
                    let middle = Point {
                        x: mark.label.x + LABELS.mark / if mark.ends { -2.0 } else { 2.0 },
                        ..mark.label
                    };
                    for (label, wide) in [
                        (half.label, LABELS.half),
                        (eight.label, LABELS.eight),
                        (middle, LABELS.mark),
                    ] {
                        assert!(
                            label.x - wide / 2.0 >= -1e-9 && label.x + wide / 2.0 <= width + 1e-9
                        );
                        assert!(label.y > 10.0 && label.y < curve.canvas.height);
                    }
                    assert!(mark.x >= 0.0 && mark.x <= width);
                    // The line does not run through its label.
                    let through = (mark.x - middle.x).abs() < LABELS.mark / 2.0;
                    assert!(mark.top > mark.label.y || !through);
                    for point in xs(&curve.line) {
                        assert!(point.x >= 0.0 && point.x <= width);
                        assert!(point.y >= HEAD - 0.01 && point.y <= BASE);
                    }
                }
            }
        }
    }

    #[test]
    fn a_mark_far_away_fills_everything() {
        let known = figure(1750.0, 0.231);
        let far = drawn(&known, Some(1e9), 480.0).unwrap();
        assert!(far.mark.unwrap().beyond);
        let near = drawn(&known, Some(5000.0), 480.0).unwrap();
        assert!(!near.mark.unwrap().beyond);
    }

    #[test]
    fn a_certain_figure_has_no_curve() {
        assert_eq!(drawn(&figure(20.0, 0.0), None, 480.0), None);
        assert_eq!(drawn(&figure(0.0, 0.2), None, 480.0), None);
        assert_eq!(drawn(&[], Some(3.0), 480.0), None);
    }
}
