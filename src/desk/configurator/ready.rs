//! The beginning of a configuration: a ready-made shop, or a file with earlier work.

use super::fields::SHOPS;
use super::readers::Readers;
use crate::desk::browser;
use crate::desk::door::kind::Kind;
use crate::desk::door::{Misplaced, misplaced_notice};
use crate::desk::parts::{JSON, allow_drop, last_text, on_drop, open_file};
use crate::desk::sheet::{self, Edit, Editor, Sheet};
use crate::widget::element::button;
use serde_json::{Map, Value, json};
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
    let before = use_state(|| browser::stored::<Map<String, Value>>(BEFORE));
    let on_begin = {
        let (on_edit, before) = (sheet.on_edit.clone(), before.setter());
        let is_own = sheet.config != sheet.ready;
        Callback::from(move |shop: Value| {
            // One's own work stays on the device: a press on a shop is quickly made.
            if is_own {
                let kept = OWN.map(|name| (name.to_owned(), browser::stored_text(name).into()));
                let kept = Map::from_iter(kept);
                browser::store(BEFORE, &kept);
                before.set(Some(kept));
            }
            on_edit.emit(Edit::Begin(shop));
        })
    };
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
            let on_begin = on_begin.clone();
            let on_text = Callback::from(move |text: Option<String>| {
                // Another one may have been selected meanwhile.
                if *selected == Some(file) {
                    match text.as_deref().and_then(configuration) {
                        Some(shop) => on_begin.emit(shop),
                        None => on_read.emit((None, Edit::Replace)),
                    }
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
    let own = (*before).clone().filter(|own| {
        let config = own.get("config").and_then(Value::as_str);
        config.is_some_and(|config| config != sheet.config.to_string())
    });
    let back = own.map_or_else(Html::default, |own| {
        let on_back = Callback::from(move |()| {
            for name in OWN {
                browser::replace(name, own.get(name).and_then(Value::as_str));
            }
        });
        button("quiet", speech, "ready.back", &on_back).into()
    });
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
            { back }
            { misplaced_notice(speech, &misplaced) }
            if *is_unreadable {
                <p class="problem" role="alert">{ speech.get("import.trouble") }</p>
            }
        </section>
    }
}

/// Name in storage of the own work that a ready-made shop took the place of.
const BEFORE: &str = "before";

/// Names in storage of which that consists, those first that the configuration is read with.
const OWN: [&str; 4] = ["ready", "languages", "looks", "config"];

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
