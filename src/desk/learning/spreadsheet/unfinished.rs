//! Rows of work that is not finished, by columns of its status or its progress.

use super::cells::{Cells, Row, filled};
use super::columns::Columns;
use super::figures::figures;
use super::look::is_date;
use super::words::{self, each, key, says};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Kind of a column that says if work is finished.
enum State {
    /// Its status, with `true` if some of it is finished, so that active work is not.
    Status(bool),
    /// Its progress, with the number that stands for all of it: 1 or 100.
    Progress(f64),
    /// Yes or no.
    Finished,
    /// The day on which it was finished, with the names of the jobs that have one.
    Day(BTreeSet<String>),
    /// The hours that are left.
    Remaining,
}

/// Lines of rows whose work is not finished. No other column than one of a status or of progress says it.
pub(super) fn unfinished(
    rows: &[(usize, Row)],
    columns: &Columns,
    cells: &Cells,
) -> BTreeSet<usize> {
    if columns.has_money_only {
        return BTreeSet::new();
    }
    let places = 0..columns.heads.len();
    let states = places.filter_map(|column| Some((column, state(column, rows, columns, cells)?)));
    let mut states: Vec<(usize, State)> = states.collect();
    // A status goes before a progress, which nobody may have kept up.
    states.sort_by_key(|(_, state)| !matches!(state, State::Status(_)));
    // Many rows say the same.
    let known: RefCell<BTreeMap<(usize, &str), Option<bool>>> = RefCell::default();
    let is_unfinished = |row| {
        let said = |(column, state): &(usize, State)| {
            let cell = filled(row, Some(*column));
            match state {
                State::Day(dated) => {
                    let name = filled_name(row, columns);
                    // The further rows of a job may leave its day to the first.
                    let is_open = cell.is_none() && name.is_some_and(|it| !dated.contains(&it));
                    is_open.then_some(false)
                }
                State::Remaining => is_left(row, cell?, columns, cells).then_some(false),
                _ => {
                    let mut known = known.borrow_mut();
                    let said = || is_finished(cell?, state, cells);
                    *known.entry((*column, cell?)).or_insert_with(said)
                }
            }
        };
        states.iter().find_map(said) == Some(false)
    };
    let rows = rows.iter().filter(|(_, row)| is_unfinished(row));
    rows.map(|(line, _)| *line).collect()
}

/// The state of work that a column is about. `None` for any other column.
fn state(column: usize, rows: &[(usize, Row)], columns: &Columns, cells: &Cells) -> Option<State> {
    let head = columns.heads.get(column)?.to_lowercase();
    if columns.chosen.contains(column) || says(&head, words::BILLING) {
        return None;
    }
    let filled = || {
        let cells = rows.iter();
        cells.filter_map(move |(_, row)| Some((row, filled(row, Some(column))?)))
    };
    if is_of_days(&head, rows, column) {
        let names = filled().filter_map(|(row, _)| filled_name(row, columns));
        return Some(State::Day(names.collect()));
    }
    let is_said = says(&head, words::TIME) || says(&head, words::UNIT);
    if says(&head, words::REMAINING) && (is_said || !head.contains("budget")) {
        return Some(State::Remaining);
    }
    let has_percent = || head.contains('%') || says(&head, words::PERCENT);
    if says(&head, words::STATUS) {
        let is_done = |(_, cell): (&Row, &str)| status(cell) == Some(true);
        return Some(State::Status(filled().any(is_done)));
    }
    if says(&head, words::PROGRESS) || says(&head, words::FINISHED) && has_percent() {
        if says(&head, words::BUDGET) {
            return None;
        }
        let numbers = filled().filter_map(|(row, cell)| Some((row, number(cell, cells)?)));
        let numbers: Vec<(&Row, f64)> = numbers.collect();
        let has_sign = filled().any(|(_, cell)| cell.contains('%'));
        let is_share = !has_sign && numbers.iter().all(|(_, number)| *number <= 1.0);
        let all = if is_share { 1.0 } else { 100.0 };
        let is_too_much = numbers.iter().any(|(_, number)| *number > all);
        let is_used = !numbers.is_empty()
            && numbers.iter().all(|(row, number)| {
                let [estimated, actual] = figures(row, columns, cells);
                let used = estimated
                    .zip(actual)
                    .map(|(estimated, actual)| actual / estimated);
                used.is_some_and(|used| (used - number / all).abs() <= 0.01)
            });
        // Some trackers call it progress how much of the estimate is used up.
        return (!is_too_much && !is_used).then_some(State::Progress(all));
    }
    let head = head.trim_matches(|c: char| !c.is_alphanumeric());
    let is_word = says(head, words::FINISHED) && head.chars().all(char::is_alphanumeric);
    is_word.then_some(State::Finished)
}

