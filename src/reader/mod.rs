//! Clients' words, read by rules: amounts of money, days, lengths of time.
//!
//! A [`Language`] is read from its list in `static/reader/` and from what every browser's `Intl` knows of it (natively
//! [`intl`], which `script/intl.mjs` writes). [`amount`] and [`when`] read what stands in a field:
//!
//! ```
//! use takeon::reader::{Language, Moment, amount, calendar, intl, when};
//! let english = include_str!("../../static/reader/en.json");
//! let english = Language::read("en", &[english, intl("en").unwrap()]).unwrap();
//! let today = calendar::day(2026, 11, 29).unwrap();
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
//! Silence is allowed, a wrong value is not: what can be read in two ways that are far apart is not read. Time is linear in the
//! length of the text; no text makes it panic.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

pub mod calendar;
mod cues;
mod fold;
mod intl;
mod language;
mod layout;
mod message;
mod money;
mod numbers;
mod recognise;
mod senses;
mod text;
mod time;
mod token;

pub use intl::intl;
pub use language::{Language, names};
pub use message::{Finding, FoundValue, Read, Shop, Unclear, read};
pub use money::{Amount, Per, amount};
pub use recognise::language_of;
pub use time::{Moment, Unit, When, when};
