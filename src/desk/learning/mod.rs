//! Lessons of a shop's past: from finished jobs, and from the verdicts that were given.

#[cfg(feature = "widget")]
mod jobs;
#[cfg(feature = "widget")]
pub(super) mod log;
pub mod spreadsheet;

#[cfg(feature = "widget")]
pub(super) use jobs::{Jobs, JobsProps};
#[cfg(feature = "widget")]
pub(super) use log::{Log, LogProps};
