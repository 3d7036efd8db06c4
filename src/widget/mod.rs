//! The Yew tree: what the visitor sees and touches.
//!
//! One root owns the draft; everything below gets values and `on_…` callbacks. Nothing here knows
//! a window, a document or a network, and no visible word stands outside the locales.

mod answer;
mod app;
mod examples;
mod keeping;
mod parts;
mod state;
mod steps;

pub use app::{App, AppProps, Audience, Setup};
