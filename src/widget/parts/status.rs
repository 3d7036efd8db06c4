//! What has become of something, for those who look and those who listen.

use crate::widget::element::{El, el};

/// What has become of something: there before it says anything, so that it is heard.
pub fn status(said: Option<String>) -> El {
    el("p", "hint")
        .attr("role", "status")
        .text(said.unwrap_or_default())
}
