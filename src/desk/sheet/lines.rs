//! Services typed or pasted as lines: a name, and one to three numbers of hours.

use super::value::plain;
use crate::draft::{Separators, number};
use crate::engine::bounds::MOST_HOURS;
use serde_json::{Value, json};

/// Words for hours behind a number, in the languages of the tools.
const HOURS: [&str; 13] = [
    "h", "hr", "hrs", "hour", "hours", "t", "time", "timer", "std", "stunde", "stunden", "st",
    "jam",
];

/// Words between the low and the high hours.
const TO: [&str; 15] = [
    "to", "and", "bis", "und", "til", "og", "sampai", "hingga", "dan", "s/d", "-", "–", "—", "…",
    "..",
];

/// Words before the low hours.
const FROM: [&str; 9] = [
    "from", "between", "von", "zwischen", "fra", "mellem", "dari", "antara", "mulai",
];

/// Words before the likely hours, or in brackets around them.
const LIKELY: [&str; 10] = [
    "likely",
    "usually",
    "typically",
    "wahrscheinlich",
    "meist",
    "sandsynligt",
    "sandsynligvis",
    "typisk",
    "biasanya",
    "umumnya",
];

/// A service of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Name.
    pub name: String,
    /// Hours: low, likely, high.
    pub hours: [f64; 3],
}

/// Something in a line that is about hours.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    Number(f64),
    /// Unit of the number before.
    Unit,
    To,
    From,
    Likely,
}

use Item::{From, Likely, Number, To, Unit};

/// Returns the services of a text, and the numbers of the lines that are none, from 1. A first line of titles is left out.
/// Numbers are read in the notation of `separators`.
pub fn lines(text: &str, separators: Separators) -> (Vec<Line>, Vec<usize>) {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for (index, line) in text.lines().enumerate() {
        match line_of(line, separators) {
            Some(line) => found.push(line),
            None if line.trim().is_empty() => {}
            None => wrong.push(index + 1),
        }
    }
    // Titles have no numbers, and there is more to come.
    if wrong.first() == Some(&1) && !found.is_empty() && text.lines().next().is_some_and(is_title) {
        wrong.remove(0);
    }
    (found, wrong)
}

/// The lines of a text with these numbers, from 1.
pub fn left(text: &str, wrong: &[usize]) -> String {
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(index, _)| wrong.contains(&(index + 1)));
    lines.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

fn is_title(line: &str) -> bool {
    line.contains(['\t', ';', ',', '|']) && !line.contains(|c: char| c.is_ascii_digit())
}

fn line_of(line: &str, separators: Separators) -> Option<Line> {
    let cells = cells(line.trim(), separators);
    // The hours are the last cells; each of their items has the number of the cells before its own.
    let mut items: Vec<(usize, Item)> = Vec::new();
    for (before, cell) in cells.iter().enumerate().rev() {
        let Some(read) = items_of(cell, separators) else {
            break;
        };
        items.splice(..0, read.into_iter().map(|item| (before, item)));
    }
    // A name may end in what could be about hours, such as a figure.
    loop {
        let all: Vec<Item> = items.iter().map(|(_, item)| *item).collect();
        if let Some(hours) = hours(&all) {
            let (before, _) = items.first()?;
            return named(&cells[..*before].join(" "), hours);
        }
        // The ends of a range stay together.
        match all[..] {
            [Unit | To | From | Likely, ..]
            | [Number(_), Number(_), ..]
            | [Number(_), Unit, Number(_), ..] => items.remove(0),
            _ => return None,
        };
    }
}

/// A service of a name with hours: low, likely, high. `None` without a name, or if the hours do not rise.
fn named(name: &str, hours: [f64; 3]) -> Option<Line> {
    let [low, likely, high] = hours;
    let name = name.trim_matches([',', ':', '-', '–', '—', '(', ' ']);
    let is_rising = 0.0 < low && low <= likely && likely <= high && high <= MOST_HOURS;
    (!name.is_empty() && is_rising).then(|| Line {
        name: name.to_owned(),
        hours,
    })
}

/// The hours that items say: low, likely, high. `None` if they are about something else as well.
fn hours(items: &[Item]) -> Option<[f64; 3]> {
    let is_unit_alone = |pair: &[Item]| {
        !matches!(
            pair,
            [Number(_), Unit] | [_, Number(_) | To | From | Likely]
        )
    };
    let units = items.first() == Some(&Unit) || items.windows(2).any(is_unit_alone);
    if units {
        return None;
    }
    let plain: Vec<Item> = items.iter().copied().filter(|item| *item != Unit).collect();
    // Between the two as many times more as less.
    let between = |low: f64, high: f64| [low, (low * high).sqrt().round(), high];
    Some(match plain[..] {
        [Number(likely)] | [Likely, Number(likely)] => [likely / 2.0, likely, likely * 2.0],
        [Number(low), Number(high)]
        | [Number(low), To, Number(high)]
        | [From, Number(low), To, Number(high)] => between(low, high),
        [Number(low), Number(likely), Number(high)]
        | [Number(low), To, Number(likely), To, Number(high)]
        | [Number(low), Number(high), Likely, Number(likely)]
        | [Number(low), To, Number(high), Likely, Number(likely)]
        | [From, Number(low), To, Number(high), Likely, Number(likely)]
        | [Likely, Number(likely), Number(low), To, Number(high)]
        | [Likely, Number(likely), From, Number(low), To, Number(high)] => [low, likely, high],
        _ => return None,
    })
}

