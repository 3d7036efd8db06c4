//! The words of the demo page's tools: English, beside those of the calculator.

use crate::i18n::{Numbers, Speech, Words};
use crate::shared::Shared;

/// The messages of these tools.
pub const ENGLISH: &str = include_str!("../../static/desk/en.json");

/// The words of these tools; what they lack is said as in the calculator.
pub fn speech(numbers: Box<dyn Numbers>) -> Speech {
    Shared::new(Words::new("en", Some(ENGLISH), numbers))
}
