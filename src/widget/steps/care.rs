//! Step about care: who looks after it once it is live.

use super::ask::ask_in_step;
use super::props::StepProps;
use crate::engine::{CareKind, Show, Topic, Want};
use crate::i18n::speak;
use crate::widget::element::{Element, el};

/// Asks for an owner of every kind of care that the wishes bring.
pub fn care_step(props: &StepProps, step: Element) -> Element {
    let (speech, terms) = (&props.speech, &props.terms);
    let brings = |kind: &CareKind| {
        props.draft.wishes.iter().any(|wish| match &wish.want {
            Want::Service { service } => terms
                .service(service)
                .is_some_and(|service| service.care[*kind] > 0.0),
            Want::Sized { .. } | Want::Estimated { .. } => terms.own_care[*kind] > 0.0,
        })
    };
    let kinds: Vec<CareKind> = CareKind::ALL.into_iter().filter(brings).collect();
    if kinds.is_empty() {
        let key = if props.draft.wishes.is_empty() {
            "care.nothing"
        } else {
            "care.none"
        };
        return step.child(el("p", "note calm").message(speech, key));
    }
    let questions = kinds
        .into_iter()
        .map(|kind| ask_in_step(Topic::of_care(kind), props));
    let unpaid = props.care_hours;
    // A shop that shows no hours shows none here.
    let is_said = unpaid > 0.0 && speech.show() != Show::Ratios;
    let unpaid = is_said.then(|| {
        let months = speak::months(speech, terms.care_months);
        let note = speech.count("care.unpaid", unpaid.round(), &[("months", &months)]);
        el("p", "note").attr("translate", "no").text(note)
    });
    step.child(el("div", "questions-list").children(questions))
        .maybe_child(unpaid)
}
