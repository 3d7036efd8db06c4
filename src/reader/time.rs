//! Days and lengths of time.

use super::calendar;
use super::language::{Language, Role, Sense, Text};
use super::token::Class;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months; a year is twelve.
    Months,
}

/// When something is to be ready.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moment {
    /// By a day: the last that is right, and the first. Days are counted from 1 January 1970.
    Day {
        /// The last day.
        day: i64,
        /// The first day that is meant too: the same where only one is.
        since: i64,
    },
    /// Within a length of time.
    Length {
        /// The unit.
        unit: Unit,
        /// The shorter end, above 0.
        low: f64,
        /// The longer end: the same for a single length.
        high: f64,
    },
    /// There is no date.
    Open,
    /// As soon as possible.
    Soon,
}

impl Moment {
    /// The days from today to its end, which may have a fraction. `None` where there is no date.
    pub fn days(self, today: i64) -> Option<f64> {
        match self {
            Moment::Day { day, .. } => Some((day - today) as f64),
            Moment::Length {
                unit: Unit::Days,
                high,
                ..
            } => Some(high),
            Moment::Length {
                unit: Unit::Weeks,
                high,
                ..
            } => Some(high * 7.0),
            Moment::Length {
                unit: Unit::Months,
                high,
                ..
            } => {
                let whole = high.floor().min(12_000.0);
                let days = calendar::later(today, whole as i64) - today;
                Some(days as f64 + (high - whole) * 30.4375)
            }
            Moment::Open | Moment::Soon => None,
        }
    }
}

/// A moment in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct When {
    /// What it says.
    pub moment: Moment,
    /// Where it begins, in UTF-16 units.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// How much words say that it is a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// Only where a date is expected: "3-4", "the first".
    Weak,
    /// A day of the week, or a month alone.
    Some,
    /// A date.
    Full,
}

/// A moment, and the tokens that it is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub moment: Moment,
    /// The first token, with the words before that belong to it.
    pub start: usize,
    /// The token behind it.
    pub end: usize,
    pub sure: Sure,
    /// "Until", "within", "before" or the like stands beside it.
    pub is_limit: bool,
}

/// The day or length that a text says: what a field for a date holds.
///
/// `today` is counted as [`calendar::day`] does. What has no year is the next one that comes. `None` where there is no day, or what
/// is said contradicts itself.
pub fn when(text: &str, language: &Language, today: i64) -> Option<When> {
    let text = language.mark(text);
    let found = text.moments(today).into_iter().next()?;
    let (from, to) = text.tokens.place(found.start, found.end);
    Some(When {
        moment: found.moment,
        from,
        to,
    })
}

/// What was read of a day so far.
#[derive(Clone, Copy, Debug, Default)]
struct Parts {
    weekday: Option<i64>,
    day: Option<i64>,
    month: Option<i64>,
    year: Option<i64>,
    /// Weeks from this one.
    week: Option<i64>,
    /// Months from this one.
    months: Option<i64>,
    /// Years from this one.
    years: Option<i64>,
    /// "The", or an ending, says that the number is the day of a month.
    is_marked: bool,
    /// The day is a word.
    is_spelled: bool,
    is_next: bool,
    is_this: bool,
    /// Digits with signs between them, whose order may be the other one.
    is_either: bool,
    /// The day was digits and a month in digits, without a year.
    is_short: bool,
}

