//! Status of an action, as a live region.

use crate::widget::element::{Element, el};

/// Status of an action, if any. The live region must exist before its text to be announced.
pub fn status(said: Option<String>) -> Element {
    el("p", "hint")
        .attr("role", "status")
        .text(said.unwrap_or_default())
}
