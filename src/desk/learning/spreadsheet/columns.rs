//! Columns of a spreadsheet of finished jobs, with their meanings.

use super::cells::{Cells, Row, filled};
use super::chosen::{Chosen, Note};
use super::duration::DAY;
use super::look::{Items, Look};
use super::words::{self, says};
use std::collections::BTreeMap;

/// Lines within which a head is looked for: reports have a title and a period before it.
const TITLES: usize = 12;

/// Everything that is known of the columns.
pub(super) struct Columns {
    /// The columns that matter.
    pub chosen: Chosen,
    /// Client.
    pub client: Option<usize>,
    /// The level above the name, which names the rows that have none below it.
    pub above: Option<usize>,
    /// Owners of jobs, by which those of one name are told apart, the smallest first: lists of tasks, and clients.
    pub owners: Vec<usize>,
    /// Planned and actual weeks.
    pub weeks: Option<(usize, usize)>,
    /// Minutes beyond the whole estimated and actual hours.
    pub minutes: (Option<usize>, Option<usize>),
    /// Parts of jobs that may have several entries each.
    pub items: Items,
    /// Periods, each of which may have an estimate of its own.
    pub periods: Vec<usize>,
    /// Unit of a budget, which may be money.
    pub budget_by: Option<usize>,
    /// True if several columns may be the estimated hours, and none of them was taken.
    pub is_estimate_unclear: bool,
    /// True if no column is one of hours, and some are money.
    pub has_money_only: bool,
    /// Number of lines up to the first row, head included.
    pub begin: usize,
    /// Names of the columns; empty without a head.
    pub heads: Vec<String>,
    /// Hours of a figure without a unit, estimated and actual.
    units: (f64, f64),
    /// Units of the figures in each row.
    unit: Option<usize>,
    /// Hours of these units.
    hours_of_units: BTreeMap<String, f64>,
    /// True if a job whose rows all have one estimate has it once, be they only two.
    pub is_estimate_of_job: bool,
    /// Notes on how it is read, for the owner.
    pub notes: Vec<Note>,
}

impl Columns {
    /// The columns of some cells, those that matter as they were chosen, if they were.
    pub fn of(cells: &Cells, chosen: Option<Chosen>) -> Columns {
        let head = head(cells);
        let begin = head.map_or(0, |line| line + 1);
        let heads: Vec<String> = head
            .and_then(|line| cells.lines.get(line))
            .map(|(_, head)| head.iter().map(str::to_owned).collect())
            .unwrap_or_default();
        let look = Look::new(cells, begin, &heads);
        let mut columns = Columns {
            chosen: look.guess(),
            client: look.first(words::CLIENT, &|column| !look.is_of_figures(column)),
            above: None,
            owners: Vec::new(),
            weeks: None,
            minutes: (None, None),
            items: Items::default(),
            periods: Vec::new(),
            budget_by: look
                .heads
                .iter()
                .position(|head| head.contains(words::BUDGET_BY)),
            is_estimate_unclear: false,
            has_money_only: false,
            begin,
            heads,
            units: (1.0, 1.0),
            unit: look.unit_column(),
            hours_of_units: BTreeMap::new(),
            is_estimate_of_job: look.is_of_entries(),
            notes: Vec::new(),
        };
        match chosen {
            Some(chosen) => columns.chosen = chosen,
            None => columns.leave_twins(&look),
        }
        let Chosen {
            estimated,
            actual,
            planned_weeks,
            actual_weeks,
            ..
        } = columns.chosen;
        let may_be_hours = |column: usize| look.may_be_hours(column) && look.is_filled(column);
        let is_of_money = look.is_of_bills(columns.chosen)
            || look.columns().any(|it| look.is_of_money(it)) && !look.columns().any(may_be_hours);
        columns.has_money_only = estimated.or(actual).is_none() && is_of_money;
        columns.weeks = planned_weeks.zip(actual_weeks);
        // A column that is one of the two is nothing beside the other.
        let is_own = |minutes: &usize| ![estimated, actual].contains(&Some(*minutes));
        let minutes = |hours| look.minutes(hours).filter(is_own);
        columns.minutes = (minutes(estimated), minutes(actual));
        columns.above = look.level(columns.chosen.name, '2', '1');
        columns.client = columns.client.or(columns.above);
        columns.owners = look.owners(columns.chosen, columns.client);
        columns.items = look.items(columns.chosen);
        columns.periods = look.periods(columns.chosen);
        let mut unit = |column, other| {
            let beside = look.unit_beside(column, other);
            beside.unwrap_or_else(|| look.unit(column, &mut columns.notes))
        };
        columns.units = (unit(estimated, actual), unit(actual, estimated));
        for (_, row) in look.all {
            if let Some(unit) = filled(row, columns.unit)
                && !columns.hours_of_units.contains_key(unit)
            {
                let hours = cells.length_of(unit).unwrap_or(f64::NAN);
                columns.hours_of_units.insert(unit.to_owned(), hours);
            }
        }
        let has_days = columns.hours_of_units.values().any(|hours| *hours >= DAY);
        if has_days && !columns.notes.contains(&Note::Days) {
            columns.notes.push(Note::Days);
        }
        let is_plain = columns.units == (1.0, 1.0) && columns.unit.is_none();
        let mut hours = estimated.into_iter().chain(actual);
        if is_plain && actual.is_some() && hours.all(|column| look.may_be_minutes(column)) {
            columns.notes.push(Note::Minutes);
        }
        columns
    }

    /// Hours of a figure without a unit in a row, estimated and actual. Not a number if its unit is none of time.
    pub fn units(&self, row: &Row) -> (f64, f64) {
        let unit = filled(row, self.unit).and_then(|unit| self.hours_of_units.get(unit));
        unit.map_or(self.units, |hours| (*hours, *hours))
    }

    /// Takes back the guess of each column whose head another one has as well.
    fn leave_twins(&mut self, look: &Look) {
        let guess = self.chosen;
        let clear = |column: Option<usize>| column.filter(|column| !look.has_twin(*column));
        self.chosen = Chosen {
            name: clear(guess.name),
            estimated: clear(guess.estimated),
            actual: clear(guess.actual),
            price: clear(guess.price),
            planned_weeks: clear(guess.planned_weeks),
            actual_weeks: clear(guess.actual_weeks),
        };
        self.is_estimate_unclear = self.chosen.estimated != guess.estimated;
        if self.chosen != guess {
            self.notes.push(Note::Twins);
        }
    }
}

/// The line that is a head: the first of those that say most, without a figure. `None` where the first
/// line is a row.
fn head(cells: &Cells) -> Option<usize> {
    let known = |cell: &str| {
        let cell = cell.to_lowercase();
        let lists = [
            words::FORESEEN,
            words::ORIGINAL,
            words::ACTUAL,
            words::EFFORT,
            words::TIME,
            words::CLIENT,
            words::PRICE,
            words::WEEKS,
            words::ROW_LABELS,
        ];
        lists
            .into_iter()
            .chain(words::NAME)
            .any(|words| says(&cell, words))
    };
    let mut best = None;
    let mut most = 1;
    for (place, (_, line)) in cells.lines.iter().take(TITLES).enumerate() {
        if line.iter().any(|cell| cells.hours(cell, 1.0).is_some()) {
            continue;
        }
        let said = line.iter().filter(|cell| known(cell)).count();
        if said > most {
            (best, most) = (Some(place), said);
        }
    }
    let (_, first) = cells.lines.first()?;
    let has_figures = first.iter().any(|cell| cells.hours(cell, 1.0).is_some());
    best.or((!has_figures).then_some(0))
}
