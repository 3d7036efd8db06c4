//! A box to tick, with its words.

use crate::widget::element::{El, el};
use yew::prelude::*;

/// A box to tick, with its words. `on_tick` is called when it was ticked, or is not any more.
pub fn tick(class: &'static str, checked: bool, words: String, on_tick: &Callback<()>) -> El {
    let input = el("input", "")
        .attr("type", "checkbox")
        .checked(checked)
        .on_tick(on_tick);
    el("label", class)
        .with(input)
        .with(el("span", "").text(words))
}
