//! Finished jobs from a spreadsheet or from the export of a time tracker: rows of estimated and actual
//! hours, planned and actual weeks, or entries whose hours are added up by job.

mod amounts;
mod cells;
mod chosen;
mod columns;
mod duration;
mod entries;
mod figures;
mod groups;
mod guess;
mod list;
mod look;
mod names;
mod outline;
mod row;
mod sums;
#[cfg(test)]
mod tests;
mod turned;
mod unfinished;
mod units;
mod words;

pub use chosen::{Chosen, Note};
pub use list::{
    Estimates, FinishedJob, JobList, Merged, RowError, RowErrorKind, Tracked, Unplanned,
};

use crate::engine::OwnHours;
use cells::{Cells, currency, filled};
use columns::Columns;
use entries::Entries;
use groups::{About, Groups};
use names::Names;
use outline::Outline;
use row::{job, unplanned};
use std::collections::BTreeSet;
use sums::Sums;
use turned::turned;
use unfinished::unfinished;

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
/// Rows of a table without estimates are entries: their hours are added up by job.
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
    let (cells, is_turned) = turned(Cells::read(text));
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
    if is_turned {
        list.notes.push(Note::Turned);
    }
    let is_of_entries = columns.chosen.estimated.is_none()
        && !columns.is_estimate_unclear
        && columns.chosen.actual.is_some()
        && columns.weeks.is_none();
    let lines = cells.lines.get(columns.begin..).unwrap_or_default();
    let sums = Sums::of(lines, &columns, &cells);
    let groups = Groups::of(lines, &columns, &cells, &sums);
    let outline = match groups.sums.is_empty() {
        true => Outline::of(lines, &columns, &cells, &sums),
        false => Outline::default(),
    };
    let own_name = |line: usize, row| {
        let name = sums.jobs.get(&line).map(String::as_str);
        let own = || filled(row, columns.chosen.name).or(filled(row, columns.above));
        groups.name(line, name.or_else(own))
    };
    let is_sum = |line: &usize| {
        groups.sums.contains(line) || sums.lines.contains(line) || outline.sums.contains(line)
    };
    let named = lines.iter().filter(|(line, _)| !is_sum(line));
    let named = named.filter_map(|(line, row)| Some((own_name(*line, row)?, row)));
    let names = Names::of(named, &columns, is_of_entries);
    let unfinished = unfinished(lines, &columns, &cells);
    let mut about = Vec::new();
    let mut entries = Entries::default();
    let mut currencies = BTreeSet::new();
    for (line, row) in rows {
        if is_sum(line) {
            list.sums.push(*line);
            continue;
        }
        if outline.is_unclear {
            let kind = RowErrorKind::Outline;
            list.errors.push(RowError { line: *line, kind });
            continue;
        }
        if outline.parts.contains(line) || sums.parts.contains(line) {
            list.parts.push(*line);
            continue;
        }
        if unfinished.contains(line) {
            list.unfinished.push(*line);
        }
        let name = own_name(*line, row).map(|name| names.name(name, row));
        let name = name.as_deref();
        let result = match is_of_entries {
            true if unfinished.contains(line) => continue,
            true => entries.add((*line, name), row, &columns, &cells),
            false => job((*line, name), row, &columns, &cells).map(|job| {
                list.jobs.push(job);
                about.push(About::of(row, &columns));
            }),
        };
        if let Err(kind) = result {
            if kind == RowErrorKind::NoEstimate {
                let work = unplanned((*line, name), row, &columns, &cells);
                list.unplanned.extend(work);
            }
            list.errors.push(RowError { line: *line, kind });
        }
        let price = filled(row, columns.chosen.price).filter(|cell| cells.price(cell).is_some());
        let currency = price.map(currency).unwrap_or_default();
        if !currency.is_empty() && currencies.insert(currency.clone()) {
            list.currencies.push(currency);
        }
    }
    if is_of_entries {
        list.tracked = entries.jobs();
        return list.with_estimates(estimates);
    }
    if let Some((last, others)) = list.jobs.split_last()
        && others.len() + list.unplanned.len() > 1
        && is_sum_of(last, others, &list.unplanned)
    {
        list.sums.push(last.line);
        list.jobs.pop();
    }
    let about = list.leave_unfinished(about);
    list.count_estimates_once(&about, &columns);
    list
}

/// Returns `true` if the hours of a row are those of all others, work without an estimate among them.
fn is_sum_of(row: &FinishedJob, others: &[FinishedJob], unplanned: &[Unplanned]) -> bool {
    let is_sum = |hours: fn(OwnHours) -> f64, more: f64| {
        let all = others.iter().filter_map(|row| row.job.hours.map(hours));
        let sum = all.sum::<f64>() + more;
        let own = row.job.hours.map(hours);
        own.is_some_and(|own| (own - sum).abs() <= sum * 0.001)
    };
    let more = unplanned.iter().map(|work| work.hours).sum();
    is_sum(OwnHours::estimated, 0.0) && is_sum(OwnHours::actual, more)
}
