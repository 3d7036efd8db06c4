//! Recognition of single weeks and days: a calendar week, the first Friday of a month, a holiday.

use super::{Certainty, FoundMoment, Moment};
use crate::calendar;
use crate::reader::senses::{Holiday, Role, TimeUnit};
use crate::reader::text::Text;

impl Text<'_> {
    /// Returns the working week of a calendar week: "week 12", "KW 8/2027".
    pub(super) fn week(&self, from: usize, today: i64) -> Option<FoundMoment> {
        let number = |at: usize| -> Option<i64> {
            let digits = self.tokens.digits(at).filter(|digits| digits.len() <= 2)?;
            digits.parse().ok().filter(|week| (1..=53).contains(week))
        };
        // "Week 12", "12. KW"
        let (week, behind) = if let Some(next) = self.role(from, Role::Week) {
            let start = self.past_point(next);
            (number(start)?, start + 1)
        } else {
            let point = self.past_point(from + 1);
            let next = self.role(point, Role::Week).filter(|_| point > from + 1)?;
            (number(from)?, next)
        };
        if self.unit(behind).is_some()
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
        // The week of 4 January is the first.
        let friday = |year: i64| -> Option<i64> {
            let fourth = calendar::days_from_civil(year, 1, 4)?;
            let friday = fourth - calendar::weekday(fourth) + 5 + 7 * (week - 1);
            // Few years have a week 53: its Thursday must still be in the year.
            (calendar::civil_from_days(friday - 1).0 == year).then_some(friday)
        };
        let (day, end) = match self.year(filler) {
            Some(year) => (friday(year)?, filler + 1),
            None => (coming(today, friday)?, behind),
        };
        Some(FoundMoment {
            moment: Moment::Day {
                day,
                since: day - 4,
            },
            start: from,
            end,
            certainty: Certainty::Full,
            is_limit: false,
            is_back: false,
        })
    }

    /// Reads "the first week of May".
    pub(super) fn nth_week(&self, from: usize, today: i64) -> Option<FoundMoment> {
        let is_week = |at: usize| {
            let (unit, next) = self.unit(at)?;
            (unit == TimeUnit::Week).then_some(next)
        };
        let at = self.role(from, Role::The).unwrap_or(from);
        let (nth, next) = match self.ordinal(at) {
            Some((nth, next)) => (nth, is_week(next)?),
            None => self.ordinal(is_week(at)?)?,
        };
        let ((first, last), end) = self.period(self.past_fillers(next), today)?;
        let since = first + 7 * (nth as i64 - 1);
        let is_inside = last - first < 31 && since + 6 <= last && nth >= 1.0;
        is_inside.then_some(FoundMoment {
            moment: Moment::Day {
                day: since + 6,
                since,
            },
            start: from,
            end,
            certainty: Certainty::Full,
            is_limit: false,
            is_back: false,
        })
    }

    /// Reads "the second Monday of May".
    pub(super) fn nth_weekday(&self, from: usize, today: i64) -> Option<FoundMoment> {
        let at = self.role(from, Role::The).unwrap_or(from);
        let (nth, next) = self.ordinal(at)?;
        let (weekday, next) = self.weekday(next).filter(|_| nth <= 5.0)?;
        let (month, next) = self.month(self.past_fillers(next))?;
        let (this_year, ..) = calendar::civil_from_days(today);
        let (day, end) = match self.year(next) {
            Some(year) => (
                calendar::nth_weekday(year, month, nth as i64, weekday)?,
                next + 1,
            ),
            None => (
                (0..2)
                    .filter_map(|later| {
                        calendar::nth_weekday(this_year + later, month, nth as i64, weekday)
                    })
                    .find(|day| *day >= today)?,
                next,
            ),
        };
        Some(FoundMoment {
            moment: Moment::Day { day, since: day },
            start: from,
            end,
            certainty: Certainty::Full,
            is_limit: false,
            is_back: false,
        })
    }

    pub(super) fn feast(
        &self,
        from: usize,
        holiday: Holiday,
        next: usize,
        today: i64,
    ) -> Option<FoundMoment> {
        let on = |year: i64| holiday.day(year);
        let filler = self.role(next, Role::Filler).unwrap_or(next);
        // "Fin de l'année" is a feast, and "fin de l'année prochaine" that of the next year.
        let next_year = self
            .role(next, Role::Next)
            .filter(|_| holiday == Holiday::YearEnd);
        // "Christmas next year".
        let shifted = self.year_shift(filler);
        let (this_year, ..) = calendar::civil_from_days(today);
        let (day, end) = match (self.year(filler), next_year, shifted) {
            (Some(year), ..) => (on(year)?, filler + 1),
            (_, Some(next), _) => (on(this_year + 1)?, next),
            (_, _, Some((years, next))) => (on(this_year + years)?, next),
            (None, None, None) => (coming(today, on)?, next),
        };
        Some(FoundMoment {
            moment: Moment::Day { day, since: day },
            start: from,
            end,
            certainty: Certainty::Full,
            is_limit: false,
            is_back: false,
        })
    }
}

/// Returns the day of this year or of the next, whichever is still to come.
fn coming(today: i64, on: impl Fn(i64) -> Option<i64>) -> Option<i64> {
    let (year, ..) = calendar::civil_from_days(today);
    (year..year + 2).filter_map(on).find(|day| *day >= today)
}
