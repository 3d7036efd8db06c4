//! The desk, a page of tools for the owner of a shop: the configurator, the lessons of finished
//! jobs, a log of verdicts, clients' briefs, and counting without a server.
//!
//! They are a program of their own, so that no visitor of a shop's page loads any of them. All work
//! stays on this device.
//!
//! | tool | module |
//! | --- | --- |
//! | the terms of the shop | [`configurator`] |
//! | finished jobs, and the log of verdicts | [`learning`] |
//! | clients' briefs, and what comes after the yes | [`briefs`], [`agreed`] |
//! | which of them, and when | [`capacity`] |
//! | counting without a server | `insight` |
//!
//! `app` shows one of them at a time. They share the configuration in the editor ([`sheet`]), small
//! components (`parts`), the encodings and kinds of files (`encoding`, [`door`]), the page (`browser`, `hooks`) and
//! [`words`]. Modules that need no browser are tested without one, and public for that.

pub mod agreed;
#[cfg(feature = "widget")]
mod app;
pub mod briefs;
#[cfg(feature = "widget")]
mod browser;
pub mod capacity;
#[cfg(feature = "widget")]
mod client;
pub mod configurator;
pub mod door;
#[cfg(feature = "widget")]
pub mod encoding;
#[cfg(feature = "widget")]
mod hooks;
#[cfg(feature = "widget")]
mod insight;
pub mod learning;
#[cfg(feature = "widget")]
mod parts;
pub mod proposal;
pub mod sheet;
pub mod words;

/// Calculators that may be mounted beside the tools before their numbers meet. Assumption: more than anybody
/// opens before the page is loaded anew.
#[cfg(feature = "widget")]
const CALCULATORS: usize = 256;

/// Nothing, to take a number.
#[cfg(feature = "widget")]
#[yew::component]
fn Nothing() -> yew::Html {
    yew::Html::default()
}

/// Renders the tools into the page's element for them, in a language by its messages, in English without them.
#[cfg(feature = "widget")]
pub fn start(lang: &str, messages: Option<&str>) {
    // Yew numbers its roots from 1 in each program, and finds by that number which of them an event is for:
    // with the number of a calculator's, a click in that would press a button of the tools.
    for place in (0..CALCULATORS).filter_map(|_| browser::detached()) {
        yew::Renderer::<Nothing>::with_root(place)
            .render()
            .destroy();
    }
    if let Some(root) = browser::element("desk") {
        let speech = words::speech(lang, messages, browser::numbers(lang));
        yew::Renderer::<app::Tools>::with_root_and_props(root, app::ToolsProps { speech }).render();
    }
}
