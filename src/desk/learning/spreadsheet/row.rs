//! A row of the spreadsheet, by the columns that were found: a finished job, or a sum.

use super::cells::{Cells, Row, filled};
use super::chosen::Chosen;
use super::columns::Columns;
use super::list::{FinishedJob, RowErrorKind, Unplanned};
use super::words;
use crate::engine::{OwnHours, OwnJob, OwnWeeks};

/// Returns `true` for a row that is called a sum, by its name or its first cell.
pub(super) fn is_sum(row: &Row, name: Option<usize>) -> bool {
    let first = row.iter().find(|cell| !cell.is_empty());
    let name = name.and_then(|column| row.get(column));
    first.is_some_and(words::is_sum) || name.is_some_and(words::is_sum)
}

/// Returns `true` for a row that is called an average, by its name or its first cell.
pub(super) fn is_average(row: &Row, name: Option<usize>) -> bool {
    let first = row.iter().find(|cell| !cell.is_empty());
    let name = name.and_then(|column| row.get(column));
    first.is_some_and(words::is_average) || name.is_some_and(words::is_average)
}

/// The price that a row says.
pub(super) fn price(
    row: &Row,
    columns: &Columns,
    cells: &Cells,
) -> Result<Option<f64>, RowErrorKind> {
    let cell = filled(row, columns.chosen.price);
    let price = cell.map(|cell| cells.price(cell).ok_or(RowErrorKind::Price));
    price.transpose()
}

/// Minutes beyond the whole hours of a row, in hours.
pub(super) fn minutes(row: &Row, column: Option<usize>, cells: &Cells) -> f64 {
    let minutes = filled(row, column).and_then(|cell| cells.number(cell));
    minutes.unwrap_or_default() / 60.0
}

/// The finished job that a row says, with its line and name.
pub(super) fn job(
    (line, name): (usize, Option<&str>),
    row: &Row,
    columns: &Columns,
    cells: &Cells,
) -> Result<FinishedJob, RowErrorKind> {
    let Chosen {
        estimated, actual, ..
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
        (None, None) if columns.has_money_only => return Err(RowErrorKind::Money),
        (None, None) => return Err(RowErrorKind::NoFigures),
        (None, Some(_)) => return Err(RowErrorKind::NoEstimate),
        (Some(_), None) => return Err(RowErrorKind::NoActual),
        (Some(estimated), Some(actual)) => {
            if is_of_money(row, columns) {
                return Err(RowErrorKind::MoneyBudget);
            }
            let hours = |cell: &str, unit: f64| cells.hours(cell, unit).unwrap_or(f64::NAN);
            let (a, b) = columns.units(row);
            let (estimated, actual) = (hours(estimated, a), hours(actual, b));
            let minutes = |column| minutes(row, column, cells);
            let estimated = estimated + minutes(columns.minutes.0);
            // Trackers say 0 where nobody has said anything.
            if estimated == 0.0 {
                return Err(RowErrorKind::NoEstimate);
            }
            let hours = OwnHours::new(estimated, actual + minutes(columns.minutes.1));
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
        name: name.unwrap_or_default().to_owned(),
        price: price(row, columns, cells)?,
        job: OwnJob {
            hours,
            weeks: weeks.transpose().map_err(RowErrorKind::Figures)?,
        },
    })
}

/// The work on a job that a row without an estimate says. `None` if it says weeks as well, or nothing that
/// can be added to a job.
pub(super) fn unplanned(
    (line, name): (usize, Option<&str>),
    row: &Row,
    columns: &Columns,
    cells: &Cells,
) -> Option<Unplanned> {
    let (planned, actual) = columns.weeks.unzip();
    if filled(row, planned).or(filled(row, actual)).is_some() {
        return None;
    }
    let hours = cells.hours(filled(row, columns.chosen.actual)?, columns.units(row).1)?;
    let hours = hours + minutes(row, columns.minutes.1, cells);
    Some(Unplanned {
        line,
        name: name?.to_owned(),
        hours: (hours >= 0.0).then_some(hours)?,
        price: price(row, columns, cells).ok()?,
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
