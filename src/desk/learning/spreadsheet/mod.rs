//! Finished jobs from a spreadsheet: rows of estimated and actual hours, planned and actual weeks.

mod cells;
mod columns;

use crate::engine::{OwnHours, OwnJob, OwnJobError, OwnWeeks};
use cells::Cells;
use columns::Columns;
use csv::StringRecord;

/// A finished job.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishedJob {
    /// Number of its line, counted from 1 as a spreadsheet does.
    pub line: usize,
    /// Name; empty if the row has none.
    pub name: String,
    /// Price, if the row has one.
    pub price: Option<f64>,
    /// Hours, weeks or both.
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
    /// The row has neither hours nor weeks.
    NoFigures,
    /// The hours or weeks cannot be used.
    Figures(OwnJobError),
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

/// Reads a spreadsheet: cells between commas, semicolons or tabs, with or without a head line, with
/// decimal points or commas. Skips empty lines. Weeks need a head line that says so.
///
/// ```
/// # use takeon::desk::learning::spreadsheet::read;
/// let german = read("Projekt;Geschätzt;Ist;Wochen Soll;Wochen Ist\nKüche;1.040,5;1.200;12;14,5\n");
/// let kitchen = &german.jobs[0];
/// let (hours, weeks) = (kitchen.job.hours.unwrap(), kitchen.job.weeks.unwrap());
/// assert_eq!((hours.estimated(), hours.actual()), (1040.5, 1200.0));
/// assert_eq!((weeks.planned(), weeks.actual()), (12.0, 14.5));
/// assert_eq!(kitchen.name, "Küche");
/// ```
pub fn read(text: &str) -> JobList {
    let cells = Cells::read(text);
    let Some((_, first)) = cells.lines.first() else {
        return JobList::default();
    };
    let (columns, heads) = Columns::of(&cells, first);
    let mut list = JobList::default();
    for (line, row) in cells.lines.iter().skip(heads) {
        match job(*line, row, columns, &cells) {
            Ok(job) => list.jobs.push(job),
            Err(kind) => list.errors.push(RowError { line: *line, kind }),
        }
    }
    list
}

fn job(
    line: usize,
    row: &StringRecord,
    columns: Columns,
    cells: &Cells,
) -> Result<FinishedJob, RowErrorKind> {
    let filled = |column: usize| row.get(column).filter(|cell| !cell.is_empty());
    // A row that says one of the two has to say the other.
    let pair = |columns: Option<(usize, usize)>| {
        let (foreseen, actual) = columns.map(|(a, b)| (filled(a), filled(b)))?;
        let figure =
            |cell: Option<&str>| cell.and_then(|cell| cells.figure(cell)).unwrap_or(f64::NAN);
        (foreseen.is_some() || actual.is_some()).then(|| (figure(foreseen), figure(actual)))
    };
    let hours = pair(columns.hours).map(|(estimated, actual)| OwnHours::new(estimated, actual));
    let weeks = pair(columns.weeks).map(|(planned, actual)| OwnWeeks::new(planned, actual));
    if hours.is_none() && weeks.is_none() {
        return Err(RowErrorKind::NoFigures);
    }
    let job = OwnJob {
        hours: hours.transpose().map_err(RowErrorKind::Figures)?,
        weeks: weeks.transpose().map_err(RowErrorKind::Figures)?,
    };
    let price = match columns.price.and_then(filled) {
        None => None,
        Some(cell) => Some(cells.number(cell).ok_or(RowErrorKind::Price)?),
    };
    let name = columns.name.and_then(filled).unwrap_or_default().to_owned();
    Ok(FinishedJob {
        line,
        name,
        price,
        job,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn hours(text: &str) -> Vec<(f64, f64)> {
        let list = read(text);
        assert_eq!(list.errors, [], "{text}");
        list.jobs.iter().map(hours_of).collect()
    }

    fn hours_of(row: &FinishedJob) -> (f64, f64) {
        let hours = row.job.hours.unwrap();
        (hours.estimated(), hours.actual())
    }

    fn weeks_of(row: &FinishedJob) -> Option<(f64, f64)> {
        let weeks = row.job.weeks?;
        Some((weeks.planned(), weeks.actual()))
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
        assert_eq!(hours_of(row), (40.0, 52.5));
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
    fn weeks_are_known_by_their_head_wherever_they_stand() {
        for head in [
            "job,estimated hours,actual hours,planned weeks,actual weeks,price",
            "Projekt,Soll,Ist,Geplante Wochen,Ist-Wochen,Preis",
            "Projekt,Geschätzt,Aufwand,Sollwochen,Istwochen,Betrag",
            "Client,Estimate (h),Spent (h),Weeks (planned),Weeks (actual),Amount",
        ] {
            let list = read(&format!("{head}\nBakery,40,52.5,4,6 weeks,4200\n"));
            let row = &list.jobs[0];
            assert_eq!(hours_of(row), (40.0, 52.5), "{head}");
            assert_eq!(weeks_of(row), Some((4.0, 6.0)), "{head}");
            assert_eq!((row.name.as_str(), row.price), ("Bakery", Some(4200.0)));
        }
        let list = read("planned weeks;actual weeks;estimated;actual\n4;6;40;52,5\n");
        assert_eq!(hours_of(&list.jobs[0]), (40.0, 52.5));
        assert_eq!(weeks_of(&list.jobs[0]), Some((4.0, 6.0)));
    }

    #[test]
    fn a_row_may_have_hours_weeks_or_both() {
        let head = "name,estimated,actual,planned weeks,actual weeks\n";
        let list = read(&format!(
            "{head}A,40,52,,\nB,,,4,6\nC,40,52,4,6\nD,40,52\nE,,,,\nF,40,52,4,\n"
        ));
        let figures: Vec<(bool, bool)> = list
            .jobs
            .iter()
            .map(|row| (row.job.hours.is_some(), row.job.weeks.is_some()))
            .collect();
        assert_eq!(
            figures,
            [(true, false), (false, true), (true, true), (true, false)]
        );
        let errors: Vec<(usize, RowErrorKind)> = list
            .errors
            .iter()
            .map(|error| (error.line, error.kind))
            .collect();
        assert_eq!(
            errors,
            [
                (6, RowErrorKind::NoFigures),
                (7, RowErrorKind::Figures(OwnJobError::ActualWeeks)),
            ]
        );
        let weeks = read("job;planned weeks;actual weeks;price\nBakery;4;6,5;4200\n");
        let row = &weeks.jobs[0];
        assert_eq!((row.job.hours, weeks_of(row)), (None, Some((4.0, 6.5))));
        assert_eq!((row.name.as_str(), row.price), ("Bakery", Some(4200.0)));
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
                (3, RowErrorKind::Figures(OwnJobError::EstimatedHours)),
                (4, RowErrorKind::Figures(OwnJobError::ActualHours)),
                (5, RowErrorKind::Figures(OwnJobError::ActualHours)),
                (6, RowErrorKind::Figures(OwnJobError::HoursTooFarApart)),
                (7, RowErrorKind::Price),
            ]
        );
    }

    #[test]
    fn a_quoted_cell_may_hold_anything_and_have_a_space_before_it() {
        let list =
            read("40, 52.5, 4200, \"Baker \"\"Son\"\", Ltd\nand daughter\"\n\"1,020\", \"980\"");
        assert_eq!(list.jobs[0].name, "Baker \"Son\", Ltd\nand daughter");
        assert_eq!(hours_of(&list.jobs[1]), (1020.0, 980.0));
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
