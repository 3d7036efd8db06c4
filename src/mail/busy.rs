//! Busy time in calendar entries (RFC 5545): days off, and hours.

use super::calendar::{Property, entries, unfolded};
use super::moment::{DAY, Moment, moment};
use super::repeat::Rule;
use std::collections::BTreeMap;
use std::ops::Range;

/// Working hours in minutes of a day. Assumption: eight hours, from nine to five.
const WORK: Range<i64> = 9 * 60..17 * 60;

/// Busy time on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BusyTime {
    /// Day, in days from 1 January 1970.
    pub day: i64,
    /// Busy hours: above 0, at most 24. `None` for the whole day.
    pub hours: Option<f64>,
}

/// Returns the busy time in a calendar on a range of days, in days from 1 January 1970, one item
/// for a day in ascending order. Overlapping entries count once. Entries that are marked as free or
/// cancelled do not count. An occurrence that was moved or cancelled counts as its own entry says.
/// Of timed entries longer than a day, such as journeys, only working hours count.
///
/// Recurrence by day, week, month or year is supported; for other rules only the first occurrence
/// counts. Hours are local wall-clock time: time zones are ignored except for the date.
///
/// ```
/// # use takeon::mail::{BusyTime, busy_times};
/// let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301T090000\nDTEND:20270301T103000\nEND:VEVENT\nEND:VCALENDAR";
/// assert_eq!(busy_times(file, 20_000..22_000), [BusyTime { day: 20_878, hours: Some(1.5) }]);
/// ```
pub fn busy_times(file: &str, days: Range<i64>) -> Vec<BusyTime> {
    let file = unfolded(file);
    let entries: Vec<Entry> = entries(&file, &["VEVENT"])
        .iter()
        .map(|properties| Entry::read(properties))
        .collect();
    let mut replaced: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for entry in &entries {
        let days = replaced.entry(entry.uid.clone()).or_default();
        days.extend(entry.replaces);
    }
    let mut spans: Vec<(i64, i64, bool)> = Vec::new();
    for mut entry in entries {
        if entry.replaces.is_none() && !entry.uid.is_empty() {
            entry
                .except
                .extend(replaced.get(&entry.uid).into_iter().flatten());
        }
        entry.add_to(&mut spans, &days);
    }
    spans.sort_unstable();
    let mut all = Vec::new();
    for day in days {
        let (begin, end) = (day * DAY, (day + 1) * DAY);
        let on_it = spans.iter().filter(|span| span.0 < end && span.1 > begin);
        let (mut minutes, mut until, mut is_whole) = (0, begin, false);
        for (from, to, whole) in on_it {
            is_whole |= whole;
            let to = (*to).min(end);
            minutes += (to - (*from).max(until)).max(0);
            until = until.max(to);
        }
        if is_whole || minutes > 0 {
            let hours = (!is_whole).then_some(minutes as f64 / 60.0);
            all.push(BusyTime { day, hours });
        }
    }
    all
}

/// Entry, as far as it was read.
#[derive(Default)]
struct Entry {
    start: Option<Moment>,
    end: Option<Moment>,
    /// Duration in minutes.
    duration: Option<i64>,
    rule: String,
    /// Days excluded from its recurrence.
    except: Vec<i64>,
    is_free: bool,
    /// Id that it shares with its recurrences.
    uid: String,
    /// Day of the recurrence that it stands for.
    replaces: Option<i64>,
}

impl Entry {
    fn read(properties: &[Property]) -> Entry {
        let mut entry = Entry::default();
        for property in properties {
            let value = property.value;
            let has = |text: &str| value.eq_ignore_ascii_case(text);
            let day_of = |moment: Moment| moment.minutes.div_euclid(DAY);
            match &*property.name {
                "DTSTART" => entry.start = moment(value),
                "DTEND" => entry.end = moment(value),
                "DURATION" => entry.duration = duration(value),
                "RRULE" => entry.rule = value.to_ascii_uppercase(),
                "EXDATE" => {
                    let days = value.split(',').filter_map(moment);
                    entry.except.extend(days.map(day_of));
                }
                "UID" => value.clone_into(&mut entry.uid),
                "RECURRENCE-ID" => entry.replaces = moment(value).map(day_of),
                "TRANSP" => entry.is_free |= has("TRANSPARENT"),
                "STATUS" => entry.is_free |= has("CANCELLED"),
                "X-MICROSOFT-CDO-BUSYSTATUS" => entry.is_free |= has("FREE"),
                _ => {}
            }
        }
        entry
    }

