//! Finished jobs from a spreadsheet's CSV: rows of estimated and actual hours.

use crate::draft::{Separators, number};
use crate::engine::{OwnJob, OwnJobError};
use csv::{ReaderBuilder, StringRecord, Trim};

/// A finished job.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishedJob {
    /// Number of its line, counted from 1 as a spreadsheet does.
    pub line: usize,
    /// Name; empty if the row has none.
    pub name: String,
    /// Price, if the row has one.
    pub price: Option<f64>,
    /// Hours.
    pub job: OwnJob,
}

/// Error in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// Number of its line, counted from 1 as a spreadsheet does.
    pub line: usize,
    /// Kind of the error.
    pub kind: RowErrorKind,
}

/// Kind of an error in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowErrorKind {
    /// The row has fewer than two cells.
    TooShort,
    /// The hours cannot be used.
    Hours(OwnJobError),
    /// The price is no number.
    Price,
}

/// Finished jobs of a spreadsheet, and the errors in its other rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobList {
    /// Jobs, in the order of their rows.
    pub jobs: Vec<FinishedJob>,
    /// Errors, in the order of their rows.
    pub errors: Vec<RowError>,
}

/// Beginnings of words in the head of a column, in the languages of the shops that keep such lists.
const ESTIMATED: [&str; 9] = [
    "estimat",
    "planned",
    "plan",
    "soll",
    "geschätzt",
    "schätz",
    "estimer",
    "perkiraan",
    "previs",
];
const ACTUAL: [&str; 10] = [
    "actual",
    "spent",
    "took",
    "real",
    "ist",
    "tatsächlich",
    "aufwand",
    "faktisk",
    "aktual",
    "brugt",
];
const PRICE: [&str; 7] = [
    "price", "amount", "preis", "betrag", "pris", "harga", "precio",
];
const NAME: [&str; 9] = [
    "name", "project", "projekt", "job", "title", "client", "kunde", "auftrag", "proyek",
];

/// Indices of the columns.
#[derive(Clone, Copy)]
struct Columns {
    estimated: usize,
    actual: usize,
    price: Option<usize>,
    name: Option<usize>,
}

/// Reads a spreadsheet: cells between commas, semicolons or tabs, with or without a head line, with
/// decimal points or commas. Skips empty lines.
///
/// ```
/// # use takeon::desk::learning::spreadsheet::read;
/// let german = read("Projekt;Geschätzt;Ist\nKüche;1.040,5;1.200\n");
/// assert_eq!(german.jobs[0].job.estimated(), 1040.5);
/// assert_eq!(german.jobs[0].job.actual(), 1200.0);
/// assert_eq!(german.jobs[0].name, "Küche");
/// ```
pub fn read(text: &str) -> JobList {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text);
    let records: Vec<(usize, StringRecord)> = records(text, delimiter)
        .into_iter()
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    let cells = records.iter().flat_map(|(_, cells)| cells);
    let separators = separators(cells, delimiter);
    let Some((_, first)) = records.first() else {
        return JobList::default();
    };
    let is_head = !first
        .iter()
        .any(|cell| number(without_unit(cell), separators).is_some());
    let columns = if is_head {
        columns_by_head(first)
    } else {
        columns_by_content(first, separators)
    };
    let mut list = JobList::default();
    for (line, cells) in records.iter().skip(usize::from(is_head)) {
        match job(*line, cells, columns, separators) {
            Ok(job) => list.jobs.push(job),
            Err(kind) => list.errors.push(RowError { line: *line, kind }),
        }
    }
    list
}

fn job(
    line: usize,
    cells: &StringRecord,
    columns: Columns,
    separators: Separators,
) -> Result<FinishedJob, RowErrorKind> {
    let cell = |column| cells.get(column);
    let (Some(estimated), Some(actual)) = (cell(columns.estimated), cell(columns.actual)) else {
        return Err(RowErrorKind::TooShort);
    };
    let hours = |cell| number(without_unit(cell), separators).unwrap_or(f64::NAN);
    let job = OwnJob::new(hours(estimated), hours(actual)).map_err(RowErrorKind::Hours)?;
    let price = match columns.price.and_then(cell).filter(|cell| !cell.is_empty()) {
        None => None,
        Some(cell) => Some(number(cell, separators).ok_or(RowErrorKind::Price)?),
    };
    let name = columns.name.and_then(cell).unwrap_or_default().to_owned();
    Ok(FinishedJob {
        line,
        name,
        price,
        job,
    })
}

/// Removes the letters after a number of hours, as in `12 h`.
fn without_unit(cell: &str) -> &str {
    cell.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c.is_whitespace())
}

