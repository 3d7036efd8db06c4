//! Controls of fields for which one line is not enough: a choice, points, names to tick, stops, lines.

use crate::desk::parts::{NumberOf, select};
use crate::desk::sheet::{self, Sheet};
use serde_json::{Map, Value, json};
use yew::prelude::*;

/// One of some words.
pub fn choice(
    sheet: &Sheet,
    pointer: &str,
    id: &str,
    choices: Vec<(&'static str, String)>,
    value: Option<&Value>,
    described: Option<AttrValue>,
    wrong: bool,
) -> Html {
    let said = match value {
        Some(Value::String(word)) => word.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let chosen = |word: &str| {
        word == said
            || word
                .parse::<f64>()
                .is_ok_and(|word| said.parse() == Ok(word))
    };
    let other = !choices.iter().any(|(word, _)| chosen(word));
    let onchange = {
        let (sheet, pointer) = (sheet.clone(), pointer.to_owned());
        Callback::from(move |event: Event| {
            let word = event
                .target_unchecked_into::<web_sys::HtmlSelectElement>()
                .value();
            sheet.set(
                &pointer,
                match (word.is_empty(), word.parse::<serde_json::Number>()) {
                    (true, _) => None,
                    (false, Ok(number)) => Some(Value::Number(number)),
                    (false, Err(_)) => Some(Value::String(word)),
                },
            );
        })
    };
    html! {
        <select id={id.to_owned()} {onchange} aria-describedby={described} aria-invalid={wrong.then_some("true")}>
            if other {
                <option value={said.clone()} selected=true>{ &said }</option>
            }
            { for choices.iter().map(|(word, key)| html! {
                <option value={*word} selected={chosen(word)}>{ sheet.speech.get(key) }</option>
            }) }
        </select>
    }
}

/// One of some ids, each with its name; none said is the one without an id.
pub fn one_of(
    sheet: &Sheet,
    pointer: &str,
    id: &str,
    options: Vec<(String, String)>,
    described: Option<AttrValue>,
) -> Html {
    let on_choice = {
        let (sheet, pointer) = (sheet.clone(), pointer.to_owned());
        Callback::from(move |id: String| {
            sheet.set(&pointer, (!id.is_empty()).then_some(Value::String(id)));
        })
    };
    select(options, sheet::text(&sheet.config, pointer), &on_choice)
        .attr("id", id.to_owned())
        .maybe_attr("aria-describedby", described)
        .into()
}

/// Some numbers that belong together, perhaps of money. A bare number of hours stands for half to double of it.
pub fn points(
    sheet: &Sheet,
    pointer: &str,
    id: &str,
    names: Vec<(&'static str, String)>,
    (has_bare, is_money): (bool, bool),
    value: Option<&Value>,
    wrong: bool,
) -> Html {
    let said: Vec<Option<Value>> = match value {
        Some(Value::Object(points)) => names
            .iter()
            .map(|(name, _)| points.get(*name).cloned())
            .collect(),
        Some(Value::Number(bare)) if has_bare => {
            let likely = bare.as_f64().unwrap_or_default();
            [likely / 2.0, likely, likely * 2.0]
                .map(|hours| Some(json!(hours)))
                .to_vec()
        }
        _ => vec![None; names.len()],
    };
    let all: Vec<&'static str> = names.iter().map(|(name, _)| *name).collect();
    let inputs = names.iter().enumerate().map(|(index, (name, key))| {
        let (sheet_, pointer, said_) = (sheet.clone(), pointer.to_owned(), said.clone());
        let all = all.clone();
        let on_value = Callback::from(move |value: Option<Value>| {
            let mut said = said_.clone();
            said[index] = value;
            let points: Map<String, Value> = all
                .iter()
                .zip(said)
                .filter_map(|(name, value)| Some(((*name).to_owned(), value?)))
                .collect();
            sheet_.set(
                &pointer,
                (!points.is_empty()).then_some(Value::Object(points)),
            );
        });
        let id = format!("{id}-{name}");
        html! {
            <label class="point" for={id.clone()}>
                <span>{ sheet.speech.get(key) }</span>
                <NumberOf speech={sheet.speech.clone()} {id} value={said[index].clone()} {on_value} {is_money} {wrong} />
            </label>
        }
    });
    html! { <div class="points">{ for inputs }</div> }
}

/// Some of a list of words or ids, each a name to tick.
pub fn ticks(
    sheet: &Sheet,
    pointer: &str,
    id: &str,
    options: Vec<(String, String)>,
    value: Option<&Value>,
) -> Html {
    let said: Vec<String> = value
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|word| word.as_str().map(str::to_owned))
        .collect();
    if options.is_empty() {
        return html! { <p class="hint">{ sheet.speech.get("form.nothing-yet") }</p> };
    }
    let ticks = options.iter().map(|(word, name)| {
        let checked = said.contains(word);
        let (sheet, pointer, word_, said) = (
            sheet.clone(),
            pointer.to_owned(),
            word.clone(),
            said.clone(),
        );
        let onchange = Callback::from(move |_: Event| {
            let mut said = said.clone();
            if checked {
                said.retain(|known| *known != word_);
            } else {
                said.push(word_.clone());
            }
            sheet.set(&pointer, Some(json!(said)));
        });
        let id = format!("{id}-{word}");
        html! {
            <label class="chip" for={id.clone()} key={word.clone()}>
                <input type="checkbox" {id} {checked} {onchange} />
                <span>{ name }</span>
            </label>
        }
    });
    html! { <div class="chips">{ for ticks }</div> }
}

/// For each of some names, if it is accepted, accepted once it has changed, or never.
pub fn stops(
    sheet: &Sheet,
    pointer: &str,
    id: &str,
    names: Vec<(&'static str, String)>,
    value: Option<&Value>,
) -> Html {
    let said = value.and_then(Value::as_array).cloned().unwrap_or_default();
    let name_of = |stop: &Value| stop.get("id").unwrap_or(stop).as_str().map(str::to_owned);
    let rows = names.into_iter().map(|(name, key)| {
        let is_it = move |stop: &Value| name_of(stop).as_deref() == Some(name);
        let stop = said.iter().find(|stop| is_it(stop));
        let lifts = |stop: &Value| stop.get("lift").and_then(Value::as_bool) == Some(true);
        let state = match stop {
            None => "accepted",
            Some(stop) if lifts(stop) => "lifted",
            Some(_) => "never",
        };
        let onchange = {
            let (sheet, pointer, said) = (sheet.clone(), pointer.to_owned(), said.clone());
            Callback::from(move |event: Event| {
                let mut said = said.clone();
                said.retain(|stop| !is_it(stop));
                match event
                    .target_unchecked_into::<web_sys::HtmlSelectElement>()
                    .value()
                    .as_str()
                {
                    "lifted" => said.push(json!({ "id": name, "lift": true })),
                    "never" => said.push(json!(name)),
                    _ => {}
                }
                sheet.set(&pointer, Some(Value::Array(said)));
            })
        };
        let id = format!("{id}-{name}");
        let options = [
            ("accepted", "stop.accepted"),
            ("lifted", "stop.lifted"),
            ("never", "stop.never"),
        ];
        html! {
            <p class="stop" key={name}>
                <label for={id.clone()}>{ sheet.speech.get(&key) }</label>
                <select {id} {onchange}>
                    { for options.into_iter().map(|(value, key)| html! {
                        <option {value} selected={value == state}>{ sheet.speech.get(key) }</option>
                    }) }
                </select>
            </p>
        }
    });
    html! { <div class="stops">{ for rows }</div> }
}
