//! Columns of a spreadsheet as they are looked at: by their heads and by their first rows.

use super::cells::{Cells, Row, currency};
use super::chosen::{Chosen, Note};
use super::duration::DAY;
use super::words::{self, Words, says};
use std::cell::OnceCell;
use std::collections::BTreeSet;

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
    large: OnceCell<Vec<usize>>,
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

    /// Returns `true` if a head says what it took. An effort is what it took unless it was estimated.
    pub fn is_actual(&self, column: usize) -> bool {
        let says = |words: Words| self.says(column, words);
        let is_estimated = says(words::FORESEEN) && !says(words::BUDGET);
        says(words::ACTUAL) || says(words::EFFORT) && !is_estimated
    }

    /// Returns `true` if most of what stands in a column are hours, and none is money or a date.
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
            && (is_empty || self.is_of_figures(column))
    }

    /// Returns `true` if most of what stands in a column are lengths of time such as `1:30:00`.
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

    /// Returns `true` if a column is money: its head or its cells say so, it is far above the hours, or a column
    /// of currencies can only be about it.
    pub fn is_of_money(&self, column: usize) -> bool {
        let Some(head) = self.heads.get(column) else {
            return false;
        };
        if says(head, words::CURRENCY_CODES) || head.contains(|c| "€$£¥₺".contains(c)) {
            return true;
        }
        let is_timed = self.is_timed(column)
            || self.says(column, words::DAYS)
            || self.says(column, words::MINUTES);
        let is_decided_by_row = self.heads.iter().any(|it| it.contains(words::BUDGET_BY));
        if is_timed || is_decided_by_row || self.is_of_durations(column) {
            return false;
        }
        let kinds = [words::MONEY, words::TAX, words::BALANCE, words::PRICE];
        let is_said = kinds.into_iter().any(|words| says(head, words));
        if is_said || self.has_currencies(column) || self.is_far_above_hours(column) {
            return true;
        }
        let is_money =
            |other: usize| self.says(other, words::PRICE) || self.says(other, words::COST);
        let is_plain = self
            .filled(column)
            .all(|cell| self.cells.number(cell).is_some());
        is_plain
            && self.columns().any(|other| self.is_of_currencies(other))
            && (says(head, words::SPENDING) || !self.columns().any(is_money))
    }

    /// Returns `true` if every cell of a column is an amount with a currency.
    fn has_currencies(&self, column: usize) -> bool {
        let is_amount = |cell: &str| {
            let is_length = self.cells.hours(cell, 1.0).is_some();
            !is_length && !currency(cell).is_empty() && self.cells.price(cell).is_some()
        };
        let mut cells = self.filled(column).peekable();
        cells.peek().is_some() && cells.all(is_amount)
    }

    /// Returns `true` for a budget, or what was spent of it, that is far above the hours of another column. Budgets
    /// that entries repeat count once.
    ///
    /// Assumption: no shop estimates ten times the hours that all its jobs take, and none works for less than ten
    /// of a currency an hour.
    fn is_far_above_hours(&self, column: usize) -> bool {
        const TIMES: f64 = 10.0;
        let figures = |column: usize| {
            let cells = self.all.iter().filter_map(move |(_, row)| row.get(column));
            cells.filter_map(|cell| self.cells.number(cell))
        };
        let is_hours = |column: &usize| {
            let says = |words: Words| self.says(*column, words);
            // Hours of meetings are not all.
            let is_none = says(words::NO_HOURS) || says(words::RATE) || says(words::PART);
            let is_length = says(words::LENGTH) || says(words::UNIT);
            is_length && !is_none && self.is_plain(*column) && self.is_of_figures(*column)
        };
        let is_sum = |column: &usize| {
            let kinds = [
                words::BUDGET,
                words::SPENDING,
                words::FORESEEN,
                words::ACTUAL,
            ];
            let units = [words::TIME, words::UNIT, words::DAYS];
            let says = |words: &Words| self.says(*column, words);
            let is_budget = says(&words::BUDGET) || says(&words::SPENDING);
            let has_unit = units.iter().any(says)
                || self.said_unit(*column).is_some()
                || !is_budget && self.smallest_unit(*column).is_some();
            kinds.iter().any(says) && !has_unit
        };
        let large = self.large.get_or_init(|| {
            let sums: Vec<usize> = self.columns().filter(is_sum).collect();
            if sums.is_empty() {
                return Vec::new();
            }
            let hours = self.columns().filter(is_hours);
            let hours = hours.min_by_key(|column| self.says(*column, words::FORESEEN));
            let Some(hours) = hours else {
                return Vec::new();
            };
            let all = self.all.iter().filter_map(|(_, row)| row.get(hours));
            let all: f64 = all.filter_map(|cell| self.cells.hours(cell, 1.0)).sum();
            let is_above = |column: &usize| {
                let each: BTreeSet<u64> = figures(*column).map(f64::to_bits).collect();
                let sum: f64 = each.into_iter().map(f64::from_bits).sum();
                all > 0.0 && sum > all * TIMES
            };
            sums.into_iter().filter(is_above).collect()
        });
        large.contains(&column)
    }

    /// Returns `true` for a head that says no more than that its column is of estimated or actual hours.
    fn is_plain(&self, column: usize) -> bool {
        let known = [
            words::TIME,
            words::UNIT,
            words::ACTUAL,
            words::EFFORT,
            words::FORESEEN,
            words::WHOLE,
        ];
        let is_known = |word: &str| {
            let decimal = word.starts_with("de") && word.contains("imal");
            decimal || known.into_iter().any(|words| says(word, words))
        };
        let head = self.heads.get(column).map(String::as_str);
        let mut words = head
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric());
        words.all(|word| word.is_empty() || is_known(word))
    }

    /// Returns `true` for a list of invoices or of an account, whose guessed hours nothing says to be any.
    pub fn is_of_bills(&self, guess: Chosen) -> bool {
        let is_said = |column: usize| {
            let units = [words::TIME, words::UNIT, words::DAYS, words::MINUTES];
            let is_timed = units.into_iter().any(|words| self.says(column, words));
            let is_time = is_timed || self.is_of_durations(column);
            is_time && self.may_be_hours(column) && !self.is_of_clock_times(column)
        };
        let hours = [guess.estimated, guess.actual];
        let is_account = self.any_says(words::BALANCE);
        let may_be = |column: usize| !is_account && !self.says(column, words::SPENDING);
        let is_bill = is_account || self.any_says(words::INVOICE) || self.any_says(words::TAX);
        is_bill
            && !hours.iter().all(Option::is_some)
            && !hours.into_iter().flatten().any(may_be)
            && !self.columns().any(is_said)
            && guess.planned_weeks.is_none()
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

    /// Returns `true` for the price of an hour, a day or a piece, and not of the job.
    pub fn is_rate(&self, column: usize) -> bool {
        let says = |words: Words| self.says(column, words);
        let is_per = says(words::PER) || self.heads.get(column).is_some_and(|it| it.contains('/'));
        let has_span = says(words::SPAN) || self.is_timed(column) || says(words::DAYS);
        let is_money = says(words::PRICE) || self.is_of_money(column);
        says(words::RATE) || is_per && has_span && is_money
    }

    /// Returns `true` if a column names the currency of another one.
    fn is_of_currencies(&self, column: usize) -> bool {
        let is_code = |cell: &str| {
            let cell = cell.to_lowercase();
            words::each(words::CURRENCY_CODES).any(|code| code.trim_end_matches('$') == cell)
        };
        let mut cells = self.filled(column).peekable();
        self.says(column, words::CURRENCY) || cells.peek().is_some() && cells.all(is_code)
    }

    /// Returns `true` if a column may be one of money.
    pub fn may_be_money(&self, column: usize) -> bool {
        let mut cells = self.filled(column).peekable();
        cells.peek().is_none() || cells.any(|cell| self.cells.price(cell).is_some())
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

    /// Hours of the minutes, seconds or milliseconds that a head says. A single letter in brackets is
    /// minutes only if most of the column would be too long for hours; beside a maximum, `min` is a minimum.
    fn said_unit(&self, column: usize) -> Option<f64> {
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

    /// Returns `true` if most figures in a column are 60 and more.
    fn is_long(&self, column: usize) -> bool {
        let numbers = self
            .filled(column)
            .filter_map(|cell| self.cells.number(cell));
        let numbers: Vec<f64> = numbers.collect();
        numbers.iter().filter(|number| **number >= 60.0).count() * 2 > numbers.len()
    }

    /// Hours of the seconds or milliseconds in which some trackers export whole minutes, and what is said of it.
    ///
    /// Assumption: no list of jobs has only hours that are multiples of 60, half of them above 1,800, and none has
    /// anything but milliseconds half of which are above 1,800,000.
    fn smallest_unit(&self, column: usize) -> Option<(f64, Note)> {
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

/// Returns `true` for a cell of digits with two separators between them, as dates are written.
pub(super) fn is_date(cell: &str) -> bool {
    let is_between = |c: char| "./-".contains(c);
    let day = cell.split([' ', 'T']).next().unwrap_or_default();
    day.chars().all(|c| c.is_ascii_digit() || is_between(c))
        && day.chars().filter(|c| is_between(*c)).count() == 2
}