/// Guesses the delimiter of the cells: a tab or semicolon if the first line has one, else a comma.
fn delimiter(text: &str) -> char {
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    ['\t', ';']
        .into_iter()
        .find(|c| line.contains(*c))
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

/// Columns by the words of the head line, or in the order estimated, actual, price, name.
fn columns_by_head(head: &StringRecord) -> Columns {
    let find = |words: &[&str], taken: &[usize]| {
        let is_known = |cell: &str| {
            let cell = cell.to_lowercase();
            words
                .iter()
                .any(|word| cell.starts_with(word) || cell.contains(&format!(" {word}")))
        };
        (0..head.len()).find(|column| !taken.contains(column) && is_known(&head[*column]))
    };
    match (find(&ESTIMATED, &[]), find(&ACTUAL, &[])) {
        (Some(estimated), Some(actual)) if estimated != actual => Columns {
            estimated,
            actual,
            price: find(&PRICE, &[estimated, actual]),
            name: find(&NAME, &[estimated, actual]),
        },
        _ => Columns {
            estimated: 0,
            actual: 1,
            price: (head.len() > 2).then_some(2),
            name: (head.len() > 3).then_some(3),
        },
    }
}

/// Columns by the cells of the first row: the first two numbers are hours, a third one is the price.
fn columns_by_content(first: &StringRecord, separators: Separators) -> Columns {
    let is_number = |column: &usize| number(without_unit(&first[*column]), separators).is_some();
    let numbers: Vec<usize> = (0..first.len()).filter(is_number).collect();
    Columns {
        estimated: numbers.first().copied().unwrap_or(0),
        actual: numbers.get(1).copied().unwrap_or(1),
        price: numbers.get(2).copied(),
        name: (0..first.len()).find(|column| !is_number(column)),
    }
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

    fn hours(text: &str) -> Vec<(f64, f64)> {
        let list = read(text);
        assert_eq!(list.errors, [], "{text}");
        list.jobs
            .iter()
            .map(|row| (row.job.estimated(), row.job.actual()))
            .collect()
    }

    #[test]
    fn cells_are_told_apart_however_they_were_saved() {
        for text in [
            "estimated,actual\n10,12.5\n1000,1200\n",
            "estimated;actual\r\n10;12,5\r\n1.000;1.200\r\n",
            "estimated\tactual\n10\t12.5\n1,000\t1,200",
            "\u{feff}\"estimated\",\"actual\"\n\"10\",\"12,5\"\n\n\"1000\",\"1200\"\n",
            "10;12,5\n1000;1200",
            "10 h;12,5 Std.\n1.000 h;1.200 h",
        ] {
            assert_eq!(hours(text), [(10.0, 12.5), (1000.0, 1200.0)], "{text}");
        }
    }

    #[test]
    fn columns_are_known_by_their_head_or_by_what_is_in_them() {
        let list = read("Kunde;Ist-Stunden;Preis;Geschätzt\n\"Bäcker; Sohn\";52,5;4.200,00 €;40\n");
        let row = &list.jobs[0];
        assert_eq!((row.job.estimated(), row.job.actual()), (40.0, 52.5));
        assert_eq!(
            (row.price, row.name.as_str(), row.line),
            (Some(4200.0), "Bäcker; Sohn", 2)
        );
        let list = read("Bakery,40,52.5,4200\nSchool,10,8,900");
        assert_eq!(
            (list.jobs[1].name.as_str(), list.jobs[1].price),
            ("School", Some(900.0))
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_stops_nothing() {
        let list = read(
            "name,estimated,actual,price\nA,10,12,500\nB,ten,12,500\nC,10\nD,10,0,1\nE,1,5000,1\nF,10,12,free\nG,8,9,\n",
        );
        assert_eq!(list.jobs.len(), 2);
        let errors: Vec<(usize, RowErrorKind)> = list
            .errors
            .iter()
            .map(|error| (error.line, error.kind))
            .collect();
        assert_eq!(
            errors,
            [
                (3, RowErrorKind::Hours(OwnJobError::Estimated)),
                (4, RowErrorKind::TooShort),
                (5, RowErrorKind::Hours(OwnJobError::Actual)),
                (6, RowErrorKind::Hours(OwnJobError::TooFarApart)),
                (7, RowErrorKind::Price),
            ]
        );
    }

    #[test]
    fn a_quoted_cell_may_hold_anything_and_have_a_space_before_it() {
        let list =
            read("40, 52.5, 4200, \"Baker \"\"Son\"\", Ltd\nand daughter\"\n\"1,020\", \"980\"");
        assert_eq!(list.jobs[0].name, "Baker \"Son\", Ltd\nand daughter");
        assert_eq!(list.jobs[1].job.estimated(), 1020.0);
    }

    #[test]
    fn lines_are_counted_as_a_spreadsheet_counts_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = [
                "\nestimated,actual,,name",
                "",
                " ",
                "1,2,,\"a",
                "b\"",
                "",
                "x,2,,c",
                "",
            ]
            .join(end);
            let list = read(&text);
            assert_eq!((list.jobs[0].line, list.errors[0].line), (5, 8), "{text:?}");
        }
    }

    #[test]
    fn any_text_can_be_read() {
        for text in [
            "",
            "\n\n",
            "\"",
            ";;;\n\"\"\"",
            "estimated;actual",
            "🙂,🙂\n1,🙂",
            ",",
            "1",
        ] {
            let _ = read(text);
        }
    }
}
