//! A choice of one of some values.

use crate::widget::element::{Element, el};
use yew::prelude::*;

/// A `select` of values with their names, which passes on the value that is chosen.
pub fn select(
    options: impl IntoIterator<Item = (String, String)>,
    chosen: &str,
    on_choice: &Callback<String>,
) -> Element {
    let options: Vec<Element> = options
        .into_iter()
        .map(|(value, name)| {
            let is_chosen = value == chosen;
            el("option", "")
                .attr("value", value)
                .selected(is_chosen)
                .text(name)
        })
        .collect();
    el("select", "").on_select(on_choice).children(options)
}
