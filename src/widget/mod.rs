//! The Yew tree: views and the state behind them.
//!
//! One root owns the draft; everything below gets values and `on_…` callbacks. A view may move the focus
//! among its own elements; the page, its address and the network are behind [`Host`]. No visible word
//! is outside the locales.

// Nothing that a visitor does can panic.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod additions;
mod answer;
mod answer_line;
mod app;
mod aside;
mod case;
mod change;
mod client_message;
mod deferred;
mod echoes;
pub mod element;
mod entry;
mod evaluation;
mod examples;
mod handlers;
mod host;
mod link;
mod link_notice;
mod localized;
mod menu;
mod message;
mod notice;
pub mod parts;
mod place;
mod placeholder;
mod reply;
mod report;
mod restore;
mod results;
mod root;
mod session;
mod setup;
mod state;
mod steps;
mod toolbar;

pub use app::{AppProps, Loaded};
pub use deferred::{AnswerPart, MessageLanguage, MessagePart, MessageReader, RestPart, RestState};
pub use element::Element;
pub use host::{Host, Message, Subscription};
pub use message::MESSAGE_PART;
pub use results::{ANSWER_PART, REST_PART};
pub use root::{Root, RootProps};
pub use setup::{Audience, Setup};
