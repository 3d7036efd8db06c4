//! Clients' briefs: a list with their appraisals, two of them side by side, and a calendar of what
//! taking one does to the others.

mod archive;
mod calculator;
mod calendar;
mod card;
mod comparison;
mod import;
mod list;
mod row;
mod sources;
mod state;

pub use calculator::CALCULATOR;
pub use list::BriefList;
