//! The reader of messages for scripts: a text and its language in, JSON text out.
//!
//! A wasm of its own, which Trunk builds; `reader.js` brings the words of the language, and makes plain
//! objects of what it says.

use serde::Serialize;
use takeon::calendar;
use takeon::config::{ConfigError, read_terms};
use takeon::draft::days;
use takeon::engine::Brief;
use takeon::json;
use takeon::reader::{Finding, FoundValue, Language, Shop, language_of, names};
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Recognises the language of a message: its tag, where enough of the words tell.
#[wasm_bindgen]
pub fn language(message: &str) -> Option<String> {
    language_of(message).map(str::to_owned)
}

/// Reads a message in the language with this tag: `{"language", "brief", "found", "unclear"}`, or
/// `{"errors": [{at, message}]}` with every problem of the terms. Places are in UTF-16 units.
///
/// `today` is as in 2026-11-29. The lists are those of the language in `static/reader/` and
/// `static/says/`, and what its `Intl` adds.
#[wasm_bindgen]
pub fn read(
    message: &str,
    tag: &str,
    today: &str,
    terms: &str,
    list: &str,
    says: &str,
    table: &str,
) -> String {
    let terms = match read_terms(terms) {
        Ok(terms) => terms,
        Err(errors) => return json::write(&Errors { errors }).unwrap_or_default(),
    };
    let today = days(today).unwrap_or_default();
    let languages: Vec<Language> = Language::read(tag, &[list, says, table])
        .into_iter()
        .collect();
    let shop = Shop {
        terms: &terms,
        words: &[(tag.to_owned(), names(says))],
    };
    let said = takeon::reader::read(message, &languages, Some(tag), today, shop);
    let units: Vec<u16> = message.encode_utf16().collect();
    let words =
        |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    let found = said.found.iter();
    let unclear = said.unclear.iter().map(|one| UnclearLine {
        field: one.field,
        why: one.why,
        from: one.from,
        to: one.to,
        text: words(one.from, one.to),
    });
    let answer = Answer {
        language: said.language.as_deref(),
        brief: said.brief(&terms),
        found: found
            .map(|found| FoundLine::of(found, words(found.from, found.to)))
            .collect(),
        unclear: unclear.collect(),
    };
    json::write(&answer).unwrap_or_default()
}

/// Errors in terms.
#[derive(Serialize)]
struct Errors {
    errors: Vec<ConfigError>,
}

/// Contents of a message.
#[derive(Serialize)]
struct Answer<'a> {
    language: Option<&'a str>,
    brief: Brief,
    found: Vec<FoundLine<'a>>,
    unclear: Vec<UnclearLine>,
}

/// A finding, with what its value leaves out.
#[derive(Serialize)]
struct FoundLine<'a> {
    field: &'a str,
    value: &'a FoundValue,
    from: usize,
    to: usize,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// Words that say something, but not what.
#[derive(Serialize)]
struct UnclearLine {
    field: &'static str,
    why: &'static str,
    from: usize,
    to: usize,
    text: String,
}

impl FoundLine<'_> {
    fn of(found: &Finding, text: String) -> FoundLine<'_> {
        let (currency, day) = match &found.value {
            FoundValue::Budget { currency, .. } => (currency.as_deref(), None),
            FoundValue::Deadline { day, .. } => (None, *day),
            _ => (None, None),
        };
        FoundLine {
            field: &found.field,
            value: &found.value,
            from: found.from,
            to: found.to,
            text,
            currency,
            date: day.map(calendar::to_iso),
        }
    }
}

fn main() {}
