//! Letters: those of the plain-language cases as files to read aloud, and what holds for all of them.
//!
//! Every language with a file in `static/locales` has a folder in `tests/letters`. After a change that
//! is meant to change letters, write the new ones and read them:
//!
//! ```sh
//! TAKEON_PIN=1 cargo test --no-default-features --test letters
//! ```

#![allow(clippy::unwrap_used)]

#[path = "common/numbers.rs"]
mod numbers;

use numbers::Plain;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use takeon::config::{read_brief, read_terms};
use takeon::engine::{Brief, Terms, appraise};
use takeon::i18n::Words;
use takeon::letter::{Letter, Request, Sender, Tone, write};

/// Where the letters of the files lead.
const LINK: &str = "https://studio-nord.example/start#takeon=1.…";

/// The letter of a sender, in a tone, with or without odds.
type Kind = (&'static str, Sender, Tone, bool);

/// What is written of every case.
const KINDS: [Kind; 4] = [
    ("From the shop, warm", Sender::Shop, Tone::Warm, false),
    (
        "From the shop, plain, with the odds",
        Sender::Shop,
        Tone::Plain,
        true,
    ),
    ("From the shop, brief", Sender::Shop, Tone::Brief, false),
    (
        "From the client, warm, with the odds",
        Sender::Client,
        Tone::Warm,
        true,
    ),
];

/// The words of every language that has a file, by its tag.
fn languages() -> Vec<(String, Words)> {
    let mut found = Vec::new();
    for entry in fs::read_dir("static/locales").unwrap() {
        let path = entry.unwrap().path();
        let lang = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let messages = fs::read_to_string(&path).unwrap();
        let words = Words::new(&lang, Some(&messages), Box::new(Plain::of(&lang)));
        found.push((lang, words));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn letter(words: &Words, terms: &Terms, brief: &Brief, kind: Kind) -> Letter {
    let appraisal = appraise(brief, terms).unwrap();
    let (_, sender, tone, odds) = kind;
    write(&Request {
        words,
        terms,
        brief,
        appraisal: &appraisal,
        sender,
        tone,
        odds,
        date: None,
        link: Some(LINK),
    })
}

/// A name as the name of a file.
fn file_name(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!("{}.txt", words.join("-"))
}

#[test]
fn the_letters_of_all_cases_are_those_that_were_read() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/cases.json")).unwrap();
    let terms = read_terms(include_str!("cases/terms.json")).unwrap();
    for (lang, words) in languages() {
        let folder = Path::new("tests/letters").join(&lang);
        let mut written = BTreeMap::new();
        for case in &cases {
            let name = case["name"].as_str().unwrap();
            let brief = read_brief(&case["brief"].to_string(), &terms).unwrap();
            let mut page = format!("{name}\n");
            for kind in KINDS {
                let Letter { subject, text } = letter(&words, &terms, &brief, kind);
                page += &format!("\n==== {} ====\n\n{subject}\n\n{text}\n", kind.0);
            }
            written.insert(file_name(name), page);
        }
        if std::env::var_os("TAKEON_PIN").is_some() {
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            for (name, page) in &written {
                fs::write(folder.join(name), page).unwrap();
            }
        }
        let kept = fs::read_dir(&folder).map_or(0, Iterator::count);
        assert_eq!(kept, written.len(), "letters in {}", folder.display());
        for (name, page) in &written {
            let path = folder.join(name);
            let kept = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                *page == kept,
                "{} would be\n{page}\nIs that meant? TAKEON_PIN=1 cargo test --no-default-features --test letters",
                path.display()
            );
        }
    }
}
