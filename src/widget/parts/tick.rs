//! Checkbox with its label.

use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Checkbox with its label. `on_change` is called when it is checked or unchecked.
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
