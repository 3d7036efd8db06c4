//! Cells of a pasted table: its heading, its classes and the names in its rows.

use super::bullets::bare;
use super::characters::{digit, is_letter, is_telling};

/// Number of rows from which repeated words are classes. Assumption.
const CLASSED: usize = 4;

/// Returns the separator of the cells of rows: a semicolon or a bar if each row has as many, otherwise a
/// tab.
pub(super) fn separator(rows: &[&str]) -> char {
    let count = |row: &str, separator: char| row.matches(separator).count();
    let is_between = |separator: &char| {
        let mut counts = rows.iter().map(|row| count(row, *separator));
        let first = counts.next().unwrap_or_default();
        first > 0 && counts.all(|count| count == first)
    };
    [';', '|'].into_iter().find(is_between).unwrap_or('\t')
}

/// Returns `true` for at least two rows with as many cells each, as a spreadsheet has them.
pub(super) fn is_table(rows: &[&str]) -> bool {
    let separator = separator(rows);
    let mut counts = rows
        .iter()
        .map(|row| row.trim_start().matches(separator).count());
    let first = counts.next().unwrap_or_default();
    rows.len() > 1 && first > 0 && counts.all(|count| count == first)
}

/// Returns `true` if the first of at least three rows is a heading: without a figure in a column where
/// all others have one.
pub(super) fn has_heading(rows: &[&str], separator: char) -> bool {
    let has_figure = |row: &str, at: usize| value_at(row, separator, at).chars().any(is_digit);
    let [heading, rows @ ..] = rows else {
        return false;
    };
    let columns = heading.split(separator).count();
    // A first cell with words is an item, whatever its figures: "3 landing pages".
    let is_number = |row: &str, at: usize| {
        has_figure(row, at) && (at > 0 || !value_at(row, separator, at).chars().any(is_letter))
    };
    let is_headed =
        |at: usize| !has_figure(heading, at) && rows.iter().all(|row| is_number(row, at));
    let is_table = columns > 1 && rows.len() > 1;
    is_table && (0..columns).any(is_headed)
}

/// Returns the columns with classes, such as priorities: every row has one, and each is that of two
/// rows on average.
pub(super) fn classes(rows: &[&str], separator: char) -> Vec<usize> {
    let columns = rows.first().map_or(0, |row| row.split(separator).count());
    let is_class = |at: &usize| {
        let mut values: Vec<&str> = rows
            .iter()
            .map(|row| value_at(row, separator, *at))
            .collect();
        values.sort_unstable();
        values.dedup();
        let are_words = values.iter().all(|value| value.chars().any(is_letter));
        are_words && 2 * values.len() <= rows.len()
    };
    let is_table = columns > 1 && rows.len() >= CLASSED;
    (0..columns).filter(|_| is_table).filter(is_class).collect()
}

/// Returns a cell, empty if there is none.
fn value_at(row: &str, separator: char, at: usize) -> &str {
    row.split(separator).nth(at).unwrap_or_default().trim()
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// Returns the first cell of a row with words in it, other than its classes.
pub(super) fn cell<'a>(row: &'a str, separator: char, classes: &[usize]) -> &'a str {
    let mut cells = row.split(separator).enumerate();
    let has_words = |cell: &str| bare(cell).chars().any(is_letter);
    let found = cells.find(|(at, cell)| has_words(cell) && !classes.contains(at));
    let telling = || {
        let mut cells = row.split(separator);
        cells.find(|cell| cell.chars().any(is_telling))
    };
    found.map(|(_, cell)| cell).or_else(telling).unwrap_or(row)
}
