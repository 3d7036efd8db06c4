//! Capacity: the hours of a shop week by week, the enquiries that it would take, and the jobs that are late then.

#[cfg(feature = "widget")]
mod choice;
mod hours;
mod ladder;
#[cfg(feature = "widget")]
mod strip;
#[cfg(feature = "widget")]
mod tool;
mod unlisted;

pub use hours::{Calendar, Hours, WEEKS, Week, days_of_strip, monday};
pub use ladder::{Rung, ladder};
#[cfg(feature = "widget")]
pub(super) use tool::{CapacityProps, CapacityTool};
pub use unlisted::Unlisted;
