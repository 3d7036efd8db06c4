//! Clients' messages in a terminal: JSON lines in, JSON lines out.
//!
//! ```sh
//! cargo run --release --no-default-features --example read < messages.jsonl
//! ```

use std::io::{BufRead, BufWriter, Write};
use takeon::json::{self, Value};
use takeon::reader::{Language, Moment, amount, calendar, intl, when};

const LISTS: [(&str, &str); 12] = [
    ("en", include_str!("../static/reader/en.json")),
    ("da", include_str!("../static/reader/da.json")),
    ("de", include_str!("../static/reader/de.json")),
    ("es", include_str!("../static/reader/es.json")),
    ("fr", include_str!("../static/reader/fr.json")),
    ("id", include_str!("../static/reader/id.json")),
    ("ja", include_str!("../static/reader/ja.json")),
    ("nl", include_str!("../static/reader/nl.json")),
    ("pl", include_str!("../static/reader/pl.json")),
    ("pt-BR", include_str!("../static/reader/pt-BR.json")),
    ("tr", include_str!("../static/reader/tr.json")),
    ("ar", include_str!("../static/reader/ar.json")),
];

fn main() -> std::io::Result<()> {
    let languages: Vec<Language> = LISTS
        .iter()
        .filter_map(|(tag, list)| Language::read(tag, &[list, intl(tag)?]))
        .collect();
    assert_eq!(languages.len(), 12);
    let mut output = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let request = json::read(&line).unwrap_or(Value::Null);
        let text = |name: &str| request.member(name).and_then(Value::text);
        let message = text("message").unwrap_or_default();
        let tag = text("language").unwrap_or("en");
        let language = languages
            .iter()
            .find(|language| language.tag == tag)
            .unwrap_or(&languages[0]);
        let mut parts = text("today")
            .unwrap_or("2026-11-29")
            .split('-')
            .map(|part| part.parse().unwrap_or(1));
        let mut part = || parts.next().unwrap_or(1);
        let today = calendar::day(part(), part(), part()).unwrap_or_default();
        let shop = text("currency").unwrap_or("EUR");
        let mut found = Vec::new();
        let units: Vec<u16> = message.encode_utf16().collect();
        let words =
            |from: usize, to: usize| json::write(&String::from_utf16_lossy(&units[from..to]));
        if let Some(money) = amount(message, language, shop) {
            let currency = money.currency.as_deref().unwrap_or(shop);
            found.push(format!(
                "{{\"field\":\"budget\",\"value\":{{\"fixed\":{}}},\"low\":{},\"high\":{},\"currency\":\"{currency}\",\"from\":{},\"to\":{},\"text\":{}}}",
                money.low, money.low, money.high, money.from, money.to, words(money.from, money.to)
            ));
        }
        if let Some(when) = when(message, language, today) {
            let value = match when.moment {
                Moment::Day { day, .. } => format!("\"date\":\"{}\"", calendar::iso(day)),
                Moment::Length { .. } => {
                    format!("\"weeks\":{}", when.moment.days(today).unwrap_or(0.0) / 7.0)
                }
                _ => "\"value\":\"open\"".to_owned(),
            };
            found.push(format!(
                "{{\"field\":\"deadline\",{value},\"from\":{},\"to\":{},\"text\":{}}}",
                when.from,
                when.to,
                words(when.from, when.to)
            ));
        }
        writeln!(
            output,
            "{{\"language\":\"{tag}\",\"brief\":{{}},\"found\":[{}],\"unclear\":[]}}",
            found.join(",")
        )?;
    }
    output.flush()
}