/// The cells of a line: words, and those between tabs, semicolons or bars, where there are any, unless they have hours only.
fn cells(line: &str, separators: Separators) -> Vec<&str> {
    let marks = ['\t', ';', '|'];
    match marks.into_iter().find(|mark| line.contains(*mark)) {
        Some(mark) => {
            let parts = |cell: &'_ str| -> bool {
                cell.split_whitespace()
                    .all(|part| items_of(part, separators).is_some())
            };
            let mut cells = Vec::new();
            for cell in line.split(mark).map(str::trim) {
                match parts(cell) {
                    true => cells.extend(cell.split_whitespace()),
                    false => cells.push(cell),
                }
            }
            cells
        }
        None => line
            .split(' ')
            .filter(|word| !word.trim().is_empty())
            .collect(),
    }
}

/// The items of a cell, such as `8`, `7,5 h`, `4–8–16` or `likely`. `None` if it has anything else.
fn items_of(cell: &str, separators: Separators) -> Option<Vec<Item>> {
    let cell = cell.trim().trim_matches([',', '(', ')']);
    let word = cell.trim_end_matches(['.', ':']).to_lowercase();
    let is_in = |words: &[&str]| words.contains(&word.as_str()) || words.contains(&cell);
    for (words, item) in [
        (&HOURS[..], Unit),
        (&TO[..], To),
        (&FROM[..], From),
        (&LIKELY[..], Likely),
    ] {
        if is_in(words) {
            return Some(vec![item]);
        }
    }
    let mut items = Vec::new();
    for (place, part) in cell.split(['-', '–', '—', '/']).enumerate() {
        if place > 0 {
            items.push(To);
        }
        let part = part.trim();
        let end = part.find(char::is_alphabetic).unwrap_or(part.len());
        let (figure, unit) = part.split_at(end);
        // Figures with a leading zero are part of a larger number, as in 1 040.
        let is_number = |figure: &&str| {
            let mut first = figure.chars().map(|c| c.to_digit(10));
            !matches!(
                (first.next().flatten(), first.next().flatten()),
                (None, _) | (Some(0), Some(_))
            )
        };
        let figure = Some(figure.trim()).filter(is_number)?;
        items.push(Number(number(figure, separators).filter(|it| *it > 0.0)?));
        let unit = unit.trim_end_matches('.').to_lowercase();
        if HOURS.contains(&unit.as_str()) {
            items.push(Unit);
        } else if !unit.is_empty() {
            return None;
        }
    }
    Some(items)
}

