//! The only place that knows there is a page: what the shell can call, and what it is told.

#[cfg(feature = "desk")]
pub mod browser;
mod failure;
mod file;
mod intl;
mod mounted;
mod page;
mod store;
mod window;

pub use mounted::{Mounted, mount};
