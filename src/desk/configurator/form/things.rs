//! The lists of the form: the things of a list, one of them open at a time.

use super::field::{fields, id};
use crate::desk::browser;
use crate::desk::configurator::control::Field;
use crate::desk::configurator::fields::List;
use crate::desk::sheet::{self, Edit, GONE, Past, Sheet, asks_for, keep_service};
use crate::i18n::Speech;
use serde_json::{Value, json};
use std::rc::Rc;
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
    let removed = use_state(|| None::<Removed>);
    // Next place of the keyboard, once it is there.
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
        let thing_id = thing.get("id").and_then(Value::as_str).unwrap_or_default();
        let name = match sheet::text(&sheet.config, &format!("{base}/name")) {
            "" => thing_id,
            name => name,
        };
        let on_remove = {
            let (on_edit, at, open) = (sheet.on_edit.clone(), list.at.to_owned(), open.clone());
            let (next, add, count) = (next.clone(), add_id.clone(), things.len());
            let (removed, config, name) = (removed.clone(), Rc::clone(&sheet.config), name.to_owned());
            let services = match list.id {
                "services" => vec![thing.clone()],
                _ => Vec::new(),
            };
            Callback::from(move |_: MouseEvent| {
                // The next thing takes the place of this one, or the one before it does.
                next.replace(Some(match (index + 1 < count, index) {
                    (true, _) => head_id(&at, index),
                    (false, 0) => add.clone(),
                    (false, _) => head_id(&at, index - 1),
                }));
                open.set(None);
                let edit = Edit::Take(at.clone(), index);
                removed.set(Some(Removed::by(&edit, name.clone(), &services, &config)));
                on_edit.emit(edit);
            })
        };
        let body_id = id(&format!("{base}/body"));
        html! {
            <li class={classes!("thing", is_open.then_some("open"))} key={index}>
                <button type="button" id={head_id(list.at, index)} class="thing-head" aria-expanded={is_open.to_string()} aria-controls={body_id.clone()} {onclick}>
                    <span class="thing-name">{ name }</span>
                    <span class="thing-note">{ summary(speech, thing) }</span>
                    if problems > 0 {
                        <span class="count">{ problems }<span class="for-listeners">{ " " }{ speech.get("state.to-mend") }</span></span>
                    }
                </button>
                <div id={body_id} hidden={!is_open}>
                    if is_open {
                        { fields(sheet, &base, list.fields(), |field| is_asked(thing, field)) }
                        <p class="row">
                            <button type="button" class="quiet" onclick={on_remove}>{ speech.format("form.remove", &[("name", name)]) }</button>
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
            let name = sheet.speech.get_for("add.{}.name", list.id);
            let id = sheet::new_id(&sheet.config, list.at, &name, &sheet.given);
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
            { removal(sheet, removed.as_ref()) }
            <ul class="things">{ for rows }</ul>
            <button type="button" id={add_id} onclick={on_add}>{ speech.get_for("add.{}", list.id) }</button>
        </>
    }
}

/// The id of the button that opens the thing at an index of a list.
fn head_id(list: &str, index: usize) -> String {
    id(&format!("{list}/{index}/head"))
}

/// Things that were removed.
#[derive(Clone)]
pub(super) struct Removed {
    name: String,
    /// Number of examples that went with them.
    examples: usize,
    /// Number of enquiries that keep them.
    enquiries: usize,
    /// Configuration without them.
    after: Value,
}

impl Removed {
    /// Services and other things with these names that an edit removes.
    pub(super) fn by(edit: &Edit, name: String, services: &[Value], config: &Value) -> Removed {
        let mut after = config.clone();
        sheet::change(&mut after, edit.clone(), Past::NOTHING);
        Removed {
            name,
            enquiries: keep(services),
            examples: examples(config).saturating_sub(examples(&after)),
            after,
        }
    }
}

/// Keeps services that are removed for the enquiries that ask for them. Returns how many these are.
fn keep(services: &[Value]) -> usize {
    if services.is_empty() {
        return 0;
    }
    let mut gone: Vec<Value> = browser::stored_list(GONE);
    for service in services {
        keep_service(&mut gone, service);
    }
    browser::store(GONE, &gone);
    let cards: Vec<Value> = browser::stored_list("briefs");
    let asks = |card: &&Value| {
        let brief = card.get("brief");
        let mut ids = services.iter().filter_map(|service| service.get("id"));
        brief.is_some_and(|brief| ids.any(|id| asks_for(brief, id)))
    };
    cards.iter().filter(asks).count()
}

/// The number of a configuration's examples.
fn examples(config: &Value) -> usize {
    sheet::list(config, "/examples").len()
}

/// The notice of a removal, with a button that undoes it for as long as nothing else was edited.
pub(super) fn removal(sheet: &Sheet, removed: Option<&Removed>) -> Html {
    let speech = &sheet.speech;
    let shown = removed.filter(|removed| removed.after == *sheet.config);
    let notice = shown.map(|Removed { name, examples, enquiries, .. }| {
        let on_undo = sheet.on_edit.reform(|_: MouseEvent| Edit::Undo);
        html! {
            <>
                { speech.format("form.removed", &[("name", name)]) }
                if *examples > 0 {
                    { " " }{ speech.plural("form.removed.examples", *examples as f64, &[]) }
                }
                if *enquiries > 0 {
                    { " " }{ speech.plural("form.removed.enquiries", *enquiries as f64, &[]) }
                }
                <button type="button" class="quiet" onclick={on_undo}>{ speech.get("undo") }</button>
            </>
        }
    });
    html! { <p class="row hint" role="status">{ notice.unwrap_or_default() }</p> }
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
        return speech.get_for("keepable.{}.short", word);
    }
    let hours = |name: &str| {
        thing
            .pointer(&format!("/hours/{name}"))
            .and_then(Value::as_f64)
    };
    match (hours("low"), hours("likely"), hours("high")) {
        (Some(low), Some(likely), Some(high)) => said_hours(speech, [low, likely, high]),
        _ => String::new(),
    }
}

/// Hours in words: low, likely, high.
pub fn said_hours(speech: &Speech, hours: [f64; 3]) -> String {
    let [low, likely, high] = hours.map(|value| speech.number(value, 1));
    let values = [("low", &*low), ("likely", &likely), ("high", &high)];
    speech.format("summary.hours", &values)
}
