//! Words of one language: messages by key, with placeholders.

use super::numbers::Numbers;
use super::packed;
use crate::engine::{LocalizedText, PriceDisplay};
use crate::json::{self, Value};
use crate::shared::Shared;

/// The English messages, for programs that have them built in. The calculator gets them in parts.
pub const ENGLISH: &str = include_str!("../../static/locales/en.json");

/// Words of one language.
pub struct Words {
    messages: Value,
    english: Value,
    lang: String,
    numbers: Box<dyn Numbers>,
    show: PriceDisplay,
}

impl Words {
    /// Reads the words of a language: its messages as JSON text, by key or packed, or none for
    /// English alone.
    ///
    /// Unreadable messages are ignored in favour of English.
    pub fn new(lang: &str, messages: Option<&str>, numbers: Box<dyn Numbers>) -> Words {
        let messages: Vec<String> = messages.map(str::to_owned).into_iter().collect();
        Words::in_parts(&[ENGLISH.to_owned()], lang, &messages, numbers)
    }

    /// Like [`Words::new`], for messages that arrive in parts: those of English and of the language
    /// are several JSON texts each, in the order in which they are needed.
    pub fn in_parts(
        english: &[String],
        lang: &str,
        messages: &[String],
        numbers: Box<dyn Numbers>,
    ) -> Words {
        let read = |texts: &[String]| -> Vec<Value> {
            let texts = texts
                .iter()
                .map(|text| json::read(text).unwrap_or(Value::Null));
            texts.collect()
        };
        let parts = read(english);
        let messages = packed::named(&parts, read(messages));
        let parts = parts.into_iter().filter_map(|part| match part {
            Value::Object(members) => Some(members),
            _ => None,
        });
        Words {
            messages,
            english: Value::Object(parts.flatten().collect()),
            lang: lang.to_owned(),
            numbers,
            show: PriceDisplay::Prices,
        }
    }

    /// Returns the words with another level of detail about prices.
    pub fn showing(self, show: PriceDisplay) -> Words {
        Words { show, ..self }
    }

    /// Returns words of another language, by its messages as JSON text, on top of the same English
    /// ones.
    pub fn in_language(
        &self,
        lang: &str,
        messages: Option<&str>,
        numbers: Box<dyn Numbers>,
    ) -> Words {
        Words {
            messages: messages.map_or(Value::Null, |text| json::read(text).unwrap_or(Value::Null)),
            english: self.english.clone(),
            lang: lang.to_owned(),
            numbers,
            show: self.show,
        }
    }

    /// Returns the tag of the language.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Returns the level of detail about prices.
    pub fn show(&self) -> PriceDisplay {
        self.show
    }

    /// Returns the message of a key.
    pub fn get(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// Returns the message of a key such as `care.{}`, with an id in place of the braces.
    pub fn get_for(&self, pattern: &str, id: &str) -> String {
        self.get(&key(pattern, id))
    }

    /// Returns the message of a key with its placeholders filled in.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        let message = self.message(key).unwrap_or_default();
        let mut said = String::with_capacity(message.len() + 16);
        let mut rest = message;
        while let Some((before, placeholder)) = rest.split_once('{') {
            // A brace without its pair is text.
            let Some((name, after)) = placeholder.split_once('}') else {
                break;
            };
            said.push_str(before);
            if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                said.push_str(value);
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }

    /// Returns the message of a key in pieces, so that its placeholders can hold elements: each
    /// piece is a text and the name of the placeholder after it, empty at the end.
    pub fn pieces(&self, key: &str) -> Vec<(&str, &str)> {
        let mut pieces = Vec::new();
        let mut rest = self.message(key).unwrap_or_default();
        while let Some((text, placeholder)) = rest.split_once('{') {
            let Some((place, after)) = placeholder.split_once('}') else {
                break;
            };
            pieces.push((text, place));
            rest = after;
        }
        pieces.push((rest, ""));
        pieces
    }

    /// Returns the message of a key in the plural form of a number. `{n}` is the number, with at most
    /// one decimal.
    pub fn plural(&self, key: &str, n: f64, values: &[(&str, &str)]) -> String {
        // The form belongs to the number that is shown: 1.04 weeks are "1 week".
        self.plural_exactly(key, (n * 10.0).round() / 10.0, values)
    }

    /// Returns the message of a key in the plural form of a number that is rounded to at most two
    /// decimals. `{n}` is the number.
    pub(super) fn plural_exactly(&self, key: &str, n: f64, values: &[(&str, &str)]) -> String {
        let form = format!("{key}_{}", self.numbers.plural(n));
        let key = if self.message(&form).is_some() {
            form
        } else {
            format!("{key}_other")
        };
        let n = self.number(n, 2);
        let mut all = vec![("n", n.as_str())];
        all.extend_from_slice(values);
        self.format(&key, &all)
    }

    /// Returns `true` if a key has a message.
    pub fn has(&self, key: &str) -> bool {
        self.message(key).is_some()
    }

    fn message<'a>(&'a self, key: &str) -> Option<&'a str> {
        let message = |messages: &'a Value| messages.member(key)?.text();
        message(&self.messages).or_else(|| message(&self.english))
    }

    /// Formats a number with at most this many decimals.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        self.numbers.number(value, decimals)
    }

    /// Formats an amount of money, without cents if it is large.
    pub fn money(&self, amount: f64, currency: &str) -> String {
        self.numbers.money(amount, currency)
    }

    /// Formats a day, in days from 1 January 1970, with or without its weekday: "Wednesday 23
    /// December". The year is included only if it is not the current one.
    pub fn date(&self, day: i64, weekday: bool) -> String {
        self.numbers.date(day, weekday)
    }

    /// Joins a list in words: "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        self.numbers.list(items)
    }

    /// Returns a text in lower case.
    pub fn lower(&self, text: &str) -> String {
        self.numbers.lower(text)
    }

    /// Returns the decimal and the thousands separator.
    pub fn separators(&self) -> (char, char) {
        self.numbers.separators()
    }

    /// Returns the agency's text in this language, in its base language or another variety of that,
    /// or the default.
    pub fn text<'a>(&self, text: &'a LocalizedText) -> &'a str {
        let base = self.lang.split('-').next().unwrap_or_default();
        text.translation(&self.lang)
            .or_else(|| text.translation(base))
            .or_else(|| text.relative(base))
            .unwrap_or(&text.default)
    }
}

/// Returns the key for a pattern such as `care.{}`, with an id in place of the braces.
///
/// ```
/// # use takeon::i18n::key;
/// assert_eq!(key("care.{}.inline", "updates"), "care.updates.inline");
/// ```
pub fn key(pattern: &str, id: &str) -> String {
    pattern.replace("{}", id)
}

/// Words of one language, shared by everything that uses them.
pub type Speech = Shared<Words>;
