//! Step about the budget.

use super::props::StepProps;
use crate::draft::{BudgetKind, FieldProblem};
use crate::i18n::{amount, key};
use crate::widget::element::Element;
use crate::widget::parts::{Choice, InputField, choice, field, options, range_note};

/// Asks for the kind of budget and its amount.
pub fn budget_step(props: &StepProps, step: Element) -> Element {
    let speech = &props.speech;
    let budget = &props.draft.budget;
    let kinds = choice(Choice {
        id: "budget".to_owned(),
        legend: speech.say("budget.legend"),
        quiet: true,
        options: options(speech, "budget.{}", &BudgetKind::NAMES),
        chosen: budget.kind.map_or("", BudgetKind::name).into(),
        on_select: props.choose(|draft, id| {
            draft.budget.kind = BudgetKind::from_name(id);
        }),
        ..Choice::default()
    });
    let amount = budget.kind.map(|kind| {
        let label = key("budget.{}.field", kind.name());
        field(InputField {
            id: "budget-amount".to_owned(),
            label: speech.with(&label, &[("currency", &props.terms.currency)]),
            value: budget.amount.clone(),
            suffix: amount::tax(speech, &props.terms).unwrap_or_default(),
            numeric: true,
            problem: props.problem(FieldProblem::Amount, "problem.amount"),
            on_input: props.edit(|draft, typed| draft.budget.amount = typed),
            ..InputField::default()
        })
    });
    let note = budget.kind.map(|_| range_note(speech, &budget.amount));
    step.child(kinds)
        .maybe_child(amount)
        .maybe_child(note.flatten())
}
