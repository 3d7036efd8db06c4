//! A field to type a number or a name into, with its label, hint and problem.

use crate::config::limits::CHARACTERS;
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// A field to type into.
#[derive(Default)]
pub struct Field {
    /// Its name among the fields of the calculator.
    pub id: String,
    /// What is typed.
    pub label: String,
    /// What was typed.
    pub value: String,
    /// What stands behind it, such as a unit or "without tax".
    pub suffix: String,
    /// Whether it is a number.
    pub numeric: bool,
    /// Whether it is a date, for which browsers have a field of their own.
    pub date: bool,
    /// What is wrong with what was typed.
    pub problem: Option<String>,
    /// Called with what was typed.
    pub on_input: Callback<String>,
}

/// A field to type into.
pub fn field(field: Field) -> Element {
    let problem_id = field.problem.as_ref().map(|_| problem_id(&field.id));
    let class = if field.numeric || field.date {
        "field numeric"
    } else {
        "field"
    };
    let label = el("label", "")
        .attr("for", field.id.clone())
        .text(field.label);
    let input = el("input", "")
        .attr("id", field.id)
        .attr("type", if field.date { "date" } else { "text" })
        .value(field.value.into())
        .on_input(&field.on_input)
        .attr("autocomplete", "off")
        .attr("maxlength", CHARACTERS.to_string())
        .maybe_attr("inputmode", field.numeric.then_some("decimal"));
    let suffix = (!field.suffix.is_empty()).then(|| el("span", "suffix").text(field.suffix));
    el("div", class)
        .child(label)
        .child(
            el("div", "entry")
                .child(wrong(input, problem_id.as_ref()))
                .maybe_child(suffix),
        )
        .maybe_child(problem_id.zip(field.problem).map(problem))
}

/// The name of what is wrong with a field.
pub fn problem_id(field: &str) -> String {
    [field, "-problem"].concat()
}

/// A field that says to those who listen where it is told what is wrong with it.
pub fn wrong(input: Element, problem_id: Option<&String>) -> Element {
    input
        .maybe_attr("aria-invalid", problem_id.map(|_| "true"))
        .maybe_attr("aria-describedby", problem_id.cloned())
}

/// What is wrong with a field, under its name.
pub fn problem((id, problem): (String, String)) -> Element {
    el("p", "problem").attr("id", id).text(problem)
}
