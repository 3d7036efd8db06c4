//! The hours that a shop has, as they are stored: those of any week, those of single weeks, and calendars.

use crate::desk::cards::date;
use crate::draft::days;
use crate::engine::Capacity;
use crate::mail::{self, BusyTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;

/// Weeks of the strip: a quarter of a year, with the one that has begun.
pub const WEEKS: i64 = 14;

/// Hours, by the Monday of their week, as in 2026-03-30.
type ByWeek = BTreeMap<String, f64>;

/// The hours that a shop has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hours {
    /// Hours a week of all together; those that the terms give to one job where it is not said.
    pub usual: Option<f64>,
    /// Hours that were typed for a week.
    pub weeks: ByWeek,
    /// Hours that a calendar takes, by the name of its file.
    pub calendars: BTreeMap<String, Calendar>,
}

/// Time that a calendar takes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Calendar {
    /// Working days, from Monday to Friday, that are taken as a whole.
    pub days: ByWeek,
    /// Hours of other days.
    pub hours: ByWeek,
}

/// A week of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// Its Monday, in days from 1 January 1970.
    pub monday: i64,
    /// Hours that were typed for it.
    pub typed: Option<f64>,
    /// Hours that it has once calendars have taken theirs.
    pub hours: f64,
    /// Hours that calendars take.
    pub taken: f64,
}

/// The Monday of the week of a day, in days from 1 January 1970.
pub fn monday(day: i64) -> i64 {
    day - (day + 3).rem_euclid(7)
}

/// The days of the strip.
pub fn days_of_strip(today: i64) -> Range<i64> {
    let begin = monday(today);
    begin..begin + WEEKS * 7
}

impl Calendar {
    /// The time that a calendar file takes in a year: the strip goes on while the file stays.
    pub fn read(file: &str, today: i64) -> Calendar {
        let begin = monday(today);
        Calendar::new(&mail::busy_times(file, begin..begin + 53 * 7))
    }

    /// The time that is taken on some days. On Saturdays and Sundays whole days take none.
    fn new(busy: &[BusyTime]) -> Calendar {
        let mut calendar = Calendar::default();
        for BusyTime { day, hours } in busy {
            let week = date(monday(*day));
            match hours {
                Some(hours) => *calendar.hours.entry(week).or_default() += hours,
                None if (day + 3).rem_euclid(7) < 5 => {
                    *calendar.days.entry(week).or_default() += 1.0;
                }
                None => {}
            }
        }
        calendar
    }

    /// Hours that it takes of a week of so many.
    fn takes(&self, week: &str, hours: f64) -> f64 {
        let days = self.days.get(week).copied().unwrap_or_default();
        let timed = self.hours.get(week).copied().unwrap_or_default();
        (hours * days / 5.0 + timed).min(hours)
    }

    /// Hours that it takes of all weeks of the strip, of so many each.
    pub fn takes_in_all(&self, usual: f64, today: i64) -> f64 {
        let mondays = days_of_strip(today).step_by(7);
        mondays.map(|day| self.takes(&date(day), usual)).sum()
    }
}

impl Hours {
    /// The weeks of the strip, where a week has so many hours if it is not said.
    pub fn strip(&self, most: f64, today: i64) -> Vec<Week> {
        let usual = self.usual.unwrap_or(most);
        let week = |monday: i64| {
            let name = date(monday);
            let typed = self.weeks.get(&name).copied();
            // An owner who types the hours of a week knows their calendar.
            let calendars = self.calendars.values().filter(|_| typed.is_none());
            let taken: f64 = calendars.map(|calendar| calendar.takes(&name, usual)).sum();
            let hours = typed.unwrap_or_else(|| (usual - taken).max(0.0));
            Week {
                monday,
                typed,
                hours,
                taken: taken.min(usual),
            }
        };
        days_of_strip(today).step_by(7).map(week).collect()
    }

    /// The same hours as the engine has them.
    pub fn capacity(&self, most: f64, today: i64) -> Capacity {
        Capacity {
            first: (7 - (today - monday(today))) as f64 / 7.0,
            weeks: self
                .strip(most, today)
                .iter()
                .map(|week| week.hours)
                .collect(),
            usual: self.usual.unwrap_or(most),
        }
    }

    /// Forgets weeks that are over.
    pub fn forget_past(&mut self, today: i64) {
        let begin = monday(today);
        let is_ahead = |week: &String| days(week).is_some_and(|day| day >= begin);
        self.weeks.retain(|week, _| is_ahead(week));
        for calendar in self.calendars.values_mut() {
            calendar.days.retain(|week, _| is_ahead(week));
            calendar.hours.retain(|week, _| is_ahead(week));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// A Thursday.
    const TODAY: &str = "2026-12-03";

    #[test]
    fn the_strip_begins_with_what_is_left_of_this_week() {
        let today = days(TODAY).unwrap();
        let mut hours = Hours {
            usual: Some(75.0),
            ..Hours::default()
        };
        hours.weeks.insert("2026-12-21".into(), 0.0);
        let strip = hours.strip(25.0, today);
        assert_eq!(
            (strip.len(), date(strip[0].monday)),
            (14, "2026-11-30".into())
        );
        assert_eq!((strip[2].hours, strip[3].hours), (75.0, 0.0));
        let capacity = hours.capacity(25.0, today);
        assert_eq!((capacity.first, capacity.usual), (4.0 / 7.0, 75.0));
        assert_eq!(Hours::default().capacity(25.0, today).usual, 25.0);
    }

    #[test]
    fn a_calendar_takes_days_of_all_and_hours_of_one() {
        let today = days(TODAY).unwrap();
        let day = |text: &str| days(text).unwrap();
        let busy = [
            (day("2026-12-07"), Some(3.0)),
            (day("2026-12-10"), None),
            // A Saturday.
            (day("2026-12-12"), None),
        ];
        let busy = busy.map(|(day, hours)| BusyTime { day, hours });
        let mut hours = Hours {
            usual: Some(75.0),
            ..Hours::default()
        };
        hours.calendars.insert("ours".into(), Calendar::new(&busy));
        let week = &hours.strip(25.0, today)[1];
        assert_eq!((week.taken, week.hours), (18.0, 57.0));
        assert_eq!(hours.calendars["ours"].takes_in_all(75.0, today), 18.0);
        // Typed hours win.
        hours.weeks.insert("2026-12-07".into(), 70.0);
        assert_eq!(hours.strip(25.0, today)[1].hours, 70.0);
        hours.forget_past(day("2026-12-20"));
        assert!(hours.weeks.is_empty() && hours.calendars["ours"].days.is_empty());
    }
    #[test]
    fn a_calendar_is_kept_for_a_year_of_strips() {
        let today = days(TODAY).unwrap();
        let file = "BEGIN:VEVENT\nDTSTART:20270901T090000\nDTEND:20270901T110000\nEND:VEVENT";
        let mut hours = Hours::default();
        hours
            .calendars
            .insert("ours".into(), Calendar::read(file, today));
        let in_august = hours.strip(25.0, days("2027-08-30").unwrap());
        assert_eq!((in_august[0].taken, in_august[0].hours), (2.0, 23.0));
    }
}
