//! The Yew tree: what the visitor sees.
mod app;
pub use app::{App, AppProps};
