//! Finished jobs of a spreadsheet, and the notes on its other rows.

use super::chosen::{Chosen, Note};
use super::words::key;
use crate::engine::{OwnHours, OwnJob, OwnJobError};
use std::collections::BTreeMap;

/// Estimates that were typed for jobs whose entries say none, by their names.
pub type Estimates = BTreeMap<String, f64>;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// The row has no estimate.
    NoEstimate,
    /// The row has no actual hours.
    NoActual,
    /// The row has hours and belongs to no job.
    NoName,
    /// The row has a budget of money and not of hours.
    MoneyBudget,
    /// The row has sums of money, and no column of hours.
    Money,
    /// The hours or weeks cannot be used.
    Figures(OwnJobError),
    /// Rows add up others, and nobody can tell which.
    Outline,
    /// The price is no number.
    Price,
}

/// A job whose hours were added up from entries, and whose estimate nobody has said.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracked {
    /// Number of the line of its first entry.
    pub line: usize,
    /// Name.
    pub name: String,
    /// Number of its entries.
    pub entries: usize,
    /// Hours.
    pub hours: f64,
    /// Price, if its entries have one.
    pub price: Option<f64>,
}

/// Work that nobody had estimated, on a job that may have an estimate in another row.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplanned {
    /// Number of its line, counted from 1 as a spreadsheet does.
    pub line: usize,
    /// Name of the job.
    pub name: String,
    /// Actual hours.
    pub hours: f64,
    /// Price, if the row has one.
    pub price: Option<f64>,
}

/// Finished jobs of a spreadsheet, and the notes on its other rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobList {
    /// Jobs, in the order of their rows.
    pub jobs: Vec<FinishedJob>,
    /// Jobs that were added up from entries, in the order of their first ones. Those with an estimate are
    /// among the jobs as well.
    pub tracked: Vec<Tracked>,
    /// Rows of jobs with actual hours and without an estimate. Each is among the errors as well.
    pub unplanned: Vec<Unplanned>,
    /// Errors, in the order of their rows.
    pub errors: Vec<RowError>,
    /// Lines that are the sum of others and no job.
    pub sums: Vec<usize>,
    /// Lines of parts that the row of their job adds up.
    pub parts: Vec<usize>,
    /// Lines of work that is not finished.
    pub unfinished: Vec<usize>,
    /// Currencies of the prices, as they stand in the cells: letters or a sign, each once.
    pub currencies: Vec<String>,
    /// Number of rows that are no head.
    pub rows: usize,
    /// Names of the columns: their heads, or nothing where there is none.
    pub heads: Vec<String>,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
    /// Columns as they were read.
    pub chosen: Chosen,
    /// Notes on how it was read, for the owner.
    pub notes: Vec<Note>,
}

impl JobList {
    /// Returns `true` if another column has the head of this one.
    pub fn has_twin(&self, column: usize) -> bool {
        let small = |head: &String| head.trim().to_lowercase();
        let heads: Vec<String> = self.heads.iter().map(small).collect();
        let is_it = |head: &&String| heads.get(column) == Some(*head);
        heads.iter().filter(is_it).count() > 1
    }

    /// Returns `true` if the rows of a job all have its one estimate, as entries of trackers do: more than two rows
    /// of one job, or two where `is_of_job`.
    ///
    /// Assumption: phases of a job that were all estimated alike are told from that by another job whose
    /// were not, or by none that has three of them.
    pub(super) fn repeats_estimates(&self, is_of_job: bool) -> bool {
        let most = if is_of_job { 1 } else { 2 };
        let mut by_name: BTreeMap<String, (usize, f64)> = BTreeMap::new();
        for row in self.jobs.iter().filter(|row| !row.name.is_empty()) {
            let Some(hours) = row.job.hours else { continue };
            let (count, estimate) = by_name
                .entry(key(&row.name))
                .or_insert((0, hours.estimated()));
            if *estimate != hours.estimated() {
                return false;
            }
            *count += 1;
        }
        by_name.values().any(|(count, _)| *count > most)
    }

