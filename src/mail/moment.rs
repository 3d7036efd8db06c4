//! Days and times of calendar entries (RFC 5545).

use crate::calendar;
use std::ops::Range;

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;

/// Moment: minutes from 1 January 1970, or a whole day.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub minutes: i64,
    pub is_day: bool,
}

/// Parses a day, or a day with a time: `20270301`, `20270301T093000Z`.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    let figure = |range: Range<usize>| text.get(range)?.parse::<i64>().ok();
    let (year, month, day) = (figure(0..4)?, figure(4..6)?, figure(6..8)?);
    let midnight = calendar::days_from_civil(year, month, day)? * DAY;
    let time = text.get(8..9).filter(|sign| sign.eq_ignore_ascii_case("T"));
    Some(match time {
        Some(_) => Moment {
            minutes: midnight + figure(9..11)? * 60 + figure(11..13)?,
            is_day: false,
        },
        None => Moment {
            minutes: midnight,
            is_day: true,
        },
    })
}
