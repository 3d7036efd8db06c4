//! Lengths of time as time trackers and people write them, in hours.

/// Hours of a working day. Assumption: trackers let a shop choose it, and most leave it at eight.
pub(super) const DAY: f64 = 8.0;

/// Hours of a working week, of five such days.
const WEEK: f64 = 5.0 * DAY;

/// Units in the languages that the calculator speaks, each with its hours: beginnings of words from three bytes on.
const UNITS: [(&str, f64); 50] = [
    ("week", WEEK),
    ("woche", WEEK),
    ("w", WEEK),
    // Minutes, before what else begins with an m.
    ("min", 1.0 / 60.0),
    ("mnt", 1.0 / 60.0),
    ("menit", 1.0 / 60.0),
    ("m", 1.0 / 60.0),
    ("dk", 1.0 / 60.0),
    ("dakika", 1.0 / 60.0),
    ("分", 1.0 / 60.0),
    ("دقيق", 1.0 / 60.0),
    ("دقائق", 1.0 / 60.0),
    ("sec", 1.0 / 3600.0),
    ("sek", 1.0 / 3600.0),
    ("秒", 1.0 / 3600.0),
    ("hari", DAY),
    ("h", 1.0),
    ("hr", 1.0),
    ("hrs", 1.0),
    ("hour", 1.0),
    ("heure", 1.0),
    ("hora", 1.0),
    ("stunde", 1.0),
    ("std", 1.0),
    ("st", 1.0),
    ("tage", DAY),
    ("tag", DAY),
    ("pt", DAY),
    ("time", 1.0),
    ("t", 1.0),
    ("uur", 1.0),
    ("uren", 1.0),
    ("u", 1.0),
    ("godz", 1.0),
    ("g", 1.0),
    ("saat", 1.0),
    ("sa", 1.0),
    ("s", 1.0 / 3600.0),
    ("jam", 1.0),
    ("jour", DAY),
    ("j", DAY),
    ("時間", 1.0),
    ("ساع", 1.0),
    ("day", DAY),
    ("dag", DAY),
    ("dní", DAY),
    ("d", DAY),
    ("gün", DAY),
    ("日", DAY),
    ("يوم", DAY),
];

/// A length of time.
#[derive(Clone, Copy)]
pub(super) struct Length {
    /// Hours.
    pub hours: f64,
    /// True if it was said in days or weeks.
    pub is_in_days: bool,
}

/// The length of `40:30`, `40:30:00`, `12h 30m`, `3d 4h`, `PT40H30M` or `45 min`. `None` for anything else, a bare
/// number among it. `number` reads a number.
///
/// Assumption: a day that people write is one of work. One of `P2DT12H`, which only programs write, has 24 hours.
pub(super) fn duration(cell: &str, number: &dyn Fn(&str) -> Option<f64>) -> Option<Length> {
    let cell = cell.trim().to_lowercase();
    let mut is_in_days = false;
    let length = |hours: f64, is_in_days: bool| Length { hours, is_in_days };
    if cell.contains(':') {
        return clock(&cell).map(|hours| length(hours, false));
    }
    // As ISO 8601 has it.
    let is_start = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit() || c == 't');
    let body = match cell.strip_prefix('p').filter(is_start) {
        Some(rest) => match rest.split_once('d') {
            Some((days, after)) => {
                let hours = number(days)? * 24.0;
                let after = after.trim_start_matches('t');
                let after = match after.is_empty() {
                    true => 0.0,
                    false => duration(after, number)?.hours,
                };
                return Some(length(hours + after, false));
            }
            None => rest.replace('t', " "),
        },
        None => cell,
    };
    let mut rest = body.trim();
    let mut hours = 0.0;
    let (mut parts, mut last) = (0, 0.0);
    while !rest.is_empty() {
        let Some(end) = rest.find(|c: char| c.is_alphabetic()) else {
            // Minutes may go without saying: 12h30.
            let minutes = number(rest).filter(|minutes| last == 1.0 && *minutes < 60.0)?;
            return Some(length(hours + minutes / 60.0, is_in_days));
        };
        let (figure, after) = rest.split_at_checked(end)?;
        let end = after
            .find(|c: char| !c.is_alphabetic() && c != '.')
            .unwrap_or(after.len());
        let (unit, after) = after.split_at_checked(end)?;
        let unit = unit.trim_end_matches('.');
        // An abbreviation must match in full: 2 months are not 2 minutes.
        let is_it = |name: &str| match name.len() {
            ..3 => unit == name,
            _ => unit.starts_with(name),
        };
        let (_, each) = UNITS.iter().find(|(name, _)| is_it(name))?;
        hours += number(figure.trim())? * each;
        (parts, last) = (parts + 1, *each);
        is_in_days |= *each >= DAY;
        rest = after.trim_start_matches([' ', ',', '\u{a0}']);
        if rest.starts_with("and ") || rest.starts_with("und ") {
            rest = rest.get(4..)?;
        }
    }
    (parts > 0).then_some(length(hours, is_in_days))
}

/// Hours of a clock that runs on: `40:30`, `40:30:00`, `1 day, 02:00:00` not among it.
fn clock(cell: &str) -> Option<f64> {
    let whole = |text: &str| text.trim().parse::<u32>().ok().map(f64::from);
    let (hours, rest) = cell.split_once(':')?;
    let (minutes, seconds) = rest.split_once(':').unwrap_or((rest, "0"));
    let seconds = seconds.split('.').next().unwrap_or_default();
    let (minutes, seconds) = (whole(minutes)?, whole(seconds)?);
    let is_clock = minutes < 60.0 && seconds < 60.0;
    is_clock.then_some(whole(hours)? + minutes / 60.0 + seconds / 3600.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_hours_however_they_are_written() {
        let number = |text: &str| text.replace(',', ".").parse().ok();
        for (cell, hours) in [
            ("40:30", 40.5),
            ("52:15:00", 52.25),
            ("0:00:36", 0.01),
            ("12h 30m", 12.5),
            ("12h30", 12.5),
            ("3d 4h", 28.0),
            ("1w 2d 3h 30m", 59.5),
            ("PT40H30M", 40.5),
            ("P1DT2H", 26.0),
            ("P2D", 48.0),
            ("P1DT2H30M", 26.5),
            ("45 min", 0.75),
            ("2 Std. 30 Min.", 2.5),
            ("2,5 Tage", 20.0),
            ("7,5 timer", 7.5),
            ("3 t 15 min", 3.25),
            ("4 uur", 4.0),
            ("2 godz. 30 min", 2.5),
            ("3 saat 30 dk", 3.5),
            ("2 jam 15 menit", 2.25),
            ("2 hari", 16.0),
            ("2 jours", 16.0),
            ("3 heures 30 minutes", 3.5),
            ("12時間30分", 12.5),
            ("3日", 24.0),
            ("5 ساعات", 5.0),
            ("90 seconds", 0.025),
            ("2 hours and 6 minutes", 2.1),
            ("40:75", f64::NAN),
            ("4 apples", f64::NAN),
            ("2 months", f64::NAN),
            ("3 horas 15 min", 3.25),
            ("40", f64::NAN),
            ("h", f64::NAN),
            ("", f64::NAN),
        ] {
            let read = duration(cell, &number).map_or(f64::NAN, |length| length.hours);
            let is_same = (read - hours).abs() < 1e-9 || read.is_nan() && hours.is_nan();
            assert!(is_same, "{cell}: {read}");
        }
    }
}
