//! Rules by which calendar entries recur (RFC 5545).

use super::moment::{DAY, moment};
use crate::calendar::civil_from_days;
use std::ops::Range;

/// Maximum number of recurrences of an entry: the days of a century.
const MOST: usize = 36_525;

/// Frequency of a recurrence.
#[derive(Clone, Copy)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
    /// A rule that is not supported.
    Once,
}

/// Rule of a recurrence.
pub(super) struct Rule {
    frequency: Frequency,
    /// Days, weeks, months or years between two occurrences.
    every: i64,
    /// Last possible day.
    until: i64,
    /// Number of occurrences, if it is limited.
    count: Option<usize>,
    /// Days of the week, Monday as 0. Empty for that of the first day.
    weekdays: Vec<i64>,
}

impl Rule {
    /// Parses the rule of an entry that begins on a day.
    pub fn read(rule: &str, first: i64) -> Rule {
        let part = |name: &str| {
            let mut parts = rule.split(';').filter_map(|part| part.split_once('='));
            parts
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value)
        };
        let number = |name: &str| part(name).and_then(|value| value.parse::<i64>().ok());
        let (_, month, of_month) = civil_from_days(first);
        // Parts that only repeat the first day change nothing.
        let repeats = |name: &str, own: i64| part(name).is_none() || number(name) == Some(own);
        let has_none = |names: &[&str]| names.iter().all(|name| part(name).is_none());
        let is_own_day = repeats("BYMONTHDAY", of_month) && has_none(&["BYDAY", "BYSETPOS"]);
        let is_own_month = repeats("BYMONTH", month) && has_none(&["BYWEEKNO"]);
        let weekdays = part("BYDAY").unwrap_or_default().split(',');
        let until = part("UNTIL").and_then(moment);
        Rule {
            frequency: match part("FREQ") {
                Some("DAILY") => Frequency::Daily,
                Some("WEEKLY") => Frequency::Weekly,
                Some("MONTHLY") if is_own_day => Frequency::Monthly,
                Some("YEARLY") if is_own_day && is_own_month => Frequency::Yearly,
                _ => Frequency::Once,
            },
            every: number("INTERVAL").unwrap_or(1).clamp(1, 10_000),
            until: until.map_or(i64::MAX, |until| until.minutes.div_euclid(DAY)),
            count: number("COUNT").map(|count| count.clamp(0, MOST as i64) as usize),
            weekdays: weekdays.filter_map(weekday).collect(),
        }
    }

    /// Returns the days within a range on which an entry with this first day recurs.
    pub fn days(&self, first: i64, range: &Range<i64>) -> Vec<i64> {
        let end = range.end.min(self.until.saturating_add(1));
        let end = end.min(first.saturating_add(MOST as i64));
        // Those before the range have to be counted only if there is a limit to their number.
        let begin = match self.count {
            Some(_) => first,
            None => first.max(range.start),
        };
        let days = (begin..end).filter(|day| self.is_on(first, *day));
        let days = days.take(self.count.unwrap_or(MOST));
        days.skip_while(|day| *day < range.start).collect()
    }

    fn is_on(&self, first: i64, day: i64) -> bool {
        let since = day - first;
        let is_weekday = || self.weekdays.contains(&(day + 3).rem_euclid(7));
        // Months from the first day, if it is the same day of the month.
        let months = || {
            let (year, month, of_month) = civil_from_days(day);
            let (first_year, first_month, first_of_month) = civil_from_days(first);
            let months = (year - first_year) * 12 + month - first_month;
            (of_month == first_of_month).then_some(months)
        };
        match self.frequency {
            Frequency::Daily => {
                since % self.every == 0 && (self.weekdays.is_empty() || is_weekday())
            }
            Frequency::Weekly => {
                let week = |day: i64| (day + 3).div_euclid(7);
                (week(day) - week(first)) % self.every == 0
                    && if self.weekdays.is_empty() {
                        since % 7 == 0
                    } else {
                        is_weekday()
                    }
            }
            Frequency::Monthly => months().is_some_and(|months| months % self.every == 0),
            Frequency::Yearly => months().is_some_and(|months| months % (12 * self.every) == 0),
            Frequency::Once => since == 0,
        }
    }
}

/// Parses a day of the week in a rule, Monday as 0.
fn weekday(text: &str) -> Option<i64> {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let name = text
        .trim()
        .trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    names
        .iter()
        .position(|known| *known == name)
        .map(|day| day as i64)
}
