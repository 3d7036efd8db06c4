//! Recognition of durations: "6 weeks", "3–4 months", "a week and a half".

use super::{Certainty, DAYS_OF_A_MONTH, FoundMoment, Moment, Unit};
use crate::calendar;
use crate::reader::senses::{Role, TimeUnit};
use crate::reader::text::Text;
use crate::reader::token::Class;

impl Text<'_> {
    /// Returns a duration with its reference point.
    pub(super) fn length(&self, from: usize, today: i64) -> Option<FoundMoment> {
        let mut at = from;
        // "Two days from today" in languages that begin with the day.
        let mut base = None;
        if let Some(((TimeUnit::Day, days), next)) = self.shift(at) {
            base = Some(days);
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
        let (unit, low, high, mut end) = self.duration(at)?;
        // "Two weeks before Christmas", "two weeks earlier"
        if let Some(next) = self
            .any(end, &[Role::Earlier, Role::Before])
            .filter(|_| !self.language.suffixing)
        {
            let start = self.any(next, &[Role::Filler, Role::The]).unwrap_or(next);
            let day = self
                .day_at(start, today)
                .or_else(|| self.day_at(next, today));
            let length = Moment::Length { unit, low, high };
            if let Some(FoundMoment {
                moment: Moment::Day { day, .. },
                end: behind,
                ..
            }) = day
            {
                let day = day - length.days(day)?.ceil() as i64;
                return Some(FoundMoment {
                    moment: Moment::Day { day, since: day },
                    start: from,
                    end: behind,
                    certainty: Certainty::Full,
                    is_limit: true,
                    is_back: false,
                });
            }
            let is_last = !matches!(self.tokens.class(next), Some(Class::Word | Class::Digits));
            if self.role(end, Role::Ago).is_some() && !is_last {
                return None;
            }
            self.role(end, Role::Earlier)?;
            return Some(FoundMoment {
                moment: length,
                start: from,
                end: next,
                certainty: Certainty::Full,
                is_limit: false,
                is_back: true,
            });
        }
        // "Two weeks before it" and "two weeks ago" may be the same words: the sentence decides.
        if let Some(next) = self
            .role(end, Role::Ago)
            .filter(|_| self.language.suffixing && !is_ago)
        {
            return Some(FoundMoment {
                moment: Moment::Length { unit, low, high },
                start: from,
                end: next,
                certainty: Certainty::Full,
                is_limit: false,
                is_back: true,
            });
        }
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
            if unit == Unit::Weeks && low == high && high.fract() == 0.0 {
                let day = self.any(end, &[Role::Filler]).unwrap_or(end);
                if let Some((weekday, next)) = self.weekday(day) {
                    let day = today - calendar::weekday(today) + weekday + 7 * high as i64;
                    return Some(FoundMoment {
                        moment: Moment::Day { day, since: day },
                        start: from,
                        end: next,
                        certainty: Certainty::Full,
                        is_limit,
                        is_back: false,
                    });
                }
            }
        }
        if base.is_none() {
            // "Three weeks from tomorrow".
            if let Some(next) = self.role(end, Role::After) {
                let start = self.any(next, &[Role::Filler, Role::The]).unwrap_or(next);
                match self.shift(start) {
                    Some(((TimeUnit::Day, days), next)) => (base, end) = (Some(days), next),
                    // The reference point is unknown: only the duration is kept.
                    _ => {
                        if let Some(FoundMoment {
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
        Some(FoundMoment {
            moment,
            start: from,
            end,
            certainty: Certainty::Full,
            is_limit,
            is_back: false,
        })
    }

    /// Returns numbers with units: "6–8 weeks", "two years and three months", "half a year".
    pub(super) fn duration(&self, from: usize) -> Option<(Unit, f64, f64, usize)> {
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
                .filter(|(.., smaller, _)| *smaller < unit && unit != TimeUnit::WorkingDay)
            else {
                break;
            };
            let times = match (unit, smaller) {
                (TimeUnit::Year, TimeUnit::Month) => 12.0,
                (TimeUnit::Week, TimeUnit::Day) => 7.0,
                (TimeUnit::Year, TimeUnit::Week) => 52.0,
                (TimeUnit::Month, TimeUnit::Week) => DAYS_OF_A_MONTH / 7.0,
                (TimeUnit::Month, TimeUnit::Day) => DAYS_OF_A_MONTH,
                (TimeUnit::Year, TimeUnit::Day) => 365.25,
                _ => break,
            };
            (count, high, unit, end) = (count * times + more, high * times + most, smaller, next);
        }
        if !(count > 0.0 && high <= 100_000.0) {
            return None;
        }
        let (unit, times) = match unit {
            TimeUnit::Hour => return None,
            TimeUnit::Day => (Unit::Days, 1.0),
            TimeUnit::WorkingDay => (Unit::Days, 1.4),
            TimeUnit::Week => (Unit::Weeks, 1.0),
            TimeUnit::Month => (Unit::Months, 1.0),
            TimeUnit::Year => (Unit::Months, 12.0),
        };
        Some((unit, count * times, high.max(count) * times, end))
    }

    /// Returns a number or a range of numbers with a unit.
    fn counted(&self, from: usize) -> Option<(f64, f64, TimeUnit, usize)> {
        if let Some(((count, unit), next)) = self.duration_word(from) {
            return Some((count, count, unit, next));
        }
        let unit_at = |at: usize| {
            let is_unit = self.unit(at).is_some();
            let at = self
                .any(at, &[Role::Filler])
                .filter(|_| !is_unit)
                .unwrap_or(at);
            let (unit, next) = self
                .unit(at)
                .filter(|_| !self.is_letter(at) || self.tokens.is_glued(at))?;
            // The mark of a day of the month is a unit only at the end of a duration.
            let is_day = self.role(at, Role::DayMark).is_some();
            if is_day && self.any(next, &[Role::Later, Role::Within]).is_none() {
                return None;
            }
            // "令和9年3月" is a year and a month.
            let is_year = self.role(at, Role::Year).is_some()
                && self.tokens.digits(next).is_some()
                && self.role(next + 1, Role::MonthMark).is_some();
            if is_year {
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
            let next = self.article(next).map_or(next, |(_, next)| next);
            let (unit, next) = unit_at(next)?;
            return Some((0.5, 0.5, unit, next));
        }
        if let Some((_, next)) = self.article(from) {
            let (count, next) = self
                .role(next, Role::Half)
                .map_or((1.0, next), |next| (0.5, next));
            if let Some((unit, next)) = unit_at(next) {
                return Some((count, count, unit, next));
            }
        }
        if let Some((unit, next)) = self.unit(from).filter(|_| self.is_alone(from)) {
            return Some((1.0, 1.0, unit, next));
        }
        let first = self.number(from).or_else(|| {
            let (value, to) = self.article(from)?;
            Some(crate::reader::numbers::Number {
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

    /// Returns `true` if a unit without a number means one: "week" and "month", in a language
    /// without articles.
    fn is_alone(&self, at: usize) -> bool {
        self.language.no_article
            && self.weekday(at).is_none()
            && (at == 0
                || self
                    .before(at)
                    .is_some_and(|before| self.any(before, &[Role::Within, Role::By]).is_some())
                || matches!(self.tokens.class(at - 1), Some(Class::Sign(':' | '：'))))
            && self.tag_at(at).is_some_and(|mark| {
                matches!(
                    self.tokens.class(at + mark.length),
                    None | Some(Class::Break | Class::Sign('.'))
                ) || self.role(at + mark.length, Role::Later).is_some()
            })
    }
}
