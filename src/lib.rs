//! Should we take this project?

pub mod config;
pub mod draft;
pub mod engine;
#[cfg(feature = "widget")]
pub mod host;
pub mod i18n;
#[cfg(feature = "widget")]
pub mod widget;
