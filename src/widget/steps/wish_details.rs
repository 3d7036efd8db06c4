//! Details of a wish: its own name and size, its count, its priority, and rarer answers.

use super::props::StepProps;
use crate::draft::{DraftWish, FieldProblem};
use crate::engine::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::engine::{Costs, Priority, Service, Size, Want};
use crate::widget::element::{Element, component, el};
use crate::widget::parts::{
    Choice, InputField, NumberField, NumberFieldProps, choice, field, options,
};
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Priorities that a row has at hand; all of them are among its details.
pub const AT_HAND: [Priority; 2] = [Priority::Must, Priority::Should];

/// Details of the wish at an index.
pub fn details(step: &StepProps, index: usize, wish: &DraftWish, name: &str) -> Element {
    el("div", "wish-details")
        .maybe_child(own_name(step, index, wish))
        .maybe_child(own_size(step, index, wish))
        .maybe_child(count(step, index, wish))
        .child(priority(step, index, wish, &Priority::ALL, name))
        .maybe_child(purpose(step, index, wish))
        .maybe_child(like(step, index, wish))
        .maybe_child(lasts(step, index, wish))
        .maybe_child(costs(step, index, wish))
}

/// Returns the id of a part of a wish, to which errors link.
fn id(index: usize, part: &str) -> String {
    ["wish-", &index.to_string(), part].concat()
}

/// Name of a wish that is not for a service.
fn own_name(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let name = match &wish.want {
        Want::Service { .. } => return None,
        Want::Sized { name, .. } | Want::Estimated { name, .. } => name,
    };
    Some(field(InputField {
        id: id(index, "-name"),
        label: step.speech.get("wishes.own-name"),
        value: name.clone(),
        problem: step.problem(FieldProblem::Name(index), "problem.name"),
        on_input: on_input(step, index, |wish, typed| match &mut wish.want {
            Want::Sized { name, .. } | Want::Estimated { name, .. } => *name = typed,
            Want::Service { .. } => {}
        }),
        ..InputField::default()
    }))
}

/// Size of a wish that is neither for a service nor estimated.
fn own_size(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let Want::Sized { size, .. } = &wish.want else {
        return None;
    };
    let speech = &step.speech;
    Some(choice(Choice {
        id: id(index, "-size"),
        legend: speech.get("wishes.own-size"),
        options: options(speech, "size.{}", &Size::NAMES),
        chosen: size.name().into(),
        on_select: on_select(step, index, |wish, id| {
            let size = Size::from_name(id);
            if let (Some(chosen), Want::Sized { size, .. }) = (size, &mut wish.want) {
                *size = chosen;
            }
        }),
        ..Choice::default()
    }))
}

/// Priority of the wish, one of some.
pub fn priority(
    step: &StepProps,
    index: usize,
    wish: &DraftWish,
    some: &[Priority],
    name: &str,
) -> Element {
    let speech = &step.speech;
    let names: Vec<&'static str> = some.iter().map(|priority| priority.name()).collect();
    choice(Choice {
        id: id(index, "-priority"),
        legend: speech.format("wishes.matters", &[("name", name)]),
        quiet: some.len() == AT_HAND.len(),
        options: options(speech, "priority.{}", &names),
        chosen: wish.priority.name().into(),
        on_select: on_select(step, index, |wish, id| {
            wish.priority = Priority::from_name(id).unwrap_or(wish.priority);
        }),
        ..Choice::default()
    })
}

/// Count of the wish, if it is counted or has an answer.
fn count(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let unit = unit(step, wish);
    if unit.is_none() && wish.count == "1" {
        return None;
    }
    Some(field(InputField {
        id: id(index, "-count"),
        label: step.speech.get("wishes.count"),
        value: wish.count.clone(),
        suffix: unit.unwrap_or_default().to_owned(),
        numeric: true,
        problem: step.problem(FieldProblem::Count(index), "problem.count"),
        on_input: on_input(step, index, |wish, typed| wish.count = typed),
        ..InputField::default()
    }))
}

/// Checkbox for serving the purpose, if there is one.
fn purpose(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let purpose = step.draft.purpose.as_ref()?;
    let speech = &step.speech;
    let serves = wish
        .serves_purpose
        .unwrap_or_else(|| serves(step, wish, purpose));
    Some(choice(Choice {
        id: id(index, "-serves"),
        legend: speech.get("wishes.serves"),
        options: options(speech, "answer.{}", &["yes", "no"]),
        chosen: if serves { "yes" } else { "no" }.into(),
        on_select: on_select(step, index, |wish, id| {
            wish.serves_purpose = Some(id == "yes");
        }),
        ..Choice::default()
    }))
}