    /// Adds the intervals that it takes, and whether they are whole days.
    fn add_to(&self, spans: &mut Vec<(i64, i64, bool)>, days: &Range<i64>) {
        let Some(start) = self.start.filter(|_| !self.is_free) else {
            return;
        };
        let alone = if start.is_day { DAY } else { 0 };
        let length = self.end.map(|end| end.minutes - start.minutes);
        // A longer entry is cut, so that it cannot take for ever.
        let length = length
            .or(self.duration)
            .unwrap_or(alone)
            .clamp(alone, 3660 * DAY);
        let first = start.minutes.div_euclid(DAY);
        // An occurrence that began earlier may last into the range.
        let reach = days.start - length / DAY - 1..days.end;
        let occurrences = if self.rule.is_empty() {
            vec![first]
        } else {
            Rule::read(&self.rule, first).days(first, &reach)
        };
        for day in occurrences {
            let begin = start.minutes + (day - first) * DAY;
            if self.except.contains(&day) || begin + length <= days.start * DAY || length == 0 {
                continue;
            }
            if start.is_day || length <= DAY {
                spans.push((begin, begin + length, start.is_day));
                continue;
            }
            let end = (begin + length).min(days.end * DAY);
            for day in begin.div_euclid(DAY).max(days.start)..=end.div_euclid(DAY) {
                let from = begin.max(day * DAY + WORK.start);
                let to = end.min(day * DAY + WORK.end);
                if from < to && (day + 3).rem_euclid(7) < 5 {
                    spans.push((from, to, false));
                }
            }
        }
    }
}

