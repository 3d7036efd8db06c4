//! Services typed or pasted as lines: a name, and one to three numbers of hours.

use super::value::plain;
use crate::draft::{Separators, number};
use serde_json::{Value, json};

/// Words for hours behind a number, in the languages of the tools.
const HOURS: [&str; 9] = [
    "h", "t", "hours", "hrs", "timer", "std", "stunden", "jam", "hour",
];

/// A service of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Name.
    pub name: String,
    /// Hours: low, likely, high.
    pub hours: [f64; 3],
}

/// Returns the services of a text, and the numbers of the lines that are none, from 1. A first line of titles is left out.
pub fn lines(text: &str) -> (Vec<Line>, Vec<usize>) {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for (index, line) in text.lines().enumerate() {
        match line_of(line) {
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

fn line_of(line: &str) -> Option<Line> {
    let line = line.trim();
    let mut cells: Vec<&str> = match ['\t', ';', '|']
        .into_iter()
        .find(|mark| line.contains(*mark))
    {
        Some(mark) => line.split(mark).map(str::trim).collect(),
        None => line.split_whitespace().collect(),
    };
    cells.pop_if(|cell| HOURS.contains(&cell.trim_end_matches('.').to_lowercase().as_str()));
    let mut hours = Vec::new();
    let mut words = cells.len();
    for cell in cells.iter().rev() {
        let Some(mut numbers) = numbers(cell) else {
            break;
        };
        numbers.append(&mut hours);
        hours = numbers;
        words -= 1;
    }
    // Digits that a name ends in are no hours.
    while hours.len() > 3 && words < cells.len() {
        hours.remove(0);
        words += 1;
    }
    let name = cells[..words].join(" ");
    let name = name.trim_end_matches([',', ':', '-', '–', ' ']).trim();
    let hours = match hours[..] {
        [likely] => [likely / 2.0, likely, likely * 2.0],
        // Between the two as many times more as less.
        [low, high] => [low, (low * high).sqrt().round(), high],
        [low, likely, high] => [low, likely, high],
        _ => return None,
    };
    let is_rising = 0.0 < hours[0] && hours[0] <= hours[1] && hours[1] <= hours[2];
    (!name.is_empty() && is_rising).then(|| Line {
        name: name.to_owned(),
        hours,
    })
}

/// The numbers of a cell, such as `8`, `7,5 h` or `4–8–16`. `None` if it has anything else.
fn numbers(cell: &str) -> Option<Vec<f64>> {
    let english = Separators {
        decimal: '.',
        group: ',',
    };
    let cell = cell
        .trim_matches([',', ' '])
        .trim_end_matches(['h', 't', ' ']);
    let parts = cell.split(['-', '–', '/']);
    let numbers = parts.map(|part| number(part.trim(), english).filter(|number| *number > 0.0));
    numbers.collect()
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

    fn read(text: &str) -> Vec<(String, [f64; 3])> {
        let (lines, wrong) = lines(text);
        assert!(wrong.is_empty(), "{text}: {wrong:?}");
        lines
            .into_iter()
            .map(|line| (line.name, line.hours))
            .collect()
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
    }

    #[test]
    fn titles_are_left_out_and_other_lines_are_told() {
        let text = "Service\tLow\tLikely\tHigh\nLogo\t4\t8\t16\n\nno hours\nPoster 16 8 4";
        let (found, wrong) = lines(text);
        assert_eq!(found.len(), 1);
        assert_eq!(wrong, [4, 5]);
        assert_eq!(left(text, &wrong), "no hours\nPoster 16 8 4");
    }
}
