//! Placeholder of deferred content, with a retry after a failure.

use super::deferred::RestState;
use super::element::{Element, button, el};
use super::host::Host;
use crate::i18n::Speech;
use crate::shared::Shared;
use yew::prelude::*;

/// Returns the placeholder of something that is not loaded yet.
pub fn waiting(rest: RestState, speech: &Speech, host: &Shared<dyn Host>) -> Element {
    if rest == RestState::Loading {
        return el("p", "hint")
            .attr("role", "status")
            .message(speech, "rest.awaited");
    }
    let host = host.clone();
    let again = Callback::from(move |()| host.emit_rest());
    el("div", "note")
        .attr("role", "alert")
        .child(el("p", "").message(speech, "rest.lacking"))
        .child(button("quiet", speech, "shell.again", &again))
}
