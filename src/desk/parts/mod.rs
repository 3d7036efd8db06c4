//! Small components that more than one tool has.

mod code;
mod file;
mod fold;
mod lines;
mod number;
mod preview;
mod select;
mod typed;

pub use code::{Code, CodeProps};
pub use file::{
    ImportSource, JSON, Table, allow_drop, last_text, on_drop, on_drop_or_link, open_file,
};
pub use fold::{Fold, FoldProps};
pub use lines::{Lines, LinesProps};
pub use number::NumberOf;
pub use preview::{OnPage, Preview, PreviewProps};
pub use select::select;
pub use typed::{Typed, TypedProps};
