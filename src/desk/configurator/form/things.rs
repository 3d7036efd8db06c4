//! The lists of the form: the things of a list, one of them open at a time.

use super::field::id;
use super::fields;
use crate::desk::browser;
use crate::desk::configurator::fields::{Field, List};
use crate::desk::sheet::{self, Edit, Sheet};
use crate::i18n::Speech;
use serde_json::{Value, json};
use yew::prelude::*;

/// A list, as a property.
#[derive(Clone, Copy, PartialEq)]
pub struct ListOf(pub &'static List);

/// The things of a list.
#[derive(Properties, Clone, PartialEq)]
pub struct ThingsProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// The list.
    pub list: ListOf,
}

/// The things of a list, one of them open at a time.
#[component]
pub fn Things(props: &ThingsProps) -> Html {
    let ThingsProps {
        sheet,
        list: ListOf(list),
    } = props;
    let speech = &sheet.speech;
    let open = use_state(|| None::<usize>);
    // Where the keyboard goes on, once it is there.
    let next = use_mut_ref(|| None::<String>);
    {
        let next = next.clone();
        use_effect(move || {
            if next.borrow().as_deref().is_some_and(browser::focus) {
                next.replace(None);
            }
        });
    }
    let add_id = id(&format!("{}/add", list.at));
    let things = sheet::list(&sheet.config, list.at);
    let rows = things.iter().enumerate().map(|(index, thing)| {
        let base = format!("{}/{index}", list.at);
        let problems = sheet.problems_at(&base).len();
        let is_open = *open == Some(index);
        let onclick = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set((!is_open).then_some(index)))
        };
        let on_remove = {
            let (on_edit, at, open) = (sheet.on_edit.clone(), list.at.to_owned(), open.clone());
            let (next, add) = (next.clone(), add_id.clone());
            Callback::from(move |_: MouseEvent| {
                next.replace(Some(add.clone()));
                open.set(None);
                on_edit.emit(Edit::Take(at.clone(), index));
            })
        };
        let thing_id = thing.get("id").and_then(Value::as_str).unwrap_or_default();
        let name = match sheet::text(&sheet.config, &format!("{base}/name")) {
            "" => thing_id,
            name => name,
        };
        let body_id = id(&format!("{base}/body"));
        html! {
            <li class={classes!("thing", is_open.then_some("open"))} key={format!("{thing_id}-{index}")}>
                <button type="button" class="thing-head" aria-expanded={is_open.to_string()} aria-controls={body_id.clone()} {onclick}>
                    <span class="thing-name">{ name }</span>
                    <span class="thing-note">{ summary(speech, thing) }</span>
                    if problems > 0 {
                        <span class="count">{ problems }<span class="for-listeners">{ " " }{ speech.say("state.to-mend") }</span></span>
                    }
                </button>
                <div id={body_id} hidden={!is_open}>
                    if is_open {
                        { fields(sheet, &base, list.fields(), |field| is_asked(thing, field)) }
                        <p class="row">
                            <button type="button" class="quiet" onclick={on_remove}>{ speech.with("form.remove", &[("name", name)]) }</button>
                        </p>
                    }
                </div>
            </li>
        }
    });
    let on_add = {
        let (sheet, open, count) = (sheet.clone(), open.clone(), things.len());
        let (next, name_id) = (next.clone(), id(&format!("{}/{count}/name", list.at)));
        let list = *list;
        Callback::from(move |_: MouseEvent| {
            let name = sheet.speech.of("add.{}.name", list.id);
            let id = sheet::new_id(&sheet.config, list.at, &name);
            let mut thing = json!({ "id": id, "name": name });
            match list.id {
                "services" => thing["hours"] = json!({ "low": 4, "likely": 8, "high": 16 }),
                "promises" => thing["keepable"] = json!("yes"),
                _ => {}
            }
            next.replace(Some(name_id.clone()));
            sheet.on_edit.emit(Edit::Add(list.at.to_owned(), thing));
            open.set(Some(count));
        })
    };
    html! {
        <>
            { for sheet.problems.iter().filter(|problem| problem.at == list.at).map(|problem| html! { <p class="problem">{ problem.message() }</p> }) }
            <ul class="things">{ for rows }</ul>
            <button type="button" id={add_id} onclick={on_add}>{ speech.of("add.{}", list.id) }</button>
        </>
    }
}

/// Hours are asked for a promise only where it takes some.
fn is_asked(thing: &Value, field: &Field) -> bool {
    match thing.get("keepable").and_then(Value::as_str) {
        Some("yes" | "never") if *field.at == *"/source" => false,
        Some("yes" | "never") if *field.at == *"/hours" => thing.get("hours").is_some(),
        _ => true,
    }
}

/// Returns the note on a thing that is closed.
fn summary(speech: &Speech, thing: &Value) -> String {
    let keepable = thing.get("keepable").and_then(Value::as_str);
    if let Some(word @ ("yes" | "never" | "priced")) = keepable {
        return speech.of("keepable.{}.short", word);
    }
    let hours = |name: &str| {
        thing
            .pointer(&format!("/hours/{name}"))
            .and_then(Value::as_f64)
    };
    match (hours("low"), hours("likely"), hours("high")) {
        (Some(low), Some(likely), Some(high)) => {
            let n = |value| speech.number(value, 1);
            speech.with(
                "summary.hours",
                &[("low", &n(low)), ("likely", &n(likely)), ("high", &n(high))],
            )
        }
        _ => String::new(),
    }
}
