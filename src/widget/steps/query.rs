//! Question about typed text, with a button for each answer.

use crate::widget::echoes::Query;
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Question about typed text. `on_answer` is called with the text that an answer types.
pub fn query(query: &Query, on_answer: &Callback<String>) -> Element {
    let answers = query.answers.iter().map(|(words, text)| {
        let text = text.clone();
        el("button", "")
            .attr("type", "button")
            .on_click(&on_answer.reform(move |()| text.clone()))
            .text(words.clone())
    });
    el("div", "note calm query")
        .attr("role", "status")
        .attr("translate", "no")
        .child(el("p", "").text(query.text.clone()))
        .child(el("div", "answers").children(answers))
}
