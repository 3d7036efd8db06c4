//! Quantities in words: odds, durations, hours.

use super::words::{Words, key};
use crate::engine::{CountedFrom, Deadline, rounding, spoken_tenths};

/// Formats odds as they are spoken: "about 3 in 10", never 31.4 %.
pub fn odds(words: &Words, odds: f64) -> String {
    match spoken_tenths(odds) {
        0 => words.get("odds.none"),
        10.. => words.get("odds.all"),
        n => words.format("odds.some", &[("n", &words.number(f64::from(n), 0))]),
    }
}

/// Formats odds next to the confidence: odds below it are never rounded up to it.
pub fn odds_under(words: &Words, odds: f64, confidence: f64) -> String {
    let tenths = spoken_tenths(odds);
    if odds < confidence && f64::from(tenths) >= confidence * 10.0 {
        words.format("odds.under", &[("n", &words.number(confidence * 10.0, 1))])
    } else {
        self::odds(words, odds)
    }
}

/// Formats a deadline.
pub fn deadline(words: &Words, deadline: Deadline) -> String {
    match deadline {
        Deadline::Weeks { weeks: n, from } => counted(words, weeks(words, n), from),
        Deadline::Open => words.get("date.open"),
    }
}

/// Adds the day from which weeks are counted, unless that is today.
pub fn counted(words: &Words, weeks: String, from: CountedFrom) -> String {
    match from {
        CountedFrom::Today => weeks,
        CountedFrom::Start | CountedFrom::Content => {
            words.format(&key("weeks.from.{}", from.name()), &[("weeks", &weeks)])
        }
    }
}

/// Formats weeks to the half; less than one in days.
pub fn weeks(words: &Words, weeks: f64) -> String {
    let rounded = rounding::half_week(weeks);
    if rounded < 1.0 {
        return words.plural("days", (weeks * 7.0).round().max(1.0), &[]);
    }
    words.plural("weeks", rounded, &[])
}

/// Formats a range of weeks, each to the half.
pub fn weeks_range(words: &Words, (low, high): (f64, f64)) -> String {
    let (low, high) = (rounding::half_week(low), rounding::half_week(high));
    if low < high {
        words.plural("weeks.range", high, &[("low", &words.number(low, 1))])
    } else {
        words.plural("weeks", high, &[])
    }
}

/// Formats whole hours.
pub fn hours(words: &Words, hours: f64) -> String {
    words.plural("hours", hours.round(), &[])
}

/// Formats hours as they were typed or tracked, to the hundredth.
pub fn exact_hours(words: &Words, hours: f64) -> String {
    words.plural_exactly("hours", (hours * 100.0).round() / 100.0, &[])
}

/// Formats whole months.
pub fn months(words: &Words, months: f64) -> String {
    words.plural("months", months.round(), &[])
}
