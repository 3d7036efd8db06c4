//! Everything that the tools keep on this device: as the text of a file, brought back, and forgotten.

use crate::desk::browser;
use crate::i18n::Speech;
use serde_json::{Map, Value, json};

/// Names in storage of all that is kept, those last that others are read with.
const NAMES: [&str; 14] = [
    "ready",
    "ids",
    "languages",
    "looks",
    "good",
    "config",
    "jobs",
    "estimates",
    "past",
    "before",
    "gone",
    "briefs",
    "capacity",
    "log",
];

/// Name of the data that a backup has replaced, in this tab alone: others may use the device after it.
const REPLACED: &str = "replaced";

/// Everything that is kept, as the text of a file.
pub fn backup() -> String {
    let kept = NAMES.into_iter().filter_map(|name| {
        let text = browser::stored_text(name)?;
        Some((name.to_owned(), Value::String(text)))
    });
    let kept: Map<String, Value> = kept.collect();
    format!(
        "{:#}\n",
        json!({ "takeonDesk": 1, "day": browser::today(), "kept": kept })
    )
}

/// Describes the contents of a backup, and the data that it would replace.
pub fn contents(speech: &Speech, text: &str) -> String {
    let backup: Value = serde_json::from_str(text).unwrap_or_default();
    let briefs = backup.pointer("/kept/briefs").and_then(Value::as_str);
    let briefs: Vec<Value> = briefs
        .and_then(|briefs| serde_json::from_str(briefs).ok())
        .unwrap_or_default();
    let here: Vec<Value> = browser::stored_list("briefs");
    let day = backup.get("day").and_then(Value::as_str);
    let count = |list: &[Value]| speech.number(list.len() as f64, 0);
    let values = [
        ("day", day.unwrap_or("?")),
        ("n", &count(&briefs)),
        ("here", &count(&here)),
    ];
    speech.format("door.backup", &values)
}

/// Returns everything that the last backup has replaced in this tab, as the text of a file.
pub fn replaced() -> Option<String> {
    browser::noted(REPLACED)
}

/// Replaces all that is kept by the data of a backup, and notes the data before.
pub fn bring_back(text: &str) {
    let backup: Value = serde_json::from_str(text).unwrap_or_default();
    // A file without anything kept would make all of it forgotten.
    if !backup.get("kept").is_some_and(Value::is_object) {
        return;
    }
    browser::note(REPLACED, Some(&self::backup()));
    for name in NAMES {
        let kept = backup.pointer(&format!("/kept/{name}"));
        browser::replace(name, kept.and_then(Value::as_str));
    }
    browser::reload();
}

/// Forgets all that is kept.
pub fn forget() {
    browser::note(REPLACED, None);
    for name in NAMES {
        browser::replace(name, None);
    }
    browser::reload();
}
