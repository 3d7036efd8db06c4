//! Columns of a spreadsheet of finished jobs: which of them means what.

use super::cells::{Cells, Row, currency};
use super::duration::DAY;
use super::words::{self, Words, is_sum, says};
use serde::{Deserialize, Serialize};

/// Lines within which a head is looked for: reports have a title and a period before it.
const TITLES: usize = 12;

/// Rows by which the contents of a column are judged.
const LOOKED_AT: usize = 40;

/// The columns that matter, by their indices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Name of the job.
    pub name: Option<usize>,
    /// Estimated hours.
    pub estimated: Option<usize>,
    /// Actual hours.
    pub actual: Option<usize>,
    /// Price.
    pub price: Option<usize>,
    /// Planned weeks.
    #[serde(default)]
    pub planned_weeks: Option<usize>,
    /// Actual weeks.
    #[serde(default)]
    pub actual_weeks: Option<usize>,
}

/// Something that was read in a way that should be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Seconds, or thousandths of them, were read as hours.
    Seconds,
    /// Days were read as hours of eight a day.
    Days,
    /// A range was read at its middle.
    Ranges,
    /// Each row of a job has the same estimate, which is counted once.
    Once,
    /// Each entry of a task has the estimate of the task, which is counted once.
    OnceEach,
}

/// Everything that is known of the columns.
pub(super) struct Columns {
    /// The columns that matter.
    pub chosen: Chosen,
    /// Client.
    pub client: Option<usize>,
    /// Planned and actual weeks.
    pub weeks: Option<(usize, usize)>,
    /// Minutes beyond the whole estimated and actual hours.
    pub minutes: (Option<usize>, Option<usize>),
    /// Parts of jobs that may have several entries each.
    pub items: Vec<usize>,
    /// Unit of a budget, which may be money.
    pub budget_by: Option<usize>,
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
            weeks: None,
            minutes: (None, None),
            items: Vec::new(),
            budget_by: look
                .heads
                .iter()
                .position(|head| head.contains(words::BUDGET_BY)),
            begin,
            heads,
            units: (1.0, 1.0),
            notes: Vec::new(),
        };
        if let Some(chosen) = chosen {
            columns.chosen = chosen;
        }
        let Chosen {
            estimated,
            actual,
            planned_weeks,
            actual_weeks,
            ..
        } = columns.chosen;
        columns.weeks = planned_weeks.zip(actual_weeks);
        columns.minutes = (look.minutes(estimated), look.minutes(actual));
        columns.items = look.items(columns.chosen.name);
        columns.units = (
            look.unit(estimated, &mut columns.notes),
            look.unit(actual, &mut columns.notes),
        );
        columns
    }
}

