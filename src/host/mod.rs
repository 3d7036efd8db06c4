//! The only place that knows there is a page: what the shell can call, and what it is told.

mod intl;
mod mounted;

pub use mounted::{Mounted, mount};
