//! Files that belong to another tool than the one they are opened in, and all that is kept on a device:
//! saved, brought back, forgotten.

pub mod kind;

#[cfg(feature = "widget")]
mod backup;
#[cfg(feature = "widget")]
mod everything;
#[cfg(feature = "widget")]
mod misplaced;

#[cfg(feature = "widget")]
pub(super) use everything::Everything;
#[cfg(feature = "widget")]
pub(super) use misplaced::{Misplaced, calendar, misplaced_notice};
