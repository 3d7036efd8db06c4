//! Resolution of the parts of a date.

use super::Certainty;
use super::day::Parts;
use crate::calendar;
use crate::reader::text::Text;
use crate::reader::token::Class;

impl Text<'_> {
    /// Returns the day that the parts mean, the first possible one, and the certainty that they are
    /// a date.
    pub(super) fn resolve(
        &self,
        parts: &Parts,
        today: i64,
        end: usize,
    ) -> Option<(i64, i64, Certainty)> {
        let (this_year, this_month, _) = calendar::civil_from_days(today);
        let monday = today - calendar::weekday(today) + 1;
        if parts.is_either && parts.weekday.is_none() || parts.is_fraction {
            return None;
        }
        let base = |months: i64| {
            let index = this_year * 12 + this_month - 1 + months;
            (index.div_euclid(12), index.rem_euclid(12) + 1)
        };
        let same = |day: i64, certainty: Certainty| Some((day, day, certainty));
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
                let certainty = if parts.is_short && parts.weekday.is_none() {
                    Certainty::Weak
                } else {
                    Certainty::Full
                };
                if let Some(year) = year {
                    return calendar::days_from_civil(year, month, day)
                        .filter(|day| fits(*day))
                        .and_then(|day| same(day, certainty));
                }
                // The next one; the 29th of February may be years away.
                let next = (0..8)
                    .filter_map(|later| calendar::days_from_civil(this_year + later, month, day))
                    .find(|number| *number >= today)?;
                fits(next).then_some(())?;
                same(next, certainty)
            }
            (Some(day), false) => {
                let follows = matches!(
                    self.tokens.class(end),
                    None | Some(Class::Break | Class::Sign(_))
                );
                let certainty = if follows && parts.is_marked {
                    Certainty::Partial
                } else {
                    Certainty::Weak
                };
                // "The first page" is not a day.
                let is_other = parts.is_spelled && !follows && parts.weekday.is_none();
                if is_other || !(parts.is_marked || parts.weekday.is_some()) || parts.week.is_some()
                {
                    return None;
                }
                let next = (0..14).filter_map(|later| {
                    let (year, month) = base(later);
                    calendar::days_from_civil(year, month, day)
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
                            Certainty::Full
                        } else {
                            certainty
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
                let certainty = if parts.year.is_some() {
                    Certainty::Full
                } else {
                    Certainty::Partial
                };
                Some((
                    calendar::days_from_civil(year, month, calendar::days_in_month(year, month))?,
                    calendar::days_from_civil(year, month, 1)?,
                    certainty,
                ))
            }
            (None, false) => match (parts.weekday, parts.week) {
                (Some(weekday), Some(week)) => {
                    same(monday + 7 * week + weekday - 1, Certainty::Full)
                }
                (Some(weekday), None) => {
                    let ahead = (weekday - calendar::weekday(today) + 6).rem_euclid(7) + 1;
                    let is_this_week = today + ahead < monday + 7;
                    // "Next Friday" on a Monday is ambiguous.
                    if parts.is_next && !parts.is_this && is_this_week {
                        return None;
                    }
                    same(today + ahead, Certainty::Partial)
                }
                (None, Some(week)) => {
                    Some((monday + 7 * week + 4, monday + 7 * week, Certainty::Partial))
                }
                (None, None) => {
                    let year = year.filter(|_| parts.years.is_some())?;
                    Some((
                        calendar::days_from_civil(year, 12, 31)?,
                        calendar::days_from_civil(year, 1, 1)?,
                        Certainty::Partial,
                    ))
                }
            },
        }
    }
}
