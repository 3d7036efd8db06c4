//! Card of one wish: its name, its priority, and how many of it.

use super::props::StepProps;
use crate::draft::{DraftWish, FieldProblem};
use crate::engine::{Priority, Size, Want};
use crate::i18n::speak;
use crate::widget::element::{Element, el};
use crate::widget::parts::{Choice, InputField, choice, field, icon, options};
use yew::prelude::*;

/// Card of the wish at an index.
pub fn card(step: &StepProps, index: usize, wish: &DraftWish) -> Element {
    let answers = el("div", "wish-answers")
        .child(priority(step, index, wish))
        .child(count(step, index, wish))
        .maybe_child(purpose(step, index, wish));
    el("li", "wish")
        .key(index)
        .child(head(step, index, wish))
        .maybe_child(own_name(step, index, wish))
        .maybe_child(own_size(step, index, wish))
        .child(answers)
}

/// Returns the id of a part of a card, as fields to mend are found by.
fn id(index: usize, part: &str) -> String {
    ["wish-", &index.to_string(), part].concat()
}

/// Name of the wish, with a button that removes it.
fn head(step: &StepProps, index: usize, wish: &DraftWish) -> Element {
    let speech = &step.speech;
    let name = speak::wish(speech, &step.terms, &wish.want);
    let on_remove = step.edit(move |draft, ()| {
        if index < draft.wishes.len() {
            draft.wishes.remove(index);
        }
    });
    let label = speech.with("wishes.remove", &[("name", &name)]);
    let remove = el("button", "remove")
        .attr("type", "button")
        .on_click(&on_remove)
        .attr("aria-label", label)
        .child(icon("", "M6 6l12 12M18 6L6 18"));
    el("div", "wish-head")
        .child(el("h3", "").text(name))
        .child(remove)
}

/// Name of a wish that is not for a service.
fn own_name(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let name = match &wish.want {
        Want::Service { .. } => return None,
        Want::Sized { name, .. } | Want::Estimated { name, .. } => name,
    };
    Some(field(InputField {
        id: id(index, "-name"),
        label: step.speech.say("wishes.own-name"),
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
        legend: speech.say("wishes.own-size"),
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

/// Priority of the wish.
fn priority(step: &StepProps, index: usize, wish: &DraftWish) -> Element {
    let speech = &step.speech;
    choice(Choice {
        id: id(index, "-priority"),
        legend: speech.say("wishes.priority"),
        options: options(speech, "priority.{}", &Priority::NAMES),
        chosen: wish.priority.name().into(),
        on_select: on_select(step, index, |wish, id| {
            wish.priority = Priority::from_name(id).unwrap_or(wish.priority);
        }),
        ..Choice::default()
    })
}

/// Number of times that the wish is wanted.
fn count(step: &StepProps, index: usize, wish: &DraftWish) -> Element {
    field(InputField {
        id: id(index, "-count"),
        label: step.speech.say("wishes.count"),
        value: wish.count.clone(),
        numeric: true,
        problem: step.problem(FieldProblem::Count(index), "problem.count"),
        on_input: on_input(step, index, |wish, typed| wish.count = typed),
        ..InputField::default()
    })
}

/// Choice of whether the wish serves the purpose, if there is one.
fn purpose(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let purpose = step.draft.purpose.as_ref()?;
    let speech = &step.speech;
    let serves = wish
        .serves_purpose
        .unwrap_or_else(|| serves(step, wish, purpose));
    Some(choice(Choice {
        id: id(index, "-serves"),
        legend: speech.say("wishes.serves"),
        options: options(speech, "answer.{}", &["yes", "no"]),
        chosen: if serves { "yes" } else { "no" }.into(),
        on_select: on_select(step, index, |wish, id| {
            wish.serves_purpose = Some(id == "yes");
        }),
        ..Choice::default()
    }))
}

/// Returns `true` if a wish serves a purpose by the terms of the shop.
fn serves(step: &StepProps, wish: &DraftWish, purpose: &String) -> bool {
    match &wish.want {
        Want::Service { service } => {
            let serves = step
                .terms
                .service(service)
                .and_then(|service| service.serves.as_ref());
            serves.is_none_or(|serves| serves.contains(purpose))
        }
        Want::Sized { .. } | Want::Estimated { .. } => true,
    }
}

/// Callback that changes the wish at an index by the text of a field.
fn on_input(step: &StepProps, index: usize, apply: fn(&mut DraftWish, String)) -> Callback<String> {
    step.edit(move |draft, typed: String| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, typed);
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
