//! Foot of the questions: the way on, always in view. Where there is room for one column only it is the
//! bar at the bottom of the screen, with the answer in one line.

use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Foot of the questions.
pub struct Foot {
    /// Class of its element.
    pub class: &'static str,
    /// Answer in one line, and the way to send it.
    pub bar: Html,
    /// Other ways than the way on, where there is room for them beside it.
    pub ways: Vec<Element>,
    /// Button that leads on.
    pub next: Element,
}

/// Foot of the questions.
pub fn foot(foot: Foot) -> Element {
    let Foot {
        class,
        bar,
        ways,
        next,
    } = foot;
    el("div", class)
        .attr("part", "bar")
        .node(bar)
        .child(el("div", "ways wide").children(ways))
        .child(next)
}
