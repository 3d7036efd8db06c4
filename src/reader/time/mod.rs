//! Recognition of dates and durations.

mod day;
mod length;
mod numeric;
mod occasion;
mod period;
mod resolve;

use super::language::Language;
use super::senses::{Holiday, Role};
use super::text::Text;
use super::token::Class;
use crate::calendar;

/// Mean days of a month: those of a year of 365.25 days, divided by twelve.
const DAYS_OF_A_MONTH: f64 = 365.25 / 12.0;

/// Unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months; a year is twelve.
    Months,
}

/// Time by which something is to be ready.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moment {
    /// By a day: the last possible one, and the first. Days are counted from 1 January 1970.
    Day {
        /// Last day.
        day: i64,
        /// First possible day, equal to the last one if there is only one.
        since: i64,
    },
    /// Within a duration.
    Length {
        /// Unit.
        unit: Unit,
        /// Shorter end, above 0.
        low: f64,
        /// Longer end, equal to the shorter one for a single duration.
        high: f64,
    },
    /// No date.
    Open,
    /// As soon as possible.
    Soon,
}

impl Moment {
    /// Returns the days from today to its end, possibly fractional. `None` if there is no date.
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
                let days = calendar::add_months(today, whole as i64) - today;
                Some(days as f64 + (high - whole) * DAYS_OF_A_MONTH)
            }
            Moment::Open | Moment::Soon => None,
        }
    }
}

/// Moment in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct When {
    /// Its meaning.
    pub moment: Moment,
    /// Start, in UTF-16 units.
    pub from: usize,
    /// End.
    pub to: usize,
}

/// Certainty that words are a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// Only if a date is expected: "3-4", "the first".
    Weak,
    /// Weekday, or a month alone.
    Partial,
    /// Certain date.
    Full,
}

/// Moment with its tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoundMoment {
    pub moment: Moment,
    /// First token, including preceding words that belong to it.
    pub start: usize,
    /// Token after it.
    pub end: usize,
    pub certainty: Certainty,
    /// True next to "until", "within", "before" or the like.
    pub is_limit: bool,
    /// True for a duration that ends with another day: "two weeks earlier".
    pub is_back: bool,
}

/// Returns the day or duration in the text of a field.
///
/// `today` is counted as by [`calendar::days_from_civil`]. A date without a year is the next one.
/// `None` if there is no date, the text contradicts itself, or it names the day after which
/// something is due: "after Easter".
pub fn when(text: &str, language: &Language, today: i64) -> Option<When> {
    let text = language.tag_words(text);
    let moments = text.moments(today);
    // "Before we open in May" has a date.
    let is_word = |found: &FoundMoment| {
        found.moment == Moment::Open && found.end == found.start + 1 && moments.len() > 1
    };
    let mut ahead = moments.iter().filter(|found| !found.is_back);
    let found = ahead.find(|found| !is_word(found))?;
    // "From March to May" is a range.
    let is_after = |at: usize| {
        let after = text.any(at, &[Role::After, Role::NotBefore]);
        let is_range = text.role(at, Role::Between).is_some();
        !is_range && after.is_some_and(|end| (found.start..found.end).contains(&end))
    };
    let is_after = is_after(0)
        || text.longest_before(found.start).is_some_and(is_after)
        || text
            .any(found.end, &[Role::After, Role::NotBefore])
            .is_some();
    if is_after && matches!(found.moment, Moment::Day { .. }) {
        return None;
    }
    let (from, to) = text.tokens.utf16_range(found.start, found.end);
    Some(When {
        moment: found.moment,
        from,
        to,
    })
}

/// Returns both days that figures of a text such as `11/12` can mean, the month first in the first of
/// them. `None` if they mean one day or none in this language.
pub fn either(text: &str, language: &Language, today: i64) -> Option<[i64; 2]> {
    let figures: Vec<&str> = text.trim().split(['/', '-']).collect();
    let is_figure = |part: &&str| part.chars().all(|c| c.is_ascii_digit());
    let [first, second, year @ ..] = figures.as_slice() else {
        return None;
    };
    if year.len() > 1 || !figures.iter().all(is_figure) || when(text, language, today).is_some() {
        return None;
    }
    // With points the day always comes first.
    let day = |day: &str, month: &str| {
        let said = [&[day, month], year].concat().join(".");
        match when(&said, language, today)?.moment {
            Moment::Day { day, .. } => Some(day),
            _ => None,
        }
    };
    Some([day(second, first)?, day(first, second)?])
}

/// Returns `true` if a whole text says that there is no answer yet: "not sure", "to be decided".
pub fn is_unknown(text: &str, language: &Language) -> bool {
    let text = language.tag_words(text.trim_end_matches(['.', '!', '?', '…']));
    text.role(0, Role::Unknown) == Some(text.tokens.all.len())
}

/// Returns `true` if a whole text says that it cannot wait: "now", "urgent, please", "as soon as you
/// can".
pub fn is_now(text: &str, language: &Language) -> bool {
    let text = language.tag_words(text);
    let (mut at, mut is_said) = (0, false);
    while at < text.tokens.all.len() {
        if let Some(next) = text.any(at, &[Role::Now, Role::Soon]) {
            (at, is_said) = (next, true);
        } else if matches!(text.tokens.class(at), Some(Class::Sign(_))) {
            at += 1;
        } else {
            return false;
        }
    }
    is_said
}

