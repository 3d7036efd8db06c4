//! Reading JSON values with a place each, collecting every problem.

use super::ConfigError;
use crate::decimal;
use crate::json::Value;
use std::rc::Rc;

/// Every problem found so far.
#[derive(Default)]
pub(super) struct Problems {
    list: Vec<ConfigError>,
}

impl Problems {
    /// Notes a problem at a place.
    pub fn note(&mut self, at: &At, message: impl Into<String>) {
        self.list.push(ConfigError {
            at: at.to_string(),
            message: message.into(),
        });
    }

    /// The value where nothing was wrong, else every problem.
    pub fn or<T>(self, value: Option<T>) -> Result<T, Vec<ConfigError>> {
        match value {
            Some(value) if self.list.is_empty() => Ok(value),
            _ => Err(self.list),
        }
    }
}

/// A place in a document. It is written out as a JSON pointer only where there is a problem.
#[derive(Clone, Default)]
pub(super) struct At<'a>(Option<Rc<(At<'a>, Step<'a>)>>);

/// One step into a document.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    /// Into the member of an object.
    Key(&'a str),
    /// Into the member of a list.
    Index(usize),
}

impl<'a> At<'a> {
    /// One step deeper.
    pub fn step(&self, step: Step<'a>) -> At<'a> {
        At(Some(Rc::new((self.clone(), step))))
    }

    /// The member of an object.
    pub fn key(&self, key: &'a str) -> At<'a> {
        self.step(Step::Key(key))
    }
}

impl std::fmt::Display for At<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Some(step) = &self.0 else { return Ok(()) };
        step.0.fmt(f)?;
        match step.1 {
            Step::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => write!(f, "/{index}"),
        }
    }
}

/// A value with its place in the document.
#[derive(Clone)]
pub(super) struct Place<'a> {
    /// The value.
    pub value: &'a Value,
    /// Where it stands.
    pub at: At<'a>,
}

/// The least amount of anything that is told from nothing.
pub(super) const LEAST: f64 = 1e-9;

/// From where to where a number may lie.
#[derive(Clone, Copy)]
pub(super) enum Range {
    /// From the first to the second.
    Within(f64, f64),
    /// Above 0, up to this.
    Above0(f64),
}

impl Range {
    /// Whether a number lies in it.
    fn holds(self, value: f64) -> bool {
        match self {
            Range::Within(least, most) => least <= value && value <= most,
            Range::Above0(most) => 0.0 < value && value <= most,
        }
    }

    /// What is wanted of a number that does not.
    fn wanted(self, unit: &str) -> String {
        match self {
            Range::Within(least, most) => format!(
                "a number from {} to {}{unit}",
                decimal::text(least),
                decimal::text(most)
            ),
            Range::Above0(most) => {
                format!("a number above 0 and at most {}{unit}", decimal::text(most))
            }
        }
    }
}

impl<'a> Place<'a> {
    /// The whole document.
    pub fn top(value: &'a Value) -> Place<'a> {
        Place {
            value,
            at: At::default(),
        }
    }

    /// Notes that something else was expected here.
    pub fn wants<T>(&self, problems: &mut Problems, wanted: &str) -> Option<T> {
        let found = match self.value {
            Value::Null => "null (leave it out where nothing was said)".to_owned(),
            Value::Bool(yes) => yes.to_string(),
            Value::Number(number) => shortened(number),
            Value::Text(text) => quoted(text),
            Value::List(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        problems.note(&self.at, format!("must be {wanted}, not {found}"));
        None
    }

    /// The members, after a look at their names: unknown ones are refused.
    pub fn object(
        &self,
        problems: &mut Problems,
        known: &'static [&'static str],
    ) -> Option<Object<'a>> {
        let Value::Object(members) = self.value else {
            return self.wants(problems, "an object");
        };
        for (key, _) in members {
            if !known.contains(&key.as_str()) {
                let hint = match closest(key, known) {
                    Some(meant) => format!("did you mean {}?", quoted(meant)),
                    None => format!("known here: {}", known.join(", ")),
                };
                problems.note(
                    &self.at.key(key),
                    format!("{} is not known; {hint}", quoted(key)),
                );
            }
        }
        Some(Object {
            value: self.value,
            at: self.at.clone(),
        })
    }

    /// The members of a list.
    pub fn list(&self, problems: &mut Problems) -> Option<Vec<Place<'a>>> {
        let Value::List(list) = self.value else {
            return self.wants(problems, "a list");
        };
        let member = |(index, value)| Place {
            value,
            at: self.at.step(Step::Index(index)),
        };
        Some(list.iter().enumerate().map(member).collect())
    }

