//! Dates in the format of a browser's date field: `2027-01-15`.

use crate::calendar;

/// Returns the days from 1 January 1970 to a date in the Gregorian calendar, or `None` if it is not
/// a date.
///
/// ```
/// # use takeon::draft::days;
/// assert_eq!(days("1970-01-08"), Some(7));
/// assert_eq!(days("2027-02-29"), None);
/// ```
pub fn days(text: &str) -> Option<i64> {
    let mut parts = text
        .trim()
        .split('-')
        .map(|part| part.parse::<i64>().ok().filter(|_| part.len() <= 4));
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    calendar::days_from_civil(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

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
