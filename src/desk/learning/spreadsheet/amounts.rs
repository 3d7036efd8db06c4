//! Columns of money.

use super::cells::currency;
use super::chosen::Chosen;
use super::look::Look;
use super::words::{self, Words, says};
use std::collections::BTreeSet;

impl Look<'_> {
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
}
