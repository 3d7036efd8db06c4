//! Saved briefs: a visitor's brief in a file or on the device, with the text as typed.

use super::brief::BRIEF;
use super::describe::{boolean, document, like, number, object, text, whole_number};
use super::error::ConfigError;
use super::limits;
use super::ranges;
use super::read::{Members, Read};
use super::shapes::ANY_TEXT;
use super::table::{Fallback, Kind, OBJECT, Unique};
use super::validate::{Ids, validate};
use crate::draft::TypedText;
use crate::engine::Brief;
use crate::json::{self, Value};
use serde::Serialize;

/// Brief as saved by a visitor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SavedBrief {
    /// Version of this format: always 1.
    takeon: u8,
    /// The brief. Its names may be those of other terms.
    pub brief: Brief,
    /// Text that was typed for date and budget.
    pub typed: TypedText,
    /// Letter, if it was edited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<EditedLetter>,
    /// Signature below the letter, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<TypedSignature>,
    /// Message that the brief was read from, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Version set aside for comparison, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aside: Option<SavedVersion>,
    /// View, while the page is in the session history; otherwise a brief opens at the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
}

/// Version of a brief.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SavedVersion {
    /// The brief.
    pub brief: Brief,
    /// Text that was typed for date and budget.
    pub typed: TypedText,
}

/// Edited letter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EditedLetter {
    /// Current text.
    pub text: String,
    /// Generated letter that it was made from.
    pub of: String,
}

/// Signature of a letter, as typed, with the offers that the visitor could accept.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TypedSignature {
    /// Name.
    pub name: String,
    /// E-mail address or telephone number.
    pub reach: String,
    /// Ids of the offers that the visitor could accept.
    pub accepts: Vec<String>,
}

/// View of the calculator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct View {
    /// Step, counted from 0, or `None` for the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<u32>,
    /// True if the answer was shown on a narrow screen.
    pub answer: bool,
    /// True if the letter was open.
    pub letter: bool,
    /// Text in the field that searches for wishes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub search: String,
}

document! {
    /// A brief as a visitor keeps it.
    static SAVED: SavedBrief = OBJECT;
    /// The version of this shape: always 1.
    required "takeon": number(ranges::VERSION, "");
    /// The brief.
    required "brief" => brief: object(&BRIEF);
    /// Text that was typed about date and budget: kind, weeks and date, kind and amount, rate, hours and months,
    /// and the day from which weeks are counted.
    optional "typed" => typed: like(Kind::List(&Kind::Ignored, Unique::No));
    /// The letter, where it was changed.
    optional "letter" => letter: object(&EDITED);
    /// Name and ways to a yes that stand below the letter, if any.
    optional "signed" => signed: object(&SIGNED);
    /// Message that the brief was read from, if any.
    optional "message" => message: text(&ANY_TEXT);
    /// The version set aside for comparison, if any.
    optional "aside" => aside: object(&VERSION);
    /// The view.
    optional "view" => view: object(&VIEW);
    takeon = version;
}

document! {
    /// A version of a brief.
    static VERSION: SavedVersion = OBJECT;
    /// The brief.
    required "brief" => brief: object(&BRIEF);
    /// Text that was typed about date and budget, as in the document.
    optional "typed" => typed: like(Kind::List(&Kind::Ignored, Unique::No));
}

document! {
    /// A letter that was changed.
    static EDITED: EditedLetter = OBJECT;
    /// The text as it is now.
    required "text" => text: text(&ANY_TEXT);
    /// The letter that it was made from.
    required "of" => of: text(&ANY_TEXT);
}

document! {
    /// Signature of a letter, as typed, with the ways to a yes that the visitor could live with.
    static SIGNED: TypedSignature = OBJECT;
    /// The name.
    optional "name" => name: text(&ANY_TEXT);
    /// The e-mail address or telephone number.
    optional "reach" => reach: text(&ANY_TEXT);
    /// The ids of the offers that the visitor could live with.
    optional "accepts" => accepts: like(Kind::List(&Kind::Ignored, Unique::No));
}

document! {
    /// View of the calculator.
    static VIEW: View = OBJECT;
    /// The step, counted from 0. Absent: the start.
    optional "step" => step: whole_number(ranges::STEP);
    /// True if the answer was shown where there is room for one of them.
    optional "answer" => answer: boolean();
    /// True if the letter was open.
    optional "letter" => letter: boolean();
    /// The text in the field that searches for wishes.
    optional "search" => search: text(&ANY_TEXT);
}

const fn version(_: &Members) -> u8 {
    1
}

impl Read for TypedText {
    fn read(value: &Value) -> TypedText {
        // Members other than strings were not typed.
        let mut typed = Vec::read(value).into_iter();
        TypedText::from(std::array::from_fn(|_| typed.next().unwrap_or_default()))
    }

    fn absent(_: Fallback) -> TypedText {
        TypedText::default()
    }
}

impl SavedBrief {
    /// Creates a saved brief.
    pub fn new(brief: Brief, typed: TypedText) -> SavedBrief {
        SavedBrief {
            takeon: 1,
            brief,
            typed,
            letter: None,
            signed: None,
            message: None,
            aside: None,
            view: None,
        }
    }

    /// Returns its JSON text.
    pub fn text(&self) -> String {
        json::written(self)
    }
}

/// Returns the storage key of a brief on a visitor's device. Each calculator of each page has its
/// own: `path` is the page's, `place` the calculator's on it. The shell looks for the prefix of the
/// page to detect a returning visitor.
///
/// ```
/// # use takeon::config::storage_key;
/// assert_eq!(storage_key("/ask.html", "second"), "takeon:1:/ask.html:second");
/// // One page has several addresses.
/// for path in ["/ask/", "/ask", "/ask/index.html"] {
///     assert_eq!(storage_key(path, "0"), "takeon:1:/ask/:0");
/// }
/// ```
pub fn storage_key(path: &str, place: &str) -> String {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or_default();
    let end = if name.is_empty() || name.contains('.') {
        ""
    } else {
        "/"
    };
    ["takeon:1:", path, end, ":", place].concat()
}

/// Reads a saved brief. Names that the terms no longer have are accepted: reporting them is left to
/// the caller. A single text may take up the whole document.
///
/// # Errors
/// All errors in it.
pub fn read_saved(text: &str) -> Result<SavedBrief, Vec<ConfigError>> {
    let document = limits::parse_with(text, limits::BYTES)?;
    Ok(validate(&document, &SAVED, Ids::default())?.read())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn typed_text_round_trips() {
        let brief = r#"{ "wishes": [{ "name": "", "size": "medium" }] }"#;
        let long = "Mine, word for word. ".repeat(1000);
        let letter = format!(r#"{{ "text": "{long}", "of": "" }}"#);
        let text = format!(
            r#"{{ "takeon": 1, "brief": {brief}, "typed": ["", "", "", "fixed", "soon"], "letter": {letter} }}"#
        );
        let saved = read_saved(&text).unwrap();
        assert_eq!(saved.typed.budget_kind, "fixed");
        assert_eq!(saved.typed.amount, "soon");
        // A former version did not have the others.
        let list = r#""typed":["","","","fixed","soon","","","",""]"#;
        assert!(saved.text().contains(list), "{}", saved.text());
        assert_eq!(
            saved.letter.as_ref().map(|letter| &letter.text),
            Some(&long)
        );
        assert_eq!(read_saved(&saved.text()), Ok(saved));
    }
}
