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
    /// Lines that are the sum of others and no job.
    pub sums: Vec<usize>,
    /// Currencies of the prices, as they stand in the cells: letters or a sign, each once.
    pub currencies: Vec<String>,
}

impl JobList {
    /// The number of rows that share their name with a row before them.
    pub fn repeated(&self) -> usize {
        self.jobs.len() - self.merged().len()
    }

    /// The jobs, the rows of one name as one: their hours and prices added up. Rows with weeks stay
    /// alone, since weeks of one job may be the same ones.
    pub fn merged(&self) -> Vec<FinishedJob> {
        let mut merged: Vec<FinishedJob> = Vec::new();
        for row in &self.jobs {
            let is_same = |other: &&mut FinishedJob| {
                !row.name.is_empty() && other.name == row.name && other.job.weeks.is_none()
            };
            let other = merged.iter_mut().find(is_same);
            let Some((other, sum)) = other.and_then(|other| {
                let (a, b) = (other.job.hours?, row.job.hours?);
                let estimated = a.estimated() + b.estimated();
                let sum = OwnHours::new(estimated, a.actual() + b.actual()).ok()?;
                row.job.weeks.is_none().then_some((other, sum))
            }) else {
                merged.push(row.clone());
                continue;
            };
            other.job.hours = Some(sum);
            other.price = other.price.zip(row.price).map(|(a, b)| a + b);
        }
        merged
    }
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
        if row.iter().any(is_sum) {
            list.sums.push(*line);
            continue;
        }
        match job(*line, row, columns, &cells) {
            Ok(job) => list.jobs.push(job),
            Err(kind) => list.errors.push(RowError { line: *line, kind }),
        }
        let price = columns.price.and_then(|column| row.get(column));
        let currency = price.map(currency).unwrap_or_default();
        if !currency.is_empty() && !list.currencies.contains(&currency) {
            list.currencies.push(currency);
        }
    }
    if let Some((last, others)) = list.jobs.split_last()
        && others.len() > 1
        && is_sum_of(last, others)
    {
        list.sums.push(last.line);
        list.jobs.pop();
    }
    list
}

/// Words of a row that is the sum of others.
const SUMS: [&str; 13] = [
    "total",
    "totals",
    "totalt",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "i alt",
    "ialt",
    "jumlah",
    "totaal",
    "totale",
    "grand total",
];

fn is_sum(cell: &str) -> bool {
    SUMS.contains(&cell.trim_end_matches(':').trim().to_lowercase().as_str())
}

/// Returns `true` if the hours of a row are those of all others.
fn is_sum_of(row: &FinishedJob, others: &[FinishedJob]) -> bool {
    let is_sum = |hours: fn(OwnHours) -> f64| {
        let all = others.iter().filter_map(|row| row.job.hours.map(hours));
        let sum: f64 = all.sum();
        let own = row.job.hours.map(hours);
        own.is_some_and(|own| (own - sum).abs() <= sum * 0.001)
    };
    is_sum(OwnHours::estimated) && is_sum(OwnHours::actual)
}

/// The letters or the sign of a currency in a cell.
fn currency(cell: &str) -> String {
    let is_sign = |c: &char| c.is_alphabetic() || "€$£¥".contains(*c);
    cell.chars()
        .filter(is_sign)
        .collect::<String>()
        .to_uppercase()
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
    fn no_column_of_money_or_dates_is_taken_for_hours() {
        for text in [
            "Project,Estimated cost,Estimated hours,Actual hours\nBakery,4200,40,52",
            "Planned start,Planned hours,Actual hours\n2026-01-12,40,52",
            "Job;Estimated price;Actual cost;Estimated;Actual\nBakery;4200;1;40;52",
            "Estimate,Remaining estimate,Spent\n40,0,52",
            "Kalkuliert;Gebucht;Umsatz\n40;52;4200",
            "Opgave;Estimeret tid;Forbrugt tid\nBageri;40;52",
            "sep=;\nestimated;actual\n40;52",
            "Budgeted hours|Logged hours\n40|52",
        ] {
            assert_eq!(hours(text), [(40.0, 52.0)], "{text}");
        }
        // Hours that cannot be told from money are asked for, and not guessed.
        let list = read("cost,hours\n4200,40\n2600,25");
        assert_eq!((list.jobs.len(), list.errors.len()), (0, 2));
        assert_eq!(read("12.1.2026;Bakery;40;52").jobs[0].name, "Bakery");
    }

    #[test]
    fn durations_are_hours() {
        for text in ["40:30,52:15:00", "40h 30m,52h 15m", "40.5 h,52.25"] {
            assert_eq!(
                hours(&format!("estimated,actual\n{text}")),
                [(40.5, 52.25)],
                "{text}"
            );
        }
        assert_eq!(read("estimated,actual\n40:75,1h 99m").jobs, []);
    }

    #[test]
    fn a_sum_is_no_job() {
        let rows = "name,estimated,actual\nA,40,52\nB,10,8\n";
        for last in ["Total,50,60", "I alt:,1,2", ",50,60"] {
            let list = read(&format!("{rows}{last}"));
            assert_eq!((list.jobs.len(), list.sums), (2, vec![4]), "{last}");
        }
        assert_eq!(read(&format!("{rows}C,50,61")).jobs.len(), 3);
        // Two jobs alike are no sum.
        assert_eq!(read("1,2\n1,2").jobs.len(), 2);
    }

    #[test]
    fn rows_of_one_name_can_be_one_job() {
        let list = read(
            "job,estimated,actual,price\nBakery,40,52,4200\nBakery,10,8,900\nSchool,5,5,\n,1,1,\n,1,1,",
        );
        assert_eq!((list.jobs.len(), list.repeated()), (5, 1));
        let merged = list.merged();
        assert_eq!(hours_of(&merged[0]), (50.0, 60.0));
        assert_eq!(merged[0].price, Some(5100.0));
        // The same weeks may be in both rows.
        let weeks = read("job,planned weeks,actual weeks\nA,2,3\nA,2,3");
        assert_eq!(weeks.repeated(), 0);
    }

    #[test]
    fn currencies_are_those_that_stand_there() {
        let list = read(
            "a,estimated,actual,price\nA,1,2,\"€4,200\"\nB,1,2,CHF 5900\nC,1,2,900\nD,1,2,chf 1",
        );
        assert_eq!(list.currencies, ["€", "CHF"]);
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
