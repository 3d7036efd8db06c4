//! Who looks after it once it is live?

use super::StepProps;
use super::ask::{Ask, AskProps};
use crate::engine::{CareKind, Topic, Want};
use crate::i18n::speak;
use yew::prelude::*;

/// Asks for an owner for every kind of care that the wishes bring.
pub fn care_step(props: &StepProps) -> Html {
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
        return html! { <p class="note calm">{ speech.say("care.nothing") }</p> };
    }
    let questions = kinds.into_iter().map(|kind| {
        let ask = AskProps::in_step(Topic::of_care(kind), props);
        html! { <Ask key={kind.id()} ..ask /> }
    });
    let unpaid = props.appraisal.care_hours;
    html! {
        <>
            <div class="questions-list">{ for questions }</div>
            if unpaid > 0.0 {
                <p class="note" translate="no">
                    { speech.count("care.unpaid", unpaid.round(), &[("months", &speak::months(speech, terms.care_months))]) }
                </p>
            }
        </>
    }
}
