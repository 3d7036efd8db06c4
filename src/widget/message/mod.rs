//! Messages handed over by the visitor: the findings next to the text, each linked with its words.
//!
//! The reader is a part of its own, loaded for the first message: [`HEARING`] has its functions.

mod handed;
mod hearing;
mod marks;
mod panel;

pub use handed::Messages;
pub use hearing::HEARING;
