//! A choice of one: radio buttons that look like buttons.

use crate::i18n::Words;
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// A choice of one.
#[derive(Default)]
pub struct Choice {
    /// Its name among the choices of the calculator.
    pub id: String,
    /// What is chosen.
    pub legend: String,
    /// What helps to choose.
    pub hint: String,
    /// Whether the legend is there for listeners only, because a heading shows it.
    pub quiet: bool,
    /// One below the other instead of side by side.
    pub stacked: bool,
    /// The values with their words.
    pub options: Vec<(AttrValue, String)>,
    /// The value that is chosen.
    pub chosen: AttrValue,
    /// Called with the value that was chosen.
    pub on_select: Callback<AttrValue>,
}

/// Values with the messages of a key such as `priority.{}`.
pub fn options(words: &Words, key: &str, ids: &[&'static str]) -> Vec<(AttrValue, String)> {
    ids.iter()
        .map(|id| (AttrValue::Static(id), words.of(key, id)))
        .collect()
}

/// A choice of one.
pub fn choice(choice: Choice) -> Element {
    let Choice { id, on_select, .. } = choice;
    let options = choice.options.into_iter().map(|(value, label)| {
        let is_chosen = value == choice.chosen;
        let (chosen, on_select) = (value.clone(), on_select.clone());
        let input = el("input", "")
            .attr("type", "radio")
            .attr("name", id.clone())
            .value(value.clone())
            .checked(is_chosen)
            .on_change(&Callback::from(move |()| on_select.emit(chosen.clone())));
        el("label", "option")
            .key(&*value)
            .child(input)
            .child(el("span", "").text(label))
    });
    let options = el("div", "options").children(options);
    let legend = if choice.quiet { "for-listeners" } else { "" };
    let hint_id = (!choice.hint.is_empty()).then(|| [&id, "-hint"].concat());
    el(
        "fieldset",
        if choice.stacked {
            "choice stacked"
        } else {
            "choice"
        },
    )
    .maybe_attr("aria-describedby", hint_id.clone())
    .child(el("legend", legend).text(choice.legend))
    .maybe_child(hint_id.map(|id| el("p", "hint").attr("id", id).text(choice.hint)))
    .child(options)
}
