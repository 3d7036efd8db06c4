//! Entries of a time tracker, added up by job.

use super::cells::{Cells, Row, filled};
use super::columns::Columns;
use super::list::{RowErrorKind, Tracked};
use super::row::{minutes, price};
use super::words::key;
use crate::engine::OwnJobError;
use std::collections::BTreeMap;

/// Entries that are added up by job.
#[derive(Default)]
pub(super) struct Entries {
    /// Jobs.
    jobs: Vec<Tracked>,
    /// Places of these, by the keys of their names.
    places: BTreeMap<String, usize>,
}

impl Entries {
    /// Adds the entry of a row.
    pub fn add(
        &mut self,
        (line, name): (usize, Option<&str>),
        row: &Row,
        columns: &Columns,
        cells: &Cells,
    ) -> Result<(), RowErrorKind> {
        let Some(hours) = filled(row, columns.chosen.actual) else {
            return Err(RowErrorKind::NoActual);
        };
        let minutes = minutes(row, columns.minutes.1, cells);
        let hours = cells.hours(hours, columns.units(row).1);
        let hours = hours.map(|hours| hours + minutes);
        let hours = hours.filter(|hours| *hours >= 0.0);
        let hours = hours.ok_or(RowErrorKind::Figures(OwnJobError::ActualHours))?;
        let name = name.ok_or(RowErrorKind::NoName)?;
        let price = price(row, columns, cells)?;
        let place = *self.places.entry(key(name)).or_insert(self.jobs.len());
        match self.jobs.get_mut(place) {
            Some(job) => {
                job.entries += 1;
                job.hours += hours;
                job.price = match (job.price, price) {
                    (Some(a), Some(b)) => Some(a + b),
                    (a, b) => a.or(b),
                };
            }
            None => {
                self.jobs.push(Tracked {
                    line,
                    name: name.to_owned(),
                    entries: 1,
                    hours,
                    price,
                });
            }
        }
        Ok(())
    }

    /// The jobs that have hours.
    pub fn jobs(self) -> Vec<Tracked> {
        let jobs = self.jobs.into_iter();
        jobs.filter(|job| job.hours > 0.0).collect()
    }
}
