//! Guesses of the columns that matter, by their heads or by their cells.

use super::cells::currency;
use super::chosen::Chosen;
use super::look::{Look, is_date};
use super::words::{self, Words, is_sum};

impl Look<'_> {
    /// The columns that matter, by their heads.
    pub fn guess(&self) -> Chosen {
        if !self.has_head {
            return self.by_content();
        }
        let may_be = |column: usize| self.may_be_hours(column);
        let is_filled = |column: &usize| self.is_filled(*column);
        let timed = |words: Words, may_be: &dyn Fn(usize) -> bool| {
            let sure = self.first(words, &|column| may_be(column) && self.is_timed(column));
            sure.or_else(|| self.first(words, may_be))
        };
        let foreseen = self.foreseen(&may_be);
        let is_total = |column: usize| {
            may_be(column) && self.says(column, words::WHOLE) && self.says(column, words::TIME)
        };
        let has_total = self.columns().any(is_total);
        let other = |column: usize| {
            may_be(column)
                && Some(column) != foreseen
                && !self.says(column, words::REVISED)
                && !(has_total && self.says(column, words::PART))
                && !self.is_of_clock_times(column)
        };
        let no_plan = |column: usize| other(column) && !self.says(column, words::FORESEEN);
        let said = |may_be: &dyn Fn(usize) -> bool| {
            let actual = timed(words::ACTUAL, may_be).or_else(|| timed(words::EFFORT, may_be));
            actual.or_else(|| self.first(words::TIME, may_be))
        };
        let mut chosen = Chosen {
            estimated: foreseen.filter(is_filled),
            actual: said(&|column| no_plan(column) && self.is_of_durations(column))
                .or_else(|| said(&no_plan))
                .or_else(|| self.columns().find(|it| other(*it) && self.is_actual(*it))),
            planned_weeks: self.weeks().map(|(planned, _)| planned),
            actual_weeks: self.weeks().map(|(_, actual)| actual),
            ..Chosen::default()
        };
        if self.is_of_bills(chosen) {
            (chosen.estimated, chosen.actual) = (None, None);
        } else if foreseen.is_none() && chosen.actual.is_none() && chosen.planned_weeks.is_none() {
            // Nothing says it, so it goes by the order of what may be it; days of a week may be all of it.
            let hours = self
                .columns()
                .filter(|it| may_be(*it) && is_filled(it) && !self.says(*it, words::QUANTITY));
            let hours: Vec<usize> = hours.collect();
            let is_sum =
                |column: &&usize| self.heads.get(**column).is_some_and(|head| is_sum(head));
            (chosen.estimated, chosen.actual) = match hours.as_slice() {
                columns if columns.iter().any(|column| is_sum(&column)) => {
                    (None, columns.iter().find(is_sum).copied())
                }
                [first] => (None, Some(*first)),
                // Columns of months, weeks or people are no plan and its outcome.
                [first, second, others @ ..]
                    if ![first, second].into_iter().any(|it| self.is_numbered(*it))
                        && others.iter().all(|it| self.says(*it, words::PRICE)) =>
                {
                    (Some(*first), Some(*second))
                }
                _ => (None, None),
            };
        }
        let is_free =
            |column: usize| Some(column) != chosen.estimated && Some(column) != chosen.actual;
        chosen.price = self.first(words::PRICE, &|column| {
            is_free(column)
                && !self.says(column, words::NO_PRICE)
                && !self.is_rate(column)
                && self.may_be_money(column)
        });
        let is_free = |column: usize| is_free(column) && Some(column) != chosen.price;
        let is_name = |column: usize| {
            is_free(column)
                && !self.is_of_figures(column)
                && !self.is_of_dates(column)
                && !self.is_of_offsets(column)
        };
        let mut tiers = words::NAME
            .into_iter()
            .chain([words::CLIENT, words::ACTIVITY]);
        let is_aside = |column: usize| self.says(column, words::ASIDE);
        let is_whole =
            |column: usize| is_name(column) && !self.says(column, words::KEY) && !is_aside(column);
        chosen.name = tiers
            .find_map(|words| {
                let is_exact = |column: &usize| {
                    let head = self.heads.get(*column);
                    head.is_some_and(|head| words::each(words).any(|word| word == head))
                };
                let exact = self.columns().find(|it| is_exact(it) && is_name(*it));
                let whole = || self.first(words, &is_whole);
                let key = || self.first(words, &|it| is_name(it) && !is_aside(it));
                exact.or_else(whole).or_else(key)
            })
            .or_else(|| {
                let is_person = |column: usize| self.says(column, words::PERSON);
                let free =
                    |column: &usize| is_name(*column) && is_filled(column) && !is_person(*column);
                let mut free = self.columns().filter(free);
                free.clone()
                    .find(|it| !is_aside(*it))
                    .or_else(|| free.next())
            });
        // Of a client and its projects in levels, the job is the project.
        chosen.name = self.level(chosen.name, '1', '2').or(chosen.name);
        chosen
    }

    /// The column of the estimate, from before the work began: the first that says so, or one that
    /// has not been revised. A budget may be one of money, so it comes last unless it says that it is of time.
    fn foreseen(&self, may_be: &dyn Fn(usize) -> bool) -> Option<usize> {
        let is_it = |column: &usize| {
            let is_said =
                self.says(*column, words::FORESEEN) || self.says(*column, words::ORIGINAL);
            is_said && may_be(*column) && !self.is_actual(*column)
        };
        let sureness = |column: usize| {
            let is_timed = self.is_timed(column);
            let is_revised = self.says(column, words::REVISED) || self.says(column, words::CURRENT);
            (
                self.is_filled(column),
                is_timed || !self.says(column, words::BUDGET),
                self.says(column, words::ORIGINAL) || self.says(column, words::FIRST),
                !is_revised,
                self.is_of_durations(column),
                is_timed,
            )
        };
        // Of several alike the first one.
        let columns = self.columns().rev().filter(is_it);
        columns.max_by_key(|column| sureness(*column))
    }

    /// Columns without a head, by their cells: the first two figures are hours, a third one is the price.
    fn by_content(&self) -> Chosen {
        let Some(first) = self.rows.first() else {
            return Chosen::default();
        };
        let is_number = |column: &usize| {
            let cell = first.get(*column).unwrap_or_default();
            self.cells.hours(cell, 1.0).is_some() && !is_date(cell)
        };
        let numbers: Vec<usize> = self.columns().filter(is_number).collect();
        let is_money = |column: &usize| {
            let cell = first.get(*column).unwrap_or_default();
            !currency(cell).is_empty() && self.cells.number(cell).is_some()
        };
        let price = numbers.get(2).copied();
        let is_name = |column: &usize| {
            let cell = first.get(*column).unwrap_or_default();
            !is_number(column) && !is_date(cell) && !is_money(column) && !cell.is_empty()
        };
        let (estimated, actual) = match numbers.as_slice() {
            [] => (None, None),
            [only] => (None, Some(*only)),
            [first, second, ..] => (Some(*first), Some(*second)),
        };
        Chosen {
            name: self.columns().find(is_name),
            estimated,
            actual,
            price: price.or_else(|| self.columns().find(is_money)),
            ..Chosen::default()
        }
    }

    /// Returns `true` if a head has a figure, as that of a week, a month or a quarter has.
    fn is_numbered(&self, column: usize) -> bool {
        let head = self.heads.get(column);
        head.is_some_and(|head| head.contains(|character: char| character.is_ascii_digit()))
    }

    /// Planned and actual weeks. They are known by a head alone.
    fn weeks(&self) -> Option<(usize, usize)> {
        let is_of_weeks = |column: usize| self.is_of_weeks(column);
        let planned = self.foreseen(&is_of_weeks)?;
        let is_it = |column: &usize| {
            is_of_weeks(*column)
                && self.is_actual(*column)
                && *column != planned
                && !self.says(*column, words::REVISED)
        };
        let actual = self.columns().find(is_it)?;
        Some((planned, actual))
    }
}
