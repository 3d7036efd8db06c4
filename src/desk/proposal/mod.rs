//! Proposal: two pages from the brief of an enquiry, to print or to save as PDF.

mod paper;
#[cfg(feature = "widget")]
mod sheet;

pub use paper::{Line, Section, sections};
#[cfg(feature = "widget")]
pub(super) use sheet::Proposal;
