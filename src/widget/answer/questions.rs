//! Questions that could change the answer, most decisive first, answered in place.

use super::editing::Editing;
use super::notes::list;
use crate::engine::Verdict;
use crate::i18n::speak;
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::outcomes::outcomes;
use crate::widget::steps::{Ask, ask, is_a_choice, step_of};

/// Greatest number of questions: the others wait for their turn.
const MOST: usize = 3;

/// Questions: choices can be answered in place, others link to their step.
pub fn questions(case: &Case, editing: &Editing) -> Option<Element> {
    let Case { terms, speech, .. } = case;
    // Beside a no only what could turn it is worth an answer.
    let is_no = matches!(case.appraisal.verdict, Verdict::Refer | Verdict::Decline);
    let asked = case.appraisal.questions.iter();
    let open = asked.filter(|question| !is_no || question.flips > 0.0);
    // The current step asks its own questions.
    let open = open.map(|question| question.id);
    let open = open.filter(|topic| Some(step_of(*topic, terms)) != editing.step);
    let questions = open.take(MOST).map(|topic| {
        let question = if is_a_choice(topic) {
            ask(Ask {
                topic,
                place: "answer",
                terms,
                speech,
                draft: &editing.draft,
                on_edit: &editing.on_edit,
                quiet: false,
                outcomes: outcomes(&case.brief, terms, speech, topic),
            })
        } else {
            let there = step_of(topic, terms);
            el("button", "quiet")
                .attr("type", "button")
                .on_click(&editing.on_go.reform(move |()| there))
                .text(speak::question(speech, &case.appraisal, topic))
        };
        el("li", "").key(topic.name()).child(question)
    });
    list("asked", speech, "questions.title", questions.collect())
}
