//! Messages of the tools, in English, on top of those of the calculator.

use crate::i18n::{Numbers, Speech, Words};
use crate::shared::Shared;

/// Messages of the tools, as JSON.
pub const ENGLISH: &str = include_str!("../../static/desk/en.json");

/// Returns the words of the tools. Messages that they lack are those of the calculator.
pub fn speech(numbers: Box<dyn Numbers>) -> Speech {
    Shared::new(Words::new("en", Some(ENGLISH), numbers))
}

/// Returns the first of these keys that has a message.
pub fn first<'a>(speech: &Speech, keys: &'a [String]) -> Option<&'a str> {
    let mut keys = keys.iter().map(String::as_str);
    keys.find(|key| speech.has(key))
}
