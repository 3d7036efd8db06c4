//! JSON Schemas (2020-12) of the documents: config, terms, brief, and the output of the engine.
//!
//! The former come from the tables that validate documents, the latter from the engine's types and
//! their docstrings.
//!
//! A schema cannot express that ids are unique and refer to something, that low is not above
//! likely, likely not above high, a median not above its P90 and the floor rate not above the rate,
//! nor the limit of a whole document.

#![allow(clippy::indexing_slicing, reason = "no visitor's input comes here")]

pub(super) mod derived;
mod number;
mod outputs;
mod written;

pub use derived::{Shape, shape};
pub use outputs::{affordable, agreement, appraisal, changed, outcomes, usual};

use super::brief::BRIEF;
use super::documents::CONFIG;
use super::terms::TERMS;
use serde_json::Value;

/// Returns the schema of the file that `config-src` names: terms, examples, and the detail of
/// prices.
pub fn config() -> Value {
    written::document(&CONFIG, "Takeon config")
}

/// Returns the schema of the terms.
pub fn terms() -> Value {
    written::document(&TERMS, "Takeon terms")
}

/// Returns the schema of a brief.
pub fn brief() -> Value {
    written::document(&BRIEF, "Takeon brief")
}

/// Returns every schema with the name of its document.
pub fn all() -> [(&'static str, Value); 9] {
    [
        ("config", config()),
        ("terms", terms()),
        ("brief", brief()),
        ("appraisal", appraisal()),
        ("usual", usual()),
        ("outcomes", outcomes()),
        ("changed", changed()),
        ("agreement", agreement()),
        ("affordable", affordable()),
    ]
}
