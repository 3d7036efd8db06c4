//! The Yew tree: views and the state behind them.
//!
//! One root owns the draft; everything below gets values and `on_…` callbacks. A view may move the focus
//! among its own elements; the page, its address and the network are behind [`Host`]. No visible word
//! is outside the locales.

// Nothing that a visitor does can panic.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod additions;
mod answer;
mod app;
mod case;
mod deferred;
pub mod element;
mod evaluation;
mod examples;
mod heard;
mod host;
mod later;
mod link;
mod link_notice;
mod localized;
mod message;
mod outcomes;
pub mod parts;
mod reply;
mod report;
mod restore;
mod results;
mod root;
mod setup;
mod standing;
mod state;
mod steps;
mod toolbar;
mod understood;

pub use app::{AppProps, Loaded};
pub use deferred::{Deferred, Hearing, Reader, Rest, Tongue};
pub use element::Element;
pub use host::{Host, Message, Subscription};
pub use message::HEARING;
pub use results::{DEFERRED, LATER};
pub use root::{Root, RootProps};
pub use setup::{Audience, Setup};
