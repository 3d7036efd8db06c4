//! The words of one language: messages by key, with what they are filled with.

use super::numbers::Numbers;
use super::packed;
use crate::engine::{Show, Text};
use crate::json::{self, Value};
use crate::shared::Shared;

/// The English messages, for programs that have them built in. The calculator gets them in parts.
pub const ENGLISH: &str = include_str!("../../static/locales/en.json");

/// The words of one language.
pub struct Words {
    messages: Value,
    english: Value,
    lang: String,
    numbers: Box<dyn Numbers>,
    show: Show,
}

impl Words {
    /// The words of a language: its messages as JSON text, by name or packed, or none for English
    /// alone.
    ///
    /// Messages that cannot be read are as good as none: English is spoken instead.
    pub fn new(lang: &str, messages: Option<&str>, numbers: Box<dyn Numbers>) -> Words {
        let messages: Vec<String> = messages.map(str::to_owned).into_iter().collect();
        Words::in_parts(&[ENGLISH.to_owned()], lang, &messages, numbers)
    }

    /// The same, as far as the messages are there: those of English and of the language are in several
    /// JSON texts, those first that are needed first.
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
            show: Show::Prices,
        }
    }

    /// The same words, saying only so much of what the shop asks.
    pub fn showing(self, show: Show) -> Words {
        Words { show, ..self }
    }

    /// Returns the tag of the language.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Returns how openly prices are said.
    pub fn show(&self) -> Show {
        self.show
    }

    /// The message of a key.
    pub fn say(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message of a key such as `care.{}`, with an id in the place of the braces.
    pub fn of(&self, pattern: &str, id: &str) -> String {
        self.say(&key(pattern, id))
    }

    /// The message of a key with its `{name}`s filled in.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let message = self.message(key).unwrap_or_default();
        let mut said = String::with_capacity(message.len() + 16);
        let mut rest = message;
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                said.push_str(value);
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }

    /// Returns the message of a key in pieces, so that something else than text can stand in its places:
    /// each piece is a text and the name of the place behind it, which is empty at the end.
    pub fn pieces(&self, key: &str) -> Vec<(&str, &str)> {
        let mut pieces = Vec::new();
        let mut rest = self.message(key).unwrap_or_default();
        while let Some((text, after)) = rest.split_once('{') {
            let (place, after) = after.split_once('}').unwrap_or_default();
            pieces.push((text, place));
            rest = after;
        }
        pieces.push((rest, ""));
        pieces
    }

    /// The message of a key in the plural form that a number takes. `{n}` is the number.
    pub fn count(&self, key: &str, n: f64, values: &[(&str, &str)]) -> String {
        let form = format!("{key}_{}", self.numbers.plural(n));
        let key = if self.message(&form).is_some() {
            form
        } else {
            format!("{key}_other")
        };
        let n = self.number(n, 1);
        let mut all = vec![("n", n.as_str())];
        all.extend_from_slice(values);
        self.with(&key, &all)
    }

    /// Returns `true` if a key has a message.
    pub fn has(&self, key: &str) -> bool {
        self.message(key).is_some()
    }

    fn message<'a>(&'a self, key: &str) -> Option<&'a str> {
        let message = |messages: &'a Value| messages.member(key)?.text();
        message(&self.messages).or_else(|| message(&self.english))
    }

    /// A number with at most so many decimals.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        self.numbers.number(value, decimals)
    }

    /// An amount of money, without cents where it is large.
    pub fn money(&self, amount: f64, currency: &str) -> String {
        self.numbers.money(amount, currency)
    }

    /// A day, in days from 1 January 1970, with its weekday or without: "Wednesday 23 December". The
    /// year only where it is another than this one.
    pub fn date(&self, day: i64, weekday: bool) -> String {
        self.numbers.date(day, weekday)
    }

    /// A list in words: "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        self.numbers.list(items)
    }

    /// A text in small letters.
    pub fn lower(&self, text: &str) -> String {
        self.numbers.lower(text)
    }

    /// Returns the decimal separator and the separator of thousands.
    pub fn separators(&self) -> (char, char) {
        self.numbers.separators()
    }

    /// The agency's text in this language, in its base language or another form of that, or the one for
    /// all others.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        let base = self.lang.split('-').next().unwrap_or_default();
        text.translation(&self.lang)
            .or_else(|| text.translation(base))
            .or_else(|| text.relative(base))
            .unwrap_or(&text.default)
    }
}

/// Returns the key that a pattern such as `care.{}` stands for, with an id in the place of the braces.
///
/// ```
/// # use takeon::i18n::key;
/// assert_eq!(key("care.{}.inline", "updates"), "care.updates.inline");
/// ```
pub fn key(pattern: &str, id: &str) -> String {
    pattern.replace("{}", id)
}

/// The words of one language, shared by all that speaks it.
pub type Speech = Shared<Words>;
