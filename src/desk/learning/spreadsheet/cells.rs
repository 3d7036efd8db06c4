//! Cells of a spreadsheet's text, for any delimiter and any notation of numbers.

use super::duration::{Length, duration};
use super::words::{WEEKS, each};
use crate::draft::{Separators, money, number};
use std::borrow::Cow;

/// The cells of a spreadsheet, by its lines.
pub(super) struct Cells {
    /// Trimmed cells of every line that is not empty, with its number, counted from 1.
    pub lines: Vec<(usize, Row)>,
    /// Separators of the numbers.
    separators: Separators,
    /// True if a number shows its decimal separator.
    has_decimals: bool,
}

impl Cells {
    /// Reads the cells of a text.
    pub fn read(text: &str) -> Cells {
        // Text of two bytes a letter that was taken for one of one.
        let text = text.replace('\0', "");
        let text = digits_of_here(text.trim_start_matches('\u{feff}'));
        let text = text.as_str();
        // Some spreadsheets name their delimiter first, in a line that counts.
        let (delimiter, text) = match text.strip_prefix("sep=") {
            Some(rest) => (
                rest.chars().next().unwrap_or(','),
                rest.get(1..).unwrap_or_default(),
            ),
            None => (delimiter(text), text),
        };
        let lines: Vec<(usize, Row)> = records(text, delimiter)
            .into_iter()
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
            .collect();
        let cells = lines.iter().flat_map(|(_, cells)| cells.iter());
        let shown = separators(cells);
        Cells {
            lines,
            separators: shown.unwrap_or(if delimiter == ';' { COMMA } else { POINT }),
            has_decimals: shown.is_some(),
        }
    }

    /// The cells with columns for lines, each with the number of its column.
    pub fn turned(self) -> Cells {
        let width = self.lines.iter().map(|(_, row)| row.len()).max();
        let cell = |row: &Row, column| row.get(column).unwrap_or_default().to_owned();
        let line = |column| {
            self.lines
                .iter()
                .map(|(_, row)| cell(row, column))
                .collect()
        };
        let lines = (0..width.unwrap_or_default()).map(|column| (column + 1, Row(line(column))));
        Cells {
            lines: lines.collect(),
            ..self
        }
    }

    /// Returns the number in a cell.
    pub fn number(&self, cell: &str) -> Option<f64> {
        number(&bare(cell), self.separators)
    }

    /// Returns the amount of money in a cell. Three digits behind the only separator are thousands unless other
    /// numbers show that they are not.
    pub fn price(&self, cell: &str) -> Option<f64> {
        match self.has_decimals && currency(cell).is_empty() {
            true => self.number(cell),
            false => money(&bare(cell)),
        }
    }

    /// Returns the hours in a cell. `unit` has the hours of a figure without a unit of its own.
    pub fn hours(&self, cell: &str, unit: f64) -> Option<f64> {
        let cell = &*bare(cell);
        let length = self.length(cell).map(|length| length.hours);
        length
            .or_else(|| Some(self.plain(cell)? * unit))
            .or_else(|| Some(self.middle(cell)? * unit))
    }

    /// Returns the hours of a unit.
    pub fn length_of(&self, unit: &str) -> Option<f64> {
        let is_word = !unit.contains(|c: char| c.is_ascii_digit());
        let length = is_word.then(|| self.length(&["1 ", unit].concat()));
        length.flatten().map(|length| length.hours)
    }

    /// Returns `true` if a cell has a length of time in days or weeks.
    pub fn is_in_days(&self, cell: &str) -> bool {
        let has_unit = cell.contains(char::is_alphabetic);
        has_unit && self.length(cell).is_some_and(|length| length.is_in_days)
    }

    /// Returns the length of time in a cell that says its unit.
    fn length(&self, cell: &str) -> Option<Length> {
        duration(cell, &|text| self.plain(text))
    }

    /// Returns the number in a text without letters and currencies.
    fn plain(&self, text: &str) -> Option<f64> {
        let is_plain = !text.contains(char::is_alphabetic) && currency(text).is_empty();
        is_plain.then(|| self.number(text)).flatten()
    }

    /// Returns the weeks in a cell, whose unit may stand behind them.
    pub fn weeks(&self, cell: &str) -> Option<f64> {
        let cell = &*bare(cell);
        let figure = without_unit(cell);
        let unit = cell.strip_prefix(figure)?.trim().to_lowercase();
        let is_weeks = |word: &str| unit.starts_with(word);
        let short = "|w|wk|wks|wo|u|sem|tyg|mgg|hf";
        let is_short = each(short).any(|word| word == unit.trim_end_matches('.'));
        (is_short || each(WEEKS).any(is_weeks)).then(|| self.number(figure))?
    }

