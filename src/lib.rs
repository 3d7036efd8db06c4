//! Should we take this project?
//!
//! Takeon appraises what a client asks for under what a shop works by, and says what would make a
//! no into a yes.
//!
//! ```
//! let line = takeon::config::answer_line(
//!     r#"{
//!         "terms": {
//!             "shop": { "name": "Studio Nord" }, "currency": "EUR", "rate": 85,
//!             "team": { "hoursPerWeek": 25 },
//!             "services": [{ "id": "blog", "hours": 12 }]
//!         },
//!         "brief": {
//!             "wishes": [{ "service": "blog" }],
//!             "deadline": { "weeks": 8 }, "budget": { "fixed": 3000 },
//!             "conditions": { "contentReady": true }
//!         }
//!     }"#,
//! );
//! assert!(line.starts_with(r#"{"verdict":"take""#));
//! ```
//!
//! Begin with [`engine`]: its page explains the whole model, with an example to check by hand.
//! It knows neither language nor JSON nor browser. [`config`] reads JSON documents, or lists every
//! error in them. The other modules stand between the two and a page; those that need a browser
//! come with the feature `widget`, and without it there is no web crate in the tree.

pub mod calendar;
pub mod config;
pub mod decimal;
#[cfg(feature = "desk")]
pub mod desk;
pub mod draft;
pub mod encoding;
#[cfg(feature = "widget")]
pub mod host;
pub mod i18n;
pub mod json;
pub mod letter;
pub mod mail;
pub mod picture;
pub mod reader;
pub mod search;
pub mod share;
pub mod shared;
#[cfg(feature = "widget")]
pub mod widget;

pub use takeon_engine as engine;
