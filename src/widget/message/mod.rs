//! Messages handed over by the visitor: the findings next to the text, each linked with its words.
//!
//! The reader is a part of its own, loaded for the first message: [`MESSAGE_PART`] has its functions.

mod content;
mod marks;
mod panel;
mod part;
mod view;

pub use part::MESSAGE_PART;
pub use view::Messages;
