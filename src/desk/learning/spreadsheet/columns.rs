//! Columns of a spreadsheet of finished jobs: which of them means what.

use super::cells::Cells;
use super::chosen::{Chosen, Note};
use super::look::{Items, Look};
use super::words::{self, says};

/// Lines within which a head is looked for: reports have a title and a period before it.
const TITLES: usize = 12;

/// Everything that is known of the columns.
pub(super) struct Columns {
    /// The columns that matter.
    pub chosen: Chosen,
    /// Client.
    pub client: Option<usize>,
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
    pub units: (f64, f64),
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
        columns.owners = look.owners(columns.chosen, columns.client);
        columns.items = look.items(columns.chosen);
        columns.periods = look.periods(columns.chosen);
        columns.units = (
            look.unit(estimated, &mut columns.notes),
            look.unit(actual, &mut columns.notes),
        );
        columns
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
