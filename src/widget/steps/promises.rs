//! What do you expect us to promise?

use super::StepProps;
use crate::engine::Keepable;
use crate::i18n::speak;
use yew::prelude::*;

/// Asks for the promises that are expected, and says at once what nobody can promise.
pub fn promises_step(props: &StepProps) -> Html {
    let speech = &props.speech;
    let promises = props.terms.promises.iter().map(|promise| {
        let checked = props.draft.promises.contains(&promise.id);
        let id = promise.id.clone();
        let onchange = props.edit(move |draft, _: Event| {
            if draft.promises.contains(&id) {
                draft.promises.retain(|known| *known != id);
            } else {
                draft.promises.push(id.clone());
            }
        });
        html! {
            <li key={promise.id.clone()}>
                <label class="tick">
                    <input type="checkbox" {checked} {onchange} />
                    <span>{ speak::name(speech, &promise.label, &promise.id) }</span>
                </label>
                if checked && promise.keepable == Keepable::Never {
                    <p class="note">{ speech.say("promises.broken") }</p>
                }
            </li>
        }
    });
    html! {
        <fieldset class="ticks">
            <legend class="for-listeners">{ speech.say("promises.legend") }</legend>
            <ul>{ for promises }</ul>
        </fieldset>
    }
}
