//! Names of rows: those that several clients or lists share are told apart.

use super::cells::{Row, filled};
use super::columns::Columns;
use super::words::key;
use std::collections::{BTreeMap, BTreeSet};

/// Names of rows, each with the number of owners that tell it from the same name of others.
pub(super) struct Names<'a> {
    columns: &'a Columns,
    counts: BTreeMap<String, usize>,
}

impl Names<'_> {
    /// The names of some rows. A row without an owner is that of the only one, unless it is an entry.
    pub fn of<'a>(
        rows: impl Iterator<Item = (&'a str, &'a Row)>,
        columns: &Columns,
        is_of_entries: bool,
    ) -> Names<'_> {
        let mut owners: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
        for (name, row) in rows.filter(|_| !columns.owners.is_empty()) {
            let cells = owners_of(row, columns).map(|cell| key(cell.unwrap_or_default()));
            let cells: Vec<String> = cells.collect();
            if is_of_entries || cells.iter().any(|cell| !cell.is_empty()) {
                owners.entry(key(name)).or_default().insert(cells);
            }
        }
        let counts = owners.into_iter().map(|(name, owners)| {
            let first = |count: usize| {
                let first = owners.iter().filter_map(|cells| cells.get(..count));
                first.collect::<BTreeSet<_>>().len()
            };
            let all = columns.owners.len();
            let count = (0..all).find(|count| first(*count) == owners.len());
            (name, count.unwrap_or(all))
        });
        Names {
            counts: counts.collect(),
            columns,
        }
    }

    /// The name of a row, with its owners if others have jobs of that name: `Homepage (Bakery)`.
    pub fn name(&self, name: &str, row: &Row) -> String {
        let count = self.counts.get(&key(name)).copied().unwrap_or_default();
        let owners: Vec<&str> = owners_of(row, self.columns).take(count).flatten().collect();
        match owners.is_empty() {
            true => name.to_owned(),
            false => [name, " (", &owners.join(", "), ")"].concat(),
        }
    }
}

/// The owners of a row, as far as it has them.
fn owners_of<'a>(row: &'a Row, columns: &'a Columns) -> impl Iterator<Item = Option<&'a str>> {
    let owners = columns.owners.iter();
    owners.map(|column| filled(row, Some(*column)))
}