/// Parses a duration into minutes: `P2D`, `PT1H30M`, `P1W`.
fn duration(text: &str) -> Option<i64> {
    let mut minutes = 0;
    let mut number = String::new();
    for sign in text.trim_start_matches('+').chars() {
        let unit = match sign {
            '0'..='9' => {
                number.push(sign);
                continue;
            }
            'P' | 'T' => continue,
            'W' => 7 * DAY,
            'D' => DAY,
            'H' => 60,
            'M' => 1,
            'S' => 0,
            _ => return None,
        };
        minutes += std::mem::take(&mut number)
            .parse::<i32>()
            .ok()
            .map(i64::from)?
            * unit;
    }
    Some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar;

    fn of(entries: &[&str]) -> Vec<(i64, Option<f64>)> {
        let entries = entries
            .iter()
            .map(|entry| format!("BEGIN:VEVENT\n{entry}\nEND:VEVENT\n"));
        let file = [
            "BEGIN:VCALENDAR\n",
            &entries.collect::<String>(),
            "END:VCALENDAR",
        ]
        .concat();
        let monday = calendar::days_from_civil(2027, 3, 1).unwrap();
        let days = busy_times(&file, monday..monday + 28);
        days.into_iter()
            .map(|busy| (busy.day - monday, busy.hours))
            .collect()
    }

    #[test]
    fn hours_and_whole_days_are_distinguished() {
        assert_eq!(
            of(&[
                "DTSTART;TZID=\"Europe/Berlin: summer\":20270302T090000\nDTEND:20270302T103000",
                "DTSTART;VALUE=DATE:20270303\nDTEND;VALUE=DATE:20270305",
                "DTSTART:20270306T220000Z\nDURATION:PT4H",
                "DTSTART;VALUE=DATE:20270310",
                "DTSTART:20270311T090000",
            ]),
            [
                (1, Some(1.5)),
                (2, None),
                (3, None),
                (5, Some(2.0)),
                (6, Some(2.0)),
                (9, None)
            ]
        );
    }

    #[test]
    fn free_entries_and_overlaps_are_not_counted() {
        assert_eq!(
            of(&[
                "DTSTART:20270301T090000\nDTEND:20270301T110000",
                "DTSTART:20270301T100000\nDTEND:20270301T120000\nBEGIN:VALARM\nDURATION:PT9H\nEND:VALARM",
                "DTSTART:20270302T090000\nDTEND:20270302T110000\nTRANSP:TRANSPARENT",
                "DTSTART:20270303T090000\nDTEND:20270303T110000\nSTATUS:CANCELLED",
            ]),
            [(0, Some(3.0))]
        );
    }

    #[test]
    fn recurring_entries_are_repeated() {
        let hour = "DTSTART:20270201T090000\nDTEND:20270201T100000\nRRULE:FREQ=";
        let on = |rule: &str| -> Vec<i64> {
            let days = of(&[&[hour, rule].concat()]);
            days.into_iter().map(|(day, _)| day).collect()
        };
        assert_eq!(on("WEEKLY"), [0, 7, 14, 21]);
        assert_eq!(on("WEEKLY;INTERVAL=2;BYDAY=TU,TH"), [1, 3, 15, 17]);
        assert_eq!(on("WEEKLY;UNTIL=20270308T235959Z"), [0, 7]);
        assert_eq!(on("DAILY;COUNT=30"), [0, 1]);
        assert_eq!(on("MONTHLY"), [0]);
        assert_eq!(on("YEARLY"), [] as [i64; 0]);
        assert_eq!(
            on("WEEKLY\nEXDATE:20270308T090000,20270315T090000"),
            [0, 21]
        );
    }

    #[test]
    fn a_series_is_expanded_only_within_the_range() {
        let first = calendar::days_from_civil(1950, 1, 2).unwrap();
        let range = calendar::days_from_civil(2027, 3, 1).unwrap()
            ..calendar::days_from_civil(2027, 3, 8).unwrap();
        let on = |rule: &str| Rule::read(rule, first).days(first, &range);
        assert_eq!(on("FREQ=DAILY"), range.clone().collect::<Vec<i64>>());
        assert_eq!(on("FREQ=WEEKLY"), [range.start]);
        // 77 years with 19 leap days, January, February, and two days.
        assert_eq!(
            on("FREQ=DAILY;COUNT=28184"),
            range.clone().take(2).collect::<Vec<i64>>()
        );
        assert_eq!(on("FREQ=DAILY;COUNT=28000"), [] as [i64; 0]);
        // An entry that began before goes on.
        let long = "DTSTART;VALUE=DATE:20270213\nDURATION:P20D\nRRULE:FREQ=YEARLY";
        assert_eq!(of(&[long]).len(), 4);
    }

    #[test]
    fn rules_that_only_repeat_the_first_day_are_known() {
        let on = |start: &str, rule: &str| -> Vec<i64> {
            let entry = format!("DTSTART;VALUE=DATE:{start}\nRRULE:FREQ={rule}");
            let days = of(&[&entry]);
            days.into_iter().map(|(day, _)| day).collect()
        };
        assert_eq!(on("20270115", "MONTHLY;BYMONTHDAY=15"), [14]);
        assert_eq!(on("20260315", "YEARLY;BYMONTH=3;BYMONTHDAY=15"), [14]);
        // Others are not, and count once.
        assert_eq!(on("20270115", "MONTHLY;BYMONTHDAY=15,20"), [] as [i64; 0]);
        assert_eq!(on("20260315", "YEARLY;BYMONTH=6"), [] as [i64; 0]);
    }

    #[test]
    fn moved_and_cancelled_occurrences_leave_the_series() {
        let series = "UID:a\nDTSTART:20270201T090000\nDTEND:20270201T100000\nRRULE:FREQ=WEEKLY";
        let moved =
            "UID:a\nRECURRENCE-ID:20270308T090000\nDTSTART:20270310T090000\nDTEND:20270310T110000";
        let cancelled = "UID:a\nRECURRENCE-ID:20270315T090000\nDTSTART:20270315T090000\nDTEND:20270315T100000\nSTATUS:CANCELLED";
        let other =
            "UID:b\nRECURRENCE-ID:20270301T090000\nDTSTART:20270302T090000\nDTEND:20270302T100000";
        assert_eq!(
            of(&[moved, series, cancelled, other]),
            [
                (0, Some(1.0)),
                (1, Some(1.0)),
                (9, Some(2.0)),
                (21, Some(1.0))
            ]
        );
    }

    #[test]
    fn an_entry_over_several_days_takes_working_hours_and_one_without_length_a_day() {
        assert_eq!(of(&["DTSTART:20270305T170000\nDTEND:20270307T200000"]), []);
        assert_eq!(
            of(&["DTSTART:20270304T130000\nDTEND:20270308T110000"]),
            [(3, Some(4.0)), (4, Some(8.0)), (7, Some(2.0))]
        );
        assert_eq!(
            of(&["DTSTART;VALUE=DATE:20270303\nDTEND;VALUE=DATE:20270303"]),
            [(2, None)]
        );
    }
}