/// The line that is a head: the first of those that say most, without a figure. `None` where the first
/// line is a row.
fn head(cells: &Cells) -> Option<usize> {
    let known = |cell: &str| {
        let cell = cell.to_lowercase();
        let lists = [
            words::FORESEEN,
            words::ACTUAL,
            words::TIME,
            words::CLIENT,
            words::PRICE,
            words::WEEKS,
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

/// Columns as they are looked at: by their heads and by their first rows.
struct Look<'a> {
    cells: &'a Cells,
    rows: Vec<&'a Row>,
    /// All rows, each with its line.
    all: &'a [(usize, Row)],
    /// Heads in small letters, one for each column.
    heads: Vec<String>,
    has_head: bool,
}

impl<'a> Look<'a> {
    fn new(cells: &'a Cells, begin: usize, heads: &[String]) -> Look<'a> {
        let rows = cells.lines.iter().skip(begin).take(LOOKED_AT);
        let rows: Vec<&Row> = rows.map(|(_, row)| row).collect();
        let count = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        let mut small: Vec<String> = heads.iter().map(|head| head.to_lowercase()).collect();
        small.resize(count.max(heads.len()), String::new());
        Look {
            cells,
            rows,
            all: cells.lines.get(begin..).unwrap_or(&[]),
            heads: small,
            has_head: !heads.is_empty(),
        }
    }

    fn says(&self, column: usize, words: Words) -> bool {
        self.heads.get(column).is_some_and(|head| says(head, words))
    }

    fn filled(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().filter_map(move |row| row.get(column));
        cells.filter(|cell| !cell.is_empty())
    }

    /// Returns `true` if most of what stands in a column are hours, and none is money or a date.
    fn is_of_figures(&self, column: usize) -> bool {
        let (mut hours, mut all) = (0, 0);
        for cell in self.filled(column) {
            all += 1;
            hours += usize::from(self.cells.hours(cell, 1.0).is_some() && !is_date(cell));
        }
        hours > 0 && hours * 2 >= all
    }

    /// Returns `true` if a column may be one of hours.
    fn may_be_hours(&self, column: usize) -> bool {
        let is_empty = self.filled(column).next().is_none();
        !self.says(column, words::NO_HOURS)
            && !self.is_of_weeks(column)
            && (is_empty || self.is_of_figures(column))
    }

    /// Returns `true` if a column may be one of money.
    fn may_be_money(&self, column: usize) -> bool {
        let mut cells = self.filled(column).peekable();
        cells.peek().is_none() || cells.any(|cell| self.cells.number(cell).is_some())
    }

    fn is_of_weeks(&self, column: usize) -> bool {
        let head = self.heads.get(column);
        head.is_some_and(|head| words::each(words::WEEKS).any(|word| head.contains(word)))
    }

    fn columns(&self) -> std::ops::Range<usize> {
        0..self.heads.len()
    }

    /// The first column whose head says one of these words, and that may be it.
    fn first(&self, words: Words, may_be: &dyn Fn(usize) -> bool) -> Option<usize> {
        self.columns()
            .find(|column| self.says(*column, words) && may_be(*column))
    }

    fn guess(&self) -> Chosen {
        if !self.has_head {
            return self.by_content();
        }
        let may_be = |column: usize| self.may_be_hours(column);
        let is_filled = |column: &usize| {
            let mut cells = self.all.iter().filter_map(|(_, row)| row.get(*column));
            cells.any(|cell| !cell.is_empty())
        };
        // A budget may be one of money: of several columns the one that says that it is of time.
        let timed = |words: Words, may_be: &dyn Fn(usize) -> bool| {
            let is_timed =
                |column| self.says(column, words::TIME) || self.says(column, words::UNIT);
            let sure = self.first(words, &|column| may_be(column) && is_timed(column));
            sure.or_else(|| self.first(words, may_be))
        };
        let foreseen = timed(words::FORESEEN, &|column| {
            may_be(column) && !self.says(column, words::ACTUAL)
        });
        let other = |column: usize| may_be(column) && Some(column) != foreseen;
        let no_plan = |column: usize| other(column) && !self.says(column, words::FORESEEN);
        let mut chosen = Chosen {
            estimated: foreseen.filter(is_filled),
            actual: timed(words::ACTUAL, &no_plan)
                .or_else(|| self.first(words::TIME, &no_plan))
                .or_else(|| self.first(words::ACTUAL, &other)),
            planned_weeks: self.weeks().map(|(planned, _)| planned),
            actual_weeks: self.weeks().map(|(_, actual)| actual),
            ..Chosen::default()
        };
        if foreseen.is_none() && chosen.actual.is_none() && chosen.planned_weeks.is_none() {
            // Nothing says it, so it goes by the order of what may be it; days of a week may be all of it.
            let hours = self
                .columns()
                .filter(|column| may_be(*column) && is_filled(column));
            let hours: Vec<usize> = hours.collect();
            let is_sum =
                |column: &&usize| self.heads.get(**column).is_some_and(|head| is_sum(head));
            (chosen.estimated, chosen.actual) = match hours.as_slice() {
                columns if columns.iter().any(|column| is_sum(&column)) => {
                    (None, columns.iter().find(is_sum).copied())
                }
                [first] => (None, Some(*first)),
                [first, second] | [first, second, _] => (Some(*first), Some(*second)),
                _ => (None, None),
            };
        }
        let is_free =
            |column: usize| Some(column) != chosen.estimated && Some(column) != chosen.actual;
        chosen.price = self.first(words::PRICE, &|column| {
            is_free(column) && !self.says(column, words::NO_PRICE) && self.may_be_money(column)
        });
        let is_free = |column: usize| is_free(column) && Some(column) != chosen.price;
        let is_name = |column: usize| {
            is_free(column) && !self.is_of_figures(column) && !self.is_of_dates(column)
        };
        let mut tiers = words::NAME.into_iter().chain([words::CLIENT]);
        let is_whole = |column: usize| is_name(column) && !self.says(column, words::KEY);
        chosen.name = tiers
            .find_map(|words| {
                let whole = self.first(words, &is_whole);
                whole.or_else(|| self.first(words, &is_name))
            })
            .or_else(|| {
                let free = |column: &usize| is_name(*column) && is_filled(column);
                self.columns().find(free)
            });
        chosen
    }

    /// The minutes beside a column of whole hours, as some trackers export them.
    fn minutes(&self, hours: Option<usize>) -> Option<usize> {
        let hours = hours.filter(|hours| !self.says(*hours, words::MINUTES))?;
        let beside = hours + 1;
        let is_below = |column: usize, most: f64| {
            let mut numbers = self.filled(column).map(|cell| self.cells.number(cell));
            numbers.all(|number| number.is_some_and(|it| it.fract() == 0.0 && it < most))
        };
        let is_it = self.says(beside, words::MINUTES) && is_below(hours, f64::INFINITY);
        (is_it && is_below(beside, 60.0)).then_some(beside)
    }

    /// The columns of parts of jobs, where each row is an entry of a day.
    fn items(&self, name: Option<usize>) -> Vec<usize> {
        let is_item = |column: &usize| {
            Some(*column) != name && self.says(*column, words::ITEM) && !self.is_of_figures(*column)
        };
        match self.columns().any(|column| self.is_of_dates(column)) {
            true => self.columns().filter(is_item).collect(),
            false => Vec::new(),
        }
    }

    fn is_of_dates(&self, column: usize) -> bool {
        let mut cells = self.filled(column).peekable();
        cells.peek().is_some() && cells.all(is_date)
    }

    /// Columns without a head, by what is in them: the first two figures are hours, a third one is the price.
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

    /// Planned and actual weeks. They are known by a head alone.
    fn weeks(&self) -> Option<(usize, usize)> {
        let is_of_weeks = |column: usize| self.is_of_weeks(column);
        let planned = self.first(words::FORESEEN, &is_of_weeks)?;
        let actual = self.first(words::ACTUAL, &|column| {
            is_of_weeks(column) && column != planned
        })?;
        Some((planned, actual))
    }

    /// Hours of a figure without a unit in a column.
    fn unit(&self, column: Option<usize>, notes: &mut Vec<Note>) -> f64 {
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
        if self.says(column, words::DAYS) {
            note(Note::Days);
            return DAY;
        }
        if self.says(column, words::MINUTES) {
            return 1.0 / 60.0;
        }
        match self.smallest_unit(column) {
            Some(unit) => {
                note(Note::Seconds);
                unit
            }
            None => 1.0,
        }
    }

    /// Hours of the seconds, or thousandths of them, in which some trackers export whole minutes.
    ///
    /// Assumption: no list of jobs has only hours that are multiples of 60, half of them above 1,800.
    fn smallest_unit(&self, column: usize) -> Option<f64> {
        let numbers: Option<Vec<f64>> = self
            .filled(column)
            .map(|cell| self.cells.number(cell))
            .collect();
        let mut numbers = numbers?;
        numbers.retain(|number| *number > 0.0);
        let is_in = |second: f64| {
            let is_large = |number: &&f64| **number >= 1800.0 * second;
            numbers.iter().filter(is_large).count() * 2 > numbers.len()
                && numbers.iter().all(|number| number % (60.0 * second) == 0.0)
        };
        let seconds = [1000.0, 1.0].into_iter().find(|second| is_in(*second))?;
        Some(1.0 / (3600.0 * seconds))
    }
}

/// Returns `true` for a cell of digits with two separators between them, as dates are written.
fn is_date(cell: &str) -> bool {
    let is_between = |c: char| "./-".contains(c);
    let day = cell.split([' ', 'T']).next().unwrap_or_default();
    day.chars().all(|c| c.is_ascii_digit() || is_between(c))
        && day.chars().filter(|c| is_between(*c)).count() == 2
}
