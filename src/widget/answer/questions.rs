//! The questions that could change the answer, most decisive first, each a way to its step.

use super::AnswerProps;
use crate::widget::steps::step_of;
use yew::prelude::*;

/// At most so many are shown: the others wait for their turn.
const MOST: usize = 4;

/// The questions.
#[component]
pub fn Questions(props: &AnswerProps) -> Html {
    let AnswerProps {
        speech,
        appraisal,
        on_go,
        ..
    } = props;
    if appraisal.questions.is_empty() {
        return Html::default();
    }
    let questions = appraisal.questions.iter().take(MOST).map(|question| {
        let id = question.id;
        let onclick = on_go.reform(move |_: MouseEvent| step_of(id));
        html! {
            <li key={id.id()}>
                <button class="quiet" type="button" {onclick}>{ speech.say(&format!("topic.{}", id.id())) }</button>
            </li>
        }
    });
    html! {
        <section class="asked">
            <h3>{ speech.say("questions.title") }</h3>
            <ul>{ for questions }</ul>
        </section>
    }
}
