//! All that the tools keep on this device: in one file, from one, or forgotten.

use super::kind::Kind;
use super::misplaced::{Misplaced, misplaced_notice};
use crate::desk::browser;
use crate::desk::parts::{ImportSource, open_file};
use crate::i18n::Speech;
use crate::widget::element::{button, el};
use serde_json::{Map, Value, json};
use yew::prelude::*;

/// Names in storage of all that is kept, those last that others are read with.
const NAMES: [&str; 13] = [
    "ready",
    "ids",
    "languages",
    "looks",
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

/// Everything that is kept, as the text of a file.
fn backup() -> String {
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

/// Says what is in a backup, and what would be replaced by it.
pub fn told(speech: &Speech, text: &str) -> String {
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

/// Replaces all that is kept by what a backup has.
pub fn bring_back(text: &str) {
    let backup: Value = serde_json::from_str(text).unwrap_or_default();
    // A file without anything kept would make all of it forgotten.
    if !backup.get("kept").is_some_and(Value::is_object) {
        return;
    }
    for name in NAMES {
        let kept = backup.pointer(&format!("/kept/{name}"));
        browser::replace(name, kept.and_then(Value::as_str));
    }
    browser::reload();
}

/// Props of [`Everything`].
#[derive(Properties, Clone, PartialEq)]
pub struct EverythingProps {
    /// Words.
    pub speech: Speech,
}

/// The buttons that save, open and forget all that is kept on this device.
#[component]
pub fn Everything(props: &EverythingProps) -> Html {
    let speech = &props.speech;
    let is_asking = use_state(|| false);
    let misplaced = use_state(|| None::<Misplaced>);
    let on_save = Callback::from(|()| browser::save("takeon-desk.json", &backup()));
    let on_open = {
        let misplaced = misplaced.clone();
        Callback::from(move |files: Vec<ImportSource>| {
            let text = files.into_iter().next_back().and_then(|file| file.text);
            misplaced.set(Misplaced::unless(&text.unwrap_or_default(), |_: Kind| {
                false
            }));
        })
    };
    let asking = |asks: bool| {
        let is_asking = is_asking.clone();
        Callback::from(move |()| is_asking.set(asks))
    };
    let on_forget = Callback::from(|()| {
        for name in NAMES {
            browser::replace(name, None);
        }
        browser::reload();
    });
    let question = is_asking.then(|| {
        el("p", "row")
            .attr("role", "status")
            .message(speech, "everything.forget.ask")
            .child(button("", speech, "everything.forget.yes", &on_forget))
            .child(button(
                "quiet",
                speech,
                "everything.forget.no",
                &asking(false),
            ))
    });
    let open = open_file(
        speech.get("everything.open"),
        ".json,.csv,.tsv,.txt,.xlsx",
        false,
        &on_open,
    );
    el("footer", "everything")
        .child(
            el("div", "row")
                .child(button("", speech, "everything.save", &on_save))
                .node(open)
                .child(button("quiet", speech, "everything.forget", &asking(true))),
        )
        .maybe_child(question)
        .node(misplaced_notice(speech, &misplaced))
        .into()
}
