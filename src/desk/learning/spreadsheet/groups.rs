//! Groups of rows: those with a row of their own that adds up the others, and entries that each have the
//! estimate of their task.

use super::cells::{Cells, Row, filled};
use super::chosen::Note;
use super::columns::Columns;
use super::figures::{Figures, figures, is_near};
use super::list::{FinishedJob, JobList};
use super::sums::Sums;
use super::words::key;
use crate::engine::OwnHours;
use std::collections::{BTreeMap, BTreeSet};

/// Knowledge of some rows from those around them, by their lines.
#[derive(Default)]
pub(super) struct Groups {
    /// Lines that add up the others of their group.
    pub sums: Vec<usize>,
    /// Names of rows that leave them to the first of their group.
    names: BTreeMap<usize, String>,
}

impl Groups {
    /// The groups of some rows: each begins with a row of another name. They have sums if the first row of
    /// every group with several is one, and leaves out what the others are about.
    ///
    /// Assumption: that no list of jobs is like that by chance, if one of them adds up two others, or one
    /// without a name.
    pub fn of(rows: &[(usize, Row)], columns: &Columns, cells: &Cells, known: &Sums) -> Groups {
        let Some(column) = columns.chosen.name else {
            return Groups::default();
        };
        let mut groups: Vec<(String, &str, Vec<Line>)> = Vec::new();
        for (line, row) in rows {
            let name = filled(row, Some(column)).unwrap_or_default();
            let client = filled(row, columns.client).unwrap_or_default();
            if known.lines.contains(line) || known.parts.contains(line) {
                continue;
            }
            let key = [&key(name), "\n", &key(client)].concat();
            let line = (*line, row, figures(row, columns, cells));
            match groups.last_mut() {
                Some((known, _, group)) if name.is_empty() || *known == key => group.push(line),
                _ => groups.push((key, name, vec![line])),
            }
        }
        let mut with_sums = Groups::default();
        let mut adds_up = false;
        for (_, name, group) in &groups {
            let Some(((line, head, sum), others)) =
                group.split_first().filter(|(_, all)| !all.is_empty())
            else {
                continue;
            };
            if !is_sum_of(sum, others) || !is_short(head, others) {
                return Groups::default();
            }
            let is_nameless = |(_, row, _): &Line| filled(row, Some(column)).is_none();
            adds_up |= others.len() > 1 || others.iter().all(is_nameless);
            with_sums.sums.push(*line);
            let names = others.iter().map(|(line, ..)| (*line, (*name).to_owned()));
            with_sums.names.extend(names);
        }
        match adds_up {
            true => with_sums,
            false => Groups::default(),
        }
    }

    /// The name of a row: its own, or that of its group.
    pub fn name<'a>(&'a self, line: usize, own: Option<&'a str>) -> Option<&'a str> {
        own.or_else(|| self.names.get(&line).map(String::as_str))
    }
}

/// A row with its line and its figures.
type Line<'a> = (usize, &'a Row, Figures);

/// Returns `true` if others all have a cell that a row lacks, or lack its name.
fn is_short(row: &Row, others: &[Line]) -> bool {
    let is_empty = |row: &Row, column: usize| row.get(column).is_none_or(str::is_empty);
    (0..row.len()).any(|column| {
        let is_other = |(_, other, _): &Line| is_empty(other, column) != is_empty(row, column);
        others.iter().all(is_other)
    })
}

/// Returns `true` if the figures of a row are those of the others.
fn is_sum_of(row: &Figures, others: &[Line]) -> bool {
    let mut sum = [0.0; 2];
    for (_, _, figures) in others {
        for (sum, figure) in sum.iter_mut().zip(figures) {
            *sum += figure.unwrap_or_default();
        }
    }
    let has_hours = row
        .iter()
        .any(|figure| figure.is_some_and(|hours| hours > 0.0));
    has_hours && is_near(row.map(Option::unwrap_or_default), sum, others.len())
}

/// The part of a job that its row is about.
pub(super) struct About {
    /// Cells that may name its task.
    items: Vec<String>,
    /// Its period.
    period: String,
}

impl About {
    pub fn of(row: &Row, columns: &Columns) -> About {
        let cell = |column: &usize| filled(row, Some(*column)).unwrap_or_default().to_owned();
        About {
            items: columns.items.columns.iter().map(cell).collect(),
            period: columns
                .periods
                .iter()
                .map(cell)
                .collect::<Vec<_>>()
                .join("\n"),
        }
    }
}

impl JobList {
    /// Leaves out the rows of work that is not finished. Returns the parts of the others.
    pub(super) fn leave_unfinished(&mut self, about: Vec<About>) -> Vec<About> {
        let is_left = |line: usize| self.unfinished.binary_search(&line).is_err();
        let jobs = std::mem::take(&mut self.jobs).into_iter().zip(about);
        let (jobs, about) = jobs.filter(|(job, _)| is_left(job.line)).unzip();
        self.unplanned.retain(|work| is_left(work.line));
        self.errors.retain(|error| is_left(error.line));
        self.jobs = jobs;
        about
    }

