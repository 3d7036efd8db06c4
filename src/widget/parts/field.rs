//! Field for a number, a name or a date, with its label and its error message.

use crate::config::limits::CHARACTERS;
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Field for a number, a name or a date.
#[derive(Default)]
pub struct InputField {
    /// Identifier, unique in the calculator.
    pub id: String,
    /// Label.
    pub label: String,
    /// Text of the field.
    pub value: String,
    /// Words after the field, such as "excl. tax"; empty for none.
    pub suffix: String,
    /// Examples below the field; empty for none.
    pub hint: String,
    /// Interpretation of the text, in place of the examples.
    pub echo: Option<String>,
    /// `true` for a number.
    pub numeric: bool,
    /// `true` for a date, which has a native field.
    pub date: bool,
    /// Error message, if the text of the field cannot be understood.
    pub problem: Option<String>,
    /// Called with the text of the field.
    pub on_input: Callback<String>,
}

/// Field with its label and its error message.
pub fn field(field: InputField) -> Element {
    let problem_id = field.problem.as_ref().map(|_| problem_id(&field.id));
    let hint_id = (!field.hint.is_empty()).then(|| [&field.id, "-hint"].concat());
    let class = if field.numeric || field.date {
        "field numeric"
    } else {
        "field"
    };
    let label = el("label", "")
        .attr("for", field.id.clone())
        .text(field.label);
    let typed: AttrValue = field.value.into();
    let input = el("input", "")
        .attr("id", field.id)
        .attr("type", if field.date { "date" } else { "text" })
        .value(typed.clone())
        .on_input(&field.on_input)
        .attr("autocomplete", "off")
        .attr("maxlength", CHARACTERS.to_string())
        .maybe_attr("inputmode", field.numeric.then_some("decimal"));
    let suffix = (!field.suffix.is_empty()).then(|| el("span", "suffix").text(field.suffix));
    // A visitor who pauses is told what was understood, or the error. Until then the hint takes the
    // place of the error message. With each letter both are new, and the pause begins again.
    let is_wrong = problem_id.is_some();
    let hint = hint_id.as_ref().map(|id| {
        let (class, text) = match field.echo {
            _ if is_wrong => ("hint under", field.hint),
            Some(echo) => ("echo", ["= ", &echo].concat()),
            None => ("hint", field.hint),
        };
        let hint = el("div", class)
            .attr("id", id.clone())
            .attr("aria-live", "polite")
            .text(text);
        if is_wrong { hint.key(&*typed) } else { hint }
    });
    let input = input.maybe_attr("aria-describedby", hint_id);
    let entry = el("div", "entry")
        .child(wrong(input, problem_id.as_ref()))
        .maybe_child(suffix);
    let problem = problem_id.zip(field.problem);
    let problem = problem.map(|said| self::problem(said).key(&*typed));
    el("div", class)
        .child(label)
        .child(entry)
        .child(el("div", "below").maybe_child(hint).maybe_child(problem))
}

/// Returns the id of the error message of a field.
pub fn problem_id(field: &str) -> String {
    [field, "-problem"].concat()
}

/// Refers screen readers from an input to its error message, if there is one.
pub fn wrong(input: Element, problem_id: Option<&String>) -> Element {
    input
        .maybe_attr("aria-invalid", problem_id.map(|_| "true"))
        .maybe_attr("aria-describedby", problem_id.cloned())
}

/// Error message of a field, given its id and text.
pub fn problem((id, problem): (String, String)) -> Element {
    el("p", "problem").attr("id", id).text(problem)
}
