//! JSON Schemas (2020-12) of the documents: config, terms and brief as they may be written, the appraisal and what
//! else the engine gives as it is answered.
//!
//! The former come from the tables by which documents are checked, the latter from the engine's types and their
//! docstrings.
//!
//! A schema cannot say that every id is its own, that ids refer to something, that low is not above likely, likely not
//! above high, a median not above its P90 and the floor rate not above the rate, and how large a whole document may be.

#![allow(clippy::indexing_slicing, reason = "no visitor's input comes here")]

mod derived;
mod written;

pub use derived::{Shape, affordable, agreement, appraisal, changed, outcomes, shape, usual};

use super::brief::BRIEF;
use super::documents::CONFIG;
use super::terms::TERMS;
use serde_json::Value;

/// The dialect of every schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of what `config-src` names: terms, examples, and what visitors see.
pub fn config() -> Value {
    written::document(&CONFIG, "Takeon config")
}

/// The schema of the terms: what the shop works by.
pub fn terms() -> Value {
    written::document(&TERMS, "Takeon terms")
}

/// The schema of a brief: what the client asks for.
pub fn brief() -> Value {
    written::document(&BRIEF, "Takeon brief")
}

/// Every schema with the name of its document.
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
