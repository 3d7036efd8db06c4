//! Summary of the fields with errors that block a step.

use super::props::StepProps;
use super::step::Step;
use crate::draft::FieldProblem;
use crate::widget::element::{Element, el, reveal};
use yew::prelude::*;

/// Fields with errors, each with a link. `here` is the index of the current step; `on_go` is called
/// with that of the step to go to.
pub fn error_summary(
    props: &StepProps,
    problems: &[FieldProblem],
    here: usize,
    summary: &NodeRef,
    on_go: &Callback<usize>,
) -> Element {
    let StepProps { terms, speech, .. } = props;
    let fields = problems.iter().map(|problem| {
        let (step, field, key) = place(*problem);
        let there = step.index(terms);
        let on_click = {
            let (summary, on_go) = (summary.clone(), on_go.clone());
            Callback::from(move |()| {
                if there != here {
                    on_go.emit(there);
                } else if let Some(field) = summary
                    .cast::<web_sys::Element>()
                    .and_then(|summary| summary.parent_element())
                    .and_then(|parent| parent.query_selector(&["#", &field].concat()).ok()?)
                {
                    reveal(field);
                }
            })
        };
        let words = [speech.get_for("step.{}", step.name()), speech.get(key)].join(": ");
        let button = el("button", "quiet")
            .attr("type", "button")
            .on_click(&on_click)
            .text(words);
        el("li", "").child(button)
    });
    el("div", "note mend")
        .attr("role", "group")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "mend-title")
        .node_ref(summary)
        .child(
            el("h3", "")
                .attr("id", "mend-title")
                .message(speech, "problem.title"),
        )
        .child(el("ul", "").children(fields))
}

/// Returns the step and the id of the field with an error, and the key of its message.
pub fn place(problem: FieldProblem) -> (Step, String, &'static str) {
    match problem {
        FieldProblem::Count(wish) => (Step::Wishes, format!("wish-{wish}-count"), "problem.count"),
        FieldProblem::Name(wish) => (Step::Wishes, format!("wish-{wish}-name"), "problem.name"),
        FieldProblem::Weeks => (Step::Date, "date-text".to_owned(), "problem.when"),
        FieldProblem::Date => (Step::Date, "date-text".to_owned(), "problem.date"),
        FieldProblem::Amount => (Step::Budget, "budget-amount".to_owned(), "problem.amount"),
        FieldProblem::Currency => (Step::Budget, "budget-amount".to_owned(), "problem.currency"),
        FieldProblem::Tax => (Step::Budget, "budget-amount".to_owned(), "problem.tax"),
        FieldProblem::Rate => (Step::Budget, "budget-rate".to_owned(), "problem.rate"),
        FieldProblem::Hours => (Step::Budget, "budget-hours".to_owned(), "problem.hours"),
        FieldProblem::Months => (Step::Budget, "budget-months".to_owned(), "problem.months"),
    }
}
