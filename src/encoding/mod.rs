//! Encodings of text: a fingerprint of names, and percent-encoding.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod fingerprint;
pub mod percent;

pub use fingerprint::fingerprint;
