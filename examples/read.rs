//! Clients' messages in a terminal: JSON lines in, JSON lines out.
//!
//! ```sh
//! cargo run --release --no-default-features --example read < messages.jsonl
//! ```
//!
//! Every line of standard input is `{"message", "language", "today", "currency", "terms"}`; without a language it is recognised, and
//! without terms they are those of `static/terms/web-studio.json`. Every line of standard output is
//! `{"language", "brief", "found", "unclear"}`, with places in UTF-16 units.

use serde_json::{Value, json};
use std::io::{BufRead, BufWriter, Write};
use takeon::calendar;
use takeon::config::read_terms;
use takeon::reader::{Finding, FoundValue, Language, Shop, intl, read};

/// Returns the lists of a language: words of numbers and dates, and phrases of messages.
macro_rules! lists {
    ($($tag:literal),*) => {
        [$(($tag, include_str!(concat!("../static/reader/", $tag, ".json")), include_str!(concat!("../static/says/", $tag, ".json")))),*]
    };
}

const LISTS: [(&str, &str, &str); 12] = lists![
    "en", "da", "de", "es", "fr", "id", "ja", "nl", "pl", "pt-BR", "tr", "ar"
];

/// Words of the ready-made shops in other languages.
const WORDS: [(&str, &str); 11] = [
    ("da", include_str!("../static/terms/words/da.json")),
    ("de", include_str!("../static/terms/words/de.json")),
    ("es", include_str!("../static/terms/words/es.json")),
    ("fr", include_str!("../static/terms/words/fr.json")),
    ("id", include_str!("../static/terms/words/id.json")),
    ("ja", include_str!("../static/terms/words/ja.json")),
    ("nl", include_str!("../static/terms/words/nl.json")),
    ("pl", include_str!("../static/terms/words/pl.json")),
    ("pt-BR", include_str!("../static/terms/words/pt-BR.json")),
    ("tr", include_str!("../static/terms/words/tr.json")),
    ("ar", include_str!("../static/terms/words/ar.json")),
];

const WEB_STUDIO: &str = include_str!("../static/terms/web-studio.json");

fn main() -> std::io::Result<()> {
    let languages: Vec<Language> = LISTS
        .iter()
        .filter_map(|(tag, list, says)| Language::read(tag, &[list, says, intl(tag)?]))
        .collect();
    let words: Vec<(String, Vec<(String, String)>)> = WORDS
        .iter()
        .map(|(tag, words)| ((*tag).to_owned(), pairs(words)))
        .collect();
    let usual: Value = serde_json::from_str(WEB_STUDIO).unwrap_or(Value::Null);
    let mut output = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let request = serde_json::from_str(&line).unwrap_or(Value::Null);
        writeln!(output, "{}", answer(&request, &languages, &words, &usual))?;
    }
    output.flush()
}

/// Returns the texts of a file of words, each with its translation.
fn pairs(words: &str) -> Vec<(String, String)> {
    let words: Value = serde_json::from_str(words).unwrap_or(Value::Null);
    let members = words.as_object().into_iter().flatten();
    members
        .filter_map(|(from, to)| Some((from.clone(), to.as_str()?.to_owned())))
        .collect()
}

fn answer(
    request: &Value,
    languages: &[Language],
    words: &[(String, Vec<(String, String)>)],
    usual: &Value,
) -> Value {
    let text = |name: &str| request[name].as_str();
    let message = text("message").unwrap_or_default();
    let terms = if request["terms"].is_null() {
        &usual["terms"]
    } else {
        &request["terms"]
    };
    let Ok(mut terms) = read_terms(&terms.to_string()) else {
        return json!({ "errors": [{ "at": "/terms", "message": "these are no terms" }] });
    };
    if let Some(currency) = text("currency") {
        currency.clone_into(&mut terms.currency);
    }
    let mut parts = text("today")
        .unwrap_or_default()
        .split('-')
        .map(|part| part.parse().ok());
    let mut part = || parts.next().flatten().unwrap_or_default();
    let Some(today) = calendar::days_from_civil(part(), part(), part()) else {
        return json!({ "errors": [{ "at": "/today", "message": "this is no date" }] });
    };
    let said = read(
        message,
        languages,
        text("language"),
        today,
        Shop {
            terms: &terms,
            words,
        },
    );
    let units: Vec<u16> = message.encode_utf16().collect();
    let words =
        |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    let found: Vec<Value> = said
        .found
        .iter()
        .map(|found| finding(found, &words(found.from, found.to)))
        .collect();
    let unclear = said.unclear.iter().map(|one| json!({ "field": one.field, "from": one.from, "to": one.to, "text": words(one.from, one.to), "why": one.why }));
    json!({ "language": said.language, "brief": said.brief(&terms), "found": found, "unclear": unclear.collect::<Vec<_>>() })
}

/// Returns a finding in the form of documents, with additional data next to the value.
fn finding(found: &Finding, text: &str) -> Value {
    let mut line = json!({ "field": found.field, "value": found.value, "from": found.from, "to": found.to, "text": text });
    match &found.value {
        FoundValue::Budget { budget, currency } => {
            if let (Some(low), Some(high)) = (budget.amount(), budget.most()) {
                line["low"] = low.into();
                line["high"] = high.into();
            }
            if let Some(code) = currency {
                line["currency"] = code.as_str().into();
            }
        }
        FoundValue::Deadline { day: Some(day), .. } => line["date"] = calendar::to_iso(*day).into(),
        FoundValue::Deadline { deadline, .. } if deadline.weeks().is_finite() => {
            line["weeks"] = deadline.weeks().into()
        }
        _ => {}
    }
    line
}
