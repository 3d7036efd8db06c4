//! Geometry of pictures: numbers in, shapes out.
//!
//! Nothing is drawn here. The results are points, paths and positions of labels, of which the
//! widget makes SVG.
//!
//! # Conventions
//!
//! - Each picture has its own [`Canvas`], the viewBox: x runs right, y runs down, both from 0. A
//!   unit is about a CSS pixel, so that text of 13 units has the size of 13 pixels.
//! - A ratio is given over needed: 1 is just enough, infinity is no limit, `None` is not said.
//! - Money is in the terms' currency, time in weeks, work in person-hours.
//! - Values that do not fit are shown at the edge, and marked as such: nothing lies outside the
//!   canvas.
//! - Numbers in paths have at most two decimals. The same figures give the same text.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

pub mod curve;
pub mod overruns;
pub mod reliability;
mod smooth;
pub mod triangle;

use crate::decimal;

/// Size of a picture, in its own units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A point of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// X, to the right.
    pub x: f64,
    /// Y, downwards.
    pub y: f64,
}

impl Canvas {
    /// Returns the `viewBox` of this canvas.
    pub fn view_box(self) -> String {
        ["0 0 ", &text(self.width), " ", &text(self.height)].concat()
    }

    /// Returns the point of the picture under a point of its box: `at` and `size` are in the same
    /// unit, from the top left of the box. The picture is centred and as large as the box allows.
    /// `None` if the box has no size.
    pub fn under(self, at: Point, size: Canvas) -> Option<Point> {
        let scale = (size.width / self.width).min(size.height / self.height);
        (scale > 0.0).then(|| Point {
            x: self.width / 2.0 + (at.x - size.width / 2.0) / scale,
            y: self.height / 2.0 + (at.y - size.height / 2.0) / scale,
        })
    }
}

/// Formats a coordinate with at most two decimals.
pub fn text(coordinate: f64) -> String {
    // Adding 0 turns minus zero into zero.
    decimal::text((coordinate * 100.0).round() / 100.0 + 0.0)
}

/// Formats points for the `points` of a polygon.
pub fn points(points: &[Point]) -> String {
    let pairs: Vec<String> = points
        .iter()
        .map(|point| [text(point.x), text(point.y)].join(","))
        .collect();
    pairs.join(" ")
}

/// Returns the approximate width of words in text of 13 units.
///
/// Assumption: of the fonts that systems bring, the widest has digits of 0.64 em; letters of East
/// Asia are 1 em wide. It overestimates, because labels must not touch.
pub fn width(words: &str) -> f64 {
    words
        .chars()
        .map(|c| match c {
            '.' | ',' | '·' | ' ' | '\u{a0}' | '\u{202f}' => 4.2,
            '\u{2e80}'.. => 13.5,
            _ => 8.3,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_scaled_to_boxes_of_any_size() {
        let canvas = Canvas {
            width: 200.0,
            height: 100.0,
        };
        let found = |x, y, width, height| canvas.under(Point { x, y }, Canvas { width, height });
        // As large, twice as large, and in the middle of a box that is too high.
        let middle = Some(Point { x: 100.0, y: 50.0 });
        assert_eq!(found(100.0, 50.0, 200.0, 100.0), middle);
        assert_eq!(found(200.0, 100.0, 400.0, 200.0), middle);
        assert_eq!(found(50.0, 150.0, 100.0, 300.0), middle);
        let left = Some(Point { x: 0.0, y: 50.0 });
        assert_eq!(found(0.0, 150.0, 100.0, 300.0), left);
        assert_eq!(found(0.0, 0.0, 0.0, 300.0), None);
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!(text(1.0 / 3.0), "0.33");
        assert_eq!(text(-0.001), "0");
        assert_eq!(
            points(&[Point { x: 1.0, y: 2.5 }, Point { x: 0.0, y: 3.0 }]),
            "1,2.5 0,3"
        );
    }
}
