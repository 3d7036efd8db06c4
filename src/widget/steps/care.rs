//! Who looks after it once it is live?

use super::StepProps;
use crate::engine::{CareKind, CareOwner, Want};
use crate::i18n::speak;
use crate::widget::parts::Choice;
use yew::prelude::*;

/// Asks for an owner for every kind of care that the wishes bring.
#[component]
pub fn CareStep(props: &StepProps) -> Html {
    let speech = &props.speech;
    let terms = &props.terms;
    let brings = |kind: CareKind| {
        props.draft.wishes.iter().any(|wish| match &wish.want {
            Want::Service { service } => terms
                .service(service)
                .is_some_and(|service| service.care[kind] > 0.0),
            Want::Sized { .. } | Want::Estimated { .. } => terms.own_care[kind] > 0.0,
        })
    };
    let kinds: Vec<CareKind> = CareKind::ALL
        .into_iter()
        .filter(|kind| brings(*kind))
        .collect();
    if kinds.is_empty() {
        return html! { <p class="note calm">{ speech.say("care.nothing") }</p> };
    }
    let choices = kinds.into_iter().map(|kind| {
        let id = kind.id();
        // What the shop does not sell cannot be chosen, unless it was.
        let offered = |owner: CareOwner| {
            owner != CareOwner::UsPaid || terms.care[kind].offered || props.draft.care[kind] == Some(owner)
        };
        let options: Vec<(AttrValue, AttrValue)> = CareOwner::ALL
            .into_iter()
            .filter(|owner| offered(*owner))
            .map(|owner| (owner.id().into(), speech.say(&format!("owner.{}", owner.id())).into()))
            .collect();
        let on_choose = props.edit(move |draft, id: AttrValue| {
            draft.care[kind] = CareOwner::ALL.into_iter().find(|owner| owner.id() == id.as_str());
        });
        let sold = terms.care[kind].price_per_month.filter(|_| terms.care[kind].offered).map(|price| {
            speech.with(
                "care.sold",
                &[
                    ("kind", &speech.say(&format!("care.{id}")).to_lowercase()),
                    ("price", &speech.money(price, &terms.currency)),
                ],
            )
        });
        let hint = [Some(speech.say(&format!("care.{id}.hint"))), sold].into_iter().flatten().collect::<Vec<_>>().join(". ");
        html! {
            <Choice
                key={id} id={format!("care-{id}")} legend={speech.say(&format!("care.{id}"))} {hint} {options} {on_choose}
                chosen={props.draft.care[kind].map_or("", CareOwner::id)}
            />
        }
    });
    let unpaid = props.appraisal.care_hours;
    html! {
        <>
            <div class="questions-list">{ for choices }</div>
            if unpaid > 0.0 {
                <p class="note" translate="no">
                    { speech.count("care.unpaid", unpaid.round(), &[("months", &speak::months(speech, terms.care_months))]) }
                </p>
            }
        </>
    }
}
