//! Reasons and contradictions.

use crate::engine::Reason;
use crate::i18n::{Words, speak};
use crate::widget::case::Case;
use crate::widget::element::{Element, el};

/// Greatest number of reasons: those that weigh most.
const MOST: usize = 4;

/// List with a heading; none if it is empty.
pub fn list(
    class: &'static str,
    words: &Words,
    key: &str,
    entries: Vec<Element>,
) -> Option<Element> {
    let list = el("section", class).child(el("h3", "").message(words, key));
    (!entries.is_empty()).then(|| list.child(el("ul", "").children(entries)))
}

/// Reasons that are said: those that weigh most.
pub fn said_reasons(case: &Case) -> impl Iterator<Item = &Reason> {
    case.appraisal.reasons.iter().take(MOST)
}

/// Reasons for the answer, each with the odds that its repair would gain.
pub fn reasons(case: &Case) -> Option<Element> {
    let Case { terms, speech, .. } = case;
    let reasons = said_reasons(case).map(|reason| {
        let worth = reason.lift().map(|lift| match (lift * 10.0).round() {
            tenths if tenths >= 1.0 => speech.count("reasons.worth", tenths, &[]),
            _ => speech.say("reasons.worth.little"),
        });
        el("li", "")
            .text(speak::reason(speech, terms, &case.brief, reason))
            .maybe_child(worth.map(|worth| el("small", "").text([" ", &worth].concat())))
    });
    list("reasons", speech, "reasons.title", reasons.collect())
}

/// Answers that contradict one another, kindly put.
pub fn conflicts(case: &Case) -> Option<Element> {
    let speech = &case.speech;
    let conflicts = case.appraisal.conflicts.iter();
    let conflicts =
        conflicts.map(|conflict| el("li", "").text(speech.of("conflict.{}", conflict.id)));
    list(
        "reasons conflicts",
        speech,
        "conflicts.title",
        conflicts.collect(),
    )
}
