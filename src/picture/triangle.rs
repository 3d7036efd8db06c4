//! Triangle of money, time and scope: the need and the request.
//!
//! Three axes start at the centre, a third of a turn apart. On each, a ratio of 1 is 60 units from
//! the centre, and other ratios are in proportion. So the need is always the same equilateral
//! triangle, and the request falls short of its corners or goes beyond them. Ratios above 1.5 are
//! clamped.

use super::{Canvas, Point};
use crate::engine::rounding::multiple_up;

/// Size of the picture, including labels.
pub const CANVAS: Canvas = Canvas {
    width: 240.0,
    height: 196.0,
};

/// Largest ratio that is not clamped.
pub const MOST: f64 = 1.5;

const CENTRE: Point = Point { x: 120.0, y: 118.0 };

/// Distance from the centre of a ratio of 1.
const ENOUGH: f64 = 60.0;

/// √3 / 2.
const HALF_ROOT: f64 = 0.866_025_403_784_438_6;

/// Corner of the triangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    /// Up.
    Money,
    /// Down to the left.
    Time,
    /// Down to the right.
    Scope,
}

impl Corner {
    /// All corners.
    pub const ALL: [Corner; 3] = [Corner::Money, Corner::Time, Corner::Scope];

    /// Returns the unit vector of its axis.
    fn way(self) -> Point {
        match self {
            Corner::Money => Point { x: 0.0, y: -1.0 },
            Corner::Time => Point {
                x: -HALF_ROOT,
                y: 0.5,
            },
            Corner::Scope => Point {
                x: HALF_ROOT,
                y: 0.5,
            },
        }
    }

    /// Returns the point at this distance from the centre.
    fn at(self, distance: f64) -> Point {
        let way = self.way();
        Point {
            x: CENTRE.x + way.x * distance,
            y: CENTRE.y + way.y * distance,
        }
    }

    /// Returns the point of a ratio on the axis, clamped to 0 to [`MOST`].
    pub fn point(self, ratio: f64) -> Point {
        self.at(ENOUGH * ratio.clamp(0.0, MOST))
    }

    /// Returns the ratio of the nearest point on the axis: 0 to [`MOST`].
    pub fn ratio(self, point: Point) -> f64 {
        let way = self.way();
        let along = (point.x - CENTRE.x) * way.x + (point.y - CENTRE.y) * way.y;
        (along / ENOUGH).clamp(0.0, MOST)
    }

    /// Returns the axis, from the centre to its end.
    pub fn axis(self) -> [Point; 2] {
        [CENTRE, self.point(MOST)]
    }

    /// Returns the middle of its label's base line, clear of everything on the axis.
    pub fn label(self) -> Point {
        let end = self.point(MOST);
        let away = if self == Corner::Money { -14.0 } else { 24.0 };
        Point {
            y: end.y + away,
            ..end
        }
    }
}

/// Returns the triangle of the need, in the order of [`Corner::ALL`].
pub fn needed() -> [Point; 3] {
    Corner::ALL.map(|corner| corner.point(1.0))
}

/// Returns the triangle of the request, or `None` if a ratio is unknown.
pub fn given(ratios: [Option<f64>; 3]) -> Option<[Point; 3]> {
    let [money, time, scope] = ratios;
    Some([
        Corner::Money.point(money?),
        Corner::Time.point(time?),
        Corner::Scope.point(scope?),
    ])
}

/// Returns the largest value to which a corner can be dragged: [`MOST`] times the need, rounded up
/// to a multiple of the step, and at least one step.
///
/// ```
/// # use takeon::picture::triangle::farthest;
/// assert_eq!(farthest(2410.0, 50.0), 3650.0);
/// assert_eq!(farthest(2.3, 0.5), 3.5);
/// assert_eq!(farthest(0.0, 1.0), 1.0);
/// ```
pub fn farthest(needed: f64, step: f64) -> f64 {
    multiple_up(MOST * needed, step).max(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: Point, b: Point) -> bool {
        (a.x - b.x).abs() < 1e-9 && (a.y - b.y).abs() < 1e-9
    }

    fn distance(a: Point, b: Point) -> f64 {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
    }

    #[test]
    fn the_need_is_an_equilateral_triangle() {
        let [money, time, scope] = needed();
        assert!((distance(money, time) - distance(time, scope)).abs() < 1e-9);
        assert!((distance(money, time) - distance(scope, money)).abs() < 1e-9);
    }

    #[test]
    fn just_enough_of_everything_is_what_is_needed() {
        assert_eq!(given([Some(1.0); 3]), Some(needed()));
    }

    #[test]
    fn half_of_the_need_is_halfway_to_the_corner_and_nothing_is_the_centre() {
        assert!(close(Corner::Money.point(0.5), Point { x: 120.0, y: 88.0 }));
        for corner in Corner::ALL {
            assert_eq!(corner.point(0.0), CENTRE);
            assert_eq!(corner.point(-3.0), CENTRE);
        }
    }

    #[test]
    fn larger_ratios_are_drawn_at_the_end_of_the_axis() {
        for corner in Corner::ALL {
            for huge in [1.5, 40.0, f64::INFINITY] {
                assert_eq!(corner.point(huge), corner.axis()[1]);
            }
        }
    }

    #[test]
    fn without_one_of_its_corners_there_is_no_triangle() {
        assert_eq!(given([None, Some(1.0), Some(1.0)]), None);
        assert_eq!(given([Some(1.0), None, Some(1.0)]), None);
        assert_eq!(given([Some(1.0), Some(1.0), None]), None);
    }

    #[test]
    fn a_dragged_corner_has_the_ratio_of_its_position() {
        for corner in Corner::ALL {
            for ratio in [0.0, 0.3, 1.0, 1.5] {
                assert!((corner.ratio(corner.point(ratio)) - ratio).abs() < 1e-9);
            }
        }
        // Beside the axis the nearest point counts; behind the centre it is 0.
        assert_eq!(Corner::Money.ratio(Point { x: 10.0, y: 58.0 }), 1.0);
        assert_eq!(Corner::Money.ratio(Point { x: 120.0, y: 190.0 }), 0.0);
        assert_eq!(Corner::Scope.ratio(Point { x: 9e9, y: 9e9 }), MOST);
    }

    #[test]
    fn everything_is_on_the_canvas() {
        for corner in Corner::ALL {
            for point in [corner.axis()[1], corner.label()] {
                assert!(point.x > 30.0 && point.x < CANVAS.width - 30.0);
                assert!(point.y > 10.0 && point.y < CANVAS.height - 5.0);
            }
        }
    }
}
