//! Words: messages by key, plurals, numbers in words.
//!
//! English is built in and is what every other language falls back to, key by key. How a language
//! writes numbers, which plural form a number takes and which letters are small is asked of whoever runs us ([`Numbers`]):
//! in a browser that is `Intl`.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod agreement;
pub mod amount;
mod answer;
mod brief;
mod change;
mod head;
mod names;
mod numbers;
mod packed;
mod quantity;
mod reason;
pub mod speak;
mod verdict;
mod words;

pub use brief::{BriefRow, Phrasing, RowKind, brief_rows};
pub use numbers::Numbers;
pub use words::{ENGLISH, Speech, Words, key};
