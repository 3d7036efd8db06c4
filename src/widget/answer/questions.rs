//! The decisive question with its answers; for the shop the few that have the most effect.

use super::editing::Editing;
use crate::engine::{Brief, Topic, Verdict};
use crate::widget::case::Case;
use crate::widget::element::{Element, el, focus};
use crate::widget::setup::Audience;
use crate::widget::steps::{Ask, ask, is_a_choice, outcomes};
use yew::{Callback, NodeRef};

/// Most questions for the shop: the others wait for their turn.
const MOST: usize = 2;

/// The decisive question: the one whose answers turn the verdict. If the answer is waiting for
/// something, nothing else decides. `heading` gets the focus after an answer, because the question
/// is gone then. The outcomes are those of `basis`, which the odds in the head are about. Returns the
/// topics with the element.
pub fn questions(
    case: &Case,
    basis: &Brief,
    editing: &Editing,
    heading: &NodeRef,
) -> (Vec<Topic>, Option<Element>) {
    let Case {
        speech, appraisal, ..
    } = case;
    let is_shop = case.audience == Audience::Shop;
    if appraisal.is_waiting() {
        return (Vec::new(), None);
    }
    let turning = appraisal.questions.iter().filter(|question| {
        match appraisal.verdict {
            Verdict::Ask => question.is_decisive(),
            // The shop is asked everything that affects the answer.
            _ => is_shop || question.flips > 0.0,
        }
    });
    let turning = turning.map(|question| question.topic);
    let asked = turning.filter(|topic| is_a_choice(*topic)).map(|topic| {
        let outcomes = outcomes(basis, &case.terms, speech, topic);
        (topic, outcomes)
    });
    // A no is only decided by answers that could turn it, and a yes needs none.
    let open = asked.filter(|(_, outcomes)| match appraisal.verdict {
        Verdict::Take => false,
        Verdict::Ask => true,
        Verdict::Reshape | Verdict::Refer | Verdict::Decline => {
            is_shop || outcomes.iter().any(|outcome| outcome.is_yes)
        }
    });
    let most = if is_shop { MOST } else { 1 };
    let (heading, on_edit) = (heading.clone(), editing.on_edit.clone());
    let on_edit = Callback::from(move |change| {
        on_edit.emit(change);
        focus(&heading);
    });
    let title = is_shop.then(|| el("h3", "").message(speech, "questions.shop"));
    let section = el("section", "asked").maybe_child(title);
    let mut topics = Vec::new();
    let questions = open.take(most).map(|(topic, outcomes)| {
        topics.push(topic);
        ask(Ask {
            topic,
            place: "answer",
            audience: case.audience,
            terms: &case.terms,
            speech,
            draft: &editing.draft,
            on_edit: &on_edit,
            quiet: false,
            outcomes,
            assumed: None,
        })
    });
    let questions: Vec<Element> = questions.collect();
    let asked = (!questions.is_empty()).then(|| section.children(questions));
    (topics, asked)
}
