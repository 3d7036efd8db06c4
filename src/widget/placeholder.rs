//! Placeholder of the rest, with a retry after a failure.

use super::deferred::{AnswerProps, RestState};
use super::element::{Element, button, el};

/// Returns the placeholder of something in the rest that is not loaded yet.
pub fn waiting(props: &AnswerProps) -> Element {
    let speech = &props.setup.speech;
    if props.rest == RestState::Loading {
        return el("p", "hint")
            .attr("role", "status")
            .message(speech, "rest.awaited");
    }
    el("div", "note")
        .attr("role", "alert")
        .child(el("p", "").message(speech, "rest.lacking"))
        .child(button("quiet", speech, "shell.again", &props.on_retry))
}
