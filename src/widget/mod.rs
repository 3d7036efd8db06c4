//! The Yew tree: views and the state behind them.
//!
//! One root owns the draft; everything below gets values and `on_…` callbacks. A view may move the focus
//! among its own elements; the page, its address and the network are behind [`Host`]. No visible word
//! is outside the locales.

// Nothing that a visitor does can panic.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod answer;
mod app;
mod arrival;
mod beside;
mod case;
mod element;
mod examples;
mod host;
mod keeping;
pub mod parts;
mod reply;
mod rest;
mod root;
mod setup;
mod state;
mod steps;
mod written;

pub use app::AppProps;
pub use beside::{Begun, Whole};
pub use element::Element;
pub use host::{Host, Message, Subscription};
pub use rest::Held;
pub use root::{Root, RootProps};
pub use setup::{Audience, Setup};