impl Text<'_> {
    /// Returns every moment, in the order of the text.
    pub(super) fn moments(&self, today: i64) -> Vec<FoundMoment> {
        let mut all: Vec<FoundMoment> = Vec::new();
        let mut at = 0;
        while at < self.tokens.all.len() {
            match self.moment_at(at, today) {
                Some(found) => {
                    at = found.end.max(at + 1);
                    all.push(found);
                }
                // Nor is it the month alone.
                None => at = self.past_no_day(at, today).unwrap_or(at + 1).max(at + 1),
            }
        }
        all
    }

    fn moment_at(&self, at: usize, today: i64) -> Option<FoundMoment> {
        // After digits and a sign, digits continue another number: a time, a decimal, a version.
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
        if self.says_nothing(at) && !matches!(self.tokens.word(at), "ii" | "iii" | "iv") {
            return None;
        }
        let exact = |moment, end, certainty| FoundMoment {
            moment,
            start: at,
            end,
            certainty,
            is_limit: false,
            is_back: false,
        };
        if let Some(end) = self.role(at, Role::Open) {
            return Some(exact(Moment::Open, end, Certainty::Full));
        }
        if let Some(end) = self.role(at, Role::Soon) {
            return Some(exact(Moment::Soon, end, Certainty::Full));
        }
        let mut found = self
            .nth_weekday(at, today)
            .or_else(|| self.week(at, today))
            .or_else(|| self.nth_week(at, today))
            .or_else(|| self.length(at, today))
            .or_else(|| self.part_of_period(at, today))
            .or_else(|| self.day_at(at, today))?;
        self.limits(&mut found);
        Some(found)
    }

    /// Adds the words before and after a moment that make it a limit.
    fn limits(&self, found: &mut FoundMoment) {
        let (mut is_before, mut is_by, mut is_until) = (false, false, false);
        // "Antes del" is one phrase, of which a date may have taken the second word.
        if let Some(next) = self.any(found.start, &[Role::The, Role::Filler]) {
            let is_whole = |at: usize| {
                self.any(at, &[Role::Before, Role::By]).is_some()
                    || at < found.start && self.role(at, Role::Within).is_some()
            };
            if self.longest_before(next).is_some_and(is_whole) {
                found.start = next;
            }
        }
        while let Some(before) = self.longest_before(found.start) {
            let limits = [Role::By, Role::Within, Role::Top, Role::About];
            if self.role(before, Role::Before).is_some() {
                is_before = true;
            } else if self.any(before, &limits).is_some() {
                found.is_limit = true;
                is_by |= self.role(before, Role::By).is_some();
            } else if self.any(before, &[Role::Filler, Role::The]).is_none() || !self.leads(before)
            {
                break;
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
                is_until |= role == Role::By;
                found.is_limit = true;
                found.end = next;
            }
        }
        // "By 1.4." is a day.
        if is_by && found.certainty == Certainty::Weak {
            found.certainty = Certainty::Partial;
        }
        // "By summer" is by its first day, unlike "by the end of summer".
        if is_by
            && let Moment::Day { day, since } = &mut found.moment
            && (found.start..found.end).any(|at| self.season_name(at).is_some())
            && *day - *since > 80
        {
            *day = *since;
        }
        let holiday = self.holiday_in(found.start, found.end);
        // In time for a holiday is before it.
        is_before |= (is_by || is_until) && holiday.is_some_and(|holiday| !holiday.is_eve());
        if is_before {
            found.is_limit = true;
            if let Moment::Day { day, since } = &mut found.moment {
                // Before the end of a month is its last day; before a Friday is a Thursday.
                if !self.names_an_end(found.start, found.end) {
                    let eves = i64::from(holiday == Some(Holiday::CHRISTMAS_DAY));
                    *day = *since - 1 - eves;
                    *since = *day;
                }
            }
        }
    }

    /// Returns the holiday of a moment, unless its name is a date: "4th of July".
    fn holiday_in(&self, from: usize, to: usize) -> Option<Holiday> {
        let mut inside = from..to;
        let (at, (holiday, next)) = inside.find_map(|at| Some((at, self.holiday(at)?)))?;
        let is_date = (at + 1..next).any(|at| self.month_name(at).is_some());
        (!is_date).then_some(holiday)
    }

    /// Returns `true` if a word within a moment is about the end of something.
    fn names_an_end(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            self.role(at, Role::End).is_some()
                || self
                    .holiday(at)
                    .is_some_and(|(day, _)| day == Holiday::YearEnd)
        })
    }

    /// Returns `true` if a filler is preceded by a meaningful word.
    fn leads(&self, at: usize) -> bool {
        self.before(at).is_some_and(|before| {
            self.any(before, &[Role::By, Role::Before, Role::Within, Role::Top])
                .is_some()
        })
    }

    /// Returns `true` if a word is a postposition in this language: without a space before it, or
    /// in a script without spaces.
    fn is_suffix(&self, at: usize) -> bool {
        self.language.suffixing && self.tokens.class(at) != Some(Class::Break)
    }
}
