//! Step about the budget: a deal, and its amount, rate or hours.

use super::props::StepProps;
use crate::draft::{BudgetKind, FieldProblem};
use crate::i18n::{amount, key};
use crate::widget::element::Element;
use crate::widget::parts::{Choice, InputField, choice, field, options, range_note};

/// Asks for the kind of budget and what belongs to it.
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
    let amount = budget.kind.filter(|kind| *kind != BudgetKind::Gift);
    let amount = amount.map(|kind| {
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
    let rate = (budget.kind == Some(BudgetKind::Hourly)).then(|| {
        field(InputField {
            id: "budget-rate".to_owned(),
            label: speech.with("budget.rate", &[("currency", &props.terms.currency)]),
            value: budget.rate.clone(),
            suffix: amount::tax(speech, &props.terms).unwrap_or_default(),
            numeric: true,
            problem: props.problem(FieldProblem::Rate, "problem.rate"),
            on_input: props.edit(|draft, typed| draft.budget.rate = typed),
            ..InputField::default()
        })
    });
    let is_gift = budget.kind == Some(BudgetKind::Gift);
    let hours = is_gift.then(|| {
        field(InputField {
            id: "budget-hours".to_owned(),
            label: speech.say("budget.gift.field"),
            value: budget.hours.clone(),
            numeric: true,
            problem: props.problem(FieldProblem::Hours, "problem.hours"),
            on_input: props.edit(|draft, typed| draft.budget.hours = typed),
            ..InputField::default()
        })
    });
    let months = is_gift.then(|| {
        field(InputField {
            id: "budget-months".to_owned(),
            label: speech.say("budget.gift.months"),
            value: budget.months.clone(),
            numeric: true,
            problem: props.problem(FieldProblem::Months, "problem.months"),
            on_input: props.edit(|draft, typed| draft.budget.months = typed),
            ..InputField::default()
        })
    });
    let note = amount.as_ref().map(|_| range_note(speech, &budget.amount));
    step.child(kinds)
        .maybe_child(amount)
        .maybe_child(rate)
        .maybe_child(hours)
        .maybe_child(months)
        .maybe_child(note.flatten())
}
