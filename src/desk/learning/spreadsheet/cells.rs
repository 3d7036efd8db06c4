//! Cells of a spreadsheet's text, whatever delimits them and however numbers are written in them.

use super::duration::duration;
use crate::draft::{Separators, number};
use csv::{ReaderBuilder, StringRecord, Trim};

/// The cells of a spreadsheet, by its lines.
pub(super) struct Cells {
    /// Trimmed cells of every line that is not empty, with its number, counted from 1.
    pub lines: Vec<(usize, StringRecord)>,
    /// Separators of the numbers.
    separators: Separators,
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
        let lines: Vec<(usize, StringRecord)> = records(text, delimiter)
            .into_iter()
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
            .collect();
        let cells = lines.iter().flat_map(|(_, cells)| cells);
        let separators = separators(cells, delimiter);
        Cells { lines, separators }
    }

    /// Returns the number in a cell.
    pub fn number(&self, cell: &str) -> Option<f64> {
        number(cell, self.separators)
    }

    /// Returns the hours in a cell. `unit` has the hours of a figure without a unit of its own.
    pub fn hours(&self, cell: &str, unit: f64) -> Option<f64> {
        let plain = |text: &str| {
            let is_plain = !text.contains(char::is_alphabetic) && currency(text).is_empty();
            is_plain.then(|| self.number(text)).flatten()
        };
        duration(cell, &plain)
            .or_else(|| Some(plain(cell)? * unit))
            .or_else(|| Some(self.middle(cell)? * unit))
    }

    /// Returns the weeks in a cell, whose unit may stand behind them.
    pub fn weeks(&self, cell: &str) -> Option<f64> {
        self.number(without_unit(cell))
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

/// The letters or the sign of a currency in a cell.
pub(super) fn currency(cell: &str) -> String {
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
    let others = ['\t', ';', '|'].into_iter();
    others
        .filter(|c| with(*c) >= most)
        .max_by_key(|c| with(*c))
        .unwrap_or(',')
}

/// Trimmed cells of every record, with the number of the record's first line.
fn records(text: &str, delimiter: char) -> Vec<(usize, StringRecord)> {
    // The reader counts line feeds.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = without_indents(&text, delimiter);
    ReaderBuilder::new()
        .delimiter(delimiter as u8)
        .flexible(true)
        .has_headers(false)
        .trim(Trim::All)
        .from_reader(text.as_bytes())
        .into_records()
        // Flexible records in memory that are UTF-8 have no errors.
        .filter_map(Result::ok)
        .map(|record| {
            let (start, line) = record.position().map_or((0, 1), |start| {
                (start.byte() as usize, start.line() as usize)
            });
            // The position of a record is that of the empty lines before it.
            let empty = text[start..].bytes().take_while(|byte| *byte == b'\n');
            (line + empty.count(), record)
        })
        .collect()
}

/// Removes the blanks before a quoted cell: by RFC 4180 they begin a cell without quotes, but people type them.
fn without_indents(text: &str, delimiter: char) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut in_quotes, mut was_closed, mut at_start) = (false, false, true);
    let mut blanks = 0;
    for c in text.chars() {
        if at_start && c == ' ' {
            blanks += 1;
            continue;
        }
        // Within a cell that is not quoted, a quote is a character like others. Two within one that is are one.
        let opens = c == '"' && !in_quotes && (at_start || was_closed);
        let closes = c == '"' && in_quotes;
        if !opens {
            kept.extend(std::iter::repeat_n(' ', blanks));
        }
        blanks = 0;
        kept.push(c);
        in_quotes = opens || in_quotes && !closes;
        was_closed = closes;
        at_start = !in_quotes && (c == delimiter || c == '\n');
    }
    kept
}

/// Guesses the separators of numbers: a decimal comma if a number shows one, or if none shows a
/// decimal separator and semicolons delimit the cells.
fn separators<'a>(cells: impl Iterator<Item = &'a str>, delimiter: char) -> Separators {
    let comma = Separators {
        decimal: ',',
        group: '.',
    };
    let point = Separators {
        decimal: '.',
        group: ',',
    };
    for cell in cells {
        let digits: String = without_unit(cell)
            .chars()
            .filter(|c| c.is_ascii_digit() || ".,".contains(*c))
            .collect();
        let Some(last) = digits.rfind(['.', ',']) else {
            continue;
        };
        let both = digits.contains('.') && digits.contains(',');
        // Three digits after a separator may be thousands.
        if both || digits.len() - last != 4 {
            return if digits[last..].starts_with(',') {
                comma
            } else {
                point
            };
        }
    }
    if delimiter == ';' { comma } else { point }
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
}
