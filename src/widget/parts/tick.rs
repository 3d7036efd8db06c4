//! A box to tick, with its words.

use crate::widget::element::{Element, el};
use yew::prelude::*;

/// A box to tick, with its words. `on_change` is called when it was ticked, or is not any more.
pub fn tick(
    class: &'static str,
    checked: bool,
    words: String,
    on_change: &Callback<()>,
) -> Element {
    let input = el("input", "")
        .attr("type", "checkbox")
        .checked(checked)
        .on_change(on_change);
    el("label", class)
        .child(input)
        .child(el("span", "").text(words))
}
