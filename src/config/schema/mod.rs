//! JSON Schemas (2020-12) of the documents: config, terms and brief as they may be written, the
//! appraisal as it is answered.
//!
//! The terms are described by hand, as their reader is written by hand, with the reader's own
//! names and ranges. Brief and appraisal are described by the docstrings of the engine's types.
//!
//! Only the readers know what a schema cannot say: that every id is its own, that names point at
//! something, that low is not above likely, likely not above high, a median not above its P90 and
//! the floor rate not above the rate, and how large a whole document may be.

mod config;
mod derived;
mod parts;
mod terms;

pub use config::config;
pub use derived::{appraisal, brief};
pub use terms::terms;

use serde_json::Value;

/// Every schema with the name of its document.
pub fn all() -> [(&'static str, Value); 4] {
    [
        ("config", config()),
        ("terms", terms()),
        ("brief", brief()),
        ("appraisal", appraisal()),
    ]
}
