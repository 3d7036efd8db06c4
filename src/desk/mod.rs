//! The tools of the demo page, for the owner of a shop: the configurator, what own jobs teach, a
//! record of verdicts, the briefs on the desk, and counting without a server.
//!
//! They are a program of their own, so that no visitor of a shop's page loads any of them. All work
//! stays on this device.
//!
//! | the tool | is in |
//! | --- | --- |
//! | the terms of the shop | [`configurator`] |
//! | own jobs, and the log of verdicts | [`learning`] |
//! | the briefs of clients | `briefs` |
//! | counting without a server | `insight` |
//!
//! `app` shows one of them at a time. What they share is the configuration while it is worked on
//! ([`sheet`]), small parts to see and touch (`parts`), the text of files ([`encoding`]), the
//! page (`browser`) and [`words`]. What needs no browser can be tested without one, and is public for that.

#[cfg(feature = "widget")]
mod app;
#[cfg(feature = "widget")]
mod briefs;
#[cfg(feature = "widget")]
mod browser;
pub mod configurator;
#[cfg(feature = "widget")]
pub mod encoding;
#[cfg(feature = "widget")]
mod insight;
pub mod learning;
#[cfg(feature = "widget")]
mod parts;
pub mod sheet;
pub mod words;

/// Starts the tools in the element of the page that is meant for them.
#[cfg(feature = "widget")]
pub fn start() {
    if let Some(root) = browser::element("desk") {
        yew::Renderer::<app::Tools>::with_root(root).render();
    }
}
