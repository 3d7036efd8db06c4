//! A message that was handed over: what was read in it stands beside it, each value beside its words.
//!
//! The reader is a part of its own, loaded for the first message: [`HEARING`] has its functions.

mod handed;
mod hearing;
mod marks;
mod panel;

pub use handed::Messages;
pub use hearing::HEARING;
