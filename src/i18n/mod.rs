//! Words: messages by key, plurals, numbers in words.
//!
//! English is built in and is the fallback of every other language, key by key. The formatting of
//! numbers, the selection of plural forms and lower-casing are left to the platform ([`Numbers`]):
//! in a browser that is `Intl`.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod agreement;
pub mod amount;
mod answer;
mod brief;
mod change;
mod headline;
mod names;
mod need;
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
