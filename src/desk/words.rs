//! Messages of the tools, in English, on top of those of the calculator.

use crate::i18n::{Numbers, Speech, Words};
use crate::shared::Shared;

/// Messages of the tools, as JSON.
pub const ENGLISH: &str = include_str!("../../static/desk/en.json");

/// Returns the words of the tools. Messages that they lack are those of the calculator.
pub fn speech(numbers: Box<dyn Numbers>) -> Speech {
    Shared::new(Words::new("en", Some(ENGLISH), numbers))
}

/// Returns the message of the first of these keys that has one, with its `{name}`s filled in.
pub fn first(speech: &Speech, keys: &[String], values: &[(&str, &str)]) -> Option<String> {
    let key = keys.iter().find(|key| speech.has(key))?;
    Some(speech.with(key, values))
}
