//! A brief as a visitor keeps it, in a file or on the device: with what was typed, word for word.

use super::allowed::{names, ranges};
use super::ids::Ids;
use super::reader::{Place, Problems};
use super::{ConfigError, brief, limits};
use crate::draft::TypedText;
use crate::engine::Brief;
use crate::json;
use serde::Serialize;

/// A brief as a visitor keeps it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Saved {
    /// The version of this shape: always 1.
    takeon: u8,
    /// What is asked for. Its names may be those of other terms.
    pub brief: Brief,
    /// What was typed about date and budget.
    pub typed: TypedText,
    /// The letter, where it was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<Edited>,
}

/// A letter that was changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edited {
    /// The text as it is now.
    pub text: String,
    /// The letter that it was made from.
    pub of: String,
}

impl Saved {
    /// A brief with what was typed.
    pub fn new(brief: Brief, typed: TypedText) -> Saved {
        Saved {
            takeon: 1,
            brief,
            typed,
            letter: None,
        }
    }

    /// Its JSON text.
    pub fn text(&self) -> String {
        json::write(self)
    }
}

/// Returns the name under which a brief is kept on a visitor's device. Each calculator of each page has
/// its own: `path` is the page's, `place` the calculator's on it. The shell looks for what begins with
/// the page's, to know whether a visitor comes back.
///
/// ```
/// # use takeon::config::storage_key;
/// assert_eq!(storage_key("/ask", "second"), "takeon:1:/ask:second");
/// ```
pub fn storage_key(path: &str, place: &str) -> String {
    ["takeon:1:", path, ":", place].concat()
}

/// Reads what was saved. Names that the terms do not have any more are let in: whoever reads it says
/// so. A text may be as long as all of it.
///
/// # Errors
/// Every error in it.
pub fn read_saved(text: &str) -> Result<Saved, Vec<ConfigError>> {
    let document = limits::parse_with(text, limits::BYTES)?;
    let mut problems = Problems::default();
    let saved = Place::top(&document)
        .object(&mut problems, names::SAVED)
        .and_then(|saved| {
            saved
                .required(&mut problems, "takeon")?
                .number(&mut problems, ranges::SCHEMA, "")?;
            let brief = saved.required(&mut problems, "brief")?;
            let brief = brief::brief(&brief, &mut problems, &Ids::default())?;
            let letter = match saved.optional("letter") {
                Some(letter) => {
                    let letter = letter.object(&mut problems, names::LETTER)?;
                    let mut text = |key| {
                        let text = letter.required(&mut problems, key)?;
                        text.any_text(&mut problems)
                    };
                    Some(Edited {
                        text: text("text")?,
                        of: text("of")?,
                    })
                }
                None => None,
            };
            let typed = saved
                .optional("typed")
                .and_then(|typed| typed.list(&mut problems))
                .unwrap_or_default();
            // What is no text was not typed.
            let text = |place: &Place| place.value.text().unwrap_or_default().to_owned();
            let typed: [String; 5] =
                std::array::from_fn(|at| typed.get(at).map(text).unwrap_or_default());
            let mut saved = Saved::new(brief, typed.into());
            saved.letter = letter;
            Some(saved)
        });
    problems.or(saved)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_was_typed_comes_back_whole() {
        let brief = r#"{ "wishes": [{ "name": "", "size": "medium" }] }"#;
        let long = "Mine, word for word. ".repeat(1000);
        let letter = format!(r#"{{ "text": "{long}", "of": "" }}"#);
        let text = format!(
            r#"{{ "takeon": 1, "brief": {brief}, "typed": ["", "", "", "fixed", "soon"], "letter": {letter} }}"#
        );
        let saved = read_saved(&text).unwrap();
        assert_eq!(saved.typed.budget_kind, "fixed");
        assert_eq!(saved.typed.amount, "soon");
        let list = r#""typed":["","","","fixed","soon"]"#;
        assert!(saved.text().contains(list), "{}", saved.text());
        assert_eq!(
            saved.letter.as_ref().map(|letter| &letter.text),
            Some(&long)
        );
        assert_eq!(read_saved(&saved.text()), Ok(saved));
    }
}