    /// A text that is not empty.
    pub fn text(&self, problems: &mut Problems) -> Option<String> {
        match self.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => self.wants(problems, "a text"),
        }
    }

    /// A text, which may be empty.
    pub fn any_text(&self, problems: &mut Problems) -> Option<String> {
        match self.value.text() {
            Some(text) => Some(text.to_owned()),
            None => self.wants(problems, "a text"),
        }
    }

    /// Yes or no.
    pub fn yes_or_no(&self, problems: &mut Problems) -> Option<bool> {
        match self.value {
            Value::Bool(yes) => Some(*yes),
            _ => self.wants(problems, "true or false"),
        }
    }

    /// A number within a range.
    pub fn number(&self, problems: &mut Problems, range: Range, unit: &str) -> Option<f64> {
        // Nearer to 0 than anything is measured counts as 0: what is divided by it would be no number.
        let as_zero = |value: f64| if value.abs() < LEAST { 0.0 } else { value };
        match self.size().map(as_zero) {
            Some(value) if range.holds(value) => Some(value),
            _ => self.wants(problems, &range.wanted(unit)),
        }
    }

    /// The size of the number that stands here.
    fn size(&self) -> Option<f64> {
        let Value::Number(number) = self.value else {
            return None;
        };
        decimal::number(number)
    }

    /// One of some words.
    pub fn one_of<T: Copy>(
        &self,
        problems: &mut Problems,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let (_, value) = words.get(self.word(problems, &names)?)?;
        Some(*value)
    }

    /// Which of some words.
    fn word(&self, problems: &mut Problems, words: &[&str]) -> Option<usize> {
        let found = self.value.text();
        let at = words.iter().position(|word| Some(*word) == found);
        if at.is_some() {
            return at;
        }
        let wanted: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        self.wants(problems, &wanted.join(" or "))
    }
}

/// The members of an object.
pub(super) struct Object<'a> {
    value: &'a Value,
    at: At<'a>,
}

impl<'a> Object<'a> {
    /// The place of the object itself.
    pub fn at(&self) -> &At<'a> {
        &self.at
    }

    /// A member that may be absent.
    pub fn optional(&self, key: &'a str) -> Option<Place<'a>> {
        self.value.member(key).map(|value| Place {
            value,
            at: self.at.key(key),
        })
    }

    /// A member that must be there.
    pub fn required(&self, problems: &mut Problems, key: &'a str) -> Option<Place<'a>> {
        let member = self.optional(key);
        if member.is_none() {
            problems.note(&self.at.key(key), format!("{} is missing", quoted(key)));
        }
        member
    }

    /// What a member that may be absent is read as. The outer `None` is a member that is wrong.
    pub fn read<T>(
        &self,
        key: &'a str,
        read: impl FnOnce(Place<'a>) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.optional(key) {
            None => Some(None),
            Some(place) => read(place).map(Some),
        }
    }

    /// The member's number, or the default where it is absent.
    pub fn number_or(
        &self,
        problems: &mut Problems,
        key: &'a str,
        range: Range,
        unit: &str,
        default: f64,
    ) -> Option<f64> {
        Some(
            self.read(key, |place| place.number(problems, range, unit))?
                .unwrap_or(default),
        )
    }
}

/// A text short enough to be repeated in a message.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The same in quotes, with what cannot be seen or turns the writing round written out.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in shortened(text).chars() {
        let unseen = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if c.is_control() || unseen || c == '"' || c == '\\' {
            quoted.extend(c.escape_default());
        } else {
            quoted.push(c);
        }
    }
    quoted.push('"');
    quoted
}

/// The word that was probably meant: at most two letters away, and less than half of it.
pub(super) fn closest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    if word.len() > 64 {
        return None;
    }
    // Words are not compared where their lengths differ too much already.
    let distances = known
        .iter()
        .filter(|known| known.len().abs_diff(word.len()) <= 8)
        .map(|known| (distance(word, known), *known));
    let (distance, meant) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= 2 && 2 * distance < meant.chars().count()).then_some(meant)
}

/// How many letters differ (Levenshtein), capitals aside.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = corner + usize::from(from != *to);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
