//! Lessons of a shop's past: from finished jobs, and from the verdicts that were given.

#[cfg(feature = "widget")]
pub(super) mod jobs;
#[cfg(feature = "widget")]
pub(super) mod record;
pub mod spreadsheet;
