//! The questions that could change the answer, most decisive first, answered where they stand.

use super::AnswerProps;
use crate::widget::steps::{Ask, is_a_choice, step_of};
use std::rc::Rc;
use yew::prelude::*;

/// At most so many are shown: the others wait for their turn.
const MOST: usize = 3;

/// The questions.
pub fn questions(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        draft,
        appraisal,
        on_go,
        on_edit,
        ..
    } = props;
    // What the step beside it asks is not asked twice.
    let open: Vec<_> = appraisal
        .questions
        .iter()
        .filter(|question| step_of(question.id) != props.step)
        .take(MOST)
        .collect();
    if open.is_empty() {
        return Html::default();
    }
    let questions = open.into_iter().map(|question| {
        let id = question.id;
        let onclick = on_go.reform(move |_: MouseEvent| step_of(id));
        html! {
            <li key={id.id()}>
                if is_a_choice(id) {
                    <Ask
                        topic={id} place="answer" terms={Rc::clone(terms)} speech={speech.clone()}
                        draft={Rc::clone(draft)} on_edit={on_edit.clone()}
                    />
                } else {
                    <button class="quiet" type="button" {onclick}>{ speech.say(&format!("topic.{}", id.id())) }</button>
                }
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