impl Line {
    /// The service as the terms have it, under an id.
    pub fn service(&self, id: &str) -> Value {
        let [low, likely, high] = self.hours.map(plain);
        json!({ "id": id, "name": self.name, "hours": { "low": low, "likely": likely, "high": high } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Separators = Separators {
        decimal: '.',
        group: ',',
    };
    const GERMAN: Separators = Separators {
        decimal: ',',
        group: '.',
    };

    fn read_in(text: &str, separators: Separators) -> Vec<(String, [f64; 3])> {
        let (lines, wrong) = lines(text, separators);
        assert!(wrong.is_empty(), "{text}: {wrong:?}");
        lines
            .into_iter()
            .map(|line| (line.name, line.hours))
            .collect()
    }

    fn read(text: &str) -> Vec<(String, [f64; 3])> {
        read_in(text, ENGLISH)
    }

    #[test]
    fn a_line_has_a_name_and_its_hours() {
        let mural = |hours| vec![("Mural 2 m".to_owned(), hours)];
        assert_eq!(read("Mural 2 m 20 40 80"), mural([20.0, 40.0, 80.0]));
        assert_eq!(read("Mural 2 m, 20, 40, 80"), mural([20.0, 40.0, 80.0]));
        assert_eq!(read("Mural 2 m\t20\t40\t80"), mural([20.0, 40.0, 80.0]));
        assert_eq!(read("Mural 2 m; 7,5; 15; 30"), mural([7.5, 15.0, 30.0]));
        assert_eq!(read("Mural 2 m: 20–40–80 h"), mural([20.0, 40.0, 80.0]));
        assert_eq!(read("Mural 2 m 40"), mural([20.0, 40.0, 80.0]));
        assert_eq!(read("Mural 2 m 20-80"), mural([20.0, 40.0, 80.0]));
        assert_eq!(read("Mural 2 m 20-80 timer"), mural([20.0, 40.0, 80.0]));
        assert_eq!(read("Mural 2 m 20-80 Std."), mural([20.0, 40.0, 80.0]));
        assert_eq!(read("Mural 2 m;20;40;80;h"), mural([20.0, 40.0, 80.0]));
    }

    #[test]
    fn ranges_are_read_as_people_and_the_list_write_them() {
        for (line, name, hours) in [
            ("SEO audit 8 to 20", "SEO audit", [8.0, 13.0, 20.0]),
            (
                "SEO audit from 8 to 20 hours",
                "SEO audit",
                [8.0, 13.0, 20.0],
            ),
            (
                "SEO audit: between 8 and 20 h",
                "SEO audit",
                [8.0, 13.0, 20.0],
            ),
            (
                "Website 24 to 72 h, likely 40",
                "Website",
                [24.0, 40.0, 72.0],
            ),
            (
                "Website 24 to 72 h (likely 40)",
                "Website",
                [24.0, 40.0, 72.0],
            ),
            (
                "Website, likely 40 h, 24 to 72 h",
                "Website",
                [24.0, 40.0, 72.0],
            ),
            (
                "Website; 24 to 72 h; likely 40",
                "Website",
                [24.0, 40.0, 72.0],
            ),
            (
                "Firmenwebsite 24 bis 72 Std.",
                "Firmenwebsite",
                [24.0, 42.0, 72.0],
            ),
            (
                "Firmenwebsite 24 bis 72 Std., wahrscheinlich 40",
                "Firmenwebsite",
                [24.0, 40.0, 72.0],
            ),
            ("Blog 6 h bis 24 h", "Blog", [6.0, 12.0, 24.0]),
            ("Blog 6h – 24h", "Blog", [6.0, 12.0, 24.0]),
            ("Blog 6\u{a0}h to 24\u{a0}h", "Blog", [6.0, 12.0, 24.0]),
            (
                "Logo 8 til 32 t., sandsynligt 16",
                "Logo",
                [8.0, 16.0, 32.0],
            ),
            ("Logo fra 8 til 32 timer", "Logo", [8.0, 16.0, 32.0]),
            (
                "Foto 6 sampai 24 jam, biasanya 10",
                "Foto",
                [6.0, 10.0, 24.0],
            ),
            ("Foto 6 hingga 24 jam", "Foto", [6.0, 12.0, 24.0]),
            ("Foto 6 s/d 24 jam", "Foto", [6.0, 12.0, 24.0]),
            ("Windows 11 20 to 80", "Windows 11", [20.0, 40.0, 80.0]),
            ("Mural 2 t 20 40 80", "Mural 2 t", [20.0, 40.0, 80.0]),
            ("How to 40", "How to", [20.0, 40.0, 80.0]),
            ("Time\t40", "Time", [20.0, 40.0, 80.0]),
            ("B2B-4 shop 40", "B2B-4 shop", [20.0, 40.0, 80.0]),
            ("Windows 11\t20\t40\t80", "Windows 11", [20.0, 40.0, 80.0]),
        ] {
            assert_eq!(read(line), [(name.to_owned(), hours)], "{line}");
        }
    }

    #[test]
    fn thousands_are_read_in_the_notation_of_the_page() {
        let relaunch = |hours| vec![("Relaunch".to_owned(), hours)];
        let large = [520.0, 1040.0, 2080.0];
        assert_eq!(read_in("Relaunch 1.040 Std.", GERMAN), relaunch(large));
        assert_eq!(read_in("Relaunch 1,040 h", ENGLISH), relaunch(large));
        let range = [800.0, 1040.5, 1600.0];
        let line = "Relaunch 800 bis 1.600 Std., wahrscheinlich 1.040,5";
        assert_eq!(read_in(line, GERMAN), relaunch(range));
    }

    #[test]
    fn what_could_mean_something_else_is_told() {
        for line in [
            "SEO audit 8 to 20 30",
            "Support 24/7 40",
            "Season 2024-2025 40",
            "Relaunch 1 040",
            "Website 2 to 5 days",
            "Website 1:30",
            "Website 40 h with copy",
            "Website 72 to 24",
            "Website 24 to 72, likely 80",
            "Website to",
            "Website likely",
            "8 to 20",
            "Site 100,200,300",
        ] {
            let (found, wrong) = lines(line, ENGLISH);
            assert_eq!((found, wrong), (vec![], vec![1]), "{line}");
        }
    }

    #[test]
    fn titles_are_left_out_and_other_lines_are_told() {
        let text = "Service\tLow\tLikely\tHigh\nLogo\t4\t8\t16\n\nno hours\nPoster 16 8 4";
        let (found, wrong) = lines(text, ENGLISH);
        assert_eq!(found.len(), 1);
        assert_eq!(wrong, [4, 5]);
        assert_eq!(left(text, &wrong), "no hours\nPoster 16 8 4");
    }
}
