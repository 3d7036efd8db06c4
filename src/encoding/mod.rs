//! Texts in fewer or safer characters: a fingerprint of names, and percent-encoding.

mod fingerprint;
pub mod percent;

pub use fingerprint::fingerprint;