    /// The list with estimates for jobs that were added up, by their names.
    pub fn with_estimates(&self, estimates: &Estimates) -> JobList {
        let mut list = self.clone();
        for job in &self.tracked {
            let line = job.line;
            match job.estimated(estimates) {
                Ok(job) => list.jobs.extend(job),
                Err(kind) => list.errors.push(RowError { line, kind }),
            }
        }
        list.errors.sort_by_key(|error| error.line);
        list
    }

    /// The jobs, the rows of one name as one: their hours and prices added up, and the hours of rows without
    /// an estimate to those of a job that has one from other rows. Rows with weeks stay alone, since weeks
    /// of one job may be the same ones.
    pub fn merged(&self) -> Merged {
        let mut jobs = self.merged_rows();
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, job) in jobs.iter().enumerate() {
            if job.job.hours.is_some() && !job.name.is_empty() {
                places.entry(key(&job.name)).or_default().push(place);
            }
        }
        let mut added = Vec::new();
        for row in &self.unplanned {
            // Of several jobs of a name nobody knows which one it was.
            let Some([place]) = places.get(&key(&row.name)).map(Vec::as_slice) else {
                continue;
            };
            if jobs.get_mut(*place).is_some_and(|job| row.add_to(job)) {
                added.push(row.line);
            }
        }
        let is_left = |error: &&RowError| !added.contains(&error.line);
        Merged {
            errors: self.errors.iter().filter(is_left).copied().collect(),
            rows: self.jobs.len() - jobs.len() + added.len(),
            jobs,
        }
    }

    /// The jobs, the rows of one name with estimates as one.
    fn merged_rows(&self) -> Vec<FinishedJob> {
        let is_once = self.notes.contains(&Note::Once);
        let mut merged: Vec<FinishedJob> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for row in &self.jobs {
            let is_alone = row.name.is_empty() || row.job.weeks.is_some();
            let place = places.get(&key(&row.name)).filter(|_| !is_alone);
            let other = place.and_then(|place| merged.get_mut(*place));
            let sum = other.and_then(|other| {
                let (a, b) = (other.job.hours?, row.job.hours?);
                let estimated = match is_once {
                    true => a.estimated(),
                    false => a.estimated() + b.estimated(),
                };
                let sum = OwnHours::new(estimated, a.actual() + b.actual()).ok()?;
                Some((other, sum))
            });
            match sum {
                Some((other, sum)) => {
                    other.job.hours = Some(sum);
                    other.price = other.price.zip(row.price).map(|(a, b)| a + b);
                }
                None => {
                    if !is_alone {
                        places.insert(key(&row.name), merged.len());
                    }
                    merged.push(row.clone());
                }
            }
        }
        merged
    }
}

/// The jobs of a list, the rows of one name as one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The jobs.
    pub jobs: Vec<FinishedJob>,
    /// Number of rows that are part of the job of another row.
    pub rows: usize,
    /// Errors in the rows that are still left out.
    pub errors: Vec<RowError>,
}

impl Tracked {
    /// The job with its estimate. `None` while nobody has said one.
    fn estimated(&self, estimates: &Estimates) -> Result<Option<FinishedJob>, RowErrorKind> {
        let Some(estimate) = estimates.get(&self.name) else {
            return Ok(None);
        };
        let hours = OwnHours::new(*estimate, self.hours).map_err(RowErrorKind::Figures)?;
        Ok(Some(FinishedJob {
            line: self.line,
            name: self.name.clone(),
            price: self.price,
            job: OwnJob {
                hours: Some(hours),
                weeks: None,
            },
        }))
    }
}

impl Unplanned {
    /// Adds the work to a job. Returns `false` if that would be too far from its estimate.
    fn add_to(&self, job: &mut FinishedJob) -> bool {
        let sum = job
            .job
            .hours
            .and_then(|hours| OwnHours::new(hours.estimated(), hours.actual() + self.hours).ok());
        let Some(sum) = sum else {
            return false;
        };
        job.job.hours = Some(sum);
        // A job may be paid as a whole, so that further work brings nothing.
        job.price = job
            .price
            .map(|price| price + self.price.unwrap_or_default());
        true
    }
}
