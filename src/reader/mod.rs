//! Rule-based reader of clients' words: amounts of money, dates, durations.
//!
//! A [`Language`] is read from its list in `static/reader/` and from the `Intl` data of browsers
//! (natively [`intl`](fn@intl), written by `script/intl.mjs`). [`amount`] and [`when`] read the text of a
//! field:
//!
//! ```
//! use takeon::calendar;
//! use takeon::reader::{Language, Moment, amount, intl, when};
//! let english = include_str!("../../static/reader/en.json");
//! let english = Language::read("en", &[english, intl("en").unwrap()]).unwrap();
//! let today = calendar::days_from_civil(2026, 11, 29).unwrap();
//!
//! let money = amount("about 2-3k", &english, "EUR").unwrap();
//! assert_eq!((money.low, money.high, money.about), (2000.0, 3000.0, true));
//! assert_eq!(amount("€1.500", &english, "EUR").unwrap().other, Some(1.5));
//!
//! let date = when("by the end of March", &english, today).unwrap();
//! assert_eq!(date.moment.days(today), Some(122.0));
//! assert_eq!(when("no rush", &english, today).unwrap().moment, Moment::Open);
//! ```
//!
//! Finding nothing is acceptable, a wrong value is not: text with two very different readings is
//! not read. Time is linear in the length of the text; no text makes it panic.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod cues;
mod fold;
mod intl;
mod language;
mod layout;
mod message;
mod money;
mod money_field;
mod numbers;
mod phrase;
mod recognise;
mod senses;
mod text;
mod time;
mod token;

pub use intl::intl;
pub use language::{Language, names};
pub use message::{Finding, Findings, FoundValue, Shop, Unclear, read};
pub use money::{Amount, Per};
pub use money_field::{amount, is_share};
pub use recognise::language_of;
pub use time::{Moment, Unit, When, either, is_now, is_unknown, when};