/// Model for a wish of the visitor's own.
fn like(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    if matches!(wish.want, Want::Service { .. }) && wish.like.is_empty() {
        return None;
    }
    Some(field(InputField {
        id: id(index, "-like"),
        label: step.speech.get("wishes.like"),
        value: wish.like.clone(),
        on_input: on_input(step, index, |wish, typed| wish.like = typed),
        ..InputField::default()
    }))
}

/// Least duration of a wish, as the shop knows it.
fn lasts(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    if step.audience == Audience::Visitor && wish.least_weeks.is_none() {
        return None;
    }
    let lasts = NumberFieldProps {
        problem: step.speech.get("problem.weeks"),
        range: 0.0..=MOST_WEEKS,
        on_change: on_change(step, index, |wish, weeks| wish.least_weeks = weeks),
        ..number(
            step,
            index,
            "-weeks",
            "wishes.least-weeks",
            wish.least_weeks,
        )
    };
    Some(el("div", "").node(component::<NumberField>(lasts)))
}

/// Third-party charges for a wish, as the shop knows them.
fn costs(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    if step.audience == Audience::Visitor && wish.costs.is_none() {
        return None;
    }
    let once = wish.costs.map(|costs| costs.once);
    let monthly = wish.costs.map(|costs| costs.monthly);
    let once = NumberFieldProps {
        on_change: on_change(step, index, |wish, once| {
            charge(wish, once, |costs| &mut costs.once)
        }),
        ..number(step, index, "-once", "wishes.costs.once", once)
    };
    let monthly = NumberFieldProps {
        on_change: on_change(step, index, |wish, monthly| {
            charge(wish, monthly, |costs| &mut costs.monthly);
        }),
        ..number(step, index, "-monthly", "wishes.costs.monthly", monthly)
    };
    Some(
        el("div", "")
            .node(component::<NumberField>(once))
            .node(component::<NumberField>(monthly)),
    )
}

/// Writes a part of the third-party charges into a wish. Two zeros count as no answer.
fn charge(wish: &mut DraftWish, value: Option<f64>, place: fn(&mut Costs) -> &mut f64) {
    let mut costs = wish.costs.unwrap_or_default();
    *place(&mut costs) = value.unwrap_or_default();
    wish.costs = (costs != Costs::default()).then_some(costs);
}

/// Field for an amount of money, without its callback. A zero counts as empty.
fn number(
    step: &StepProps,
    index: usize,
    part: &str,
    key: &str,
    value: Option<f64>,
) -> NumberFieldProps {
    let currency = [("currency", step.terms.currency.as_str())];
    NumberFieldProps {
        speech: step.speech.clone(),
        language: step.language.clone(),
        terms: step.terms.clone(),
        id: id(index, part),
        label: step.speech.format(key, &currency),
        suffix: String::new(),
        value: value.filter(|value| *value > 0.0),
        range: 0.0..=MOST_MONEY,
        problem: step.speech.get("problem.amount"),
        on_change: Callback::noop(),
    }
}

/// Returns `true` if a wish serves a purpose by the terms of the shop.
fn serves(step: &StepProps, wish: &DraftWish, purpose: &str) -> bool {
    match &wish.want {
        Want::Service { service } => {
            let service = step.terms.service(service);
            service.is_none_or(|service| does_serve(service, purpose))
        }
        Want::Sized { .. } | Want::Estimated { .. } => true,
    }
}

/// Returns `true` if a service serves a purpose.
pub fn does_serve(service: &Service, purpose: &str) -> bool {
    let serves = service.serves.as_ref();
    serves.is_none_or(|serves| serves.iter().any(|served| served == purpose))
}

/// Callback that changes the wish at an index by the text of a field.
fn on_input(step: &StepProps, index: usize, apply: fn(&mut DraftWish, String)) -> Callback<String> {
    step.edit(move |draft, typed: String| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, typed);
        }
    })
}

/// Callback that changes the wish at an index by the number of a field.
fn on_change(
    step: &StepProps,
    index: usize,
    apply: fn(&mut DraftWish, Option<f64>),
) -> Callback<Option<f64>> {
    step.edit(move |draft, value: Option<f64>| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, value);
        }
    })
}

/// Callback that changes the wish at an index by the value of a choice.
fn on_select(
    step: &StepProps,
    index: usize,
    apply: fn(&mut DraftWish, &str),
) -> Callback<AttrValue> {
    step.edit(move |draft, id: AttrValue| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, &id);
        }
    })
}

/// Returns the unit in which the service of a wish is counted, if any.
pub fn unit<'a>(step: &'a StepProps, wish: &DraftWish) -> Option<&'a str> {
    match &wish.want {
        Want::Service { service } => {
            let unit = step.terms.service(service)?.unit.as_ref()?;
            Some(step.speech.text(unit))
        }
        Want::Sized { .. } | Want::Estimated { .. } => None,
    }
}
