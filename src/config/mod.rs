//! JSON documents in, engine values out, or all of their errors.
//!
//! An error has a place (a JSON pointer), the problem and its remedy, in English, for the developer
//! of the page. All errors of a document are found at once.
//!
//! Tables describe the documents: `terms.rs` with `stops.rs`, `brief.rs` with `conditions.rs` and
//! `budget.rs`, `documents.rs`, `requests.rs` and `saved.rs`, in the vocabulary of [`table`]. A
//! document is first checked against its table, and then read, which cannot fail.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod brief;
mod budget;
mod conditions;
mod describe;
mod documents;
mod error;
mod inbox;
pub mod limits;
mod names;
pub mod ranges;
mod read;
mod requests;
mod saved;
#[cfg(feature = "schema")]
pub mod schema;
mod shapes;
mod stops;
pub mod table;
mod terms;
mod validate;

pub use documents::CONFIG;
pub use error::{Actual, ConfigError, ErrorKind, Excess, Wanted};
pub use names::Words;
pub use requests::{
    affordable_line, agreement_line, answer, answer_line, changed_line, check_line, outcomes_line,
    usual_line,
};
pub use saved::{Edited, Saved, Signed, View, read_saved, storage_key};

use crate::engine::{Brief, LocalizedText, PriceDisplay, Terms};
use validate::{Ids, validate};

/// Configuration of an agency: its terms, and the appearance of the calculator.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Terms of the shop.
    pub terms: Terms,
    /// Briefs that a visitor can start from.
    pub examples: Vec<Example>,
    /// Amount of detail about prices that visitors see.
    pub show: PriceDisplay,
}

/// Brief that a visitor can start from.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Name for visitors.
    pub name: LocalizedText,
    /// The brief.
    pub brief: Brief,
}

/// Reads an agency's config: `{"terms": …, "examples": [{"name": …, "brief": …}], "show": …}`.
///
/// # Errors
/// All errors in it.
pub fn read_config(text: &str) -> Result<Config, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let ids = Ids::in_document(document.member("terms"));
    Ok(validate(&document, &CONFIG, ids)?.read())
}

/// Reads terms.
///
/// # Errors
/// All errors in them.
pub fn read_terms(text: &str) -> Result<Terms, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let ids = Ids::in_document(Some(&document));
    Ok(validate(&document, &terms::TERMS, ids)?.read())
}

/// Reads a brief for these terms.
///
/// # Errors
/// All errors in it, including names that the terms do not have.
pub fn read_brief(text: &str, terms: &Terms) -> Result<Brief, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    Ok(validate(&document, &brief::BRIEF, Ids::of(terms))?.read())
}
