//! Finished jobs from a spreadsheet or from what a time tracker exports: rows of estimated and actual
//! hours, planned and actual weeks, or entries whose hours are added up by job.

mod cells;
mod columns;
mod duration;
mod list;
#[cfg(test)]
mod samples;
mod words;

pub use columns::Chosen;
pub use list::{FinishedJob, JobList, Note, RowError, RowErrorKind, Tracked};

use crate::engine::{OwnHours, OwnJob, OwnJobError, OwnWeeks};
use cells::{Cells, currency};
use columns::Columns;
use csv::StringRecord;
use std::collections::{BTreeMap, BTreeSet};
use words::SUMS;

/// Estimates that were typed for jobs whose entries say none, by their names.
pub type Estimates = BTreeMap<String, f64>;

/// Rows that are shown as an example.
const SAMPLE: usize = 3;

/// Reads a spreadsheet: cells between commas, semicolons, tabs or bars, with or without a head line, with
/// decimal points or commas. Skips empty lines and titles. Weeks need a head line that says so.
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
    read_as(text, None, &Estimates::new())
}

/// Reads a spreadsheet whose columns were chosen, if they were, with estimates for the jobs that have none.
///
/// Where no column has estimates, rows are entries: their hours are added up by job.
///
/// ```
/// # use takeon::desk::learning::spreadsheet::{Estimates, read_as};
/// let tracked = "Project,Client,Duration\nBakery,Holm,01:30:00\nSchool,Nord,2:00:00\nBakery,Holm,00:45:00\n";
/// let estimates = Estimates::from([("Bakery".to_owned(), 2.0)]);
/// let list = read_as(tracked, None, &estimates);
/// assert_eq!((list.tracked.len(), list.tracked[0].hours, list.tracked[0].entries), (2, 2.25, 2));
/// // Of the school nobody has said how long it should have taken.
/// assert_eq!(list.jobs.len(), 1);
/// ```
pub fn read_as(text: &str, chosen: Option<Chosen>, estimates: &Estimates) -> JobList {
    let cells = Cells::read(text);
    let columns = Columns::of(&cells, chosen);
    let rows = cells.lines.iter().skip(columns.begin);
    let width = rows
        .clone()
        .map(|(_, row)| row.len())
        .max()
        .unwrap_or_default();
    let mut heads = columns.heads.clone();
    heads.resize(width.max(heads.len()), String::new());
    let sample = rows.clone().take(SAMPLE);
    let mut list = JobList {
        rows: rows.len(),
        heads,
        sample: sample
            .map(|(_, row)| row.iter().map(str::to_owned).collect())
            .collect(),
        chosen: columns.chosen,
        notes: columns.notes.clone(),
        ..JobList::default()
    };
    let is_of_entries = columns.chosen.estimated.is_none()
        && columns.chosen.actual.is_some()
        && columns.weeks.is_none();
    let mut entries = Entries::default();
    let mut currencies = BTreeSet::new();
    for (line, row) in rows {
        if is_sum(row, columns.chosen.name) {
            list.sums.push(*line);
            continue;
        }
        let result = match is_of_entries {
            true => entries.add(*line, row, &columns, &cells),
            false => job(*line, row, &columns, &cells).map(|job| list.jobs.push(job)),
        };
        if let Err(kind) = result {
            list.errors.push(RowError { line: *line, kind });
        }
        let price = columns.chosen.price.and_then(|column| row.get(column));
        let currency = price.map(currency).unwrap_or_default();
        if !currency.is_empty() && currencies.insert(currency.clone()) {
            list.currencies.push(currency);
        }
    }
    if is_of_entries {
        list.tracked = entries.jobs();
        list.jobs = list
            .tracked
            .iter()
            .filter_map(|job| estimated(job, estimates))
            .collect();
    } else if let Some((last, others)) = list.jobs.split_last()
        && others.len() > 1
        && is_sum_of(last, others)
    {
        list.sums.push(last.line);
        list.jobs.pop();
    }
    list
}

