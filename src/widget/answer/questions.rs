//! The questions that could change the answer, most decisive first, answered where they stand.

use super::AnswerProps;
use super::notes::list;
use crate::widget::element::{Element, el};
use crate::widget::steps::{Ask, ask, is_a_choice, step_of};

/// At most so many are shown: the others wait for their turn.
const MOST: usize = 3;

/// The questions.
pub fn questions(props: &AnswerProps) -> Option<Element> {
    let speech = &props.speech;
    // What the step beside it asks is not asked twice.
    let open = props.appraisal.questions.iter().map(|question| question.id);
    let open = open.filter(|topic| step_of(*topic, &props.terms) != props.step);
    let questions = open.take(MOST).map(|topic| {
        let question = if is_a_choice(topic) {
            ask(&Ask {
                topic,
                place: "answer",
                terms: &props.terms,
                speech,
                draft: &props.draft,
                on_edit: &props.on_edit,
                quiet: false,
            })
        } else {
            let there = step_of(topic, &props.terms);
            el("button", "quiet")
                .attr("type", "button")
                .on_click(&props.on_go.reform(move |()| there))
                .text(speech.of("topic.{}", topic.name()))
        };
        el("li", "").key(topic.name()).child(question)
    });
    list("asked", speech, "questions.title", questions.collect())
}
