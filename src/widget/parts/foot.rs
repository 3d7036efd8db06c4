//! Footer of the questions: the way on, always in view. In one column it is the bar at the bottom
//! of the screen, with the answer in one line.

use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Footer of the questions: the answer in one line with a button to send it, the ways that may not
/// fit next to it, and the button that leads on.
pub fn foot(class: &'static str, bar: Html, ways: Vec<Element>, next: Element) -> Element {
    el("div", class)
        .attr("part", "bar")
        .node(bar)
        .child(el("div", "ways wide").children(ways))
        .child(next)
}
