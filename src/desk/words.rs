//! Messages of the tools, on top of those of the calculator. The build puts the English ones into the parts of the program.

use crate::i18n::{Numbers, Speech, Words};
use crate::shared::Shared;

/// Messages of the tools in English, as JSON.
pub const ENGLISH: &str = include_str!("../../static/desk/en.json");

/// Languages that the tools speak, by their tags, each in its own words. All but English have a file in `static/desk`.
pub const LANGUAGES: [(&str, &str); 4] = [
    ("en", "English"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("id", "Bahasa Indonesia"),
];

/// Returns the words of the tools in a language, by its messages as JSON; in English without them. `english` has those of English:
/// JSON texts, for each part of the program that is loaded.
pub fn speech(
    english: &[String],
    lang: &str,
    messages: Option<&str>,
    numbers: Box<dyn Numbers>,
) -> Speech {
    let messages: Vec<String> = messages.map(str::to_owned).into_iter().collect();
    Shared::new(Words::in_parts(english, lang, &messages, numbers))
}

/// Returns the first of these keys that has a message.
pub fn first<'a>(speech: &Speech, keys: &'a [String]) -> Option<&'a str> {
    let mut keys = keys.iter().map(String::as_str);
    keys.find(|key| speech.has(key))
}
