//! The way into a page: the file with the terms, the snippet, and what goes with them.

use super::form::state;
use super::snippets::{Place, Way, folder, policy, snippet};
use crate::desk::parts::{Code, Typed};
use crate::desk::sheet::{self, Sheet};
use crate::host::browser;
use serde_json::Value;
use yew::prelude::*;

/// What is taken away.
#[derive(Properties, Clone, PartialEq)]
pub struct TakeAwayProps {
    /// What is worked on.
    pub sheet: Sheet,
    /// Whether the floor rate is for visitors too.
    pub floor: bool,
    /// Called when that changes.
    pub on_floor: Callback<bool>,
}

/// The files and the snippet for a page, with what belongs to them.
#[component]
pub fn TakeAway(props: &TakeAwayProps) -> Html {
    let TakeAwayProps {
        sheet,
        floor,
        on_floor,
    } = props;
    let speech = &sheet.speech;
    let way = use_state(|| Way::Html);
    let typed = use_state(|| "/takeon/".to_owned());
    let integrity = use_state(|| None::<String>);
    {
        let integrity = integrity.clone();
        use_effect_with((), move |()| {
            browser::own_file(
                "./integrity.json",
                Callback::from(move |text: Option<String>| {
                    let known = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
                    integrity.set(
                        known.and_then(|known| Some(known.get("takeon.js")?.as_str()?.to_owned())),
                    );
                }),
            );
        });
    }
    let folder = folder(&typed);
    let email = sheet::text(&sheet.config, "/terms/shop/email");
    let fallback = if email.is_empty() {
        speech.say("snippet.fallback")
    } else {
        speech.with("snippet.fallback.email", &[("email", email)])
    };
    let place = Place {
        folder: &folder,
        integrity: integrity.as_deref(),
        fallback: &fallback,
    };
    let ways = Way::ALL.map(|one| {
        let (on, way) = (*way == one, way.clone());
        let onchange = Callback::from(move |_: Event| way.set(one));
        html! {
            <label class="option" key={one.id()}>
                <input type="radio" name="way" value={one.id()} checked={on} {onchange} />
                <span>{ speech.of("way.{}", one.id()) }</span>
            </label>
        }
    });
    let save = {
        let (config, floor) = (sheet.config.clone(), *floor);
        Callback::from(move |_: MouseEvent| {
            browser::save("terms.json", &sheet::pretty(&sheet::public(&config, floor)))
        })
    };
    let has_floor = sheet::at(&sheet.config, "/terms/floorRate").is_some();
    let on_value = Callback::from({
        let typed = typed.clone();
        move |text| typed.set(text)
    });
    let hint = speech.of("way.{}.hint", way.id());
    html! {
        <section class="take-away" aria-labelledby="take-away-title">
            <h3 id="take-away-title">{ speech.say("take.title") }</h3>
            <ol class="steps">
                <li>
                    <h4>{ speech.say("take.files") }</h4>
                    <p class="hint">{ speech.say("take.files.lead") }</p>
                    if has_floor {
                        <label class="tick">
                            <input type="checkbox" checked={*floor} onchange={on_floor.reform({ let floor = *floor; move |_: Event| !floor })} />
                            <span>{ speech.say("take.floor") }</span>
                        </label>
                    }
                    <p class="row">
                        <a class="button" href="./takeon.zip" download="takeon.zip">{ speech.say("take.archive") }</a>
                        <button type="button" class="strong" disabled={!sheet.problems.is_empty()} onclick={save}>{ speech.say("take.save") }</button>
                        if !sheet.problems.is_empty() {
                            <span class="problem">{ state(sheet) }</span>
                        }
                    </p>
                    <p class="hint">{ speech.say("take.public") }</p>
                </li>
                <li>
                    <h4>{ speech.say("take.snippet") }</h4>
                    <div class="field">
                        <label for="take-folder">{ speech.say("take.folder") }</label>
                        <div class="typed"><Typed id="take-folder" value={(*typed).clone()} {on_value} described={Some(AttrValue::from("take-folder-note"))} /></div>
                        <p class="hint" id="take-folder-note">{ speech.say("take.folder.hint") }</p>
                    </div>
                    <fieldset class="options">
                        <legend class="for-listeners">{ speech.say("take.way") }</legend>
                        { for ways }
                    </fieldset>
                    if *way == Way::WordPress {
                        <p class="row"><a class="button" href="./takeon-wordpress.zip" download="takeon-wordpress.zip">{ speech.say("way.wordpress.plugin") }</a></p>
                        <p class="hint">{ speech.say("way.wordpress.plugin.lead") }</p>
                    }
                    <p class="hint">{ hint }</p>
                    <Code speech={speech.clone()} title={speech.of("way.{}", way.id())} text={snippet(*way, &place)} />
                </li>
                <li>
                    <h4>{ speech.say("take.policy") }</h4>
                    <p class="hint">{ speech.say("take.policy.lead") }</p>
                    <Code speech={speech.clone()} title={speech.say("take.policy.code")} text={policy(*way, &folder)} />
                    <p class="hint">{ speech.say("take.privacy.lead") }</p>
                    <Code speech={speech.clone()} title={speech.say("take.privacy.code")} text={speech.say("take.privacy")} />
                </li>
            </ol>
        </section>
    }
}
