//! The small parts that more than one tool is made of.

mod code;
mod file;
mod number;
mod preview;
mod typed;

pub use code::Code;
pub use file::{Arrival, OpenFile, dropped, dropped_or_linked, last, over};
pub use number::{NumberOf, plain};
pub use preview::Preview;
pub use typed::Typed;
