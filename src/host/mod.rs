//! The only place that knows there is a page: what the shell can call, and what it is told.

mod failure;
mod file;
mod intl;
mod mounted;
mod page;
mod store;
mod window;

#[cfg(feature = "desk")]
pub(crate) use file::save;
#[cfg(feature = "desk")]
pub(crate) use intl::Intl;
pub use mounted::{Mounted, mount};
#[cfg(feature = "desk")]
pub(crate) use page::copy;
