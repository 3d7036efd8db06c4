//! Briefs to start from, for visitors who do not know where to begin.

use super::element::{Element, el};
use crate::config::Example;
use crate::i18n::Speech;
use yew::prelude::*;

/// Buttons for the examples, if any. `on_select` is called with the index of the chosen one.
pub fn examples(
    speech: &Speech,
    examples: &[Example],
    on_select: &Callback<usize>,
) -> Option<Element> {
    if examples.is_empty() {
        return None;
    }
    let links = examples.iter().enumerate().map(|(index, example)| {
        let link = el("button", "quiet")
            .attr("type", "button")
            .on_click(&on_select.reform(move |()| index))
            .text(speech.text(&example.name).to_owned());
        el("li", "").key(index).child(link)
    });
    Some(
        el("section", "examples")
            .child(el("h3", "").message(speech, "examples.title"))
            .child(el("ul", "").children(links)),
    )
}
