//! JSON: parsing and serialisation.
//!
//! It is as much as our documents need: strict, small, and without tables. Numbers keep their
//! notation, so that 1e999 is an error at its own place rather than a syntax error of the document.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod read;
mod value;
mod write;

pub use read::read;
pub use value::Value;
pub use write::write;
pub(crate) use write::written;
