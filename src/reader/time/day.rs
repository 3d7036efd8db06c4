//! Recognition of dates part by part: weekday, day, month, year, in digits and in words.

use super::{FoundMoment, Moment, Unit};
use crate::calendar;
use crate::reader::senses::{Holiday, Role, TimeUnit};
use crate::reader::text::Text;
use crate::reader::token::{Class, is_unspaced};

/// Year in which every day of a month exists.
const LEAP_YEAR: i64 = 2000;

/// Parts of a date, as far as they are read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts {
    pub(super) weekday: Option<i64>,
    pub(super) day: Option<i64>,
    pub(super) month: Option<i64>,
    pub(super) year: Option<i64>,
    /// Weeks from the current one.
    pub(super) week: Option<i64>,
    /// Months from the current one.
    pub(super) months: Option<i64>,
    /// Years from the current one.
    pub(super) years: Option<i64>,
    /// True if "the" or an ending marks the number as the day of a month.
    pub(super) is_marked: bool,
    /// True if the day is a word.
    pub(super) is_spelled: bool,
    pub(super) is_next: bool,
    pub(super) is_this: bool,
    /// True for digits with separators in ambiguous order.
    pub(super) is_either: bool,
    /// True for a weekday in a fraction of weeks, which is refused.
    pub(super) is_fraction: bool,
    /// True for a day and a month in digits, without a year.
    pub(super) is_short: bool,
    /// Holiday, in the place of all others.
    pub(super) holiday: Option<Holiday>,
}

