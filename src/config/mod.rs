//! JSON documents in, engine values out, or every error in them.
//!
//! An error says where (a JSON pointer), what is wrong and what would be right, in English, for the developer of the
//! page. All errors of a document are found at once.
//!
//! Tables say once what may be where: `terms.rs` with `stops.rs`, `brief.rs` with `conditions.rs` and `budget.rs`,
//! `documents.rs`, `requests.rs` and `saved.rs`, made of what is in [`table`]. A document is first checked against its table, and then read, which cannot fail.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod brief;
mod budget;
mod conditions;
mod describe;
mod documents;
mod error;
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
pub use error::{ConfigError, ErrorKind, Found, Measure, Wanted};
pub use names::Words;
pub use requests::{
    affordable_line, agreement_line, answer, answer_line, changed_line, check_line, outcomes_line,
    usual_line,
};
pub use saved::{Edited, Saved, Signed, View, read_saved, storage_key};

use crate::engine::{Brief, Show, Terms, Text};
use validate::{Ids, validate};

/// An agency's JSON: the terms, and how the calculator shows itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Terms of the shop.
    pub terms: Terms,
    /// Briefs that a visitor can start from.
    pub examples: Vec<Example>,
    /// Detail in which visitors are shown prices.
    pub show: Show,
}

/// A brief that a visitor can start from.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Name for visitors.
    pub name: Text,
    /// The brief.
    pub brief: Brief,
}

/// Reads an agency's config: `{"terms": …, "examples": [{"name": …, "brief": …}], "show": …}`.
///
/// # Errors
/// Every error in it.
pub fn read_config(text: &str) -> Result<Config, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let ids = Ids::in_document(document.member("terms"));
    Ok(validate(&document, &CONFIG, ids)?.read())
}

/// Reads terms.
///
/// # Errors
/// Every error in them.
pub fn read_terms(text: &str) -> Result<Terms, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let ids = Ids::in_document(Some(&document));
    Ok(validate(&document, &terms::TERMS, ids)?.read())
}

/// Reads a brief for these terms.
///
/// # Errors
/// Every error in it; names that the terms do not have are among them.
pub fn read_brief(text: &str, terms: &Terms) -> Result<Brief, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    Ok(validate(&document, &brief::BRIEF, Ids::of(terms))?.read())
}
