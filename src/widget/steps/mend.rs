//! What cannot be understood yet, in one place, when somebody wants to go on.

use super::Step;
use crate::draft::FieldProblem;
use crate::i18n::Speech;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The fields to mend.
#[derive(Properties, Clone, PartialEq)]
pub struct MendProps {
    /// The words.
    pub speech: Speech,
    /// The step that is shown.
    pub step: usize,
    /// The fields.
    pub problems: Vec<FieldProblem>,
    /// How often somebody wanted to go on: each time the list takes the focus.
    pub asked: u32,
    /// Called with the step to go to.
    pub on_go: Callback<usize>,
}

/// The fields to mend, each with the way there.
#[component]
pub fn Mend(props: &MendProps) -> Html {
    let speech = &props.speech;
    let summary = use_node_ref();
    {
        let summary = summary.clone();
        use_effect_with(props.asked, move |_| {
            if let Some(summary) = summary.cast::<web_sys::HtmlElement>() {
                // What cannot take the focus leaves it where it was.
                let _ = summary.focus();
            }
        });
    }
    let fields = props.problems.iter().map(|problem| {
        let (step, field, key) = place(*problem);
        let onclick = {
            let (summary, on_go, here) = (summary.clone(), props.on_go.clone(), props.step);
            Callback::from(move |_: MouseEvent| {
                if step as usize != here {
                    on_go.emit(step as usize);
                } else if let Some(field) = summary
                    .cast::<web_sys::Element>()
                    .and_then(|summary| summary.parent_element())
                    .and_then(|parent| parent.query_selector(&format!("#{field}")).ok()?)
                {
                    let _ = field.unchecked_into::<web_sys::HtmlElement>().focus();
                }
            })
        };
        let words = format!(
            "{}: {}",
            speech.say(&format!("step.{}", step.id())),
            speech.say(key)
        );
        html! {
            <li><button class="quiet" type="button" {onclick}>{ words }</button></li>
        }
    });
    html! {
        <div class="note mend" role="group" tabindex="-1" aria-labelledby="mend-title" ref={summary.clone()}>
            <h3 id="mend-title">{ speech.say("problem.title") }</h3>
            <ul>{ for fields }</ul>
        </div>
    }
}

/// At which step and in which field a problem is, and the key of its message.
pub fn place(problem: FieldProblem) -> (Step, String, &'static str) {
    match problem {
        FieldProblem::Count(wish) => (Step::Wishes, format!("wish-{wish}-count"), "problem.count"),
        FieldProblem::Name(wish) => (Step::Wishes, format!("wish-{wish}-name"), "problem.name"),
        FieldProblem::Weeks => (Step::Date, "date-weeks".to_owned(), "problem.weeks"),
        FieldProblem::Date => (Step::Date, "date-day".to_owned(), "problem.date"),
        FieldProblem::Amount => (Step::Budget, "budget-amount".to_owned(), "problem.amount"),
    }
}