impl Text<'_> {
    /// Returns a month by its name, or its number with a mark.
    pub(super) fn month(&self, at: usize) -> Option<(i64, usize)> {
        if let Some((value, next)) = self.month_name(at) {
            return Some((value, next));
        }
        let number = self.number(at).filter(|number| {
            number.value >= 1.0 && number.value <= 12.0 && number.value.fract() == 0.0
        })?;
        let next = self.role(number.to, Role::MonthMark)?;
        Some((number.value as i64, next))
    }

    pub(super) fn past_point_of_month(&self, at: usize) -> usize {
        // At the end of a line or text, a point ends the sentence rather than the abbreviation.
        if self.tokens.digits(at + 1).is_some() || self.tokens.is_sign(at + 1, ',') {
            self.past_point(at)
        } else {
            at
        }
    }

    /// Returns four digits that are a year.
    pub(in crate::reader) fn year(&self, at: usize) -> Option<i64> {
        let digits = self.tokens.digits(at).filter(|digits| digits.len() == 4)?;
        digits
            .parse()
            .ok()
            .filter(|year| (1900..=2200).contains(year))
    }

    /// Returns the parts of a date, in any order, with their number and the index after them.
    fn parts(&self, from: usize, today: i64) -> (Parts, usize, usize) {
        let mut parts = Parts::default();
        let (mut at, mut end) = (from, from);
        let mut count = 0;
        // No date has more words than these.
        for _ in 0..24 {
            if let Some((holiday, next)) = self.holiday(at).filter(|_| count == 0) {
                parts.holiday = Some(holiday);
                return (parts, 1, next);
            }
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
        (parts, count, end)
    }

    /// Returns the index after a day that no month has: "31 February", "29 February 2027".
    pub(super) fn past_no_day(&self, from: usize, today: i64) -> Option<usize> {
        let (parts, _, end) = self.parts(from, today);
        let year = parts.year.unwrap_or(LEAP_YEAR);
        let day = calendar::days_from_civil(year, parts.month?, parts.day?);
        day.is_none().then_some(end)
    }

    /// Returns a date by its parts.
    pub(super) fn day_at(&self, from: usize, today: i64) -> Option<FoundMoment> {
        let (parts, count, end) = self.parts(from, today);
        if let Some(holiday) = parts.holiday {
            return self.feast(from, holiday, end, today);
        }
        if count == 0 || count == 1 && self.may_be_another_word(from) {
            return None;
        }
        let (day, since, certainty) = self.resolve(&parts, today, end)?;
        Some(FoundMoment {
            moment: Moment::Day { day, since },
            start: from,
            end,
            certainty,
            is_limit: false,
            is_back: false,
        })
    }

    /// Returns `true` for a weekday or month so short that it may be another word, such as "so",
    /// "sat" and "may", in an ambiguous context.
    fn may_be_another_word(&self, at: usize) -> bool {
        const LEADS: [Role; 10] = [
            Role::By,
            Role::Before,
            Role::Within,
            Role::After,
            Role::Next,
            Role::This,
            Role::To,
            Role::End,
            Role::The,
            Role::Filler,
        ];
        let mut at = at;
        while let Some(next) = self.any(at, &[Role::The, Role::Filler]) {
            at = next;
        }
        let follows = matches!(
            self.tokens.class(at + 1),
            Some(Class::Word) if self.tokens.word(at).len() <= 2
        );
        let is_short = self.tokens.word(at).len() <= 3
            && self.tag_at(at).is_some_and(|tag| tag.length == 1)
            && !self.tokens.word(at).starts_with(is_unspaced);
        let is_weekday = self.weekday(at).is_some();
        let is_name = is_weekday || self.month_name(at).is_some();
        let is_led = at == 0
            || self.tokens.is_sign(at - 1, ':')
            || self
                .before(at)
                .is_some_and(|before| self.any(before, &LEADS).is_some());
        is_short
            && is_name
            && !self.tokens.is_sign(at + 1, '.')
            && (!is_led || is_weekday && follows)
    }

    /// Returns `true` if digits for a day are at this index.
    fn takes_day(&self, at: usize) -> bool {
        self.tokens
            .digits(at)
            .is_some_and(|digits| digits.len() <= 2)
            || self.ordinal(at).is_some()
            || self.number_word(at).is_some()
    }

    /// Returns the index after filler between the parts of a date.
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

    /// Reads one part of a date, and returns the index after it.
    fn component(&self, at: usize, parts: &mut Parts, today: i64) -> Option<usize> {
        if let Some((value, next)) = self.weekday(at).filter(|_| parts.weekday.is_none()) {
            // The same word may be a month, next to a day.
            let is_month = self.month_name(at).is_some()
                && (parts.day.is_some() || self.tokens.digits(self.past_point(next)).is_some());
            if !is_month {
                parts.weekday = Some(value);
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
        if let Some(((unit, count), next)) = self.shift(at) {
            let slot = match unit {
                TimeUnit::Day => {
                    // A day by itself: today, tomorrow.
                    let (year, month, day) = calendar::civil_from_days(today + count);
                    if parts.day.is_some() || parts.weekday.is_some() {
                        return None;
                    }
                    (parts.year, parts.month, parts.day) = (Some(year), Some(month), Some(day));
                    return Some(next);
                }
                TimeUnit::Week => &mut parts.week,
                TimeUnit::Month => &mut parts.months,
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
            if let Some((unit, next)) = self.unit(next) {
                return self
                    .shifted(unit, i64::from(is_next), parts)
                    .then_some(next);
            }
            let follows = self.weekday(next).is_some()
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
            .unit(at)
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
                self.duration(start).filter(|(_, low, high, _)| low == high)
            {
                parts.is_fraction |= low.fract() != 0.0;
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
                .any(|next| self.month_name(next).is_some());
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

    fn shifted(&self, unit: TimeUnit, count: i64, parts: &mut Parts) -> bool {
        let slot = match unit {
            TimeUnit::Week => &mut parts.week,
            TimeUnit::Month => &mut parts.months,
            TimeUnit::Year => &mut parts.years,
            _ => return false,
        };
        *slot = Some(count);
        true
    }

    /// Reads the number of a day, with its mark.
    fn day_of_month(&self, at: usize, parts: &mut Parts) -> Option<usize> {
        // An ordinal word, alone or after tens.
        let number = self.number(at);
        let ordinal = match number.filter(|number| number.digits == 0) {
            Some(number) => {
                let next = self.role(number.to, Role::And).unwrap_or(number.to);
                let ordinal = self.ordinal(next).filter(|(value, _)| {
                    number.value + value <= 31.0
                        && (number.value >= 20.0 && *value < 10.0
                            || number.value < 10.0 && *value >= 20.0)
                });
                ordinal.map(|(value, next)| (number.value + value, next))
            }
            None => self.ordinal(at).or_else(|| {
                // "Einunddreißigster"
                let (one, next) = self.article(at)?;
                let (tens, next) = self.ordinal(self.role(next, Role::And)?)?;
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
        } else if let Some(behind) = self.rank(next) {
            (next, is_marked) = (behind, true);
        } else if number.digits > 0 && self.tokens.is_sign(next, '.') && self.tokens.is_glued(next)
        {
            next += 1;
        }
        // A quantity is not a day.
        let counts = self
            .unit(next)
            .is_some_and(|_| self.role(next, Role::DayMark).is_none())
            && !is_marked;
        let is_money = self.currency_word(next).is_some()
            || self.tokens.is_sign(next, '%')
            || self.times(next).is_some();
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

    /// Returns an ending that makes digits an ordinal: "1st", "18-tego", "1.º".
    pub(super) fn rank(&self, at: usize) -> Option<usize> {
        let skips = usize::from(
            (self.tokens.is_sign(at, '-') || self.tokens.is_sign(at, '.'))
                && self.tokens.is_glued(at),
        );
        self.rank_ending(at)
            .filter(|_| self.tokens.is_glued(at))
            .or_else(|| {
                self.rank_ending(at + skips)
                    .filter(|_| skips > 0 && self.tokens.is_glued(at + skips))
            })
            .map(|((), next)| next)
    }
}
