//! Finished jobs out of a spreadsheet: rows of estimated and actual hours, however they were saved.

use crate::draft::{Separators, number};
use crate::engine::{OwnJob, OwnJobError};

/// A finished job.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The number of its line, counted from 1 as a spreadsheet does.
    pub line: usize,
    /// What it was called; empty where the row does not say.
    pub name: String,
    /// What it brought, where the row says.
    pub price: Option<f64>,
    /// Its hours.
    pub job: OwnJob,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The number of its line, counted from 1 as a spreadsheet does.
    pub line: usize,
    /// What is wrong.
    pub kind: Wrong,
}

/// What can be wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has fewer than two cells.
    TooShort,
    /// Its hours cannot be used.
    Hours(OwnJobError),
    /// The price is no number.
    Price,
}

/// What a spreadsheet holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The rows that can be used.
    pub rows: Vec<Row>,
    /// What is wrong with the others.
    pub errors: Vec<RowError>,
}

/// Words by which a column is known, in the languages of those who keep such lists.
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

/// Which column holds what.
#[derive(Clone, Copy)]
struct Columns {
    estimated: usize,
    actual: usize,
    price: Option<usize>,
    name: Option<usize>,
}

/// Reads a spreadsheet: comma, semicolon or tab between cells, with a head line or without, with
/// decimal points or commas. Empty lines are left out.
///
/// ```
/// # use takeon::desk::learning::csv::read;
/// let german = read("Projekt;Geschätzt;Ist\nKüche;1.040,5;1.200\n");
/// assert_eq!(german.rows[0].job.estimated(), 1040.5);
/// assert_eq!(german.rows[0].job.actual(), 1200.0);
/// assert_eq!(german.rows[0].name, "Küche");
/// ```
pub fn read(text: &str) -> Sheet {
    let text = text.trim_start_matches('\u{feff}');
    let between = separator(text);
    let lines: Vec<(usize, Vec<String>)> = records(text, between)
        .into_iter()
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect();
    let separators = decimals(lines.iter().flat_map(|(_, cells)| cells), between);
    let Some((_, first)) = lines.first() else {
        return Sheet::default();
    };
    let is_head = !first
        .iter()
        .any(|cell| number(without_unit(cell), separators).is_some());
    let columns = if is_head {
        named(first)
    } else {
        placed(first, separators)
    };
    let mut sheet = Sheet::default();
    for (line, cells) in lines.iter().skip(usize::from(is_head)) {
        match row(cells, columns, separators) {
            Ok((name, price, job)) => sheet.rows.push(Row {
                line: *line,
                name,
                price,
                job,
            }),
            Err(kind) => sheet.errors.push(RowError { line: *line, kind }),
        }
    }
    sheet
}

fn row(
    cells: &[String],
    columns: Columns,
    separators: Separators,
) -> Result<(String, Option<f64>, OwnJob), Wrong> {
    let cell = |column: usize| cells.get(column).map(|cell| cell.trim());
    let (Some(estimated), Some(actual)) = (cell(columns.estimated), cell(columns.actual)) else {
        return Err(Wrong::TooShort);
    };
    let hours = |cell: &str| number(without_unit(cell), separators).unwrap_or(f64::NAN);
    let job = OwnJob::new(hours(estimated), hours(actual)).map_err(Wrong::Hours)?;
    let price = match columns.price.and_then(cell).filter(|cell| !cell.is_empty()) {
        None => None,
        Some(cell) => Some(number(cell, separators).ok_or(Wrong::Price)?),
    };
    let name = columns.name.and_then(cell).unwrap_or_default().to_owned();
    Ok((name, price, job))
}

/// A number of hours without the letters behind it, as in `12 h`.
fn without_unit(cell: &str) -> &str {
    cell.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c.is_whitespace())
}

/// What stands between the cells: a tab or semicolon where there is one, else a comma.
fn separator(text: &str) -> char {
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    ['\t', ';']
        .into_iter()
        .find(|c| line.contains(*c))
        .unwrap_or(',')
}

/// The cells of every line with its number. A cell in quotes may hold anything.
fn records(text: &str, between: char) -> Vec<(usize, Vec<String>)> {
    let (mut records, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut line, mut start) = (false, 1, 1);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\r' => {}
            '\n' => {
                line += 1;
                if quoted {
                    cell.push('\n');
                } else {
                    cells.push(std::mem::take(&mut cell));
                    records.push((start, std::mem::take(&mut cells)));
                    start = line;
                }
            }
            c if c == between && !quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    cells.push(cell);
    records.push((start, cells));
    records
}

/// How this spreadsheet writes numbers: with a comma before the decimals where a number shows it,
/// and where nothing shows it but semicolons stand between the cells.
fn decimals<'a>(cells: impl Iterator<Item = &'a String>, between: char) -> Separators {
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
        // Three digits behind a mark may be thousands.
        if both || digits.len() - last != 4 {
            return if digits[last..].starts_with(',') {
                comma
            } else {
                point
            };
        }
    }
    if between == ';' { comma } else { point }
}

/// The columns by the words at their head, or in the order estimated, actual, price, name.
fn named(head: &[String]) -> Columns {
    let find = |words: &[&str], but: &[usize]| {
        let known = |cell: &String| {
            let cell = cell.trim().to_lowercase();
            words
                .iter()
                .any(|word| cell.starts_with(word) || cell.contains(&format!(" {word}")))
        };
        (0..head.len()).find(|column| !but.contains(column) && known(&head[*column]))
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

/// The columns by what is in them: the first two numbers are hours, a third one is the price.
fn placed(first: &[String], separators: Separators) -> Columns {
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

    fn hours(text: &str) -> Vec<(f64, f64)> {
        let sheet = read(text);
        assert_eq!(sheet.errors, [], "{text}");
        sheet
            .rows
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
        let sheet =
            read("Kunde;Ist-Stunden;Preis;Geschätzt\n\"Bäcker; Sohn\";52,5;4.200,00 €;40\n");
        let row = &sheet.rows[0];
        assert_eq!((row.job.estimated(), row.job.actual()), (40.0, 52.5));
        assert_eq!(
            (row.price, row.name.as_str(), row.line),
            (Some(4200.0), "Bäcker; Sohn", 2)
        );
        let sheet = read("Bakery,40,52.5,4200\nSchool,10,8,900");
        assert_eq!(
            (sheet.rows[1].name.as_str(), sheet.rows[1].price),
            ("School", Some(900.0))
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_stops_nothing() {
        let sheet = read(
            "name,estimated,actual,price\nA,10,12,500\nB,ten,12,500\nC,10\nD,10,0,1\nE,1,5000,1\nF,10,12,free\nG,8,9,\n",
        );
        assert_eq!(sheet.rows.len(), 2);
        let errors: Vec<(usize, Wrong)> = sheet
            .errors
            .iter()
            .map(|error| (error.line, error.kind))
            .collect();
        assert_eq!(
            errors,
            [
                (3, Wrong::Hours(OwnJobError::Estimated)),
                (4, Wrong::TooShort),
                (5, Wrong::Hours(OwnJobError::Actual)),
                (6, Wrong::Hours(OwnJobError::TooFarApart)),
                (7, Wrong::Price),
            ]
        );
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