    /// Returns the middle of a range, as in `30-50`.
    pub fn middle(&self, cell: &str) -> Option<f64> {
        let ends = cell.split_once(['-', '–', '—'])?;
        let ends = (self.number(ends.0), self.number(ends.1));
        let (low, high) = (ends.0?, ends.1?);
        let is_range = 0.0 <= low && low < high && !cell.contains(char::is_alphabetic);
        is_range.then_some((low + high) / 2.0)
    }
}

/// Words that mark an approximation.
const ABOUT: &str = "\
    ca|circa|cirka|approx|about|around|etwa|ungefähr|rund|omkring|env|environ|aprox|ongeveer|około|sekitar|yaklaşık|約|حوالي";

/// A cell without the marks that people write around a figure: `~60`, `ca. 40 t`, `24h (approx.)`, `49.500,-`.
fn bare(cell: &str) -> Cow<'_, str> {
    let is_digit = |c: char| c.is_ascii_digit();
    if cell.chars().all(|c| is_digit(c) || ".,:".contains(c)) {
        return Cow::Borrowed(cell);
    }
    let mut text = cell.trim().trim_start_matches(['~', '≈', '∼']).trim_start();
    if let Some((figure, remark)) = text.split_once('(')
        && remark.ends_with(')')
        && remark.contains(char::is_alphabetic)
        && !remark.contains(is_digit)
        && figure.contains(is_digit)
    {
        text = figure.trim_end();
    }
    if text.starts_with(char::is_alphabetic)
        && let Some((word, figure)) = text.find(is_digit).and_then(|at| text.split_at_checked(at))
    {
        let word = word.trim_end_matches([' ', '.', '\u{a0}']).to_lowercase();
        if each(ABOUT).any(|about| about == word) {
            text = figure;
        }
    }
    let is_dash = |c: char| "-–—".contains(c);
    // Most cells have none.
    let whole = text.split_once(is_dash).and_then(|(front, after)| {
        let front = front.strip_suffix([',', '.'])?;
        let is_whole = front.ends_with(is_digit) && !after.starts_with(is_digit);
        is_whole.then(|| [front, after].concat())
    });
    match whole {
        Some(whole) => Cow::Owned(whole),
        None => Cow::Borrowed(text),
    }
}

/// The letters or the sign of a currency in a cell.
pub(super) fn currency(cell: &str) -> String {
    let cell = bare(cell);
    let is_sign = |c: &char| c.is_alphabetic() || "€$£¥".contains(*c);
    cell.chars()
        .filter(is_sign)
        .collect::<String>()
        .to_uppercase()
}

/// The text with the digits that others write as those that all read.
fn digits_of_here(text: &str) -> String {
    let digit = |c: char| {
        let mut zeros = ['٠', '۰', '０'].into_iter();
        let of = |zero: &char| (u32::from(*zero)..u32::from(*zero) + 10).contains(&u32::from(c));
        let zero = zeros.find(of)?;
        char::from_digit(u32::from(c) - u32::from(zero), 10)
    };
    let is_plain = |c: char| c.is_ascii();
    match text.chars().all(is_plain) {
        true => text.to_owned(),
        false => text.chars().map(|c| digit(c).unwrap_or(c)).collect(),
    }
}

/// Removes the letters after a number, as in `12 h`.
fn without_unit(cell: &str) -> &str {
    cell.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c.is_whitespace())
}

/// Guesses the delimiter of the cells: the sign that most of the first lines have, of several the rarer one in texts.
fn delimiter(text: &str) -> char {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<&str> = lines.take(20).collect();
    let with = |c: char| lines.iter().filter(|line| line.contains(c)).count();
    // Commas are in numbers and names as well.
    let most = with(',').div_ceil(2).max(1);
    let others = [';', '|', '\t'].into_iter();
    others
        .filter(|c| with(*c) >= most)
        .max_by_key(|c| with(*c))
        .unwrap_or(',')
}

/// Rows of a text, each with the number of its first line. Between quotes a cell may hold anything, two quotes for
/// one of its own; blanks around a cell are none of it. A quote that is never closed, or not at the end of a cell, is a sign
/// like any other: the lines after it would be lost in its cell.
///
/// Source: RFC 4180, but for the blanks before a quote, which people type.
fn records(text: &str, delimiter: char) -> Vec<(usize, Row)> {
    /// Quotes without an end that are looked for: each takes a reading of the whole text.
    const MOST: usize = 20;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut signs = Vec::new();
    loop {
        let is_strict = signs.len() < MOST;
        match scan(&text, delimiter, &signs, is_strict) {
            (_, Some(open)) if is_strict => signs.push(open),
            (rows, _) => return rows,
        }
    }
}

