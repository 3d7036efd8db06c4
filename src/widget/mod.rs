//! The Yew tree: what the visitor sees and touches.
//!
//! One root owns the draft; everything below gets values and `on_…` callbacks. Nothing here knows
//! a window, a document or a network, and no visible word stands outside the locales.

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
