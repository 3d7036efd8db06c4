//! Recognition of periods: the end of a month, a quarter, a season.

use super::{Certainty, FoundMoment, Moment};
use crate::calendar;
use crate::reader::senses::{Holiday, Role, TimeUnit};
use crate::reader::text::Text;

impl Text<'_> {
    /// Returns the end, beginning or middle of a month, a week or a year.
    pub(super) fn part_of_period(&self, from: usize, today: i64) -> Option<FoundMoment> {
        let found = |(day, since): (i64, i64), end, certainty| {
            Some(FoundMoment {
                moment: Moment::Day { day, since },
                start: from,
                end,
                certainty,
                is_limit: false,
                is_back: false,
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
            if let Some((Holiday::NEW_YEAR, end)) = self.holiday(self.past_fillers(next)) {
                let (year, month, _) = calendar::civil_from_days(today);
                // In January the new year has begun.
                let year = if month == 1 { year } else { year + 1 };
                let first = calendar::days_from_civil(year, 1, 1)?;
                // "Early in the new year" is in January.
                let days = match role {
                    Role::Start => 30,
                    _ => calendar::days_from_civil(year, 12, 31)? - first,
                };
                return found(part(role, (first, first + days))?, end, Certainty::Full);
            }
            // "Del año que viene" is one phrase, of which "del" alone would be filler.
            let at = match self.shift(next) {
                Some(_) => next,
                None => self.past_fillers(next),
            };
            let (period, end) = self.period(at, today)?;
            return found(
                self.coming_part(role, period, at, today)?,
                end,
                Certainty::Full,
            );
        }
        // "Q1 2027", "1. Quartal", "first quarter".
        let (period, end) = match self.role(from, Role::MonthMark) {
            Some(next) => (bounds_of(TimeUnit::Month, 0, today)?, next),
            None => self.period(from, today)?,
        };
        let end = self
            .role(end, Role::Filler)
            .filter(|next| roles.iter().any(|role| self.role(*next, *role).is_some()))
            .unwrap_or(end);
        let is_quarter = (89..=91).contains(&(period.1 - period.0));
        let is_season = (from..end).any(|at| self.season_name(at).is_some());
        if is_season && self.season_stands_alone(from) {
            return None;
        }
        if is_quarter && roles.iter().all(|role| self.role(end, *role).is_none()) {
            let certainty = if is_season {
                Certainty::Partial
            } else {
                Certainty::Full
            };
            return found((period.1, period.0), end, certainty);
        }
        let (role, next) = roles
            .iter()
            .find_map(|role| Some((*role, self.role(end, *role)?)))?;
        found(
            self.coming_part(role, period, from, today)?,
            next,
            Certainty::Full,
        )
    }

    /// Returns `true` if a season at an index is without a word that makes it a date: "spring" may be a
    /// verb.
    fn season_stands_alone(&self, at: usize) -> bool {
        const LEADS: [Role; 9] = [
            Role::By,
            Role::Before,
            Role::Within,
            Role::After,
            Role::To,
            Role::End,
            Role::Start,
            Role::The,
            Role::Filler,
        ];
        let is_led = self
            .before(at)
            .is_some_and(|before| self.any(before, &LEADS).is_some());
        let is_after_sign = at > 0 && self.tokens.is_sign(at - 1, ':');
        self.season_name(at).is_some_and(|(_, next)| {
            at > 0
                && !is_led
                && !is_after_sign
                && self.any(next, &[Role::Next, Role::This]).is_none()
                && self.year(self.past_fillers(next)).is_none()
        })
    }

    /// Returns the last and the first day of a part of a period that is named at an index. In November the
    /// middle of the year is that of the next one.
    fn coming_part(
        &self,
        role: Role,
        period: (i64, i64),
        at: usize,
        today: i64,
    ) -> Option<(i64, i64)> {
        let current = part(role, period)?;
        if current.0 >= today || period.1 < today {
            return Some(current);
        }
        match self.unit(at) {
            Some((unit, _)) => part(role, bounds_of(unit, 1, today)?),
            None => Some(current),
        }
    }

    /// Returns the first and last day of a week, a month, a quarter or a year.
    pub(super) fn period(&self, from: usize, today: i64) -> Option<((i64, i64), usize)> {
        let (year, month, _) = calendar::civil_from_days(today);
        let year_of = |year: i64| {
            Some((
                calendar::days_from_civil(year, 1, 1)?,
                calendar::days_from_civil(year, 12, 31)?,
            ))
        };
        if let Some(((unit, count), next)) = self.shift(from) {
            return Some((bounds_of(unit, count, today)?, next));
        }
        // "Q1 2027", "first quarter".
        if let Some((quarter, next)) = self.quarter(from) {
            let filler = self.past_fillers(next);
            let (year, end) = match (self.year(filler), self.year_shift(filler)) {
                (Some(year), _) => (year, filler + 1),
                (None, Some((years, next))) => (year + years, next),
                _ if quarter * 3 < month => (year + 1, next),
                _ => (year, next),
            };
            let first = calendar::days_from_civil(year, quarter * 3 - 2, 1)?;
            return Some(((first, calendar::add_months(first, 3) - 1), end));
        }
        let (mut at, mut count, mut is_relative) = (from, 0, false);
        while let Some(next) = self
            .any(at, &[Role::Next, Role::This, Role::Filler, Role::The])
            .filter(|_| {
                self.any(at, &[Role::Next, Role::This]).is_some() || self.past_fillers(at) > at
            })
        {
            if self.any(at, &[Role::Next, Role::This]).is_some() {
                count = i64::from(self.role(at, Role::Next).is_some());
                is_relative = true;
            }
            at = next;
        }
        if let Some((first, next)) = self.season_name(at) {
            let behind = self.any(next, &[Role::Next, Role::This]);
            let filler = self.past_fillers(next);
            let season = |year: i64| {
                let first = calendar::days_from_civil(year, first, 1)?;
                Some((first, calendar::add_months(first, 3) - 1))
            };
            if let Some(year) = self.year(filler) {
                return Some((season(year)?, filler + 1));
            }
            // The current or the coming one; of a winter in January, the one that began last year.
            let is_next = count == 1 || self.role(next, Role::Next).is_some();
            let is_ahead = |(first, last): &(i64, i64)| {
                let end = if is_next { first } else { last };
                *end >= today
            };
            let mut seasons = (year - 1..=year + 1).filter_map(season);
            return Some((seasons.find(is_ahead)?, behind.unwrap_or(next)));
        }
        // "Next quarter", "le trimestre prochain".
        if let Some(next) = self.role(at, Role::Quarter) {
            let behind = self.any(next, &[Role::Next, Role::This]);
            if behind.is_none() && !is_relative {
                return None;
            }
            if self.role(next, Role::Next).is_some() {
                count = 1;
            }
            let first = calendar::days_from_civil(year, (month - 1) / 3 * 3 + 1, 1)?;
            let first = calendar::add_months(first, 3 * count);
            return Some((
                (first, calendar::add_months(first, 3) - 1),
                behind.unwrap_or(next),
            ));
        }
        if let Some((unit, next)) = self.unit(at) {
            let behind = self
                .role(next, Role::Next)
                .or_else(|| self.role(next, Role::This));
            if self.role(next, Role::Next).is_some() {
                count = 1;
            }
            return Some((bounds_of(unit, count, today)?, behind.unwrap_or(next)));
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
        } else if let Some((years, next)) = self.year_shift(filler) {
            (of, end) = (year + years, next);
        }
        Some((
            (
                calendar::days_from_civil(of, found, 1)?,
                calendar::days_from_civil(of, found, calendar::days_in_month(of, found))?,
            ),
            end,
        ))
    }

    /// Returns the index after filler. A unit is not filler, unless a month follows.
    pub(super) fn past_fillers(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(next) = self.any(at, &[Role::Filler, Role::The]) {
            if self.unit(at).is_some() {
                let behind = self.any(next, &[Role::Filler, Role::The]).unwrap_or(next);
                if self.month(behind).is_none() {
                    break;
                }
            }
            at = next;
        }
        at
    }

    /// Returns a quarter of a year, 1 to 4: "Q1", "1. Quartal", "first quarter", "kuartal pertama".
    fn quarter(&self, at: usize) -> Option<(i64, usize)> {
        let one_to_four = |value: f64| (1.0..=4.0).contains(&value).then_some(value as i64);
        let place = |at: usize| {
            let digits = self
                .tokens
                .digits(at)
                .filter(|digits| digits.len() == 1)
                .and_then(|digits| digits.parse().ok());
            let behind = |at: usize| self.rank(at).unwrap_or_else(|| self.past_point(at));
            let roman = match self.tokens.word(at) {
                "i" => Some(1.0),
                "ii" => Some(2.0),
                "iii" => Some(3.0),
                "iv" => Some(4.0),
                _ => None,
            };
            digits
                .or(roman)
                .map(|value: f64| (value, behind(at + 1)))
                .or_else(|| self.ordinal(at))
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
}

/// Returns the first and last day of a unit of time, this many from the current one.
fn bounds_of(unit: TimeUnit, count: i64, today: i64) -> Option<(i64, i64)> {
    let (year, month, _) = calendar::civil_from_days(today);
    match unit {
        TimeUnit::Week => {
            let monday = today - calendar::weekday(today) + 1 + 7 * count;
            // The working week.
            Some((monday, monday + 4))
        }
        TimeUnit::Month => {
            let index = year * 12 + month - 1 + count;
            let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
            Some((
                calendar::days_from_civil(year, month, 1)?,
                calendar::days_from_civil(year, month, calendar::days_in_month(year, month))?,
            ))
        }
        TimeUnit::Year => Some((
            calendar::days_from_civil(year + count, 1, 1)?,
            calendar::days_from_civil(year + count, 12, 31)?,
        )),
        _ => None,
    }
}

/// Returns the last and the first day of a part of a period: of a year and a quarter that begin, the
/// first month.
fn part(role: Role, (first, last): (i64, i64)) -> Option<(i64, i64)> {
    let long = last - first + 1;
    Some(match role {
        Role::End => (last, last - (long / 10)),
        Role::Start if long <= 31 => (first + long / 3 - 1, first),
        Role::Start => (calendar::add_months(first, 1) - 1, first),
        Role::Middle => (first + long / 2 - 1, first + long / 3),
        Role::FirstHalf if long > 92 => (calendar::add_months(first, 6) - 1, first),
        Role::FirstHalf => (first + long / 2 - 1, first),
        Role::SecondHalf => (last, first + long / 2),
        _ => return None,
    })
}
