//! Rows that are the sum of others by their names: `Total`, `Zwischensumme Bakery`, `Bakery Ergebnis`.

use super::cells::{Cells, Row, filled};
use super::columns::Columns;
use super::figures::{figures, is_near};
use super::row::{is_average, is_sum};
use super::words::{self, each, key};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// Rows that are the sum of others by their names, by their lines.
#[derive(Default)]
pub(super) struct Sums {
    /// Averages, which are among the sums.
    pub averages: BTreeSet<usize>,
    /// Sums that are no jobs.
    pub lines: BTreeSet<usize>,
    /// Sums that stand for a job whose parts have other names, with its name.
    pub jobs: BTreeMap<usize, String>,
    /// Parts of these jobs.
    pub parts: BTreeSet<usize>,
}

impl Sums {
    /// The sums among some rows. `Total Krume` is one if a row is called `Krume`, or if it adds up the rows
    /// directly before it.
    pub fn of(rows: &[(usize, Row)], columns: &Columns, cells: &Cells) -> Sums {
        let mut sums = Sums::default();
        let name = columns.chosen.name;
        let title = |row: &Row| {
            let first = (0..row.len()).find(|column| filled(row, Some(*column)).is_some());
            [name, first, columns.client].map(|column| filled(row, column).map(key))
        };
        let names = LazyCell::new(|| {
            let titles = rows.iter().flat_map(|(_, row)| title(row));
            titles.flatten().collect::<BTreeSet<String>>()
        });
        let phrases = Phrases::known();
        let hours = [columns.chosen.estimated, columns.chosen.actual];
        let hours = hours.into_iter().flatten();
        let heads: Vec<String> = hours
            .filter_map(|column| columns.heads.get(column))
            .map(|head| key(head))
            .collect();
        // The row below a column may be called like its head.
        let is_head = |cell: &str| heads.contains(&key(cell));
        let is_of_hours = |of: &str| is_head(of) || each(words::TIME).any(|word| word == key(of));
        // A job may be called `Media`, but not below all others.
        let below = rows.iter().rev();
        let below = below.take_while(|(_, row)| is_sum(row, name) || is_average(row, name));
        let below = below.map(|(line, _)| *line).min();
        let is_below = |line: usize| below.is_some_and(|first| line >= first);
        // Rows since the last sum.
        let mut before: Vec<(usize, &Row)> = Vec::new();
        for (line, row) in rows {
            if is_below(*line) && is_average(row, name) {
                sums.averages.insert(*line);
                sums.lines.insert(*line);
                continue;
            }
            let first = row.iter().find(|cell| !cell.is_empty());
            let mut said = [filled(row, name), first].into_iter().flatten();
            let named = said.clone().find_map(|cell| phrases.read(cell));
            let is_plain = is_sum(row, name)
                || said.any(is_head)
                || named.as_ref().is_some_and(|sum| is_of_hours(&sum.name));
            let named = named.filter(|_| !is_plain);
            let (is_total, parts) = match &named {
                None => (is_plain, 0),
                Some(sum) => {
                    let parts = added_up(row, &before, columns, cells);
                    let is_known = sum.is_sure || names.contains(&key(&sum.name));
                    (is_known || parts > 0, parts)
                }
            };
            if !is_total {
                before.push((*line, row));
                continue;
            }
            let parts = before.split_off(before.len() - parts);
            before.clear();
            let of = named.map(|sum| sum.name).filter(|_| !parts.is_empty());
            let is_own = |of: &String| {
                let mut titles = parts.iter().flat_map(|(_, row)| title(row));
                titles.any(|title| title.as_deref() == Some(&key(of)))
            };
            match of.filter(|of| !is_own(of)) {
                Some(of) => {
                    sums.jobs.insert(*line, of);
                    sums.parts.extend(parts.iter().map(|(line, _)| *line));
                }
                None => _ = sums.lines.insert(*line),
            }
        }
        sums
    }
}

/// The number of rows directly before a row that it adds up; none if it adds up none.
fn added_up(row: &Row, before: &[(usize, &Row)], columns: &Columns, cells: &Cells) -> usize {
    let own = figures(row, columns, cells).map(Option::unwrap_or_default);
    let mut sum = [0.0; 2];
    for (count, (_, part)) in before.iter().rev().enumerate() {
        for (sum, part) in sum.iter_mut().zip(figures(part, columns, cells)) {
            *sum += part.unwrap_or_default();
        }
        if own != [0.0; 2] && is_near(own, sum, count + 1) {
            return count + 1;
        }
    }
    0
}

/// A name that says that its row is the sum of something.
struct SumOf {
    /// Name of the group that it is the sum of.
    name: String,
    /// False if a job could be called that.
    is_sure: bool,
}

/// Words that say that a row is the sum of something, each with `true` if no job can be called that.
struct Phrases(BTreeMap<&'static str, bool>);

impl Phrases {
    fn known() -> Phrases {
        let others = each(words::SUMS).chain(each(words::RESULT));
        let mut phrases: BTreeMap<&str, bool> = others.map(|phrase| (phrase, false)).collect();
        phrases.extend(each(words::SUBTOTALS).map(|phrase| (phrase, true)));
        Phrases(phrases)
    }

    /// Reads a name: `Total Bakery`, `Summe von Bakery`, `Bakery Ergebnis`. `None` for any other one.
    fn read(&self, name: &str) -> Option<SumOf> {
        /// Most words that say it.
        const MOST: usize = 3;
        let words: Vec<&str> = name.split_whitespace().collect();
        let most = MOST.min(words.len().saturating_sub(1));
        (1..=most).rev().find_map(|count| {
            let (front, after) = words.split_at_checked(count)?;
            if let Some(is_sure) = self.sureness(front) {
                let skipped = after.split_first().filter(|(word, rest)| {
                    !rest.is_empty() && each(words::OF).any(|of| word.eq_ignore_ascii_case(of))
                });
                return named(skipped.map_or(after, |(_, rest)| rest), is_sure);
            }
            let (before, back) = words.split_at_checked(words.len() - count)?;
            named(before, self.sureness(back)?)
        })
    }

    /// Returns `true` for words that can only name a sum, `false` for those that can be part of another name, and
    /// `None` for all others.
    fn sureness(&self, said: &[&str]) -> Option<bool> {
        let said = said.join(" ");
        let said = said.trim_matches([':', '-', '–', ' ']).to_lowercase();
        self.0.get(said.as_str()).copied()
    }
}

fn named(words: &[&str], is_sure: bool) -> Option<SumOf> {
    let name = words.join(" ");
    let name = name.trim_matches([':', '-', '–', '(', ')', ' ']).to_owned();
    (!name.is_empty()).then_some(SumOf { name, is_sure })
}
