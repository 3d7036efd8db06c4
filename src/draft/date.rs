//! Dates as a browser's date field gives them, `2027-01-15`, and back.

/// The days from 1 January 1970 to a date, in the Gregorian calendar. `None` for what is no date.
///
/// ```
/// # use takeon::draft::days;
/// assert_eq!(days("1970-01-08"), Some(7));
/// assert_eq!(days("2027-02-29"), None);
/// ```
///
/// Source: the algorithm days_from_civil (Howard Hinnant, chrono-compatible low-level date algorithms).
pub fn days(text: &str) -> Option<i64> {
    let mut parts = text
        .trim()
        .split('-')
        .map(|part| part.parse::<i64>().ok().filter(|_| part.len() <= 4));
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let longest = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if parts.next().is_some()
        || !(1..=9999).contains(&year)
        || !(1..=12).contains(&month)
        || !(1..=longest).contains(&day)
    {
        return None;
    }
    // A year that begins in March has its leap day at the end.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// The date of a day, in days from 1 January 1970, in the Gregorian calendar. For years from 1 to 9999.
///
/// ```
/// # use takeon::draft::iso;
/// assert_eq!(iso(7), "1970-01-08");
/// ```
///
/// Source: the algorithm civil_from_days (Howard Hinnant, chrono-compatible low-level date algorithms).
pub fn iso(day: i64) -> String {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let date = of_year - (153 * from_march + 2) / 5 + 1;
    let month = (from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{date:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_the_date_that_it_is_read_from() {
        for day in (-200_000..200_000).step_by(13) {
            assert_eq!(days(&iso(day)), Some(day), "{}", iso(day));
        }
    }

    #[test]
    fn days_are_counted_over_leap_years_and_centuries() {
        for (date, expected) in [
            ("1970-01-01", Some(0)),
            ("2000-02-29", Some(11_016)),
            ("2000-03-01", Some(11_017)),
            ("2026-11-21", Some(20_778)),
            ("2100-02-29", None),
            ("2027-13-01", None),
            ("2027-04-31", None),
            ("15.1.2027", None),
            ("2027-01-15-1", None),
            ("", None),
        ] {
            assert_eq!(days(date), expected, "{date}");
        }
    }
}
