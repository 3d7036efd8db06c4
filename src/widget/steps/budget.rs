//! Step about the budget: a deal, and its amount, rate or hours.

use super::more::Folds;
use super::props::StepProps;
use crate::draft::{BudgetKind, DraftBudget, FieldProblem};
use crate::engine::Topic;
use crate::i18n::{amount, key};
use crate::widget::element::{Element, el, group};
use crate::widget::parts::{Choice, InputField, choice, field, options, range_note};

/// Asks for the kind of budget and what belongs to it. A gift and another rate than the shop's are rare.
pub fn budget_step(props: &StepProps, folds: &Folds) -> Element {
    let speech = &props.speech;
    let budget = &props.draft.budget;
    let mut fold = folds.fold("budget");
    let is_gift = budget.kind == Some(BudgetKind::Gift);
    let is_gift_open = fold.is_open("gift", is_gift || props.asked.contains(&Topic::GiftHours));
    let (often, gift) = BudgetKind::NAMES.split_at(BudgetKind::NAMES.len() - 1);
    let kinds = kinds(
        props,
        if is_gift_open {
            &BudgetKind::NAMES
        } else {
            often
        },
    );
    let amount = budget.kind.filter(|kind| *kind != BudgetKind::Gift);
    let amount = amount.map(|kind| {
        let label = key("budget.{}.field", kind.name());
        field(InputField {
            suffix: amount::tax(speech, &props.terms).unwrap_or_default(),
            ..number(
                props,
                "budget-amount",
                &label,
                FieldProblem::Amount,
                "problem.amount",
                |budget| &mut budget.amount,
            )
        })
    });
    let note = amount.as_ref().map(|_| range_note(speech, &budget.amount));
    let rate = (budget.kind == Some(BudgetKind::Hourly)).then(|| {
        let rate = field(InputField {
            suffix: amount::tax(speech, &props.terms).unwrap_or_default(),
            ..number(
                props,
                "budget-rate",
                "budget.rate",
                FieldProblem::Rate,
                "problem.rate",
                |budget| &mut budget.rate,
            )
        });
        fold.put("rate", !budget.rate.is_empty(), rate)
    });
    let given = is_gift.then(|| {
        let hours = number(
            props,
            "budget-hours",
            "budget.gift.field",
            FieldProblem::Hours,
            "problem.hours",
            |budget| &mut budget.hours,
        );
        let months = number(
            props,
            "budget-months",
            "budget.gift.months",
            FieldProblem::Months,
            "problem.months",
            |budget| &mut budget.months,
        );
        el("div", "").child(field(hours)).child(field(months))
    });
    let gift = el("div", "").maybe_child((!is_gift_open).then(|| self::kinds(props, gift)));
    let gift = fold.put("gift", false, gift.maybe_child(given));
    group()
        .child(kinds)
        .maybe_child(amount)
        .maybe_child(note.flatten())
        .maybe_child(rate.flatten())
        .maybe_child(gift)
        .maybe_child(fold.closed(speech))
}

/// Choice of some of the deals.
fn kinds(props: &StepProps, names: &[&'static str]) -> Element {
    let speech = &props.speech;
    choice(Choice {
        id: "budget".to_owned(),
        legend: speech.say("budget.legend"),
        quiet: true,
        options: options(speech, "budget.{}", names),
        chosen: props.draft.budget.kind.map_or("", BudgetKind::name).into(),
        on_select: props.choose(|draft, id| {
            draft.budget.kind = BudgetKind::from_name(id);
        }),
        ..Choice::default()
    })
}

/// Field for a number of the budget.
fn number(
    props: &StepProps,
    id: &str,
    label: &str,
    problem: FieldProblem,
    key: &str,
    place: fn(&mut DraftBudget) -> &mut String,
) -> InputField {
    let currency = [("currency", props.terms.currency.as_str())];
    let mut budget = props.draft.budget.clone();
    InputField {
        id: id.to_owned(),
        label: props.speech.with(label, &currency),
        value: place(&mut budget).clone(),
        numeric: true,
        problem: props.problem(problem, key),
        on_input: props.edit(move |draft, typed| *place(&mut draft.budget) = typed),
        ..InputField::default()
    }
}
