//! Several services at once: typed or pasted as lines, or out of another ready-made shop.

use super::things::{Removed, removal, said_hours};
use crate::desk::browser;
use crate::desk::configurator::fields::SHOPS;
use crate::desk::sheet::lines::{Line, left, lines};
use crate::desk::sheet::{self, Edit, Sheet};
use crate::draft::Separators;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Many`].
#[derive(Properties, Clone, PartialEq)]
pub struct ManyProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
}

/// A field for lines of services, and the services of other shops to tick.
#[component]
pub fn Many(props: &ManyProps) -> Html {
    let sheet = &props.sheet;
    let speech = &sheet.speech;
    let typed = use_state(String::new);
    let replaces = use_state(|| false);
    let removed = use_state(|| None::<Removed>);
    let (decimal, group) = speech.separators();
    let (found, wrong) = lines(&typed, Separators { decimal, group });
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            typed.set(
                event
                    .target_unchecked_into::<web_sys::HtmlTextAreaElement>()
                    .value(),
            );
        })
    };
    let on_tick = {
        let replaces = replaces.clone();
        Callback::from(move |_: Event| replaces.set(!*replaces))
    };
    let on_add = {
        let (found, typed, replaces) = (found.clone(), typed.clone(), *replaces);
        let (wrong, removed) = (wrong.clone(), removed.setter());
        let (config, speech) = (Rc::clone(&sheet.config), speech.clone());
        sheet.on_edit.reform(move |_: MouseEvent| {
            // Nothing typed is lost: what could not be read can be mended.
            typed.set(left(&typed, &wrong));
            let edit = Edit::Put(found.clone(), replaces);
            if replaces {
                let services = sheet::list(&config, "/terms/services");
                let names = services.iter().enumerate();
                let name = |(at, _)| sheet::text(&config, &format!("/terms/services/{at}/name"));
                let names: Vec<String> = names.map(name).map(str::to_owned).collect();
                let names = speech.list(&names);
                removed.set(Some(Removed::by(&edit, names, services, &config)));
            }
            edit
        })
    };
    let said = |line: &Line| {
        let hours = said_hours(speech, line.hours);
        html! { <li>{ &line.name }{ ": " }{ hours }</li> }
    };
    let count = speech.plural("many.add", found.len() as f64, &[]);
    html! {
        <details class="more">
            <summary>{ speech.get("many.title") }</summary>
            <div class="field">
                <label for="many">{ speech.get("many.lines") }</label>
                <textarea id="many" rows="8" placeholder={speech.get("many.example")} value={(*typed).clone()} {oninput} aria-describedby="many-note" />
                <div class="notes" id="many-note">
                    if !wrong.is_empty() {
                        <p class="problem">{ speech.format("many.wrong", &[("lines", &speech.list(&wrong.iter().map(usize::to_string).collect::<Vec<_>>()))]) }</p>
                    }
                    <p class="hint">{ speech.get("many.hint") }</p>
                </div>
            </div>
            <ul class="lines">{ for found.iter().map(said) }</ul>
            <label class="tick">
                <input type="checkbox" checked={*replaces} onchange={on_tick} />
                <span>{ speech.get("many.replace") }</span>
            </label>
            <p class="row">
                <button type="button" disabled={found.is_empty()} onclick={on_add}>{ count }</button>
            </p>
            { removal(sheet, removed.as_ref()) }
            <OfShop sheet={sheet.clone()} />
        </details>
    }
}

/// A ready-made shop that is looked at: as it is, and in the main language.
#[derive(Clone, PartialEq)]
struct Looked {
    file: &'static str,
    shop: Rc<Value>,
    shown: Rc<Value>,
}

/// The services of another ready-made shop, to tick.
#[component]
fn OfShop(props: &ManyProps) -> Html {
    let sheet = &props.sheet;
    let speech = &sheet.speech;
    let looked = use_state(|| None::<Looked>);
    let ticked = use_state(Vec::<usize>::new);
    // Of several shops the one that was chosen last counts, whichever comes last.
    let asked = use_mut_ref(|| "");
    let onchange = {
        let (looked, ticked) = (looked.setter(), ticked.setter());
        let tag = sheet.languages.first().cloned().unwrap_or_default();
        Callback::from(move |event: Event| {
            let file = event
                .target_unchecked_into::<web_sys::HtmlSelectElement>()
                .value();
            let file = SHOPS.iter().find(|(known, _)| *known == file);
            ticked.set(Vec::new());
            looked.set(None);
            asked.replace(file.map_or("", |(file, _)| *file));
            let Some((file, _)) = file else {
                return;
            };
            let (looked, tag, asked) = (looked.clone(), tag.clone(), Rc::clone(&asked));
            fetch(format!("./terms/{file}.json"), move |shop| {
                let as_it_is = Rc::clone(&shop);
                let show = move |shown| {
                    if *asked.borrow() != *file {
                        return;
                    }
                    looked.set(Some(Looked {
                        file,
                        shop: as_it_is,
                        shown,
                    }));
                };
                match tag.as_str() {
                    sheet::languages::ENGLISH => show(shop),
                    tag => fetch(format!("./terms/{tag}/{file}.json"), show),
                }
            });
        })
    };
    let is_new = |service: &Value| {
        let mine = sheet::list(&sheet.config, "/terms/services");
        !mine
            .iter()
            .any(|known| known.get("id") == service.get("id"))
    };
    let chips = looked.as_ref().map(|Looked { shop, shown, .. }| {
        let services = sheet::list(shop, "/terms/services").iter().enumerate();
        let chip = |(index, service): (usize, &Value)| {
            let name = sheet::text(shown, &format!("/terms/services/{index}/name")).to_owned();
            let checked = ticked.contains(&index);
            let onchange = {
                let ticked = ticked.clone();
                Callback::from(move |_: Event| {
                    let mut now = (*ticked).clone();
                    now.retain(|known| *known != index);
                    if !checked {
                        now.push(index);
                    }
                    ticked.set(now);
                })
            };
            is_new(service).then(|| {
                html! {
                    <label class="chip" key={index}>
                        <input type="checkbox" {checked} {onchange} />
                        <span>{ name }</span>
                    </label>
                }
            })
        };
        let chips: Vec<Html> = services.filter_map(chip).collect();
        html! { <div class="chips">{ for chips }</div> }
    });
    let on_add = {
        let (looked, ticked) = (looked.clone(), ticked.clone());
        let on_edit = sheet.on_edit.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(Looked { shop, .. }) = (*looked).clone() else {
                return;
            };
            let mut shop = (*shop).clone();
            let mut index = 0;
            if let Some(Value::Array(services)) = shop.pointer_mut("/terms/services") {
                services.retain(|_| {
                    index += 1;
                    ticked.contains(&(index - 1))
                });
            }
            ticked.set(Vec::new());
            on_edit.emit(Edit::Join(shop));
        })
    };
    let file = looked.as_ref().map(|looked| looked.file);
    html! {
        <>
            <div class="field">
                <label for="many-shop">{ speech.get("many.shop") }</label>
                <div class="typed">
                    <select id="many-shop" {onchange}>
                        <option value="" selected={file.is_none()}>{ speech.get("form.none") }</option>
                        { for SHOPS.map(|(known, key)| html! { <option value={known} selected={file == Some(known)}>{ speech.get(key) }</option> }) }
                    </select>
                </div>
                { chips.unwrap_or_default() }
            </div>
            if !ticked.is_empty() {
                <p class="row">
                    <button type="button" onclick={on_add}>{ speech.plural("many.add", ticked.len() as f64, &[]) }</button>
                </p>
            }
        </>
    }
}

/// Fetches a JSON file and goes on with it; nothing happens where it cannot be had.
fn fetch(address: String, then: impl FnOnce(Rc<Value>) + 'static) {
    let then = std::cell::Cell::new(Some(then));
    let on_text = Callback::from(move |text: Option<String>| {
        let read = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
        if let Some((then, read)) = then.take().zip(read) {
            then(Rc::new(read));
        }
    });
    browser::fetch_text(address, on_text);
}
