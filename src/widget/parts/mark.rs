//! Mark of a verdict: tick, bent arrow, signpost, hand or question mark.

use crate::engine::Verdict;
use crate::widget::element::{Element, el};

/// Mark of a verdict. It repeats the sentence next to it, so it is hidden from screen readers.
pub fn mark(verdict: Verdict) -> Element {
    let (class, path) = match verdict {
        Verdict::Take => ("mark", "M5 12.5l4.5 4.5L19 7.5"),
        Verdict::Reshape => ("mark", "M6 19v-7a3 3 0 0 1 3-3h9M14 5l4 4-4 4"),
        Verdict::Refer => (
            "mark refer",
            "M12 21V4M12 5h6l2.5 2.5L18 10h-6M12 11H6l-2.5 2.5L6 16h6",
        ),
        Verdict::Decline => (
            "mark decline",
            "M7 12V7.5a1.5 1.5 0 0 1 3 0V11V5.5a1.5 1.5 0 0 1 3 0V11V6.5a1.5 1.5 0 0 1 3 0V14c0 4-2 6.5-5 6.5S7 19 5 15.5l-1-2a1.4 1.4 0 0 1 2.4-1.4L7 13",
        ),
        Verdict::Ask => (
            "mark",
            "M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.5M12 18.4v.1",
        ),
    };
    icon(class, path)
}

/// Icon of one stroke.
pub fn icon(class: &'static str, path: &'static str) -> Element {
    el("svg", class)
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(el("path", "").attr("d", path))
}
