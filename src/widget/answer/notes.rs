//! Reasons and contradictions.

use crate::engine::{Verdict, agreement as clauses};
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

/// Reasons for the answer, each with the odds that its repair would gain.
pub fn reasons(case: &Case) -> Option<Element> {
    let Case { terms, speech, .. } = case;
    let reasons = case.appraisal.reasons.iter().take(MOST).map(|reason| {
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

/// What to have in writing, where the answer is yes.
pub fn agreement(case: &Case) -> Option<Element> {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    if appraisal.verdict != Verdict::Take {
        return None;
    }
    let lines = speak::agreement(speech, terms, brief, &clauses(brief, terms).ok()?);
    let lines = lines.into_iter().map(|line| el("li", "").text(line));
    list("reasons", speech, "agreement.title", lines.collect())
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
