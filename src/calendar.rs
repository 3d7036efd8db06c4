//! Days of the Gregorian calendar, counted from 1 January 1970.

/// Returns the number of a day, or `None` if there is no such date.
///
/// Source: the algorithm days_from_civil (Howard Hinnant, chrono-compatible low-level date algorithms).
pub fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=9999).contains(&year)
        || !(1..=12).contains(&month)
        || !(1..=days_in_month(year, month)).contains(&day)
    {
        return None;
    }
    // With March as the first month, the leap day is at the end of the year.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
            - 719_468,
    )
}

/// Returns the number of days of a month.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Returns year, month and day of a day number.
///
/// Source: the algorithm civil_from_days, ibid.
pub fn civil_from_days(number: i64) -> (i64, i64, i64) {
    let shifted = number + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day_of_year - (153 * from_march + 2) / 5 + 1)
}

/// Returns the whole days of these weeks, rounded up. Weeks between two days give their days.
pub fn days_in_weeks(weeks: f64) -> i64 {
    /// Part of a day that arithmetic may have added.
    const ERROR: f64 = 1e-6;
    (weeks * 7.0 - ERROR).ceil() as i64
}

/// Returns the day of the week: 1 is Monday, 7 is Sunday.
pub fn weekday(number: i64) -> i64 {
    (number + 3).rem_euclid(7) + 1
}

/// Returns the same day this many months later, or the last of that month.
pub fn add_months(number: i64, months: i64) -> i64 {
    let (year, month, date) = civil_from_days(number);
    let index = year * 12 + month - 1 + months;
    let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
    days_from_civil(year, month, date.min(days_in_month(year, month))).unwrap_or(number)
}

/// Returns the nth day of the week in a month, Monday as 1, or `None` if the month has fewer.
pub fn nth_weekday(year: i64, month: i64, nth: i64, weekday: i64) -> Option<i64> {
    let first = days_from_civil(year, month, 1)?;
    let day = first + (weekday - self::weekday(first)).rem_euclid(7) + 7 * (nth - 1);
    (civil_from_days(day).1 == month).then_some(day)
}

/// Returns Easter Sunday of a year.
///
/// Source: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991).
pub fn easter(year: i64) -> Option<i64> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    days_from_civil(year, n / 31, n % 31 + 1)
}

/// Formats a day for documents: `2027-01-15`.
pub fn to_iso(number: i64) -> String {
    let (year, month, day) = civil_from_days(number);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_between_two_days_give_their_days() {
        for days in 0..4000 {
            assert_eq!(days_in_weeks(f64::from(days) / 7.0), i64::from(days));
        }
        assert_eq!(days_in_weeks(0.5), 4);
    }

    #[test]
    fn dates_round_trip() {
        for (date, number) in [
            ((1970, 1, 1), 0),
            ((2000, 2, 29), 11_016),
            ((2026, 11, 29), 20_786),
            ((1969, 12, 31), -1),
        ] {
            let (year, month, of_month) = date;
            assert_eq!(days_from_civil(year, month, of_month), Some(number));
            assert_eq!(civil_from_days(number), date);
        }
        for number in -800_000..800_000 {
            let (year, month, of_month) = civil_from_days(number);
            assert!(year < 1 || days_from_civil(year, month, of_month) == Some(number));
        }
        assert_eq!(weekday(20_786), 7);
        assert_eq!(
            to_iso(add_months(days_from_civil(2024, 1, 31).unwrap(), 1)),
            "2024-02-29"
        );
        assert_eq!(easter(2027).map(to_iso).as_deref(), Some("2027-03-28"));
        assert_eq!(days_from_civil(2027, 2, 29), None);
    }
}
