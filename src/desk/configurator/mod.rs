//! The configurator: a form for the terms, the real calculator beside it, and the way into a page.

pub mod control;
#[cfg(feature = "widget")]
mod dock;
#[cfg(feature = "widget")]
mod effect;
pub mod fields;
#[cfg(feature = "widget")]
mod form;
#[cfg(feature = "widget")]
mod made_up;
#[cfg(feature = "widget")]
mod preview;
#[cfg(feature = "widget")]
mod readers;
#[cfg(feature = "widget")]
mod ready;
pub mod snippets;
#[cfg(feature = "widget")]
mod take_away;
#[cfg(feature = "widget")]
mod workbench;

#[cfg(feature = "widget")]
pub(super) use effect::effect;
#[cfg(feature = "widget")]
pub(super) use form::{send_test, verdicts};
#[cfg(feature = "widget")]
pub(super) use workbench::Configurator;
