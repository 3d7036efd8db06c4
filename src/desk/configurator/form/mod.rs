//! The form of the terms: one of its parts is shown, and each says how much is to be mended in it.

mod controls;
mod examples;
mod field;
mod shown;
mod things;

pub use shown::Shown;

use super::fields::{Field, STOPS};
use crate::desk::sheet::{self, Sheet};
use crate::i18n::Speech;
use examples::Examples;
use field::FormField;
use serde_json::Value;
use things::{ListOf, Things};
use yew::prelude::*;

/// How many things are to be mended, in words.
pub fn state(sheet: &Sheet) -> String {
    match sheet.problems.len() {
        0 => sheet.speech.say("state.good"),
        n => sheet.speech.count("state.problems", n as f64, &[]),
    }
}

/// What shows a part, with how many things are to be mended in it.
pub fn pill(sheet: &Sheet, part: Shown, on: Shown, shown: &UseStateHandle<Shown>) -> Html {
    let problems = sheet
        .problems
        .iter()
        .filter(|problem| part.holds(&problem.at))
        .count();
    let shown = shown.clone();
    let onclick = Callback::from(move |_: MouseEvent| shown.set(part));
    html! {
        <li key={part.id()}>
            <button type="button" class="pill" aria-current={(part == on).then_some("true")} {onclick}>
                { sheet.speech.say(part.title()) }
                if problems > 0 {
                    <span class="count">
                        { problems }<span class="for-listeners">{ " " }{ sheet.speech.say("state.to-mend") }</span>
                    </span>
                }
            </button>
        </li>
    }
}

/// What leads on at the end of a part.
pub fn next(speech: &Speech, shown: Shown, on_go: Callback<Shown>) -> Html {
    let at = Shown::ALL.iter().position(|part| *part == shown);
    let Some(next) = at.and_then(|at| Shown::ALL.get(at + 1).copied()) else {
        return Html::default();
    };
    let onclick = on_go.reform(move |_: MouseEvent| next);
    html! {
        <p class="next">
            <button type="button" {onclick}>{ speech.with("form.next", &[("part", &speech.say(next.title()))]) }</button>
        </p>
    }
}

/// The problems that belong to no field of the form.
#[derive(Properties, Clone, PartialEq)]
pub struct SheetProps {
    /// What is worked on.
    pub sheet: Sheet,
}

/// The problems that belong to no field of the form.
#[component]
pub fn Unplaced(props: &SheetProps) -> Html {
    let sheet = &props.sheet;
    let nowhere = |at: &str| !Shown::ALL.iter().any(|part| part.holds(at));
    let problems = sheet
        .problems
        .iter()
        .filter(|problem| nowhere(&problem.at))
        .map(|problem| {
            let at = if problem.at.is_empty() {
                "/"
            } else {
                &problem.at
            };
            html! { <li class="problem"><code>{ at }</code>{ " " }{ problem.message() }</li> }
        });
    let problems: Vec<Html> = problems.collect();
    html! {
        if !problems.is_empty() {
            <ul class="unplaced">{ for problems }</ul>
        }
    }
}

/// What is asked in a part.
pub fn body(sheet: &Sheet, shown: Shown, brief: Option<&str>) -> Html {
    match shown {
        Shown::Part(part) => {
            // What a kind of care costs is only asked where it is sold.
            let is_asked = |field: &&Field| {
                let price = field.at.strip_suffix("/pricePerMonth");
                let kind = price.or_else(|| field.at.strip_suffix("/source"));
                kind.is_none_or(|kind| {
                    sheet::at(&sheet.config, &format!("{kind}/offered")) == Some(&Value::Bool(true))
                        || sheet::at(&sheet.config, field.at).is_some()
                })
            };
            let more = part.more;
            html! {
                <>
                    { for part.fields.iter().filter(is_asked).map(|field| html! { <FormField key={field.at} sheet={sheet.clone()} field={*field} /> }) }
                    if !more.is_empty() {
                        <details class="more">
                            <summary>{ sheet.speech.say("form.more") }</summary>
                            { for more.iter().map(|field| html! { <FormField key={field.at} sheet={sheet.clone()} field={*field} /> }) }
                        </details>
                    }
                </>
            }
        }
        Shown::Stops => html! { <FormField sheet={sheet.clone()} field={STOPS} /> },
        Shown::List(list) => html! { <Things sheet={sheet.clone()} list={ListOf(list)} /> },
        Shown::Examples => {
            html! { <Examples sheet={sheet.clone()} brief={brief.map(AttrValue::from)} /> }
        }
    }
}
