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

pub use documents::{CONFIG, Config, Example, read_brief, read_config, read_terms};
pub use error::{Actual, ConfigError, ErrorKind, Excess, Wanted};
pub use names::NameSet;
pub use requests::{
    affordable_line, agreement_line, answer, answer_line, changed_line, check_line, outcomes_line,
    usual_line,
};
pub use saved::{
    EditedLetter, SavedBrief, SavedVersion, TypedSignature, View, read_saved, storage_key,
};
