//! Hours of a row, and sums of them.

use super::cells::{Cells, Row, filled};
use super::columns::Columns;

/// Estimated and actual hours of a row, as far as it has them.
pub(super) type Figures = [Option<f64>; 2];

/// Estimated and actual hours of a row.
pub(super) fn figures(row: &Row, columns: &Columns, cells: &Cells) -> Figures {
    let hours = |column, unit| cells.hours(filled(row, column)?, unit);
    let (estimated, actual) = (columns.chosen.estimated, columns.chosen.actual);
    let (a, b) = columns.units(row);
    [hours(estimated, a), hours(actual, b)]
}

/// Returns `true` if hours are the sum of as many others, as far as trackers round them.
pub(super) fn is_near(own: [f64; 2], sum: [f64; 2], count: usize) -> bool {
    /// Most by which a rounded figure is off, in hours.
    const ROUNDED: f64 = 0.006;
    let most = ROUNDED * (count + 1) as f64;
    own.iter()
        .zip(sum)
        .all(|(own, sum)| (own - sum).abs() <= most)
}