/// Rows of a text, and the place of a quote in it that is not closed at the end of its cell, after which a strict reading ends.
/// Quotes at the places of `signs` open nothing.
fn scan(
    text: &str,
    delimiter: char,
    signs: &[usize],
    is_strict: bool,
) -> (Vec<(usize, Row)>, Option<usize>) {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Row::default(), String::new());
    let (mut line, mut first) = (1, 1);
    let (mut open, mut was_quoted, mut was_closed) = (None, false, false);
    let mut last = 0;
    for (at, c) in text.char_indices() {
        let is_end = c == '\n';
        line += usize::from(is_end);
        if open.is_some() {
            match c {
                '"' => (open, was_closed) = (None, true),
                _ => cell.push(c),
            }
            continue;
        }
        let is_after = is_end || c == delimiter || c == '"' || c.is_whitespace();
        if was_closed && is_strict && !is_after {
            return (rows, Some(last));
        }
        if c == '"' && was_closed {
            cell.push(c);
            open = Some(last);
        } else if c == '"' && !was_quoted && cell.trim().is_empty() && !signs.contains(&at) {
            cell.clear();
            (open, was_quoted, last) = (Some(at), true, at);
        } else if is_end || c == delimiter {
            row.push(&mut cell);
            was_quoted = false;
            if is_end {
                rows.push((first, std::mem::take(&mut row)));
                first = line;
            }
        } else {
            cell.push(c);
        }
        was_closed = false;
    }
    row.push(&mut cell);
    rows.push((first, row));
    (rows, open)
}

/// The cells of a row.
#[derive(Default)]
pub(super) struct Row(Vec<String>);

impl Row {
    /// Adds a cell without the blanks around it, and empties it.
    fn push(&mut self, cell: &mut String) {
        self.0.push(cell.trim().to_owned());
        cell.clear();
    }

    /// The cell of a column.
    pub fn get(&self, column: usize) -> Option<&str> {
        self.0.get(column).map(String::as_str)
    }

    /// The cells.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The number of cells.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// Signs that stand for nothing.
const NOTHING: &str = "-|–|—|n/a|na|none|null|?";

/// The cell of a row in a column, unless it says nothing.
pub(super) fn filled(row: &Row, column: Option<usize>) -> Option<&str> {
    let is_nothing = |cell: &str| each(NOTHING).any(|known| cell.eq_ignore_ascii_case(known));
    const LONGEST: usize = 4;
    row.get(column?)
        .filter(|cell| !cell.is_empty() && (cell.len() > LONGEST || !is_nothing(cell)))
}

const COMMA: Separators = Separators {
    decimal: ',',
    group: '.',
};

const POINT: Separators = Separators {
    decimal: '.',
    group: ',',
};

/// The separators that a number shows, if any does.
fn separators<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Separators> {
    for cell in cells {
        let cell = &*bare(cell);
        let cell = without_unit(cell);
        // Dates and names with figures say nothing of numbers.
        if number(cell, COMMA).or(number(cell, POINT)).is_none() {
            continue;
        }
        let digits: String = cell
            .chars()
            .filter(|c| c.is_ascii_digit() || ".,".contains(*c))
            .collect();
        let Some(last) = digits.rfind(['.', ',']) else {
            continue;
        };
        let both = digits.contains('.') && digits.contains(',');
        // Three digits after a separator may be thousands.
        if both || digits.len() - last != 4 {
            return Some(match digits[last..].starts_with(',') {
                true => COMMA,
                false => POINT,
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn blanks_before_a_quoted_cell_are_no_part_of_it() {
        let cells = |line| {
            let records = records(line, ',');
            let cells = records[0].1.iter().map(str::to_owned);
            cells.collect::<Vec<_>>()
        };
        assert_eq!(cells("1,  \"Kitchen, big\",3"), ["1", "Kitchen, big", "3"]);
        assert_eq!(cells(" \"Kitchen, big\", 3"), ["Kitchen, big", "3"]);
        assert_eq!(cells("\"a, \"\"b\"\"\",2"), ["a, \"b\"", "2"]);
        assert_eq!(cells("5\" pipe, 2"), ["5\" pipe", "2"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_loses_no_line() {
        let records = records(
            "\"Bakery, big\",40\n\"School,25\nClinic,30\n\"\"\"Hotel\"\",12",
            ',',
        );
        let cells: Vec<Vec<&str>> = records
            .iter()
            .map(|(_, row)| row.iter().collect())
            .collect();
        assert_eq!(cells[0], ["Bakery, big", "40"]);
        assert_eq!(cells[1], ["\"School", "25"]);
        assert_eq!(cells[2], ["Clinic", "30"]);
        assert_eq!(records.len(), 4);
    }
}