/// Returns `true` for a row that is called a sum, by its name or its first cell.
fn is_sum(row: &StringRecord, name: Option<usize>) -> bool {
    let first = row.iter().find(|cell| !cell.is_empty());
    let name = name.and_then(|column| row.get(column));
    let is_it = |cell: &str| {
        let cell = cell.trim_end_matches(':').trim().to_lowercase();
        SUMS.contains(&cell.as_str())
    };
    first.is_some_and(is_it) || name.is_some_and(is_it)
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

fn filled(row: &StringRecord, column: Option<usize>) -> Option<&str> {
    row.get(column?).filter(|cell| !cell.is_empty())
}

fn price(
    row: &StringRecord,
    columns: &Columns,
    cells: &Cells,
) -> Result<Option<f64>, RowErrorKind> {
    let cell = filled(row, columns.chosen.price);
    let price = cell.map(|cell| cells.number(cell).ok_or(RowErrorKind::Price));
    price.transpose()
}

fn job(
    line: usize,
    row: &StringRecord,
    columns: &Columns,
    cells: &Cells,
) -> Result<FinishedJob, RowErrorKind> {
    let Chosen {
        name,
        estimated,
        actual,
        ..
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
        (None, None) => return Err(RowErrorKind::NoFigures),
        (None, Some(_)) => return Err(RowErrorKind::NoEstimate),
        (Some(_), None) => return Err(RowErrorKind::NoActual),
        (Some(estimated), Some(actual)) => {
            if is_of_money(row, columns) {
                return Err(RowErrorKind::MoneyBudget);
            }
            let hours = |cell: &str, unit: f64| cells.hours(cell, unit).unwrap_or(f64::NAN);
            let (a, b) = columns.units;
            let hours = OwnHours::new(hours(estimated, a), hours(actual, b));
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
        name: filled(row, name).unwrap_or_default().to_owned(),
        price: price(row, columns, cells)?,
        job: OwnJob {
            hours,
            weeks: weeks.transpose().map_err(RowErrorKind::Figures)?,
        },
    })
}

/// Returns `true` if the budget of a row is one of money.
fn is_of_money(row: &StringRecord, columns: &Columns) -> bool {
    let by = filled(row, columns.budget_by).map(str::to_lowercase);
    by.is_some_and(|by| {
        ["fee", "cost", "amount", "money"]
            .iter()
            .any(|word| by.contains(word))
    })
}

/// Entries that are added up by job.
#[derive(Default)]
struct Entries {
    /// Jobs, each with its client.
    jobs: Vec<(Tracked, String)>,
    /// Places of these, by name and client.
    places: BTreeMap<(String, String), usize>,
}

impl Entries {
    fn add(
        &mut self,
        line: usize,
        row: &StringRecord,
        columns: &Columns,
        cells: &Cells,
    ) -> Result<(), RowErrorKind> {
        let Some(hours) = filled(row, columns.chosen.actual) else {
            return Err(RowErrorKind::NoActual);
        };
        let hours = cells.hours(hours, columns.units.1);
        let hours = hours.filter(|hours| *hours >= 0.0);
        let hours = hours.ok_or(RowErrorKind::Figures(OwnJobError::ActualHours))?;
        let name = filled(row, columns.chosen.name).ok_or(RowErrorKind::NoName)?;
        let price = price(row, columns, cells)?;
        let client = columns
            .client
            .filter(|client| columns.chosen.name != Some(*client));
        let client = filled(row, client).unwrap_or_default();
        let key = (name.to_owned(), client.to_owned());
        let place = *self.places.entry(key).or_insert(self.jobs.len());
        match self.jobs.get_mut(place) {
            Some((job, _)) => {
                job.entries += 1;
                job.hours += hours;
                job.price = match (job.price, price) {
                    (Some(a), Some(b)) => Some(a + b),
                    (a, b) => a.or(b),
                };
            }
            None => {
                let job = Tracked {
                    line,
                    name: name.to_owned(),
                    entries: 1,
                    hours,
                    price,
                };
                self.jobs.push((job, client.to_owned()));
            }
        }
        Ok(())
    }

    /// The jobs: those of one name have that of their client as well.
    fn jobs(self) -> Vec<Tracked> {
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for (job, _) in &self.jobs {
            *names.entry(job.name.clone()).or_default() += 1;
        }
        let jobs = self.jobs.into_iter().map(|(mut job, client)| {
            let is_shared = names.get(&job.name).is_some_and(|count| *count > 1);
            if is_shared && !client.is_empty() {
                job.name = [&job.name, " (", &client, ")"].concat();
            }
            job
        });
        jobs.collect()
    }
}

/// A job that was added up, with its estimate.
fn estimated(job: &Tracked, estimates: &Estimates) -> Option<FinishedJob> {
    let hours = OwnHours::new(*estimates.get(&job.name)?, job.hours).ok()?;
    Some(FinishedJob {
        line: job.line,
        name: job.name.clone(),
        price: job.price,
        job: OwnJob {
            hours: Some(hours),
            weeks: None,
        },
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
                (4, RowErrorKind::NoActual),
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
        assert_eq!((list.jobs.len(), list.merged().len()), (5, 4));
        let merged = list.merged();
        assert_eq!(hours_of(&merged[0]), (50.0, 60.0));
        assert_eq!(merged[0].price, Some(5100.0));
        // The same weeks may be in both rows.
        let weeks = read("job,planned weeks,actual weeks\nA,2,3\nA,2,3");
        assert_eq!(weeks.merged().len(), 2);
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
