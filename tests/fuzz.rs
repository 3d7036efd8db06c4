//! Mutated documents: any input gives an answer or errors.
//!
//! ```sh
//! TAKEON_FUZZ=1000000 cargo test --release --test fuzz -- --nocapture
//! ```

#![allow(clippy::unwrap_used)]
#![allow(clippy::disallowed_types, reason = "it says how long it took")]
#![allow(clippy::disallowed_macros, reason = "it says how long it took")]
#![allow(clippy::disallowed_methods, reason = "the last bits do not matter")]

#[path = "common/chance.rs"]
mod chance;
#[path = "common/sane.rs"]
mod sane;

use chance::Chance;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use takeon::config::{ConfigError, answer, answer_line, read_brief, read_terms};

const CORPUS: [&str; 5] = [
    include_str!("corpus/everything-said.json"),
    include_str!("corpus/hardly-anything-said.json"),
    include_str!("corpus/by-the-hour.json"),
    include_str!("corpus/monthly.json"),
    include_str!("corpus/gift.json"),
];

/// Fragments that are frequent in documents, and numbers at the ends of every range.
const TOKENS: [&str; 52] = [
    "0",
    "-0",
    "1",
    "2",
    "0.5",
    "0.8",
    "0.9",
    "1e-9",
    "1e-300",
    "5e-324",
    "1e-999",
    "1e3",
    "1e4",
    "1e5",
    "1e6",
    "1e9",
    "1e12",
    "1e15",
    "1.7e308",
    "1e999",
    "-1",
    "1.5",
    "500",
    "600",
    "10000",
    "null",
    "true",
    "false",
    "{}",
    "[]",
    "\"\"",
    "\"open\"",
    "\"blog\"",
    "\"us-paid\"",
    "\"us-unpaid\"",
    "\"must\"",
    "\"could\"",
    "{\"hourly\":{}}",
    "{\"hourly\":{\"rate\":1e-9}}",
    "{\"fixed\":{}}",
    "{\"fixed\":{\"from\":0,\"to\":1e12}}",
    "{\"monthly\":{}}",
    "{\"gift\":{}}",
    "{\"gift\":{\"hours\":0,\"months\":1}}",
    "{\"stages\":100}",
    "{\"by\":\"us-unpaid\",\"hours\":1e6,\"within\":\"hours\"}",
    "{\"hours\":1e6,\"paid\":1e12,\"done\":0.999}",
    "\"share\"",
    "\"unknown\"",
    "\"unseen\"",
    "{\"low\":0,\"likely\":0,\"high\":1e6}",
    "{\"low\":0,\"likely\":1e-9,\"high\":9}",
];

/// Returns an index below an end, or 0.
fn below(chance: &mut Chance, end: usize) -> usize {
    chance.below(end.max(1) as u64) as usize
}

/// Returns an item of a list.
fn of<'a, T>(chance: &mut Chance, list: &'a [T]) -> &'a T {
    &list[below(chance, list.len())]
}

/// Returns documents of the corpus: whole requests, or one member of each.
fn corpus(part: &str) -> Vec<Value> {
    let documents = CORPUS.map(|text| serde_json::from_str::<Value>(text).unwrap());
    documents
        .iter()
        .map(|document| document.pointer(part).unwrap().clone())
        .collect()
}

/// Returns the pointers to a value and all values in it.
fn places(at: &str, value: &Value, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(key, value)| places(&format!("{at}/{key}"), value, all)),
        Value::Array(members) => (0..)
            .zip(members)
            .for_each(|(index, value): (usize, _)| places(&format!("{at}/{index}"), value, all)),
        _ => {}
    }
}

/// Mutates a few values: replaces, swaps, repeats or removes them.
fn shaken(chance: &mut Chance, corpus: &[Value]) -> Value {
    let mut document = of(chance, corpus).clone();
    for _ in 0..=below(chance, 4) {
        let mut all = Vec::new();
        places("", &document, &mut all);
        let (at, from) = (of(chance, &all), of(chance, &all));
        let elsewhere = document.pointer(from).unwrap().clone();
        let place = document.pointer_mut(at).unwrap();
        match (below(chance, 8), place) {
            (0, Value::Array(members)) if !members.is_empty() => {
                let member = of(chance, members).clone();
                members.extend(vec![member; below(chance, 20)]);
            }
            (1, Value::Array(members)) if !members.is_empty() => {
                drop(members.remove(below(chance, members.len())))
            }
            (1, Value::Object(members)) if !members.is_empty() => {
                let key = members
                    .keys()
                    .nth(below(chance, members.len()))
                    .unwrap()
                    .clone();
                members.remove(&key);
            }
            (2, place) => *place = elsewhere,
            (3 | 4, place) if place.is_number() => {
                let factor = 10_f64.powi(below(chance, 9) as i32 - 4);
                *place = json!(place.as_f64().unwrap_or(1.0) * factor);
            }
            (_, place) if place.is_number() || below(chance, 8) == 0 => {
                let token: &&str = of(chance, &TOKENS);
                *place = serde_json::from_str(token).unwrap();
            }
            _ => {}
        }
    }
    document
}

