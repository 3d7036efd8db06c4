//! Should we take this project?

pub mod config;
pub mod engine;
#[cfg(feature = "widget")]
pub mod host;
#[cfg(feature = "widget")]
pub mod widget;
