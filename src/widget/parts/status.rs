//! What has become of something, for those who look and those who listen.

use crate::widget::element::{Element, el};

/// What has become of something: there before it says anything, so that it is heard.
pub fn status(said: Option<String>) -> Element {
    el("p", "hint")
        .attr("role", "status")
        .text(said.unwrap_or_default())
}