/// Mutates a few bytes of a text.
fn garbled(chance: &mut Chance, text: String) -> String {
    let mut bytes = text.into_bytes();
    for _ in 0..below(chance, 4) {
        let start = below(chance, bytes.len());
        let end = (start + below(chance, 20)).min(bytes.len());
        match below(chance, 4) {
            0 => drop(bytes.drain(start..end)),
            1 => drop(bytes.splice(start..end, of(chance, &TOKENS).bytes())),
            2 => bytes.extend_from_within(start..end),
            _ => drop(bytes.splice(start..end, [below(chance, 256) as u8])),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Mutates documents of the corpus and checks the output. Counts the valid ones.
fn fuzz(part: &str, look: impl Fn(&str) -> bool) {
    let wanted = std::env::var("TAKEON_FUZZ")
        .ok()
        .and_then(|n| n.parse().ok());
    let (rounds, corpus) = (wanted.unwrap_or(1000), corpus(part));
    let (mut valid, mut slowest) = (0, Duration::ZERO);
    for round in 0..rounds {
        let mut chance = Chance(round);
        let mut text = shaken(&mut chance, &corpus).to_string();
        if below(&mut chance, 3) == 0 {
            text = garbled(&mut chance, text);
        }
        let start = Instant::now();
        let seen = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| look(&text)));
        valid += usize::from(seen.unwrap_or_else(|_| panic!("round {round}: {text}")));
        if start.elapsed() > slowest {
            slowest = start.elapsed();
            if slowest > Duration::from_secs(1) {
                println!("{slowest:?}: {text}");
            }
        }
    }
    println!("{part:?}: {rounds} documents, {valid} valid, the slowest in {slowest:?}");
    assert!(valid > 0 && valid < rounds as usize);
}

/// Fails unless there are errors, each with a place and a message.
fn assert_located(text: &str, errors: &[ConfigError]) {
    assert!(!errors.is_empty(), "no error");
    let document: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    for error in errors {
        let holder = error.at.rsplit_once('/').map_or("", |(holder, _)| holder);
        let place = if error.message().ends_with("is missing") {
            holder
        } else {
            &error.at
        };
        assert!(
            document.pointer(place).is_some() && !error.message().is_empty(),
            "{error}"
        );
    }
}

#[test]
fn any_terms_are_read_or_have_errors() {
    fuzz("/terms", |text| match read_terms(text) {
        Ok(_) => true,
        Err(errors) => {
            assert_located(text, &errors);
            false
        }
    });
}

#[test]
fn any_brief_is_read_or_has_errors() {
    let terms = read_terms(&corpus("/terms")[0].to_string()).unwrap();
    fuzz("/brief", |text| match read_brief(text, &terms) {
        Ok(brief) => {
            let written = json!(brief).to_string();
            assert_eq!(read_brief(&written, &terms), Ok(brief), "{written}");
            true
        }
        Err(errors) => {
            assert_located(text, &errors);
            false
        }
    });
}

#[test]
fn any_request_has_a_valid_answer_or_errors() {
    fuzz("", |text| match answer(text) {
        Err(errors) => {
            assert_located(text, &errors);
            assert!(answer_line(text).starts_with("{\"errors\":[{"));
            false
        }
        Ok(appraisal) => {
            let request: Value = serde_json::from_str(text).unwrap();
            let terms = read_terms(&request["terms"].to_string()).unwrap();
            let asked = read_brief(&request["brief"].to_string(), &terms).unwrap();
            sane::assert_figures(&appraisal);
            sane::assert_offers(&asked, &appraisal, |brief| {
                answer(&json!({ "brief": brief, "terms": request["terms"] }).to_string()).unwrap()
            });
            true
        }
    });
}
