//! The boundary to the browser: functions for the shell to call, and events it hears.

mod address;
mod entry;
mod failure;
mod file;
mod inbox;
mod intl;
mod mounted;
mod page;
mod store;
mod window;

#[cfg(feature = "desk")]
pub(crate) use file::save;
#[cfg(feature = "desk")]
pub(crate) use inbox::post;
#[cfg(feature = "desk")]
pub(crate) use intl::Intl;
pub use mounted::{Mounted, mount};
#[cfg(feature = "desk")]
pub(crate) use page::copy;
