//! Entries of a time tracker, added up by job.

use super::cells::{Cells, Row};
use super::columns::Columns;
use super::list::{RowErrorKind, Tracked};
use super::row::{filled, minutes, price};
use super::words::key;
use crate::engine::OwnJobError;
use std::collections::BTreeMap;

/// Entries that are added up by job.
#[derive(Default)]
pub(super) struct Entries {
    /// Jobs, each with its client.
    jobs: Vec<(Tracked, String)>,
    /// Places of these, by the keys of name and client.
    places: BTreeMap<(String, String), usize>,
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
        let hours = cells.hours(hours, columns.units.1);
        let hours = hours.map(|hours| hours + minutes);
        let hours = hours.filter(|hours| *hours >= 0.0);
        let hours = hours.ok_or(RowErrorKind::Figures(OwnJobError::ActualHours))?;
        let name = name.ok_or(RowErrorKind::NoName)?;
        let price = price(row, columns, cells)?;
        let client = columns
            .client
            .filter(|client| columns.chosen.name != Some(*client));
        let client = filled(row, client).unwrap_or_default();
        let key = (key(name), key(client));
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
    pub fn jobs(self) -> Vec<Tracked> {
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for (job, _) in &self.jobs {
            *names.entry(key(&job.name)).or_default() += 1;
        }
        let worked = self.jobs.into_iter().filter(|(job, _)| job.hours > 0.0);
        let jobs = worked.map(|(mut job, client)| {
            let is_shared = names.get(&key(&job.name)).is_some_and(|count| *count > 1);
            if is_shared && !client.is_empty() {
                job.name = [&job.name, " (", &client, ")"].concat();
            }
            job
        });
        jobs.collect()
    }
}
