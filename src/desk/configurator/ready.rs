//! Where the work begins: a ready-made shop, or a file with what was done before.

use super::fields::SHOPS;
use crate::desk::browser;
use crate::desk::parts::{OpenFile, dropped, last, over};
use crate::desk::sheet::{self, Edit, Sheet};
use serde_json::{Value, json};
use yew::prelude::*;

/// Where the work begins.
#[derive(Properties, Clone, PartialEq)]
pub struct ReadyProps {
    /// What is worked on.
    pub sheet: Sheet,
    /// Whether there is something to go back to.
    pub can_go_back: bool,
}

/// Where the work begins.
#[component]
pub fn Ready(props: &ReadyProps) -> Html {
    let ReadyProps { sheet, can_go_back } = props;
    let speech = &sheet.speech;
    let chosen = use_state(|| None::<&'static str>);
    let trouble = use_state(|| false);
    let exchange = {
        let (on_edit, trouble) = (sheet.on_edit.clone(), trouble.setter());
        let chosen = chosen.setter();
        last(Callback::from(move |text: Option<String>| {
            let read = text.and_then(|text| whole(&text));
            trouble.set(read.is_none());
            chosen.set(None);
            read.into_iter()
                .for_each(|config| on_edit.emit(Edit::All(config)));
        }))
    };
    let cards = SHOPS.map(|(file, key)| {
        let (on_edit, chosen_, trouble) = (
            sheet.on_edit.clone(),
            chosen.clone(),
            trouble.setter(),
        );
        let now = chosen.clone();
        let on_text = Callback::from(move |text: Option<String>| {
            // Another one may have been chosen meanwhile.
            if *now != Some(file) {
                return;
            }
            let read = text.and_then(|text| whole(&text));
            trouble.set(read.is_none());
            read.into_iter()
                .for_each(|config| on_edit.emit(Edit::Ready(config)));
        });
        let onclick = Callback::from(move |_: MouseEvent| {
            chosen_.set(Some(file));
            browser::fetch_text(format!("./terms/{file}.json"), on_text.clone());
        });
        html! {
            <li key={file}>
                <button type="button" class="card" aria-pressed={(*chosen == Some(file)).to_string()} {onclick}>
                    <strong>{ speech.say(key) }</strong>
                    <span>{ speech.say(&format!("{key}.note")) }</span>
                </button>
            </li>
        }
    });
    let export = {
        let config = sheet.config.clone();
        Callback::from(move |_: MouseEvent| {
            browser::save("takeon-own.json", &sheet::pretty(&config))
        })
    };
    let undo = can_go_back.then(|| {
        let onclick = sheet.on_edit.reform(|_: MouseEvent| Edit::Back);
        html! { <button type="button" class="quiet" {onclick}>{ speech.say("ready.undo") }</button> }
    });
    html! {
        <section class="ready" aria-labelledby="ready-title" ondrop={dropped(exchange.clone())} ondragover={over()}>
            <h3 id="ready-title">{ speech.say("ready.title") }</h3>
            <p class="hint">{ speech.say("ready.lead") }</p>
            <ul class="cards">{ for cards }</ul>
            <div class="row">
                <OpenFile label={speech.say("import.open")} accept=".json,application/json" on_arrival={exchange} />
                <button type="button" onclick={export}>{ speech.say("export.own") }</button>
                { undo }
            </div>
            if *trouble {
                <p class="problem" role="alert">{ speech.say("import.trouble") }</p>
            }
        </section>
    }
}

/// The configuration in a text. Terms alone are as welcome as a whole one.
fn whole(text: &str) -> Option<Value> {
    let read: Value = serde_json::from_str(text).ok()?;
    let read = read.is_object().then_some(read)?;
    let is_terms = read.get("terms").is_none() && read.get("services").is_some();
    Some(if is_terms {
        json!({ "terms": read })
    } else {
        read
    })
}
