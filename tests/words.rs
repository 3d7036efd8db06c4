//! The words: every key that the sources name is there, and every word that is there is used.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use takeon::engine::{
    CareKind, CareOwner, Contact, Flag, OfferId, Priority, Relationship, Size, Topic, Verdict,
};
use takeon::i18n::ENGLISH;
use takeon::letter::Tone;

fn english() -> BTreeMap<String, String> {
    serde_json::from_str(ENGLISH).unwrap()
}

/// Every source of the widget, of the words and of the letters, and of what the shell says itself.
fn sources() -> String {
    let finish = fs::read_to_string("script/finish.mjs").unwrap();
    let shell: String = finish
        .lines()
        .filter(|line| line.contains("locale["))
        .collect();
    shell + &sources_of(&["src/widget", "src/i18n", "src/letter"])
}

fn sources_of(folders: &[&str]) -> String {
    fn read(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, all);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                all.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut all = String::new();
    for folder in folders {
        read(Path::new(folder), &mut all);
    }
    all
}

/// What may stand in the place of a `{…}` in a key that is put together.
fn ids() -> Vec<&'static str> {
    let mut ids = vec![
        "purpose",
        "wishes",
        "care",
        "promises",
        "conditions",
        "date",
        "budget",
        "yes",
        "no",
        "weeks",
        "open",
        "fixed",
        "monthly",
        "hourly",
        "contentReady",
        "phased",
        "decider",
        "written",
        "openToAdvice",
        "deposit",
        "freeSample",
        "deadline",
        "shop",
        "visitor",
        "overrun",
        "schedule",
        "contentWait",
    ];
    ids.extend(takeon::engine::conflicts::RULES.iter().map(|rule| rule.id));
    ids.extend([Flag::CareUnderpriced, Flag::LongerThanCareMonths].map(Flag::name));
    ids.extend(CareKind::NAMES);
    ids.extend(CareOwner::NAMES);
    ids.extend(Contact::NAMES);
    ids.extend(Flag::STOPPABLE.map(Flag::name));
    ids.extend(OfferId::NAMES);
    ids.extend(Priority::NAMES);
    ids.extend(Relationship::NAMES);
    ids.extend(Size::NAMES);
    ids.extend(Tone::ALL.map(Tone::id));
    ids.extend(Topic::NAMES);
    ids.extend(Verdict::NAMES);
    ids
}

/// The quoted words of the sources, quotes within them aside, that look like keys: `step.purpose`, or `step.{}`.
fn named_keys(sources: &str) -> Vec<String> {
    let looks_like_a_key = |word: &&str| {
        word.contains('.')
            && !word.contains("..")
            && word.starts_with(|c: char| c.is_ascii_lowercase() || c == '{')
            && word
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || ".-_{}".contains(c))
            && !word.ends_with('.')
            && ![".csv", ".js", ".json", ".zip"]
                .iter()
                .any(|end| word.ends_with(end))
            && !word.ends_with(".txt")
    };
    sources
        .replace("\\\"", "")
        .replace("'\"'", "")
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(looks_like_a_key)
        .map(str::to_owned)
        .collect()
}

/// Whether a key fits a pattern such as `care.{}.hint`.
fn fits(key: &str, pattern: &str, ids: &[&str]) -> bool {
    let Some((before, rest)) = pattern.split_once('{') else {
        return key == pattern;
    };
    let Some((_, after)) = rest.split_once('}') else {
        return false;
    };
    ids.iter().any(|id| {
        key.strip_prefix(before)
            .and_then(|key| key.strip_prefix(id))
            .is_some_and(|key| fits(key, after, ids))
    })
}

/// The key without its plural form.
fn base(key: &str) -> &str {
    key.strip_suffix("_one")
        .or_else(|| key.strip_suffix("_other"))
        .unwrap_or(key)
}

#[test]
fn english_can_be_read_and_no_word_is_empty() {
    let english = english();
    assert!(english.len() > 150);
    for (key, message) in english {
        assert!(!message.trim().is_empty(), "{key} is empty");
        assert!(!message.contains('<'), "{key} has markup");
    }
}

#[test]
fn every_key_that_the_sources_name_is_there() {
    let (english, sources, ids) = (english(), sources(), ids());
    for pattern in named_keys(&sources) {
        // Words of one part are the ids of things and not keys.
        let found = english.keys().any(|key| fits(base(key), &pattern, &ids));
        assert!(found, "no message for {pattern}");
    }
}

#[test]
fn every_word_that_is_there_is_used() {
    let (english, sources, ids) = (english(), sources(), ids());
    let patterns = named_keys(&sources);
    let is_used = |key: &&String| {
        patterns
            .iter()
            .any(|pattern| fits(base(key), pattern, &ids))
            || sources.contains(&format!("\"{}\"", base(key)))
            // What a language says of itself, to those who read its file.
            || ["language.name", "language.review"].contains(&key.as_str())
    };
    let unused: Vec<&String> = english.keys().filter(|key| !is_used(key)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn a_plural_has_both_forms_of_english() {
    let english = english();
    for key in english.keys() {
        if let Some(base) = key.strip_suffix("_one") {
            assert!(english.contains_key(&format!("{base}_other")), "{base}");
        }
    }
}

/// The words of the demo page's tools.
#[cfg(feature = "desk")]
fn of_the_desk() -> BTreeMap<String, String> {
    serde_json::from_str(takeon::desk::words::ENGLISH).unwrap()
}

/// What may stand in the place of a `{…}` in a key of the tools.
#[cfg(feature = "desk")]
fn ids_of_the_desk() -> Vec<&'static str> {
    use takeon::desk::configurator::{fields, snippets::Way};
    let mut ids = ids();
    ids.extend(["excluded", "included", "priced", "never"]);
    ids.extend(["low", "likely", "high", "median", "p90"]);
    ids.extend(["terms", "jobs", "log", "briefs", "insight"]);
    ids.extend(["plausible", "matomo", "ga4", "beacon"]);
    ids.extend(Way::ALL.map(Way::id));
    ids.extend(takeon::engine::Finding::NAMES);
    ids.extend(fields::LISTS.map(|list| list.add));
    ids.extend(fields::SHOPS.map(|(_, key)| key));
    ids
}

#[cfg(feature = "desk")]
#[test]
fn the_tools_have_every_word_they_name_and_no_other() {
    let (english, words) = (english(), of_the_desk());
    let (sources, ids) = (sources_of(&["src/desk"]), ids_of_the_desk());
    let patterns = named_keys(&sources);
    for pattern in &patterns {
        let known = english.keys().chain(words.keys());
        let found = known.into_iter().any(|key| fits(base(key), pattern, &ids));
        assert!(found, "no message for {pattern}");
    }
    let is_used = |key: &&String| {
        patterns
            .iter()
            .any(|pattern| fits(base(key), pattern, &ids))
            || sources.contains(&format!("\"{}\"", base(key)))
    };
    let unused: Vec<&String> = words.keys().filter(|key| !is_used(key)).collect();
    assert_eq!(unused, Vec::<&String>::new());
    for (key, message) in &words {
        assert!(
            !message.trim().is_empty() && !message.contains('<'),
            "{key}"
        );
        // One key has one meaning.
        assert!(
            !english.contains_key(key),
            "{key} is a word of the calculator too"
        );
    }
}
