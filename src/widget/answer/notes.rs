//! Reasons and conflicts.

use crate::engine::{Reason, lifted_tenths};
use crate::i18n::{Words, speak};
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::setup::Audience;

/// Most reasons that are shown: the weightiest.
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

/// Iterates over the reasons that are shown: the weightiest.
pub fn said_reasons(case: &Case) -> impl Iterator<Item = &Reason> {
    // Ongoing work has no delivery.
    let is_ongoing = case.brief.is_ongoing();
    let reasons = case.appraisal.reasons.iter();
    let reasons =
        reasons.filter(move |reason| !(is_ongoing && matches!(reason, Reason::TimeHolds { .. })));
    reasons.take(MOST)
}

/// Reasons for the answer, each with the odds after its repair alone.
pub fn reasons(case: &Case) -> Option<Element> {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        audience,
        ..
    } = case;
    let tenths = |tenths: u8| speech.number(f64::from(tenths), 0);
    let reasons = said_reasons(case).map(|reason| {
        let worth = reason
            .lift()
            .map(|_| match lifted_tenths(appraisal, reason) {
                Some((from, to)) => speech.format(
                    "reasons.worth",
                    &[("from", &tenths(from)), ("to", &tenths(to))],
                ),
                None => speech.get("reasons.worth.little"),
            });
        let said = match audience {
            Audience::Shop => speak::reason_to_shop(speech, terms, brief, appraisal, reason),
            Audience::Visitor => speak::reason_to_client(speech, terms, brief, appraisal, reason),
        };
        el("li", "")
            .text(said)
            .maybe_child(worth.map(|worth| el("small", "").text([" ", &worth].concat())))
    });
    let reasons: Vec<Element> = reasons.collect();
    (!reasons.is_empty()).then(|| el("ul", "reasons").children(reasons))
}

/// Conflicting answers, kindly put.
pub fn conflicts(case: &Case) -> Option<Element> {
    let speech = &case.speech;
    let conflicts = case.appraisal.conflicts.iter();
    let conflicts =
        conflicts.map(|conflict| el("li", "").text(speech.get_for("conflict.{}", conflict.id)));
    list(
        "reasons conflicts",
        speech,
        "conflicts.title",
        conflicts.collect(),
    )
}
