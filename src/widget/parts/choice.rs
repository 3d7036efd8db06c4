//! Choice of one option: a segmented control if its labels are short, otherwise radio buttons.

use crate::i18n::Words;
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Choice of one option.
#[derive(Default)]
pub struct Choice {
    /// Name of its radio buttons, unique in the calculator.
    pub id: String,
    /// Legend.
    pub legend: String,
    /// Hint below the legend; empty for none.
    pub hint: String,
    /// `true` to leave the legend to screen readers, because a heading has it.
    pub quiet: bool,
    /// `true` to put the options one below the other instead of side by side.
    pub stacked: bool,
    /// Values of the options with their labels.
    pub options: Vec<(AttrValue, String)>,
    /// Outcomes of the options, as far as they are known.
    pub outcomes: Vec<Outcome>,
    /// Value of the chosen option; empty for none.
    pub chosen: AttrValue,
    /// Called with the value of an option when it is chosen.
    pub on_select: Callback<AttrValue>,
}

/// Outcome of an option, shown in its button before it is chosen.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    /// Value of the option.
    pub value: AttrValue,
    /// Outcome in words, such as "about 9 in 10".
    pub words: String,
    /// `true` if the shop would say yes.
    pub is_yes: bool,
}

/// Returns values with the messages of a key such as `priority.{}`.
pub fn options(words: &Words, key: &str, ids: &[&'static str]) -> Vec<(AttrValue, String)> {
    ids.iter()
        .map(|id| (AttrValue::Static(id), words.get_for(key, id)))
        .collect()
}

/// Choice of one option.
pub fn choice(choice: Choice) -> Element {
    let Choice { id, on_select, .. } = choice;
    let shape = if choice.stacked {
        "options"
    } else {
        shape(&choice.options)
    };
    let options = choice.options.into_iter().map(|(value, label)| {
        let is_chosen = value == choice.chosen;
        let (chosen, on_select) = (value.clone(), on_select.clone());
        let mut outcomes = choice.outcomes.iter();
        let outcome = outcomes.find(|outcome| outcome.value == value);
        // A description rather than part of the name: voice control must find "Yes" by its name
        // alone.
        let outcome_id = outcome.map(|_| [&id, "-", &value, "-outcome"].concat());
        let outcome = outcome.zip(outcome_id.clone()).map(|(outcome, id)| {
            let class = if outcome.is_yes {
                "outcome yes"
            } else {
                "outcome"
            };
            el("small", class)
                .attr("id", id)
                .attr("aria-hidden", "true")
                .attr("translate", "no")
                .text(outcome.words.clone())
        });
        let input = el("input", "")
            .attr("type", "radio")
            .attr("name", id.clone())
            .value(value.clone())
            .checked(is_chosen)
            .maybe_attr("aria-describedby", outcome_id)
            .on_change(&Callback::from(move |()| on_select.emit(chosen.clone())));
        el("label", "option")
            .key(&*value)
            .child(input)
            .child(el("span", "").text(label).maybe_child(outcome))
    });
    let options = el("div", shape).children(options);
    let legend = if choice.quiet { "for-listeners" } else { "" };
    let hint_id = (!choice.hint.is_empty()).then(|| [&id, "-hint"].concat());
    let class = if choice.stacked {
        "choice stacked"
    } else {
        "choice"
    };
    el("fieldset", class)
        .maybe_attr("aria-describedby", hint_id.clone())
        .child(el("legend", legend).text(choice.legend))
        .maybe_child(hint_id.map(|id| el("p", "hint").attr("id", id).text(choice.hint)))
        .child(options)
}

/// Returns the layout of options: segments, two columns, or a list. The lengths are those that fit
/// into a column of a phone.
fn shape(options: &[(AttrValue, String)]) -> &'static str {
    let longest = options.iter().map(|(_, label)| width(label)).max();
    match (options.len(), longest.unwrap_or_default()) {
        (2, ..=20) => "options segment two",
        (3, ..=12) => "options segment three",
        (4, ..=20) => "options segment two",
        _ => "options",
    }
}

/// Returns the width of a text in letters; those of East Asia count twice.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| if c < '\u{2e80}' { 1 } else { 2 })
        .sum()
}
