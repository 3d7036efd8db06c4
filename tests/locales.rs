//! Languages: each has every message of English and no other, in the plural forms that it has.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Messages by key, or translations by text.
type Words = BTreeMap<String, String>;

/// Plural forms of each language by CLDR, and those of a single number, which may omit it.
const PLURALS: &str = include_str!("plurals.json");

/// Messages of a language about itself.
const OF_ITSELF: [&str; 2] = ["language.name", "language.review"];

/// Returns the JSON files of a folder by their names without `.json`.
fn files(folder: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            files.insert(name, fs::read_to_string(path).unwrap());
        }
    }
    files
}

/// Reads the messages in each JSON file of a folder. A duplicate key is an error.
fn words(folder: &str) -> BTreeMap<String, Words> {
    let read = |(tag, text): (String, String)| {
        let words: Words = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{tag}: {e}"));
        let lines = text.lines().filter(|line| line.contains("\": \"")).count();
        assert_eq!(words.len(), lines, "{folder}/{tag}.json has a key twice");
        (tag, words)
    };
    files(folder).into_iter().map(read).collect()
}

fn english() -> Words {
    words("static/locales").remove("en").unwrap()
}

/// Returns all forms of a language, and those that may omit the number.
fn plurals(tag: &str) -> (Vec<String>, Vec<String>) {
    let all: Value = serde_json::from_str(PLURALS).unwrap();
    let base = tag.split('-').next().unwrap();
    let list = |what: &str| -> Vec<String> {
        serde_json::from_value(all[base][what].clone())
            .unwrap_or_else(|_| panic!("name the plural forms of {tag} in tests/plurals.json"))
    };
    (list("forms"), list("exact"))
}

/// Returns the English message of each key that a language must have.
fn expected(english: &Words, forms: &[String]) -> Words {
    let mut all = Words::new();
    for (key, message) in english {
        let plural = key
            .rsplit_once('_')
            .and_then(|(base, _)| Some((base, english.get(&format!("{base}_other"))?)));
        match plural {
            None => {
                all.insert(key.clone(), message.clone());
            }
            Some((base, other)) => {
                let keys = forms.iter().map(|form| format!("{base}_{form}"));
                all.extend(keys.map(|key| (key, other.clone())));
            }
        }
    }
    all
}

/// Returns the names in braces.
fn placeholders(message: &str) -> BTreeSet<&str> {
    message
        .split('{')
        .skip(1)
        .map(|rest| rest.split_once('}').unwrap().0)
        .collect()
}

/// Fails if a text is empty, has markup, or is much longer than the English one.
fn assert_fits(text: &str, english: &str, at: &str) {
    assert!(!text.trim().is_empty() && text.trim() == text, "{at}");
    assert!(!text.contains(['<', '>', '\n']), "{at}: {text}");
    let (length, most) = (text.chars().count(), 2 * english.chars().count() + 20);
    // Languages with more word forms have more stop words.
    assert!(
        length <= most || at.ends_with("search.ignored"),
        "{at} is longer than {most} letters: {text}"
    );
    let is_sentence = english
        .split(' ')
        .filter(|word| !word.contains('{'))
        .count()
        > 3;
    assert!(!is_sentence || text != english, "{at} is left in English");
}

#[test]
fn every_language_has_the_keys_of_english_in_its_own_plural_forms() {
    let english = english();
    for (tag, words) in words("static/locales") {
        let wanted = expected(&english, &plurals(&tag).0);
        let missing: Vec<_> = wanted.keys().filter(|k| !words.contains_key(*k)).collect();
        let unknown: Vec<_> = words.keys().filter(|k| !wanted.contains_key(*k)).collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{tag} lacks {missing:#?}, and English does not know {unknown:#?}"
        );
    }
}

#[test]
fn every_message_has_the_placeholders_of_english() {
    let english = english();
    for (tag, words) in words("static/locales") {
        let (forms, exact) = plurals(&tag);
        for (key, message) in expected(&english, &forms) {
            let is_exact = exact.iter().any(|form| key.ends_with(&format!("_{form}")));
            let (mut wanted, found) = (placeholders(&message), placeholders(&words[&key]));
            if is_exact && !found.contains("n") {
                wanted.remove("n");
            }
            assert_eq!(found, wanted, "{tag}: {key}: {}", words[&key]);
        }
    }
}

#[test]
fn every_message_is_a_translation_that_can_be_shown() {
    let english = english();
    for (tag, words) in words("static/locales") {
        let wanted = expected(&english, &plurals(&tag).0);
        for (key, message) in &words {
            let at = format!("{tag}: {key}");
            assert!(!message.contains('<'), "{at}: {message}");
            if tag != "en" && !OF_ITSELF.contains(&key.as_str()) {
                assert_fits(message, &wanted[key], &at);
            }
        }
    }
}

/// Collects the texts of the ready-made shops, except the names of shops and partners.
fn collect(value: &Value, kept: &str, texts: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, kept, texts)),
        Value::Object(members) => {
            for (key, member) in members {
                match (key.as_str(), member) {
                    ("shop" | "brief", Value::Object(_)) => {}
                    ("partners", _) => collect(member, "name", texts),
                    // Synonyms differ between languages: the list is one text.
                    ("also", Value::Array(words)) => {
                        let words: Vec<_> = words.iter().map(|w| w.as_str().unwrap()).collect();
                        texts.insert(words.join(", "));
                    }
                    ("excludes", Value::Array(items)) => {
                        texts.extend(items.iter().map(|item| item.as_str().unwrap().to_owned()));
                    }
                    (
                        said @ ("name" | "note" | "unit" | "source" | "disclosure"),
                        Value::String(text),
                    ) if said != kept => {
                        texts.insert(text.clone());
                    }
                    _ => collect(member, kept, texts),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn a_language_with_words_for_the_ready_made_shops_has_them_all() {
    let mut texts = BTreeSet::new();
    for shop in files("static/terms").values() {
        collect(&serde_json::from_str(shop).unwrap(), "", &mut texts);
    }
    assert!(texts.len() > 200);
    for (tag, words) in words("static/terms/words") {
        assert!(Path::new(&format!("static/locales/{tag}.json")).exists());
        let missing: Vec<_> = texts.iter().filter(|t| !words.contains_key(*t)).collect();
        let stale: Vec<_> = words.keys().filter(|text| !texts.contains(*text)).collect();
        assert!(
            missing.is_empty() && stale.is_empty(),
            "{tag} lacks {missing:#?}, and no shop says {stale:#?}"
        );
        for (text, translation) in &words {
            assert_fits(translation, text, &format!("{tag}: {text}"));
        }
    }
}
