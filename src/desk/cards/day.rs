//! Days as cards have them, as in 2026-03-31.

use crate::calendar::civil_from_days;
#[cfg(feature = "widget")]
use crate::{desk::browser, draft::days, i18n::Speech};

/// A day as in 2026-03-31, from its number of days from 1 January 1970.
pub fn date(day: i64) -> String {
    let (year, month, day) = civil_from_days(day);
    format!("{year}-{month:02}-{day:02}")
}

/// A day as in 2026-03-31, in words and with its year.
#[cfg(feature = "widget")]
pub fn said_day(speech: &Speech, day: &str) -> String {
    days(day).map_or_else(
        || day.to_owned(),
        |day| browser::long_date(speech.lang(), day),
    )
}
