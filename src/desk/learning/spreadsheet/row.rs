//! A row of the spreadsheet, by the columns that were found: a finished job, or a sum.

use super::cells::{Cells, Row};
use super::columns::{Chosen, Columns};
use super::list::{FinishedJob, RowErrorKind};
use super::words::{SUMS, each};
use crate::engine::{OwnHours, OwnJob, OwnWeeks};

/// Returns `true` for a row that is called a sum, by its name or its first cell.
pub(super) fn is_sum(row: &Row, name: Option<usize>) -> bool {
    let first = row.iter().find(|cell| !cell.is_empty());
    let name = name.and_then(|column| row.get(column));
    let is_it = |cell: &str| {
        let cell = cell.trim_end_matches(':').trim().to_lowercase();
        each(SUMS).any(|known| known == cell)
    };
    first.is_some_and(is_it) || name.is_some_and(is_it)
}

/// Signs that stand for nothing.
const NOTHING: &str = "-|–|—|n/a|na|none|null|?";

/// The cell of a row in a column, unless it says nothing.
pub(super) fn filled(row: &Row, column: Option<usize>) -> Option<&str> {
    let is_nothing = |cell: &str| each(NOTHING).any(|known| cell.eq_ignore_ascii_case(known));
    row.get(column?)
        .filter(|cell| !cell.is_empty() && !is_nothing(cell))
}

/// The price that a row says.
pub(super) fn price(
    row: &Row,
    columns: &Columns,
    cells: &Cells,
) -> Result<Option<f64>, RowErrorKind> {
    let cell = filled(row, columns.chosen.price);
    let price = cell.map(|cell| cells.number(cell).ok_or(RowErrorKind::Price));
    price.transpose()
}

/// The finished job that a row says.
pub(super) fn job(
    line: usize,
    row: &Row,
    columns: &Columns,
    cells: &Cells,
) -> Result<FinishedJob, RowErrorKind> {
    let Chosen {
        name,
        estimated,
        actual,
        ..
    } = columns.chosen;
    let figures = (filled(row, estimated), filled(row, actual));
    let weeks = columns.weeks.map(|(planned, actual)| {
        let weeks = |column| filled(row, Some(column));
        (weeks(planned), weeks(actual))
    });
    let weeks = weeks.filter(|(planned, actual)| planned.is_some() || actual.is_some());
    // A row that says one of the two has to say the other.
    let hours = match figures {
        (None, None) if weeks.is_some() => None,
        (None, None) => return Err(RowErrorKind::NoFigures),
        (None, Some(_)) => return Err(RowErrorKind::NoEstimate),
        (Some(_), None) => return Err(RowErrorKind::NoActual),
        (Some(estimated), Some(actual)) => {
            if is_of_money(row, columns) {
                return Err(RowErrorKind::MoneyBudget);
            }
            let hours = |cell: &str, unit: f64| cells.hours(cell, unit).unwrap_or(f64::NAN);
            let (a, b) = columns.units;
            // Trackers say 0 where nobody has said anything.
            if hours(estimated, a) == 0.0 {
                return Err(RowErrorKind::NoEstimate);
            }
            let hours = OwnHours::new(hours(estimated, a), hours(actual, b));
            Some(hours.map_err(RowErrorKind::Figures)?)
        }
    };
    let weeks = weeks.map(|(planned, actual)| {
        let figure = |cell: Option<&str>| cell.and_then(|cell| cells.weeks(cell));
        let figure = |cell: Option<&str>| figure(cell).unwrap_or(f64::NAN);
        OwnWeeks::new(figure(planned), figure(actual))
    });
    Ok(FinishedJob {
        line,
        name: filled(row, name).unwrap_or_default().to_owned(),
        price: price(row, columns, cells)?,
        job: OwnJob {
            hours,
            weeks: weeks.transpose().map_err(RowErrorKind::Figures)?,
        },
    })
}

/// Returns `true` if the budget of a row is one of money.
fn is_of_money(row: &Row, columns: &Columns) -> bool {
    let by = filled(row, columns.budget_by).map(str::to_lowercase);
    by.is_some_and(|by| {
        ["fee", "cost", "amount", "money"]
            .iter()
            .any(|word| by.contains(word))
    })
}