    /// Counts an estimate once that is repeated in the entries of a task or in all rows of a job. Those of
    /// several periods are no repetition, unless the tasks have keys.
    pub(super) fn count_estimates_once(&mut self, about: &[About], columns: &Columns) {
        let is_repeated = self.repeats_estimates(columns.is_estimate_of_job);
        let is_by_period = self.is_by_period(about);
        let may_be_of_tasks = !is_repeated && (columns.items.has_keys || !is_by_period);
        let tasks = (columns.items.has_estimates || may_be_of_tasks)
            .then(|| (0..columns.items.columns.len()).find_map(|item| self.tasks(about, item)));
        match tasks.flatten() {
            Some(places) => self.count_tasks_once(&places, Note::OnceEach),
            None if is_repeated && self.is_of_periods(about) => {
                let places = places(self.jobs.iter().zip(about).map(period));
                self.count_tasks_once(&places, Note::OncePerPeriod);
            }
            None if is_repeated && !is_by_period => self.notes.push(Note::Once),
            None => {}
        }
    }

    /// Returns `true` if each row of a job is about another period.
    fn is_by_period(&self, about: &[About]) -> bool {
        let mut known = BTreeSet::new();
        let mut rows = self.jobs.iter().zip(about);
        rows.all(|(job, about)| {
            let is_said = about.period.chars().any(|c| c != '\n');
            is_said && known.insert((key(&job.name), key(&about.period)))
        })
    }

    /// Returns `true` if rows of a job are about the same period, and its hours are nearer to an estimate for each
    /// period than to one for all of it.
    ///
    /// Assumption: a job takes as often more than estimated as less, in proportion.
    fn is_of_periods(&self, about: &[About]) -> bool {
        let is_said = |about: &About| about.period.chars().any(|c| c != '\n');
        if !about.iter().all(is_said) || self.is_by_period(about) {
            return false;
        }
        let mut by_job: BTreeMap<String, (BTreeSet<String>, f64, f64)> = BTreeMap::new();
        for row in self.jobs.iter().zip(about) {
            let (name, period) = period(row);
            let Some(hours) = row.0.job.hours else {
                return false;
            };
            let (periods, estimated, actual) = by_job.entry(name).or_default();
            periods.insert(period);
            *estimated = hours.estimated();
            *actual += hours.actual();
        }
        // The product of how often each estimate was taken, beside that of the periods.
        let mut jobs = by_job.values().map(|(periods, estimated, actual)| {
            let count = periods.len() as f64;
            (actual / estimated, count)
        });
        let times = jobs.clone().map(|(times, _)| times).product::<f64>();
        let periods = jobs.clone().map(|(_, count)| count.sqrt()).product::<f64>();
        times > periods && jobs.any(|(_, count)| count > 1.0)
    }

    /// Makes one job of the entries of a task or a period that each have its estimate, as worklogs do. `places` has
    /// the place of each job's task among all tasks.
    fn count_tasks_once(&mut self, places: &[usize], note: Note) {
        let mut tasks = Vec::new();
        for (place, job) in places.iter().zip(std::mem::take(&mut self.jobs)) {
            let Some(task) = tasks.get_mut(*place) else {
                tasks.push(job);
                continue;
            };
            let (Some(own), Some(entry)) = (task.job.hours, job.job.hours) else {
                continue;
            };
            let sum = OwnHours::new(own.estimated(), own.actual() + entry.actual());
            task.job.hours = sum.ok().or(Some(own));
            task.price = match (task.price, job.price) {
                (Some(a), Some(b)) => Some(a + b),
                (a, b) => a.or(b),
            };
        }
        self.jobs = tasks;
        self.notes.push(note);
    }

    /// The place of each job's task among all tasks, if each has one estimate and one has several entries.
    fn tasks(&self, about: &[About], item: usize) -> Option<Vec<usize>> {
        let mut tasks: BTreeMap<(String, &str), (usize, f64)> = BTreeMap::new();
        let mut places = Vec::new();
        for (job, about) in self.jobs.iter().zip(about) {
            let task = about.items.get(item).filter(|task| !task.is_empty())?;
            let estimate = job.job.hours?.estimated();
            let next = (tasks.len(), estimate);
            let (place, known) = *tasks.entry((key(&job.name), task)).or_insert(next);
            if known != estimate {
                return None;
            }
            places.push(place);
        }
        (tasks.len() < places.len()).then_some(places)
    }
}

/// The name of the job of a row, and its period.
fn period((job, about): (&FinishedJob, &About)) -> (String, String) {
    (key(&job.name), key(&about.period))
}

/// The place of each of some things among those that differ.
fn places<T: Ord>(all: impl Iterator<Item = T>) -> Vec<usize> {
    let mut known = BTreeMap::new();
    all.map(|one| {
        let next = known.len();
        *known.entry(one).or_insert(next)
    })
    .collect()
}
