//! The form of the terms: one of its parts is shown, and each says how much is to be mended in it.

mod controls;
mod examples;
mod field;
pub mod inbox;
mod inbox_test;
mod look;
mod many;
mod meaning;
mod said;
mod shown;
mod things;

pub use examples::verdicts;
pub use inbox_test::send_test;
pub use shown::Shown;

use super::control::Field;
use super::fields::stops;
use crate::desk::browser;
use crate::desk::sheet::{self, Sheet};
use crate::i18n::Speech;
use examples::Examples;
use field::fields;
use look::look;
use many::Many;
use serde_json::Value;
use things::{ListOf, Things};
use yew::prelude::*;

/// The number of problems in words, as a button to the part with the first of them.
pub fn state(sheet: &Sheet, on_mend: &Callback<Shown>) -> Html {
    let Some(first) = sheet.problems.first() else {
        return html! { { sheet.speech.get("state.good") } };
    };
    let text = sheet
        .speech
        .plural("state.problems", sheet.problems.len() as f64, &[]);
    let part = Shown::ALL.into_iter().find(|part| part.holds(&first.at));
    let part = part.unwrap_or(Shown::ALL[0]);
    let onclick = on_mend.reform(move |_: MouseEvent| part);
    html! { <button type="button" class="quiet" {onclick}>{ text }</button> }
}

/// Button that shows a part, with the number of its problems.
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
                { sheet.speech.get_for("part.{}", part.id()) }
                if problems > 0 {
                    <span class="count">
                        { problems }<span class="for-listeners">{ " " }{ sheet.speech.get("state.to-mend") }</span>
                    </span>
                }
            </button>
        </li>
    }
}

/// Button to the next part at the end of one, and at the end of the last to the texts that are taken away.
pub fn next(speech: &Speech, shown: Shown, on_go: Callback<Shown>) -> Html {
    let at = Shown::ALL.iter().position(|part| *part == shown);
    let next = at.and_then(|at| Shown::ALL.get(at + 1).copied());
    let part = match next {
        Some(next) => speech.get_for("part.{}", next.id()),
        None => speech.get("take.title"),
    };
    let onclick = Callback::from(move |_: MouseEvent| match next {
        Some(next) => on_go.emit(next),
        None => {
            browser::focus("take-away-title");
        }
    });
    html! {
        <p class="next">
            <button type="button" {onclick}>{ speech.format("form.next", &[("part", &part)]) }</button>
        </p>
    }
}

/// The problems that belong to no field of the form.
pub fn unplaced(sheet: &Sheet) -> Html {
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

/// The fields of a part.
pub fn body(sheet: &Sheet, shown: Shown, brief: Option<&str>) -> Html {
    match shown {
        Shown::Part(part) => {
            // The price of a kind of care is only asked where it is sold, and the rate of tax where tax is
            // mentioned.
            let is_asked = |field: &Field| {
                if *field.at == *"/terms/taxRate" {
                    return sheet::at(&sheet.config, "/terms/tax").is_some()
                        || sheet::at(&sheet.config, &field.at).is_some();
                }
                let kind = field
                    .at
                    .rsplit_once('/')
                    .filter(|(kind, _)| kind.starts_with("/terms/care/"));
                kind.is_none_or(|(kind, name)| {
                    name == "offered"
                        || sheet::at(&sheet.config, &format!("{kind}/offered"))
                            == Some(&Value::Bool(true))
                        || sheet::at(&sheet.config, &field.at).is_some()
                })
            };
            fields(sheet, "", part.fields(), is_asked)
        }
        Shown::Stops => fields(sheet, "", (stops(), Vec::new()), |_| true),
        Shown::List(list) => html! {
            <>
                <Things sheet={sheet.clone()} list={ListOf(list)} />
                if list.id == "services" {
                    <Many sheet={sheet.clone()} />
                }
            </>
        },
        Shown::Looks => look(sheet),
        Shown::Examples => {
            html! { <Examples sheet={sheet.clone()} brief={brief.map(AttrValue::from)} /> }
        }
    }
}
