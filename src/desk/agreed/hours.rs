//! Hours of a field, as people and time trackers write them.

use crate::desk::learning::spreadsheet::{Chosen, Estimates, read_as};
use crate::draft::{Separators, number};
use crate::engine::bounds::MOST_HOURS;

/// The hours in a text: a number, a clock such as `1:30`, or with units as in `40 h` and `2 days`. These are read as in a
/// list of finished jobs. `None` for anything else.
///
/// ```
/// # use takeon::{desk::agreed::hours, draft::Separators};
/// let german = Separators { decimal: ',', group: '.' };
/// assert_eq!(hours("1.040 Std.", german), Some(1040.0));
/// assert_eq!(hours("52:30", german), Some(52.5));
/// assert_eq!(hours("soon", german), None);
/// ```
pub fn hours(text: &str, separators: Separators) -> Option<f64> {
    let has_unit = text.contains(|c: char| c == ':' || c.is_alphabetic());
    let hours = match has_unit {
        true => tracked(&with_points(text, separators)),
        false => number(text, separators),
    };
    hours.filter(|hours| (0.0..=MOST_HOURS).contains(hours))
}

/// The hours of a list with this one cell.
fn tracked(cell: &str) -> Option<f64> {
    let list = format!("Project\tHours\nx\t{}", cell.trim());
    let chosen = Chosen {
        name: Some(0),
        actual: Some(1),
        ..Chosen::default()
    };
    let list = read_as(&list, Some(chosen), &Estimates::new());
    // More rows than one were no cell.
    let is_read = list.rows == 1 && list.errors.is_empty() && list.sums.is_empty();
    // A job without hours is none.
    is_read.then(|| list.tracked.first().map_or(0.0, |job| job.hours))
}

/// The text with decimal points and without thousands separators: a list of one number does not show which are which.
fn with_points(text: &str, separators: Separators) -> String {
    let is_figure = |c: char| c.is_ascii_digit() || ".,".contains(c);
    let mut rest = text;
    let mut written = String::new();
    while let Some(begin) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, figures) = rest.split_at(begin);
        let end = figures.find(|c| !is_figure(c)).unwrap_or(figures.len());
        let (figures, after) = figures.split_at(end);
        written.push_str(before);
        match number(figures, separators) {
            Some(value) if figures.contains(['.', ',']) => written.push_str(&value.to_string()),
            _ => written.push_str(figures),
        }
        rest = after;
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_with_clocks_and_units_in_the_notation_of_the_page() {
        let (english, german) = (
            Separators::default(),
            Separators {
                decimal: ',',
                group: '.',
            },
        );
        for (text, notation, read) in [
            ("40", english, Some(40.0)),
            ("1:30", english, Some(1.5)),
            ("1:05", german, Some(1.0 + 5.0 / 60.0)),
            ("52:30", english, Some(52.5)),
            ("40h", english, Some(40.0)),
            ("40 hours", english, Some(40.0)),
            ("1,040 h", english, Some(1040.0)),
            ("1.040 Std.", german, Some(1040.0)),
            ("1.040,5 Std.", german, Some(1040.5)),
            ("7,5 timer", german, Some(7.5)),
            ("2 jam 15 menit", german, Some(2.25)),
            ("1.5h", german, Some(1.5)),
            ("12h30", english, Some(12.5)),
            ("0:00", english, Some(0.0)),
            ("0 h", english, Some(0.0)),
            (":", english, None),
            ("40:75", english, None),
            ("40%", english, None),
            ("-3 h", english, None),
            ("20-30", english, None),
            ("20-30 h", english, None),
            ("1:30-2:30", english, None),
            ("40h\ny\t3h", english, None),
            ("9000000", english, None),
            ("half", english, None),
            ("h", english, None),
            ("", english, None),
        ] {
            let hours = hours(text, notation);
            let is_same = match (hours, read) {
                (Some(hours), Some(read)) => (hours - read).abs() < 1e-9,
                (hours, read) => hours == read,
            };
            assert!(is_same, "{text}: {hours:?}");
        }
    }
}
