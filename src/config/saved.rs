//! A brief as a visitor keeps it, in a file or on the device: with what was typed, word for word.

use super::allowed::{names, ranges};
use super::reader::{Place, Problems};
use super::{ConfigError, brief, limits};
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
    /// What was typed about date and budget, as the draft gives it.
    pub typed: [String; 5],
}

impl Saved {
    /// A brief with what was typed.
    pub fn new(brief: Brief, typed: [String; 5]) -> Saved {
        Saved {
            takeon: 1,
            brief,
            typed,
        }
    }

    /// Its JSON text.
    pub fn text(&self) -> String {
        json::write(self)
    }
}

/// Reads what was saved. Names that the terms do not have any more are let in: whoever reads it says
/// so.
///
/// # Errors
/// Every error in it.
pub fn read_saved(text: &str) -> Result<Saved, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let mut problems = Problems::default();
    let saved = Place::top(&document)
        .object(&mut problems, names::SAVED)
        .and_then(|saved| {
            saved
                .required(&mut problems, "takeon")?
                .number(&mut problems, ranges::SCHEMA, "")?;
            let brief = saved.required(&mut problems, "brief")?;
            let brief = brief::brief(&brief, &mut problems, None)?;
            let typed = saved
                .optional("typed")
                .and_then(|typed| typed.list(&mut problems))
                .unwrap_or_default();
            // What is no text was not typed.
            let text = |place: &Place| place.value.text().unwrap_or_default().to_owned();
            let typed = std::array::from_fn(|at| typed.get(at).map(text).unwrap_or_default());
            Some(Saved::new(brief, typed))
        });
    problems.or(saved)
}
