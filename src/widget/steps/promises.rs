//! Step about promises.

use super::props::StepProps;
use crate::engine::Keepable;
use crate::i18n::speak;
use crate::widget::element::{Element, el};
use crate::widget::parts::tick;

/// Asks for the expected promises, and warns at once if nobody can keep one.
pub fn promises_step(props: &StepProps) -> Element {
    let speech = &props.speech;
    let promises = props.terms.promises.iter().map(|promise| {
        let checked = props.draft.promises.contains(&promise.id);
        let id = promise.id.clone();
        let on_change = props.edit(move |draft, ()| {
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
            .child(tick("tick", checked, name, &on_change))
            .maybe_child(broken.then(|| el("p", "note").message(speech, "promises.broken")))
    });
    el("fieldset", "ticks")
        .child(el("legend", "for-listeners").message(speech, "promises.legend"))
        .child(el("ul", "").children(promises))
}
