//! The beginning of a configuration: a ready-made shop, or a file with earlier work.

use super::fields::SHOPS;
use super::readers::Readers;
use crate::desk::browser;
use crate::desk::door::kind::Kind;
use crate::desk::door::{Misplaced, misplaced_notice};
use crate::desk::parts::{JSON, allow_drop, last_text, on_drop, open_file};
use crate::desk::sheet::{self, Edit, Editor, Sheet};
use serde_json::{Value, json};
use yew::prelude::*;

/// Props of [`Beginning`].
#[derive(Properties, Clone, PartialEq)]
pub struct BeginningProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// The editor.
    pub editor: UseReducerDispatcher<Editor>,
}

/// The ready-made shops, and the buttons that open, save and bring back work.
#[component]
pub fn Beginning(props: &BeginningProps) -> Html {
    let BeginningProps { sheet, editor } = props;
    let speech = &sheet.speech;
    let selected = use_state(|| None::<&'static str>);
    let is_unreadable = use_state(|| false);
    let misplaced = use_state(|| None::<Misplaced>);
    let on_read = {
        let (on_edit, is_unreadable) = (sheet.on_edit.clone(), is_unreadable.setter());
        Callback::from(move |(text, edit): (Option<String>, fn(Value) -> Edit)| {
            let config = text.and_then(|text| configuration(&text));
            is_unreadable.set(config.is_none());
            if let Some(config) = config {
                on_edit.emit(edit(config));
            }
        })
    };
    let on_open = {
        let (on_read, selected) = (on_read.clone(), selected.setter());
        let misplaced = misplaced.setter();
        last_text(Callback::from(move |text: Option<String>| {
            selected.set(None);
            let text = text.unwrap_or_default();
            let other = Misplaced::unless(&text, |kind| {
                matches!(kind, Kind::Terms | Kind::Json | Kind::Text)
            });
            if other.is_none() {
                on_read.emit((Some(text), Edit::Replace));
            }
            misplaced.set(other);
        }))
    };
    let on_select = {
        let selected = selected.clone();
        Callback::from(move |file: &'static str| {
            selected.set(Some(file));
            let (on_read, selected) = (on_read.clone(), selected.clone());
            let on_text = Callback::from(move |text| {
                // Another one may have been selected meanwhile.
                if *selected == Some(file) {
                    on_read.emit((text, Edit::Begin));
                }
            });
            browser::fetch_text(format!("./terms/{file}.json"), on_text);
        })
    };
    let card = |(file, key): (&'static str, &'static str)| {
        let onclick = on_select.reform(move |_: MouseEvent| file);
        html! {
            <li key={file}>
                <button type="button" class="card" aria-pressed={(*selected == Some(file)).to_string()} {onclick}>
                    <strong>{ speech.get(key) }</strong>
                    <span>{ speech.get_for("{}.note", key) }</span>
                </button>
            </li>
        }
    };
    let on_save = {
        let config = sheet.config.clone();
        sheet.on_edit.reform(move |_: MouseEvent| {
            browser::save("takeon-own.json", &sheet::pretty(&config));
            Edit::Publish
        })
    };
    html! {
        <section class="ready" aria-labelledby="ready-title" ondrop={on_drop(on_open.clone())} ondragover={allow_drop()}>
            <h3 id="ready-title">{ speech.get("ready.title") }</h3>
            <p class="hint">{ speech.get("ready.lead") }</p>
            <Readers sheet={sheet.clone()} {editor} />
            <ul class="cards">{ for SHOPS.map(card) }</ul>
            <div class="row">
                { open_file(speech.get("import.open"), JSON, false, &on_open) }
                <button type="button" onclick={on_save}>{ speech.get("export.own") }</button>
            </div>
            { misplaced_notice(speech, &misplaced) }
            if *is_unreadable {
                <p class="problem" role="alert">{ speech.get("import.trouble") }</p>
            }
        </section>
    }
}

/// Reads a configuration, or terms alone, from the text of a file.
fn configuration(text: &str) -> Option<Value> {
    let read: Value = serde_json::from_str(text).ok()?;
    let read = read.is_object().then_some(read)?;
    let is_terms = read.get("terms").is_none() && read.get("services").is_some();
    Some(if is_terms {
        json!({ "terms": read })
    } else {
        read
    })
}
