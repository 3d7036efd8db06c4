//! Columns of a spreadsheet as they are looked at: by their heads and by their first rows.

use super::cells::{Cells, Row};
use super::chosen::Chosen;
use super::words::{self, Words, says};
use std::cell::OnceCell;

/// Rows by which the contents of a column are judged.
const LOOKED_AT: usize = 40;

/// Columns of parts of jobs that may have several entries each, such as tasks.
#[derive(Default)]
pub(super) struct Items {
    /// The columns, those with keys first.
    pub columns: Vec<usize>,
    /// True if some of them have keys.
    pub has_keys: bool,
    /// True if the estimates are said to be theirs.
    pub has_estimates: bool,
}

/// Columns as they are looked at.
pub(super) struct Look<'a> {
    pub cells: &'a Cells,
    pub rows: Vec<&'a Row>,
    /// All rows, each with its line.
    pub all: &'a [(usize, Row)],
    /// Heads in small letters, one for each column.
    pub heads: Vec<String>,
    pub has_head: bool,
    /// Columns of sums that are far above the hours.
    pub large: OnceCell<Vec<usize>>,
}

impl<'a> Look<'a> {
    pub fn new(cells: &'a Cells, begin: usize, heads: &[String]) -> Look<'a> {
        let rows = cells.lines.iter().skip(begin).take(LOOKED_AT);
        let rows: Vec<&Row> = rows.map(|(_, row)| row).collect();
        let count = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        let mut small: Vec<String> = heads
            .iter()
            .map(|head| head.trim().to_lowercase())
            .collect();
        small.resize(count.max(heads.len()), String::new());
        Look {
            cells,
            rows,
            all: cells.lines.get(begin..).unwrap_or(&[]),
            heads: small,
            has_head: !heads.is_empty(),
            large: OnceCell::new(),
        }
    }

    pub fn says(&self, column: usize, words: Words) -> bool {
        self.heads.get(column).is_some_and(|head| says(head, words))
    }

    /// Returns `true` if any head says one of these words.
    pub fn any_says(&self, words: Words) -> bool {
        self.columns().any(|column| self.says(column, words))
    }

    pub fn filled(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().filter_map(move |row| row.get(column));
        cells.filter(|cell| !cell.is_empty())
    }

    /// Returns `true` if any row has something in a column.
    pub fn is_filled(&self, column: usize) -> bool {
        let mut cells = self.all.iter().filter_map(|(_, row)| row.get(column));
        cells.any(|cell| !cell.is_empty())
    }

    /// Returns `true` if another column has the same head and may be the same, with other contents.
    pub fn has_twin(&self, column: usize) -> bool {
        let head = self.heads.get(column).filter(|head| !head.is_empty());
        let is_alike = |other: usize| {
            !self.is_filled(column) || self.is_of_figures(other) == self.is_of_figures(column)
        };
        let is_other = |other: usize| {
            let differ = |(_, row): &(usize, Row)| row.get(other) != row.get(column);
            self.is_filled(other) && self.all.iter().any(differ)
        };
        self.columns().any(|other| {
            let has_head = head.is_some() && self.heads.get(other) == head;
            other != column && has_head && is_alike(other) && is_other(other)
        })
    }

    /// Returns `true` if a head says that its column is of time.
    pub fn is_timed(&self, column: usize) -> bool {
        self.says(column, words::TIME) || self.says(column, words::UNIT)
    }

    /// Returns `true` for the head of actual hours. An effort is actual unless it was estimated.
    pub fn is_actual(&self, column: usize) -> bool {
        let says = |words: Words| self.says(column, words);
        let is_estimated = says(words::FORESEEN) && !says(words::BUDGET);
        says(words::ACTUAL) || says(words::EFFORT) && !is_estimated
    }

    /// Returns `true` if most cells of a column are hours, and none is money or a date.
    pub fn is_of_figures(&self, column: usize) -> bool {
        let (mut hours, mut all) = (0, 0);
        for cell in self.filled(column) {
            all += 1;
            hours += usize::from(self.cells.hours(cell, 1.0).is_some() && !is_date(cell));
        }
        hours > 0 && hours * 2 >= all
    }

    /// Returns `true` if a column may be one of hours.
    pub fn may_be_hours(&self, column: usize) -> bool {
        let is_empty = self.filled(column).next().is_none();
        !self.says(column, words::NO_HOURS)
            && !self.is_of_weeks(column)
            && !self.is_of_money(column)
            && !self.is_rate(column)
            && !self.is_rolled_up(column)
            && (is_empty || self.is_of_figures(column))
    }

    /// Returns `true` if a column has the time of a row with that of all below it, and another one that of the row
    /// alone: `Σ Time Spent` beside `Time Spent`. A total is one of those below only where rows have a parent.
    pub fn is_rolled_up(&self, column: usize) -> bool {
        let has_parents = self.heads.iter().any(|head| head.contains("parent"));
        let totals = words::each(words::WHOLE).filter(|_| has_parents);
        let marks: Vec<&str> = words::each(words::ROLLED_UP).chain(totals).collect();
        let is_own = |own: &str| !own.is_empty() && self.heads.iter().any(|head| head == own);
        let brackets = |c: char| c.is_whitespace() || "()[]-:".contains(c);
        self.heads.get(column).is_some_and(|head| {
            marks.iter().any(|mark| {
                let own = head.strip_prefix(mark).or_else(|| head.strip_suffix(mark));
                let own = own.or_else(|| head.strip_suffix([')', ']'])?.strip_suffix(mark));
                own.is_some_and(|own| is_own(own.trim_matches(brackets)))
            })
        })
    }

    /// Returns `true` if most cells of a column are lengths of time such as `1:30:00`.
    pub fn is_of_durations(&self, column: usize) -> bool {
        let mut colons = 0;
        let cells = self.filled(column).inspect(|cell| {
            colons += usize::from(cell.contains(':') && self.cells.hours(cell, 1.0).is_some());
        });
        let all = cells.count();
        colons > 0 && colons * 2 >= all
    }

    /// Returns `true` if a column has times of day: it is called `Time`, and another one has the lengths.
    pub fn is_of_clock_times(&self, column: usize) -> bool {
        let Some(head) = self.heads.get(column) else {
            return false;
        };
        let is_of_day = |cell: &str| self.cells.hours(cell, 1.0).is_some_and(|time| time < 24.0);
        let is_length = |other: usize| {
            other != column
                && self.says(other, words::LENGTH)
                && !self.says(other, words::NO_HOURS)
                && !self.says(other, words::FORESEEN)
        };
        words::each(words::CLOCK).any(|word| word == head)
            && self.is_of_durations(column)
            && self.filled(column).all(is_of_day)
            && (self.columns().any(is_length) || self.any_says(words::BALANCE))
    }

    /// Returns `true` if a column has offsets from universal time: `+0100`, `UTC+2`.
    pub fn is_of_offsets(&self, column: usize) -> bool {
        let is_offset = |cell: &str| {
            let cell = cell.trim_start_matches(|c: char| c.is_ascii_uppercase());
            let digits = cell.strip_prefix(['+', '-', '−', '±']);
            digits.is_some_and(|it| {
                !it.is_empty() && it.len() < 6 && it.chars().all(|c| c.is_ascii_digit() || c == ':')
            })
        };
        let mut cells = self.filled(column).peekable();
        self.says(column, words::OFFSET) || cells.peek().is_some() && cells.all(is_offset)
    }

    /// Returns `true` for a column of weeks, by its head or because most of its cells say so.
    pub fn is_of_weeks(&self, column: usize) -> bool {
        let says = |text: &str| words::each(words::WEEKS).any(|word| text.contains(word));
        if self.heads.get(column).is_some_and(|head| says(head)) {
            return true;
        }
        let is_weeks = |cell: &str| says(&cell.to_lowercase()) && self.cells.weeks(cell).is_some();
        let count = self.filled(column).filter(|cell| is_weeks(cell)).count();
        count > 0 && count * 2 >= self.filled(column).count() && !self.says(column, words::HOURS)
    }

    pub fn columns(&self) -> std::ops::Range<usize> {
        0..self.heads.len()
    }

    /// The first column whose head says one of these words, and that may be it.
    pub fn first(&self, words: Words, may_be: &dyn Fn(usize) -> bool) -> Option<usize> {
        self.columns()
            .find(|column| self.says(*column, words) && may_be(*column))
    }

    /// The columns of parts of jobs that may have several entries each: those with their keys, and where each
    /// row is an entry of a day, or the estimate is said to be that of a part, all others.
    pub fn items(&self, chosen: Chosen) -> Items {
        let says_item = |column: usize| self.says(column, words::ITEM);
        let has_estimates = chosen.estimated.is_some_and(says_item);
        let is_key = |column: &usize| {
            let is_own = [chosen.estimated, chosen.actual].contains(&Some(*column));
            !is_own && says_item(*column) && self.says(*column, words::KEY)
        };
        let is_plain = |column: &usize| {
            let is_open = has_estimates || chosen.name != Some(*column);
            is_open && says_item(*column) && !is_key(column) && !self.is_of_figures(*column)
        };
        let keys: Vec<usize> = self.columns().filter(is_key).collect();
        let is_of_entries = has_estimates || self.columns().any(|column| self.is_of_dates(column));
        let plain = self.columns().filter(|it| is_of_entries && is_plain(it));
        Items {
            has_estimates,
            has_keys: !keys.is_empty(),
            columns: keys.into_iter().chain(plain).collect(),
        }
    }

    /// The columns of owners of jobs, the smallest first. A project belongs to its client only.
    pub fn owners(&self, chosen: Chosen, client: Option<usize>) -> Vec<usize> {
        let [project, job, ..] = words::NAME;
        let is_project = |column: usize| self.says(column, project) || self.says(column, job);
        let of_tasks = [words::LIST, words::FOLDER, project, words::SPACE];
        let of_tasks = of_tasks
            .into_iter()
            .filter(|_| chosen.name.is_some_and(|name| !is_project(name)));
        let may_be = |column: usize| {
            let is_aside = self.says(column, words::ASIDE) && !self.says(column, words::FOLDER);
            !chosen.contains(column) && !self.is_of_figures(column) && !is_aside
        };
        let mut owners: Vec<usize> = Vec::new();
        let columns = of_tasks.filter_map(|words| self.first(words, &may_be));
        for column in columns.chain(client) {
            if chosen.name != Some(column) && !owners.contains(&column) {
                owners.push(column);
            }
        }
        owners
    }

    /// The columns of periods.
    pub fn periods(&self, chosen: Chosen) -> Vec<usize> {
        let is_figure = |column: usize| {
            let figures = [words::FORESEEN, words::ACTUAL, words::TIME, words::PRICE];
            let is_said = figures.iter().any(|words| self.says(column, words));
            is_said && self.is_of_figures(column)
        };
        let is_it = |column: &usize| {
            self.says(*column, words::PERIOD) && !chosen.contains(*column) && !is_figure(*column)
        };
        self.columns().filter(is_it).collect()
    }

    pub fn is_of_dates(&self, column: usize) -> bool {
        let mut cells = self.filled(column).peekable();
        cells.peek().is_some() && cells.all(is_date)
    }

    /// The column of the same head that ends in another digit: `jobcode_1` of `jobcode_2`.
    pub fn level(&self, column: Option<usize>, own: char, other: char) -> Option<usize> {
        let stem = self.heads.get(column?)?.strip_suffix(own)?;
        let is_it = |head: &String| head.strip_suffix(other) == Some(stem);
        let column = self.heads.iter().position(is_it)?;
        let is_text = self.is_filled(column) && !self.is_of_figures(column);
        (!stem.is_empty() && is_text).then_some(column)
    }

    /// Returns `true` if each row is of a day, as the entries of trackers are.
    pub fn is_of_entries(&self) -> bool {
        let is_day = |head: &String| words::each(words::ENTRY_DAY).any(|word| word == head);
        let mut columns = self.columns();
        columns.any(|it| self.heads.get(it).is_some_and(is_day) && self.is_of_dates(it))
    }
}

/// Returns `true` for a cell of digits with two separators between them, as dates are written.
pub(super) fn is_date(cell: &str) -> bool {
    let is_between = |c: char| "./-".contains(c);
    let day = cell.split([' ', 'T']).next().unwrap_or_default();
    day.chars().all(|c| c.is_ascii_digit() || is_between(c))
        && day.chars().filter(|c| is_between(*c)).count() == 2
}
