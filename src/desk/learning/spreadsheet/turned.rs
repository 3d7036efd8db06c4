//! Lists whose jobs stand in columns, below one another the estimate, the hours and the price.

use super::cells::{Cells, Row};
use super::words::{self, Words, says};

/// Most lines of such a list: the facts of a job.
const MOST: usize = 12;

/// Returns the cells with one job in each line, and `true` if they had one in each column.
///
/// Assumption: no shop has a job that is called an estimate and another one that is called an actual, at most three
/// words each, among so few lines.
pub(super) fn turned(cells: Cells) -> (Cells, bool) {
    match is_by_column(&cells) {
        true => (cells.turned(), true),
        false => (cells, false),
    }
}

fn is_by_column(cells: &Cells) -> bool {
    let Some(((_, head), rows)) = cells.lines.split_first() else {
        return false;
    };
    if rows.len() > MOST || head.len() < 3 {
        return false;
    }
    let is_label = |cell: &str, words: &[Words]| {
        let small = cell.to_lowercase();
        cell.split_whitespace().count() <= 3 && words.iter().any(|words| says(&small, words))
    };
    let foreseen = [words::FORESEEN, words::ORIGINAL];
    let actual = [words::ACTUAL, words::EFFORT, words::TIME];
    let is_known = |cell: &str| {
        let others = [words::PRICE, words::CLIENT, words::WEEKS];
        is_label(cell, &foreseen) || is_label(cell, &actual) || is_label(cell, &others)
    };
    let has_hours = |row: &Row| {
        let mut filled = row
            .iter()
            .skip(1)
            .filter(|cell| !cell.is_empty())
            .peekable();
        filled.peek().is_some() && filled.all(|cell| cells.hours(cell, 1.0).is_some())
    };
    let label = |row: &Row| row.get(0).unwrap_or_default().to_owned();
    let with = |is_it: &dyn Fn(&str) -> bool| {
        let mut rows = rows.iter();
        rows.any(|(_, row)| is_it(&label(row)) && has_hours(row))
    };
    let is_name = |cell: &str| cells.hours(cell, 1.0).is_none() && !is_known(cell);
    let known = rows.iter().filter(|(_, row)| is_known(&label(row)));
    known.count() * 2 > rows.len()
        && with(&|cell| is_label(cell, &foreseen))
        && with(&|cell| is_label(cell, &actual) && !is_label(cell, &foreseen))
        && head.iter().skip(1).all(is_name)
}