impl Text<'_> {
    /// Every moment, in the order of the text.
    pub(super) fn moments(&self, today: i64) -> Vec<Found> {
        let mut all: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < self.tokens.all.len() {
            match self.moment_at(at, today) {
                Some(found) => {
                    at = found.end.max(at + 1);
                    all.push(found);
                }
                None => at += 1,
            }
        }
        all
    }

    fn moment_at(&self, at: usize, today: i64) -> Option<Found> {
        // Digits behind digits and a sign go on with another number: an hour, a decimal, a version.
        let goes_on = at > 1
            && self.tokens.is_glued(at)
            && self.tokens.digits(at).is_some()
            && matches!(
                self.tokens.class(at - 1),
                Some(Class::Sign('.' | ',' | '/' | ':'))
            )
            && self.tokens.digits(at - 2).is_some();
        if goes_on {
            return None;
        }
        let exact = |moment, end, sure| Found {
            moment,
            start: at,
            end,
            sure,
            is_limit: false,
        };
        if let Some(end) = self.role(at, Role::Open) {
            return Some(exact(Moment::Open, end, Sure::Full));
        }
        if let Some(end) = self.role(at, Role::Soon) {
            return Some(exact(Moment::Soon, end, Sure::Full));
        }
        let mut found = self
            .nth_weekday(at, today)
            .or_else(|| self.week(at, today))
            .or_else(|| self.length(at, today))
            .or_else(|| self.part_of(at, today))
            .or_else(|| self.day_at(at, today))?;
        self.limits(&mut found);
        Some(found)
    }

    /// Takes the words before and behind that say what a moment ends.
    fn limits(&self, found: &mut Found) {
        let mut is_before = false;
        // "Antes del" is one phrase, of which a date may have taken the second word.
        if let Some(next) = self.any(found.start, &[Role::The, Role::Filler]) {
            let is_whole = |at: usize| {
                at < found.start
                    && self
                        .any(at, &[Role::Before, Role::By, Role::Within])
                        .is_some()
            };
            if self.longest_before(next).is_some_and(is_whole) {
                found.start = next;
            }
        }
        while let Some(before) = self.longest_before(found.start) {
            match () {
                () if self.role(before, Role::Before).is_some() => is_before = true,
                () if self
                    .any(before, &[Role::By, Role::Within, Role::Top, Role::About])
                    .is_some() =>
                {
                    found.is_limit = true
                }
                () if self.any(before, &[Role::Filler, Role::The]).is_some()
                    && self.leads(before) => {}
                () => break,
            }
            found.start = before;
        }
        let past = self
            .before(found.start)
            .is_some_and(|before| self.any(before, &[Role::Ago]).is_some());
        for role in [Role::Before, Role::By] {
            if let Some(next) = self
                .role(found.end, role)
                .filter(|_| !past && self.is_suffix(found.end))
            {
                is_before |= role == Role::Before;
                found.is_limit = true;
                found.end = next;
            }
        }
        if is_before {
            found.is_limit = true;
            if let Moment::Day { day, since } = &mut found.moment {
                // Before the end of a month is its last day; before a Friday is a Thursday.
                if *day == *since {
                    *day -= 1;
                    *since = *day;
                } else if self
                    .role(self.first_role(found.start, found.end), Role::End)
                    .is_none()
                {
                    *day = *since - 1;
                    *since = *day;
                }
            }
        }
    }

    /// The place of a word for the end inside of a moment, if there is one.
    fn first_role(&self, from: usize, to: usize) -> usize {
        (from..to)
            .find(|at| self.role(*at, Role::End).is_some())
            .unwrap_or(to)
    }

    /// Returns `true` if a word that says nothing has one before it that does.
    fn leads(&self, at: usize) -> bool {
        self.before(at).is_some_and(|before| {
            self.any(before, &[Role::By, Role::Before, Role::Within, Role::Top])
                .is_some()
        })
    }

    /// Returns `true` if a word stands behind what it is about in this language: no space before it, or none at all.
    fn is_suffix(&self, at: usize) -> bool {
        self.language.suffixing && self.tokens.class(at) != Some(Class::Break)
    }

    /// A length of time, and what it is counted from.
    fn length(&self, from: usize, today: i64) -> Option<Found> {
        let mut at = from;
        // "Two days from today" in languages that begin with the day.
        let mut base = None;
        if let Some((value, next)) = self
            .sense(at, Sense::Shift)
            .filter(|(value, _)| (64.0..128.0).contains(value))
        {
            base = Some(value as i64 - 96);
            at = self.any(next, &[Role::After, Role::Filler]).unwrap_or(next);
        }
        let is_ago = self
            .before(from)
            .is_some_and(|before| self.role(before, Role::Ago).is_some());
        let mut is_limit = false;
        while let Some(next) = self.any(at, &[Role::Within, Role::About]) {
            is_limit |= self.role(at, Role::Within).is_some();
            at = next;
        }
        let (unit, low, high, mut end) = self.span(at)?;
        if self.role(end, Role::Ago).is_some() || is_ago && base.is_none() {
            return None;
        }
        if let Some(next) = self
            .role(end, Role::Within)
            .filter(|_| self.language.suffixing)
        {
            (is_limit, end) = (true, next);
        }
        if let Some(next) = self.role(end, Role::Later) {
            (is_limit, end) = (true, next);
            // "2週後の月曜日"
            if unit == Unit::Weeks {
                let day = self.any(end, &[Role::Filler]).unwrap_or(end);
                if let Some((weekday, next)) = self.sense(day, Sense::Weekday) {
                    let day = today - calendar::weekday(today) + weekday as i64 + 7 * high as i64;
                    return Some(Found {
                        moment: Moment::Day { day, since: day },
                        start: from,
                        end: next,
                        sure: Sure::Full,
                        is_limit,
                    });
                }
            }
        }
        if base.is_none() {
            // "Three weeks from tomorrow".
            if let Some(next) = self.role(end, Role::After) {
                let start = self.any(next, &[Role::Filler, Role::The]).unwrap_or(next);
                match self.sense(start, Sense::Shift) {
                    Some((value, next)) if (64.0..128.0).contains(&value) => {
                        base = Some(value as i64 - 96);
                        end = next;
                    }
                    // Counted from something that nobody knows here: the length stays.
                    _ => {
                        if let Some(Found {
                            moment: Moment::Day { day, .. },
                            end: behind,
                            ..
                        }) = self.day_at(start, today)
                        {
                            (base, end) = (Some(day - today), behind);
                        }
                    }
                }
            }
        }
        let moment = match base {
            None => Moment::Length { unit, low, high },
            Some(days) => {
                let day = today
                    + days
                    + Moment::Length { unit, low, high }
                        .days(today + days)?
                        .round() as i64;
                Moment::Day { day, since: day }
            }
        };
        Some(Found {
            moment,
            start: from,
            end,
            sure: Sure::Full,
            is_limit,
        })
    }

    /// Numbers and units: "6–8 weeks", "two years and three months", "half a year".
    fn span(&self, from: usize) -> Option<(Unit, f64, f64, usize)> {
        let (mut count, mut high, unit, mut end) = self.counted(from)?;
        let mut unit = unit;
        // A smaller unit adds to it.
        loop {
            let next = if self.tokens.is_sign(end, ',') {
                end + 1
            } else {
                self.role(end, Role::And).unwrap_or(end)
            };
            if let Some(half) = self.role(end, Role::AndHalf) {
                (count, high, end) = (count + 0.5, high + 0.5, half);
                continue;
            }
            let Some((more, most, smaller, next)) = self
                .counted(next)
                .filter(|(.., smaller, _)| *smaller < unit && unit < 5.0)
            else {
                break;
            };
            let times = match (unit as i64, smaller as i64) {
                (4, 3) => 12.0,
                (2, 1) => 7.0,
                (4, 2) => 52.0,
                (3, 2) => 4.348,
                (3, 1) => 30.44,
                (4, 1) => 365.25,
                _ => break,
            };
            (count, high, unit, end) = (count * times + more, high * times + most, smaller, next);
        }
        if !(count > 0.0 && high <= 100_000.0) {
            return None;
        }
        let (unit, times) = match unit as i64 {
            1 => (Unit::Days, 1.0),
            5 => (Unit::Days, 1.4),
            2 => (Unit::Weeks, 1.0),
            3 => (Unit::Months, 1.0),
            4 => (Unit::Months, 12.0),
            _ => return None,
        };
        Some((unit, count * times, high.max(count) * times, end))
    }

    /// A number or a range of numbers with a unit behind.
    fn counted(&self, from: usize) -> Option<(f64, f64, f64, usize)> {
        if let Some((value, next)) = self.sense(from, Sense::Length) {
            let (count, unit) = ((value / 8.0).floor(), value % 8.0);
            return Some((count, count, unit, next));
        }
        let unit_at = |at: usize| {
            let is_unit = self.sense(at, Sense::Unit).is_some();
            let at = self
                .any(at, &[Role::Filler])
                .filter(|_| !is_unit)
                .unwrap_or(at);
            let (unit, next) = self
                .sense(at, Sense::Unit)
                .filter(|_| !self.is_letter(at) || self.tokens.is_glued(at))?;
            // What marks the day of a month is a unit only where a length ends.
            let is_day = self.role(at, Role::DayMark).is_some();
            if is_day && self.any(next, &[Role::Later, Role::Within]).is_none() {
                return None;
            }
            let next = if self.tokens.word(at).len() <= 4
                && self.tokens.class(next + 1) != Some(Class::Break)
                && next + 1 < self.tokens.all.len()
            {
                self.past_point(next)
            } else {
                next
            };
            Some((unit, next))
        };
        // "Half a year", "a year and a half".
        if let Some(next) = self.role(from, Role::Half) {
            let next = self
                .sense(next, Sense::Article)
                .map_or(next, |(_, next)| next);
            let (unit, next) = unit_at(next)?;
            return Some((0.5, 0.5, unit, next));
        }
        if let Some((_, next)) = self.sense(from, Sense::Article) {
            let (count, next) = self
                .role(next, Role::Half)
                .map_or((1.0, next), |next| (0.5, next));
            if let Some((unit, next)) = unit_at(next) {
                return Some((count, count, unit, next));
            }
        }
        if let Some((unit, next)) = self
            .sense(from, Sense::Unit)
            .filter(|_| self.is_alone(from))
        {
            return Some((1.0, 1.0, unit, next));
        }
        let first = self.number(from).or_else(|| {
            let (value, to) = self.sense(from, Sense::Article)?;
            Some(super::numbers::Number {
                value,
                other: None,
                digits: 0,
                is_scaled: false,
                scale: 1.0,
                to,
            })
        })?;
        if first.digits > 3 {
            return None;
        }
        let (low, mut high, mut end) = (first.value, first.value, first.to);
        if let Some(second) = self
            .to_end(end, true)
            .and_then(|next| self.number(next))
            .filter(|second| second.value >= low)
        {
            (high, end) = (second.value, second.to);
        }
        let (unit, end) = unit_at(end)?;
        Some((low, high, unit, end))
    }

    /// Returns `true` if a unit without a number is one: "week" and "month" are where a language has no article.
    fn is_alone(&self, at: usize) -> bool {
        self.language.no_article
            && self.sense(at, Sense::Weekday).is_none()
            && (at == 0
                || self
                    .before(at)
                    .is_some_and(|before| self.any(before, &[Role::Within, Role::By]).is_some())
                || matches!(self.tokens.class(at - 1), Some(Class::Sign(':' | '：'))))
            && self.mark_at(at).is_some_and(|mark| {
                matches!(
                    self.tokens.class(at + mark.length),
                    None | Some(Class::Break | Class::Sign('.'))
                ) || self.role(at + mark.length, Role::Later).is_some()
            })
    }

    /// The end, beginning or middle of a month, a week or a year.
    fn part_of(&self, from: usize, today: i64) -> Option<Found> {
        let found = |(day, since): (i64, i64), end, sure| {
            Some(Found {
                moment: Moment::Day { day, since },
                start: from,
                end,
                sure,
                is_limit: false,
            })
        };
        let roles = [
            Role::End,
            Role::Start,
            Role::Middle,
            Role::FirstHalf,
            Role::SecondHalf,
        ];
        if let Some((role, next)) = roles
            .iter()
            .find_map(|role| Some((*role, self.role(from, *role)?)))
        {
            let mut at = next;
            at = self.past_fillers(at);
            let (period, end) = self.period(at, today)?;
            return found(share(role, period)?, end, Sure::Full);
        }
        // "Q1 2027", "1. Quartal", "first quarter".
        let (period, end) = match self.role(from, Role::MonthMark) {
            Some(next) => (span(3, 0, today)?, next),
            None => self.period(from, today)?,
        };
        let end = self
            .role(end, Role::Filler)
            .filter(|next| roles.iter().any(|role| self.role(*next, *role).is_some()))
            .unwrap_or(end);
        if self.quarter(from).is_some() && roles.iter().all(|role| self.role(end, *role).is_none())
        {
            return found((period.1, period.0), end, Sure::Full);
        }
        let (role, next) = roles
            .iter()
            .find_map(|role| Some((*role, self.role(end, *role)?)))?;
        found(share(role, period)?, next, Sure::Full)
    }

    /// A week, a month, a quarter or a year: its first and last day.
    fn period(&self, from: usize, today: i64) -> Option<((i64, i64), usize)> {
        let (year, month, _) = calendar::civil(today);
        let year_of = |year: i64| Some((calendar::day(year, 1, 1)?, calendar::day(year, 12, 31)?));
        if let Some((value, next)) = self.sense(from, Sense::Shift) {
            let (unit, count) = (value as i64 / 64, value as i64 % 64 - 32);
            return Some((span(unit, count, today)?, next));
        }
        // "Q1 2027", "first quarter".
        if let Some((quarter, next)) = self.quarter(from) {
            let filler = self.past_fillers(next);
            let (year, end) = match (self.year(filler), self.sense(filler, Sense::Shift)) {
                (Some(year), _) => (year, filler + 1),
                (None, Some((value, next))) if value as i64 / 64 == 4 => {
                    (year + value as i64 % 64 - 32, next)
                }
                _ if quarter * 3 < month => (year + 1, next),
                _ => (year, next),
            };
            let first = calendar::day(year, quarter * 3 - 2, 1)?;
            return Some(((first, calendar::later(first, 3) - 1), end));
        }
        let (mut at, mut count) = (from, 0);
        while let Some(next) = self
            .any(at, &[Role::Next, Role::This, Role::Filler, Role::The])
            .filter(|_| {
                self.any(at, &[Role::Next, Role::This]).is_some() || self.past_fillers(at) > at
            })
        {
            if self.any(at, &[Role::Next, Role::This]).is_some() {
                count = i64::from(self.role(at, Role::Next).is_some());
            }
            at = next;
        }
        if let Some((unit, next)) = self.sense(at, Sense::Unit) {
            let behind = self
                .role(next, Role::Next)
                .or_else(|| self.role(next, Role::This));
            if self.role(next, Role::Next).is_some() {
                count = 1;
            }
            return Some((span(unit as i64, count, today)?, behind.unwrap_or(next)));
        }
        if let Some(year) = self.year(at) {
            return Some((
                year_of(year)?,
                self.role(at + 1, Role::Year).unwrap_or(at + 1),
            ));
        }
        let (found, next) = self.month(at)?;
        let mut end = self.past_point_of_month(next);
        let filler = self.any(end, &[Role::Filler]).unwrap_or(end);
        let mut of = if found >= month { year } else { year + 1 };
        if let Some(said) = self.year(filler) {
            (of, end) = (said, filler + 1);
        } else if let Some((value, next)) = self
            .sense(filler, Sense::Shift)
            .filter(|(value, _)| *value as i64 / 64 == 4)
        {
            (of, end) = (year + value as i64 % 64 - 32, next);
        }
        Some((
            (
                calendar::day(of, found, 1)?,
                calendar::day(of, found, calendar::longest(of, found))?,
            ),
            end,
        ))
    }

    /// The place behind words that say nothing. A unit is none of them, unless a month follows.
    fn past_fillers(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(next) = self.any(at, &[Role::Filler, Role::The]) {
            if self.sense(at, Sense::Unit).is_some() {
                let behind = self.any(next, &[Role::Filler, Role::The]).unwrap_or(next);
                if self.month(behind).is_none() {
                    break;
                }
            }
            at = next;
        }
        at
    }

    /// A quarter of a year, 1 to 4: "Q1", "1. Quartal", "first quarter", "kuartal pertama".
    fn quarter(&self, at: usize) -> Option<(i64, usize)> {
        let one_to_four = |value: f64| (1.0..=4.0).contains(&value).then_some(value as i64);
        let place = |at: usize| {
            let digits = self
                .tokens
                .digits(at)
                .filter(|digits| digits.len() == 1)
                .and_then(|digits| digits.parse().ok());
            let behind = |at: usize| {
                self.rank(at)
                    .map_or_else(|| self.past_point(at), |(_, next)| next)
            };
            digits
                .map(|value: f64| (value, behind(at + 1)))
                .or_else(|| self.sense(at, Sense::Ordinal))
        };
        if let Some(next) = self.role(at, Role::Quarter) {
            let (value, end) = place(next)?;
            return Some((one_to_four(value)?, end));
        }
        let (value, next) = place(at)?;
        Some((
            one_to_four(value)?,
            self.role(next, Role::Quarter)
                .filter(|_| !self.is_letter(next))?,
        ))
    }

    /// The working week of a number in the calendar: "week 12", "KW 8/2027".
    fn week(&self, from: usize, today: i64) -> Option<Found> {
        let start = self.past_point(self.role(from, Role::Week)?);
        let week: i64 = self
            .tokens
            .digits(start)
            .filter(|digits| digits.len() <= 2)?
            .parse()
            .ok()
            .filter(|week| (1..=53).contains(week))?;
        let behind = start + 1;
        if self.sense(behind, Sense::Unit).is_some()
            || self.tokens.is_sign(behind, '.') && self.tokens.digits(behind + 1).is_some()
            || self.tokens.is_sign(behind, '-') && self.tokens.digits(behind + 1).is_some()
        {
            return None;
        }
        let filler = if self.tokens.is_sign(behind, '/') {
            behind + 1
        } else {
            self.past_fillers(behind)
        };
        let (this_year, ..) = calendar::civil(today);
        // The week of 4 January is the first.
        let friday = |year: i64| {
            let fourth = calendar::day(year, 1, 4)?;
            Some(fourth - calendar::weekday(fourth) + 5 + 7 * (week - 1))
        };
        let (day, end) = match self.year(filler) {
            Some(year) => (friday(year)?, filler + 1),
            None => (
                (0..2)
                    .filter_map(|later| friday(this_year + later))
                    .find(|day| *day >= today)?,
                behind,
            ),
        };
        Some(Found {
            moment: Moment::Day {
                day,
                since: day - 4,
            },
            start: from,
            end,
            sure: Sure::Full,
            is_limit: false,
        })
    }

    /// "The second Monday of May".
    fn nth_weekday(&self, from: usize, today: i64) -> Option<Found> {
        let at = self.role(from, Role::The).unwrap_or(from);
        let (nth, next) = self.sense(at, Sense::Ordinal)?;
        let (weekday, next) = self.sense(next, Sense::Weekday).filter(|_| nth <= 5.0)?;
        let (month, next) = self.month(self.past_fillers(next))?;
        let (this_year, ..) = calendar::civil(today);
        let (day, end) = match self.year(next) {
            Some(year) => (nth_of(year, month, nth as i64, weekday as i64)?, next + 1),
            None => (
                (0..2)
                    .filter_map(|later| {
                        nth_of(this_year + later, month, nth as i64, weekday as i64)
                    })
                    .find(|day| *day >= today)?,
                next,
            ),
        };
        Some(Found {
            moment: Moment::Day { day, since: day },
            start: from,
            end,
            sure: Sure::Full,
            is_limit: false,
        })
    }

    /// A month by its name, or its number and a mark.
    fn month(&self, at: usize) -> Option<(i64, usize)> {
        if let Some((value, next)) = self.sense(at, Sense::Month) {
            return Some((value as i64, next));
        }
        let number = self.number(at).filter(|number| {
            number.value >= 1.0 && number.value <= 12.0 && number.value.fract() == 0.0
        })?;
        let next = self.role(number.to, Role::MonthMark)?;
        Some((number.value as i64, next))
    }

    fn past_point_of_month(&self, at: usize) -> usize {
        // Where a line or the text ends, so does the sentence; the short form has no point then that anybody misses.
        if self.tokens.digits(at + 1).is_some() || self.tokens.is_sign(at + 1, ',') {
            self.past_point(at)
        } else {
            at
        }
    }

    /// Four digits that are a year.
    fn year(&self, at: usize) -> Option<i64> {
        let digits = self.tokens.digits(at).filter(|digits| digits.len() == 4)?;
        digits
            .parse()
            .ok()
            .filter(|year| (1900..=2200).contains(year))
    }

    /// A day by its parts, in any order.
    fn day_at(&self, from: usize, today: i64) -> Option<Found> {
        if let Some((value, next)) = self.sense(from, Sense::Feast) {
            return self.feast(from, value as i64, next, today);
        }
        let mut parts = Parts::default();
        let (mut at, mut end) = (from, from);
        let mut count = 0;
        // No date has more words than these.
        for _ in 0..24 {
            if let Some(next) = self.component(at, &mut parts, today) {
                (at, end) = (next, next);
                count += 1;
                continue;
            }
            let Some(next) = self.filler(at, count > 0) else {
                break;
            };
            if self.role(at, Role::The).is_some() {
                parts.is_marked |= parts.day.is_none() && self.takes_day(next);
            }
            at = next;
        }
        if count == 0 {
            return None;
        }
        let (day, since, sure) = self.resolve(&parts, today, end)?;
        Some(Found {
            moment: Moment::Day { day, since },
            start: from,
            end,
            sure,
            is_limit: false,
        })
    }

    /// Returns `true` if digits for a day stand here.
    fn takes_day(&self, at: usize) -> bool {
        self.tokens
            .digits(at)
            .is_some_and(|digits| digits.len() <= 2)
            || self.sense(at, Sense::Ordinal).is_some()
            || self.sense(at, Sense::Number).is_some()
    }

    /// The place behind what may stand between the parts of a date.
    fn filler(&self, at: usize, is_inside: bool) -> Option<usize> {
        if let Some(next) = self.any(at, &[Role::The, Role::Filler]) {
            return Some(next);
        }
        let is_sign = match self.tokens.class(at)? {
            Class::Sign(',' | '،') => true,
            Class::Sign('.' | '/' | '-') => self.tokens.is_glued(at),
            Class::Sign('(' | ')') => true,
            _ => false,
        };
        (is_inside && is_sign).then_some(at + 1)
    }

    /// Reads one part of a date, and returns the place behind it.
    fn component(&self, at: usize, parts: &mut Parts, today: i64) -> Option<usize> {
        if let Some((value, next)) = self
            .sense(at, Sense::Weekday)
            .filter(|_| parts.weekday.is_none())
        {
            // The same word may be a month, next to a day.
            let is_month = self.sense(at, Sense::Month).is_some()
                && (parts.day.is_some() || self.tokens.digits(self.past_point(next)).is_some());
            if !is_month {
                parts.weekday = Some(value as i64);
                let next = self.past_dot(next);
                if let Some(behind) = self
                    .role(next, Role::Next)
                    .or_else(|| self.role(next, Role::This))
                {
                    parts.is_next |= self.role(next, Role::Next).is_some();
                    parts.is_this |= self.role(next, Role::This).is_some();
                    return Some(behind);
                }
                return Some(next);
            }
        }
        if let Some((value, next)) = self.sense(at, Sense::Shift) {
            let (unit, count) = (value as i64 / 64, value as i64 % 64 - 32);
            let slot = match unit {
                1 => {
                    // A day by itself: today, tomorrow.
                    let (year, month, day) = calendar::civil(today + count);
                    if parts.day.is_some() || parts.weekday.is_some() {
                        return None;
                    }
                    (parts.year, parts.month, parts.day) = (Some(year), Some(month), Some(day));
                    return Some(next);
                }
                2 => &mut parts.week,
                3 => &mut parts.months,
                _ => &mut parts.years,
            };
            if slot.is_some() {
                return None;
            }
            *slot = Some(count);
            return Some(next);
        }
        if let Some(next) = self.any(at, &[Role::Next, Role::This]) {
            let is_next = self.role(at, Role::Next).is_some();
            let is_this = self.role(at, Role::This).is_some();
            if let Some((unit, next)) = self.sense(next, Sense::Unit) {
                return self
                    .shifted(unit, i64::from(is_next), parts)
                    .then_some(next);
            }
            let follows = self.sense(next, Sense::Weekday).is_some()
                || self.takes_day(next)
                || self.month(next).is_some()
                || self.role(next, Role::The).is_some();
            if follows {
                parts.is_next |= is_next;
                parts.is_this |= is_this;
                return Some(next);
            }
            return None;
        }
        if let Some((unit, next)) = self
            .sense(at, Sense::Unit)
            .filter(|_| parts.weekday.is_some() || parts.day.is_some())
        {
            // "Semaine suivante", "semana que viene".
            let behind = self
                .role(next, Role::Next)
                .map(|next| (1, next))
                .or_else(|| Some((0, self.role(next, Role::This)?)));
            let (count, next) = behind?;
            return self.shifted(unit, count, parts).then_some(next);
        }
        if let Some(next) = self.numeric(at, parts) {
            return Some(next);
        }
        // "Mittwoch in zwei Wochen".
        if parts.weekday.is_some() && parts.day.is_none() && parts.week.is_none() {
            let start = self.role(at, Role::Within).unwrap_or(at);
            if let Some((Unit::Weeks, low, _, next)) =
                self.span(start).filter(|(_, low, high, _)| low == high)
            {
                parts.week = Some(low as i64);
                return Some(self.role(next, Role::Later).unwrap_or(next));
            }
        }
        if parts.month.is_none() {
            // "21 del 3"
            let joined = self.before(at).filter(|before| {
                self.role(*before, Role::The).is_some()
                    && self.role(*before, Role::Filler).is_some()
                    && *before > 0
                    && self.tokens.digits(*before - 1).is_some()
            });
            let number = self
                .tokens
                .digits(at)
                .filter(|digits| digits.len() <= 2 && joined.is_some() && parts.day.is_some());
            if let Some(month) = number
                .and_then(|digits| digits.parse().ok())
                .filter(|month| (1..=12).contains(month))
            {
                parts.month = Some(month);
                return Some(at + 1);
            }
            if let Some((value, next)) = self.month(at) {
                parts.month = Some(value);
                return Some(self.past_dot(next));
            }
        }
        if let Some(year) = self.year(at).filter(|_| parts.year.is_none()) {
            let next = self.role(at + 1, Role::Year);
            let first = next.is_some() || parts.month.is_some() || parts.months.is_some();
            // "2019/sep/01"
            let leads = self
                .filler(at + 1, true)
                .into_iter()
                .chain([at + 1])
                .any(|next| self.sense(next, Sense::Month).is_some());
            if first || leads {
                parts.year = Some(year);
                return Some(next.unwrap_or(at + 1));
            }
        }
        if parts.day.is_none() {
            return self.day_of_month(at, parts);
        }
        // "18 July '27"
        let is_short = self.tokens.is_sign(at, '\'')
            || self.tokens.all.get(at).is_some_and(|token| token.elided);
        if parts.month.is_some() && parts.year.is_none() && is_short {
            let place = at + usize::from(self.tokens.is_sign(at, '\''));
            let year = self
                .tokens
                .digits(place)
                .filter(|digits| digits.len() == 2)?
                .parse::<i64>()
                .ok()?;
            parts.year = Some(2000 + year);
            return Some(place + 1);
        }
        None
    }

    fn past_dot(&self, at: usize) -> usize {
        let follows = matches!(
            self.tokens.class(at + 1),
            Some(Class::Digits | Class::Word | Class::Sign(','))
        );
        if follows { self.past_point(at) } else { at }
    }

    fn shifted(&self, unit: f64, count: i64, parts: &mut Parts) -> bool {
        let slot = match unit as i64 {
            2 => &mut parts.week,
            3 => &mut parts.months,
            4 => &mut parts.years,
            _ => return false,
        };
        *slot = Some(count);
        true
    }

    /// Two or three numbers with the same sign between them.
    fn numeric(&self, at: usize, parts: &mut Parts) -> Option<usize> {
        if parts.day.is_some() || parts.month.is_some() || parts.year.is_some() {
            return None;
        }
        let first = self.tokens.digits(at)?;
        if first.len() == 8 && first.starts_with("20") {
            let number = |from: usize, to: usize| first.get(from..to)?.parse::<i64>().ok();
            (parts.year, parts.month, parts.day) = (number(0, 4), number(4, 6), number(6, 8));
            return Some(at + 1);
        }
        let Some(Class::Sign(sign @ ('.' | '/' | '-'))) = self
            .tokens
            .class(at + 1)
            .filter(|_| self.tokens.is_glued(at + 1))
        else {
            return None;
        };
        // "15. 2. 2027" has spaces where others have none.
        let is_near = |at: usize| self.tokens.is_glued(at) || sign == '.';
        let second = self
            .tokens
            .digits(at + 2)
            .filter(|second| is_near(at + 2) && second.len() <= 2)?;
        let number = |digits: &str| digits.parse::<i64>().ok();
        let third = self.tokens.digits(at + 4).filter(|_| {
            self.tokens.is_sign(at + 3, sign) && self.tokens.is_glued(at + 3) && is_near(at + 4)
        });
        if let Some(third) = third.filter(|third| {
            third.len() == 2 || third.len() == 4 || first.len() == 4 && third.len() <= 2
        }) {
            if first.len() == 4 {
                (parts.year, parts.month, parts.day) =
                    (number(first), number(second), number(third));
            } else if first.len() <= 2 {
                let year = number(third)? + if third.len() == 2 { 2000 } else { 0 };
                parts.year = Some(year);
                self.ordered(number(first)?, number(second)?, sign, parts);
            } else {
                return None;
            }
            return Some(at + 5);
        }
        // Two numbers: the second may not go on.
        let goes_on = self.tokens.digits(at + 4).is_some()
            && self.tokens.is_glued(at + 3)
            && self.tokens.is_glued(at + 4);
        if first.len() > 2 || goes_on || sign == '.' && !self.tokens.is_glued(at + 2) {
            return None;
        }
        self.ordered(number(first)?, number(second)?, sign, parts);
        parts.is_short = true;
        // The point behind "15.1."
        Some(if sign == '.' {
            self.past_point(at + 3)
        } else {
            at + 3
        })
    }

    fn ordered(&self, first: i64, second: i64, sign: char, parts: &mut Parts) {
        let month_first = self.language.month_first && sign != '.';
        let (day, month) = if first <= 12 && (month_first || second > 12) {
            (second, first)
        } else {
            (first, second)
        };
        (parts.day, parts.month) = (Some(day), Some(month));
        // In English nobody can tell.
        parts.is_either = self.language.tag == "en"
            && sign != '.'
            && first != second
            && first <= 12
            && second <= 12;
    }

    /// The number of a day, with what marks it.
    fn day_of_month(&self, at: usize, parts: &mut Parts) -> Option<usize> {
        // A word for a place in a row, alone or behind tens.
        let number = self.number(at);
        let ordinal = match number.filter(|number| number.digits == 0) {
            Some(number) => {
                let next = self.role(number.to, Role::And).unwrap_or(number.to);
                let ordinal = self.sense(next, Sense::Ordinal).filter(|(value, _)| {
                    number.value + value <= 31.0
                        && (number.value >= 20.0 && *value < 10.0
                            || number.value < 10.0 && *value >= 20.0)
                });
                ordinal.map(|(value, next)| (number.value + value, next))
            }
            None => self.sense(at, Sense::Ordinal).or_else(|| {
                // "Einunddreißigster"
                let (one, next) = self.sense(at, Sense::Article)?;
                let (tens, next) = self.sense(self.role(next, Role::And)?, Sense::Ordinal)?;
                (tens >= 20.0).then_some((one + tens, next))
            }),
        };
        if let Some((value, next)) = ordinal.filter(|(value, _)| *value <= 31.0) {
            parts.day = Some(value as i64);
            (parts.is_marked, parts.is_spelled) = (true, true);
            return Some(self.role(next, Role::DayMark).unwrap_or(next));
        }
        let number = number.filter(|number| {
            (1.0..=31.0).contains(&number.value)
                && number.value.fract() == 0.0
                && number.digits <= 2
                && !number.is_scaled
        })?;
        let mut next = number.to;
        let mut is_marked = false;
        if let Some(behind) = self.role(next, Role::DayMark) {
            (next, is_marked) = (behind, true);
        } else if let Some((_, behind)) = self.rank(next) {
            (next, is_marked) = (behind, true);
        } else if number.digits > 0 && self.tokens.is_sign(next, '.') && self.tokens.is_glued(next)
        {
            next += 1;
        }
        // What is counted is no day.
        let counts = self
            .sense(next, Sense::Unit)
            .is_some_and(|_| self.role(next, Role::DayMark).is_none())
            && !is_marked;
        let is_money = self.sense(next, Sense::Money).is_some()
            || self.tokens.is_sign(next, '%')
            || self.sense(next, Sense::Times).is_some();
        if counts
            || is_money
            || self.tokens.is_sign(next, ':') && self.tokens.digits(next + 1).is_some()
        {
            return None;
        }
        parts.day = Some(number.value as i64);
        parts.is_marked |= is_marked;
        Some(next)
    }

    /// An ending that makes digits a place in a row: "1st", "18-tego", "1.º".
    fn rank(&self, at: usize) -> Option<(f64, usize)> {
        let skips = usize::from(
            (self.tokens.is_sign(at, '-') || self.tokens.is_sign(at, '.'))
                && self.tokens.is_glued(at),
        );
        self.sense(at, Sense::Rank)
            .filter(|_| self.tokens.is_glued(at))
            .or_else(|| {
                self.sense(at + skips, Sense::Rank)
                    .filter(|_| skips > 0 && self.tokens.is_glued(at + skips))
            })
    }

    /// The day that the parts say, the first that is right, and how sure it is that they are a date.
    fn resolve(&self, parts: &Parts, today: i64, end: usize) -> Option<(i64, i64, Sure)> {
        let (this_year, this_month, _) = calendar::civil(today);
        let monday = today - calendar::weekday(today) + 1;
        if parts.is_either && parts.weekday.is_none() {
            return None;
        }
        let base = |months: i64| {
            let index = this_year * 12 + this_month - 1 + months;
            (index.div_euclid(12), index.rem_euclid(12) + 1)
        };
        let same = |day: i64, sure: Sure| Some((day, day, sure));
        let year = parts.year.or_else(|| Some(this_year + parts.years?));
        match (parts.day, parts.month.is_some() || parts.months.is_some()) {
            (Some(day), true) => {
                let (year, month) = match (parts.months, parts.month) {
                    (Some(months), None) => {
                        let (year, month) = base(months);
                        (Some(year), month)
                    }
                    (_, month) => (year, month?),
                };
                let fits = |number: i64| {
                    parts
                        .weekday
                        .is_none_or(|weekday| weekday == calendar::weekday(number))
                };
                let sure = if parts.is_short && parts.weekday.is_none() {
                    Sure::Weak
                } else {
                    Sure::Full
                };
                if let Some(year) = year {
                    return calendar::day(year, month, day)
                        .filter(|day| fits(*day))
                        .and_then(|day| same(day, sure));
                }
                // The next that comes; the 29th of February may be years away.
                let next = (0..8)
                    .filter_map(|later| calendar::day(this_year + later, month, day))
                    .find(|number| *number >= today)?;
                fits(next).then_some(())?;
                same(next, sure)
            }
            (Some(day), false) => {
                let follows = matches!(
                    self.tokens.class(end),
                    None | Some(Class::Break | Class::Sign(_))
                );
                let sure = if follows && parts.is_marked {
                    Sure::Some
                } else {
                    Sure::Weak
                };
                // "The first page" is no day.
                let is_other = parts.is_spelled && !follows && parts.weekday.is_none();
                if is_other || !(parts.is_marked || parts.weekday.is_some()) || parts.week.is_some()
                {
                    return None;
                }
                let next = (0..14).filter_map(|later| {
                    let (year, month) = base(later);
                    calendar::day(year, month, day)
                });
                let fits = |number: &i64| {
                    *number >= today
                        && parts
                            .weekday
                            .is_none_or(|weekday| weekday == calendar::weekday(*number))
                };
                let mut next = next.filter(fits);
                next.next().and_then(|day| {
                    same(
                        day,
                        if parts.weekday.is_some() {
                            Sure::Full
                        } else {
                            sure
                        },
                    )
                })
            }
            (None, true) => {
                // A month alone ends with its last day.
                if parts.weekday.is_some() {
                    return None;
                }
                let (year, month) = match (parts.month, parts.months) {
                    (Some(month), _) => (
                        year.unwrap_or(if month >= this_month {
                            this_year
                        } else {
                            this_year + 1
                        }),
                        month,
                    ),
                    (None, months) => base(months?),
                };
                let sure = if parts.year.is_some() {
                    Sure::Full
                } else {
                    Sure::Some
                };
                Some((
                    calendar::day(year, month, calendar::longest(year, month))?,
                    calendar::day(year, month, 1)?,
                    sure,
                ))
            }
            (None, false) => match (parts.weekday, parts.week) {
                (Some(weekday), Some(week)) => same(monday + 7 * week + weekday - 1, Sure::Full),
                (Some(weekday), None) => {
                    let ahead = (weekday - calendar::weekday(today) + 6).rem_euclid(7) + 1;
                    let is_this_week = today + ahead < monday + 7;
                    // "Next Friday" on a Monday is one of two.
                    if parts.is_next && !parts.is_this && is_this_week {
                        return None;
                    }
                    same(today + ahead, Sure::Some)
                }
                (None, Some(week)) => Some((monday + 7 * week + 4, monday + 7 * week, Sure::Some)),
                (None, None) => {
                    let year = year.filter(|_| parts.years.is_some())?;
                    Some((
                        calendar::day(year, 12, 31)?,
                        calendar::day(year, 1, 1)?,
                        Sure::Some,
                    ))
                }
            },
        }
    }

    fn feast(&self, from: usize, value: i64, next: usize, today: i64) -> Option<Found> {
        let (this_year, ..) = calendar::civil(today);
        let on = |year: i64| {
            if value >= 100_000 {
                let (month, rest) = ((value - 100_000) / 1000, value % 1000);
                nth_of(year, month, rest / 100, rest % 100 / 10).map(|day| day + rest % 10)
            } else if value < 0 {
                calendar::easter(year).map(|day| day + value + 1000)
            } else {
                calendar::day(year, value / 32, value % 32)
            }
        };
        let filler = self.role(next, Role::Filler).unwrap_or(next);
        let (day, end) = match self.year(filler) {
            Some(year) => (on(year)?, filler + 1),
            None => (
                (0..2)
                    .filter_map(|later| on(this_year + later))
                    .find(|day| *day >= today)?,
                next,
            ),
        };
        Some(Found {
            moment: Moment::Day { day, since: day },
            start: from,
            end,
            sure: Sure::Full,
            is_limit: false,
        })
    }
}

