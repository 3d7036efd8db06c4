//! What should it do for you?

use super::StepProps;
use crate::i18n::speak;
use crate::widget::parts::Choice;
use yew::prelude::*;

/// Asks for the purpose.
#[component]
pub fn PurposeStep(props: &StepProps) -> Html {
    let speech = &props.speech;
    let options: Vec<(AttrValue, AttrValue)> = props
        .terms
        .purposes
        .iter()
        .map(|purpose| {
            (
                purpose.id.clone().into(),
                speak::name(speech, &purpose.label, &purpose.id).into(),
            )
        })
        .collect();
    let on_choose = props.edit(|draft, id: AttrValue| draft.purpose = Some(id.to_string()));
    html! {
        <Choice
            id="purpose" legend={speech.say("purpose.legend")} quiet=true stacked=true {options} {on_choose}
            chosen={props.draft.purpose.clone().unwrap_or_default()}
        />
    }
}
