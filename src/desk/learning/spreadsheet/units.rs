//! Units of the figures in a column.

use super::chosen::Note;
use super::duration::DAY;
use super::look::{Look, is_date};
use super::words::{self, says};

impl Look<'_> {
    /// The minutes beside a column of whole hours, as some trackers export them.
    pub fn minutes(&self, hours: Option<usize>) -> Option<usize> {
        let hours = hours.filter(|hours| !self.says(*hours, words::MINUTES))?;
        let beside = hours + 1;
        let is_below = |column: usize, most: f64| {
            let mut numbers = self.filled(column).map(|cell| self.cells.number(cell));
            numbers.all(|number| number.is_some_and(|it| it.fract() == 0.0 && it < most))
        };
        let is_it = self.says(beside, words::MINUTES) && is_below(hours, f64::INFINITY);
        (is_it && is_below(beside, 60.0)).then_some(beside)
    }

    /// Hours of a figure without a unit in a column.
    pub fn unit(&self, column: Option<usize>, notes: &mut Vec<Note>) -> f64 {
        let Some(column) = column else { return 1.0 };
        let mut note = |note: Note| {
            if !notes.contains(&note) {
                notes.push(note);
            }
        };
        if self.filled(column).any(|cell| {
            self.cells.middle(cell).is_some() && !is_date(cell) && !cell.starts_with('-')
        }) {
            note(Note::Ranges);
        }
        let cells = self.all.iter().filter_map(|(_, row)| row.get(column));
        if self.says(column, words::DAYS) {
            note(Note::Days);
            return DAY;
        }
        if cells.into_iter().any(|cell| self.cells.is_in_days(cell)) {
            note(Note::Days);
        }
        if let Some(unit) = self.said_unit(column) {
            return unit;
        }
        match self.smallest_unit(column) {
            Some((unit, said)) => {
                note(said);
                unit
            }
            None => 1.0,
        }
    }

    /// Hours of a figure in a column that says no unit beside one whose head says minutes, if it looks like them:
    /// nobody types the one in hours.
    pub fn unit_beside(&self, column: Option<usize>, other: Option<usize>) -> Option<f64> {
        const MINUTE: f64 = 1.0 / 60.0;
        let (column, other) = column.zip(other)?;
        let is_it = self.said_unit(other) == Some(MINUTE)
            && self.said_unit(column).is_none()
            && !self.says(column, words::DAYS)
            && self.may_be_minutes(column);
        is_it.then_some(MINUTE)
    }

    /// Hours of the minutes, seconds or milliseconds that a head says. A single letter in brackets is
    /// minutes only if most of the column would be too long for hours; beside a maximum, `min` is a minimum.
    pub fn said_unit(&self, column: usize) -> Option<f64> {
        let head = self.heads.get(column)?;
        let has_most = || self.heads.iter().any(|head| says(head, words::MOST));
        let is_bracketed = |letter: &str| {
            let brackets = [("(", ")"), ("[", "]")].into_iter();
            let mut said = brackets.map(|(open, close)| [open, letter, close].concat());
            said.any(|said| head.contains(&said))
        };
        if says(head, words::MINUTES)
            || says(head, words::MINUTES_SHORT) && !has_most()
            || is_bracketed("m") && self.is_long(column)
        {
            return Some(1.0 / 60.0);
        }
        if says(head, words::MILLISECONDS) {
            return Some(1.0 / 3_600_000.0);
        }
        let is_it = says(head, words::SECONDS) || is_bracketed("s");
        is_it.then_some(1.0 / 3600.0)
    }

    /// Returns `true` for a column of hours, for all that its head says, whose figures look like minutes.
    ///
    /// Assumption: no shop has several jobs of 60 hours and more, each of which took a multiple of five hours.
    pub fn may_be_minutes(&self, column: usize) -> bool {
        let numbers = self.filled(column).map(|cell| self.cells.number(cell));
        let numbers: Option<Vec<f64>> = numbers.collect();
        let is_it = |number: &f64| *number >= 60.0 && number % 5.0 == 0.0;
        let is_said = self.says(column, words::HOURS) || self.says(column, words::UNIT);
        !is_said && numbers.is_some_and(|all| all.len() > 1 && all.iter().all(is_it))
    }

    /// The column of the units of the figures in each row.
    pub fn unit_column(&self) -> Option<usize> {
        let is_unit = |cell: &str| self.cells.length_of(cell).is_some();
        let is_it = |column: &usize| {
            let cells = self.filled(*column);
            let known = cells.filter(|cell| is_unit(cell)).count();
            known > 0 && known * 2 >= self.filled(*column).count()
        };
        let mut columns = self.columns();
        columns.find(|column| self.says(*column, words::UNITS) && is_it(column))
    }

    /// Returns `true` if most figures in a column are 60 and more.
    fn is_long(&self, column: usize) -> bool {
        let numbers = self
            .filled(column)
            .filter_map(|cell| self.cells.number(cell));
        let numbers: Vec<f64> = numbers.collect();
        numbers.iter().filter(|number| **number >= 60.0).count() * 2 > numbers.len()
    }

    /// Hours of the seconds or milliseconds in which some trackers export whole minutes, and the note on it.
    ///
    /// Assumption: no list of jobs has only hours that are multiples of 60, half of them above 1,800, and none has
    /// anything but milliseconds half of which are above 1,800,000.
    pub fn smallest_unit(&self, column: usize) -> Option<(f64, Note)> {
        let numbers: Option<Vec<f64>> = self
            .filled(column)
            .map(|cell| self.cells.number(cell))
            .collect();
        let mut numbers = numbers?;
        numbers.retain(|number| *number > 0.0);
        let is_in = |second: f64, multiple: f64| {
            let is_large = |number: &&f64| **number >= 1800.0 * second;
            numbers.iter().filter(is_large).count() * 2 > numbers.len()
                && numbers.iter().all(|number| number % multiple == 0.0)
        };
        let units = [
            (1000.0, 60_000.0, Note::Milliseconds),
            (1.0, 60.0, Note::Seconds),
            (1000.0, 1.0, Note::Milliseconds),
        ];
        let mut units = units.into_iter();
        let (second, _, note) = units.find(|(second, multiple, _)| is_in(*second, *multiple))?;
        Some((1.0 / (3600.0 * second), note))
    }
}