/// The so many-eth day of a week in a month.
fn nth_of(year: i64, month: i64, nth: i64, weekday: i64) -> Option<i64> {
    let first = calendar::day(year, month, 1)?;
    let day = first + (weekday - calendar::weekday(first)).rem_euclid(7) + 7 * (nth - 1);
    (calendar::civil(day).1 == month).then_some(day)
}

/// The first and last day of a unit of time, so many from the one that today is in.
fn span(unit: i64, count: i64, today: i64) -> Option<(i64, i64)> {
    let (year, month, _) = calendar::civil(today);
    match unit {
        2 => {
            let monday = today - calendar::weekday(today) + 1 + 7 * count;
            // The working week.
            Some((monday, monday + 4))
        }
        3 => {
            let index = year * 12 + month - 1 + count;
            let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
            Some((
                calendar::day(year, month, 1)?,
                calendar::day(year, month, calendar::longest(year, month))?,
            ))
        }
        4 => Some((
            calendar::day(year + count, 1, 1)?,
            calendar::day(year + count, 12, 31)?,
        )),
        _ => None,
    }
}

/// The last and the first day of a part of a time.
fn share(role: Role, (first, last): (i64, i64)) -> Option<(i64, i64)> {
    let long = last - first + 1;
    Some(match role {
        Role::End => (last, last - (long / 10)),
        Role::Start if long <= 31 => (first + long / 3 - 1, first),
        Role::Middle if long <= 31 => (first + long / 2 - 1, first + long / 3),
        Role::FirstHalf if long > 31 => (calendar::later(first, 6) - 1, first),
        Role::FirstHalf => (first + long / 2 - 1, first),
        Role::SecondHalf => (last, first + long / 2),
        _ => return None,
    })
}
