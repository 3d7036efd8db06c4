//! The Yew tree: what the visitor sees and touches.
//!
//! One root owns the draft; everything below gets values and `on_…` callbacks. Nothing here knows
//! a window, a document or a network, and no visible word stands outside the locales.

mod answer;
mod app;
mod arrival;
mod element;
mod examples;
mod keeping;
mod page;
pub mod parts;
mod reply;
mod root;
mod setup;
mod shared;
mod state;
mod steps;
mod written;

pub use app::AppProps;
pub use element::El;
pub use page::{Message, Page, Watching};
pub use root::{Root, RootProps};
pub use setup::{Audience, Setup};
pub use shared::Shared;
