//! The shop's desk: clients' briefs in a list with their verdicts, two of them side by side, and what
//! taking one does to the calendar of the others.

mod asked;
mod beside;
mod calendar;
mod card;
mod doors;
mod list;
mod pile;

pub use card::CALCULATOR;
pub use list::BriefList;
