//! The examples that a visitor can start from, out of the calculator beside the form.

use super::field::id;
use super::said::Said;
use crate::config::{Example, read_config};
use crate::desk::parts::NumberOf;
use crate::desk::sheet::{self, Edit, Sheet};
use crate::engine::appraise;
use crate::i18n::{Speech, speak};
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

/// The examples that a visitor can start from.
#[derive(Properties, Clone, PartialEq)]
pub struct ExamplesProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// Brief in the calculator beside it, as JSON text.
    pub brief: Option<AttrValue>,
}

/// The examples that a visitor can start from.
#[component]
pub fn Examples(props: &ExamplesProps) -> Html {
    let ExamplesProps { sheet, brief } = props;
    let speech = &sheet.speech;
    let state = (Rc::clone(&sheet.config), sheet.appraiser);
    let verdicts = use_memo(state, |(config, appraiser)| {
        appraiser.map(|appraiser| (appraiser.verdicts)(speech, config))
    });
    let rows = sheet::list(&sheet.config, "/examples").iter().enumerate().map(|(index, _)| {
        let base = format!("/examples/{index}");
        let field = format!("{base}/name");
        let on_remove = sheet.on_edit.reform(move |_: MouseEvent| Edit::Take("/examples".to_owned(), index));
        let name = sheet::text(&sheet.config, &field).to_owned();
        html! {
            <li class="field" key={index}>
                <label for={id(&field)}>{ speech.get("field.example") }</label>
                <div class="typed">
                    <Said sheet={sheet.clone()} pointer={field.clone()} id={id(&field)} />
                    <button type="button" class="quiet" onclick={on_remove}>{ speech.format("form.remove", &[("name", &name)]) }</button>
                </div>
                <p class="row">
                    { figure(sheet, &format!("{base}/brief/budget/fixed"), "example.budget") }
                    { figure(sheet, &format!("{base}/brief/deadline/weeks"), "example.weeks") }
                    if let Some(verdict) = verdicts.as_ref().as_ref().and_then(|all| all.get(index)?.clone()) {
                        <span class="hint">{ speech.format("example.now", &[("verdict", &verdict)]) }</span>
                    }
                </p>
                { wishes(sheet, &format!("{base}/brief/wishes")) }
                { for sheet.problems_at(&base).iter().map(|problem| html! { <p class="problem">{ problem }</p> }) }
            </li>
        }
    });
    let add = brief.clone().map(|brief| {
        let (on_edit, name) = (sheet.on_edit.clone(), speech.get("add.example.name"));
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Ok(brief) = serde_json::from_str::<Value>(&brief) {
                on_edit.emit(Edit::Add(
                    "/examples".to_owned(),
                    json!({ "name": name, "brief": brief }),
                ));
            }
        });
        html! { <button type="button" {onclick}>{ speech.get("add.example") }</button> }
    });
    html! {
        <>
            <ul>{ for rows }</ul>
            { add.unwrap_or_else(|| html! { <p class="hint">{ speech.get("add.example.how") }</p> }) }
        </>
    }
}

/// Says the verdict on each example of a configuration. None are said of terms with a problem.
pub fn verdicts(speech: &Speech, config: &Value) -> Vec<Option<String>> {
    let Ok(config) = read_config(&config.to_string()) else {
        return Vec::new();
    };
    let verdict = |example: &Example| {
        let verdict = appraise(&example.brief, &config.terms).ok()?.verdict;
        Some(speak::to_the_shop(speech, &example.brief, verdict))
    };
    config.examples.iter().map(verdict).collect()
}

/// A figure of an example, where it has one.
fn figure(sheet: &Sheet, pointer: &str, label: &str) -> Html {
    let value = sheet::at(&sheet.config, pointer).filter(|value| !value.is_object());
    let Some(value) = value.cloned() else {
        return Html::default();
    };
    let currency = sheet::text(&sheet.config, "/terms/currency");
    let label = sheet.speech.format(label, &[("currency", currency)]);
    let on_value = {
        let (sheet, pointer) = (sheet.clone(), pointer.to_owned());
        // A budget without an amount is another budget.
        Callback::from(move |value: Option<Value>| {
            sheet.set(&pointer, Some(value.unwrap_or_else(|| json!(""))));
        })
    };
    let id = id(pointer);
    let is_money = pointer.contains("/budget/");
    html! {
        <label class="point" for={id.clone()}>
            <span>{ label }</span>
            <NumberOf speech={sheet.speech.clone()} {id} {value} {on_value} {is_money} wrong={!sheet.problems_at(pointer).is_empty()} />
        </label>
    }
}

/// The wishes of an example, each a service to tick. Others than services stay as they are.
fn wishes(sheet: &Sheet, pointer: &str) -> Html {
    let said = sheet::list(&sheet.config, pointer).to_vec();
    let services = sheet::list(&sheet.config, "/terms/services")
        .iter()
        .enumerate();
    let chips = services.map(|(index, service)| {
        let id = service.get("id").cloned().unwrap_or_default();
        let name = sheet::text(&sheet.config, &format!("/terms/services/{index}/name")).to_owned();
        let checked = said.iter().any(|wish| wish.get("service") == Some(&id));
        let onchange = {
            let (sheet, pointer, said) = (sheet.clone(), pointer.to_owned(), said.clone());
            Callback::from(move |_: Event| {
                let mut said = said.clone();
                match checked {
                    true => said.retain(|wish| wish.get("service") != Some(&id)),
                    false => said.push(json!({ "service": id })),
                }
                sheet.set(&pointer, Some(Value::Array(said)));
            })
        };
        html! {
            <label class="chip" key={index}>
                <input type="checkbox" {checked} {onchange} />
                <span>{ name }</span>
            </label>
        }
    });
    html! {
        <details>
            <summary>{ sheet.speech.plural("example.wishes", said.len() as f64, &[]) }</summary>
            <div class="chips">{ for chips }</div>
        </details>
    }
}
