//! What stands beside the answer: why, and what contradicts.

use super::AnswerProps;
use crate::i18n::{Words, speak};
use crate::widget::element::{Element, el};

/// At most so many reasons are given: those that weigh most.
const MOST: usize = 4;

/// A list with a heading. None where it is empty.
pub fn list(
    class: &'static str,
    words: &Words,
    key: &str,
    entries: Vec<Element>,
) -> Option<Element> {
    let list = el("section", class).child(el("h3", "").message(words, key));
    (!entries.is_empty()).then(|| list.child(el("ul", "").children(entries)))
}

/// Why the answer is what it is, with what each reason is worth.
pub fn reasons(props: &AnswerProps) -> Option<Element> {
    let AnswerProps { terms, speech, .. } = props;
    let reasons = props.appraisal.reasons.iter().take(MOST).map(|reason| {
        let worth = reason.lift().map(|lift| match (lift * 10.0).round() {
            tenths if tenths >= 1.0 => speech.count("reasons.worth", tenths, &[]),
            _ => speech.say("reasons.worth.little"),
        });
        el("li", "")
            .text(speak::reason(speech, terms, reason))
            .maybe_child(worth.map(|worth| el("small", "").text([" ", &worth].concat())))
    });
    list("reasons", speech, "reasons.title", reasons.collect())
}

/// Answers that contradict one another, kindly put.
pub fn conflicts(props: &AnswerProps) -> Option<Element> {
    let speech = &props.speech;
    let conflicts = props.appraisal.conflicts.iter();
    let conflicts =
        conflicts.map(|conflict| el("li", "").text(speech.of("conflict.{}", conflict.id)));
    list(
        "reasons conflicts",
        speech,
        "conflicts.title",
        conflicts.collect(),
    )
}
