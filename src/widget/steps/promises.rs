//! The step that asks: what do you expect us to promise?

use super::StepProps;
use crate::engine::Keepable;
use crate::i18n::speak;
use crate::widget::element::{El, el};
use crate::widget::parts::tick;

/// Asks for the promises that are expected, and says at once what nobody can promise.
pub fn promises_step(props: &StepProps) -> El {
    let speech = &props.speech;
    let promises = props.terms.promises.iter().map(|promise| {
        let checked = props.draft.promises.contains(&promise.id);
        let id = promise.id.clone();
        let on_tick = props.edit(move |draft, ()| {
            if draft.promises.contains(&id) {
                draft.promises.retain(|known| *known != id);
            } else {
                draft.promises.push(id.clone());
            }
        });
        let name = speak::name(speech, &promise.label, &promise.id);
        let broken = checked && promise.keepable == Keepable::Never;
        el("li", "")
            .key(&*promise.id)
            .with(tick("tick", checked, name, &on_tick))
            .maybe(broken.then(|| el("p", "note").say(speech, "promises.broken")))
    });
    el("fieldset", "ticks")
        .with(el("legend", "for-listeners").say(speech, "promises.legend"))
        .with(el("ul", "").each(promises))
}
