//! What a shop learns from its past: from jobs that are finished, and from verdicts that were given.

pub mod csv;
#[cfg(feature = "widget")]
pub(super) mod jobs;
#[cfg(feature = "widget")]
pub(super) mod record;