/// The key of the name of a row, if it has one.
fn filled_name(row: &Row, columns: &Columns) -> Option<String> {
    filled(row, columns.chosen.name).map(key)
}

/// Returns `true` for a column of the days on which work was finished, and nothing else.
fn is_of_days(head: &str, rows: &[(usize, Row)], column: usize) -> bool {
    let is_end =
        says(head, words::FINISHED) || says(head, words::ACTUAL) && says(head, words::DELIVERY);
    let is_day = |cell: &str| {
        let digits = cell.split(|c: char| !c.is_ascii_digit());
        let has_year = || digits.clone().any(|it| it.len() == 4);
        is_date(cell) || has_year() && digits.filter(|it| !it.is_empty()).count() > 1
    };
    let cells = rows.iter().filter_map(|(_, row)| filled(row, Some(column)));
    let mut cells = cells.peekable();
    let is_it = is_end && !says(head, words::FORESEEN) && cells.peek().is_some();
    is_it && cells.all(is_day)
}

/// Returns `true` if hours are left of the work of a row. Where they are only what its estimate leaves, a job that
/// took less than that has some as well: it goes on if more than half of it is left.
fn is_left(row: &Row, cell: &str, columns: &Columns, cells: &Cells) -> bool {
    let [Some(estimated), Some(actual)] = figures(row, columns, cells) else {
        return false;
    };
    let unit = columns.units(row).0;
    let left = cells.hours(cell, unit).unwrap_or_default();
    let is_difference = (estimated - actual - left).abs() <= 0.01 * estimated;
    left > 0.0 && left <= estimated && (!is_difference || left > estimated / 2.0)
}

/// Returns `true` for a cell that says that work is finished, and `false` for one that says that it is not.
fn is_finished(cell: &str, state: &State, cells: &Cells) -> Option<bool> {
    let small = cell.to_lowercase();
    match state {
        State::Finished => each(words::NO).any(|no| no == small).then_some(false),
        State::Status(_) if cell.contains('%') => Some(number(cell, cells)? >= 100.0),
        State::Status(true) if says(&small, words::ACTIVE) => Some(false),
        State::Progress(all) => number(cell, cells)
            .map(|number| number >= *all)
            .or_else(|| status(cell)),
        State::Status(_) => status(cell),
        State::Day(_) | State::Remaining => None,
    }
}

/// Returns `true` for a finished status, and `false` for one of work that goes on or has not begun.
fn status(cell: &str) -> Option<bool> {
    let cell = cell.to_lowercase().replace(['-', '_'], " ");
    let is_new = each(words::NEW).any(|new| new == cell);
    match is_new || says(&cell, words::UNFINISHED) {
        true => Some(false),
        false => says(&cell, words::FINISHED).then_some(true),
    }
}

/// The number in a cell, a percentage among it.
fn number(cell: &str, cells: &Cells) -> Option<f64> {
    cells.number(cell.trim_end_matches(['%', ' ', '\u{a0}', '\u{202f}']))
}
