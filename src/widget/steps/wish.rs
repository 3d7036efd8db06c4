//! Card of one wish: its name, its priority, and how many of it.

use super::more::{Fold, Folds};
use super::props::StepProps;
use crate::draft::{DraftWish, FieldProblem};
use crate::engine::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::engine::{Costs, Priority, Size, Want};
use crate::i18n::speak;
use crate::widget::element::{Element, component, el};
use crate::widget::parts::{
    Choice, InputField, NumberField, NumberFieldProps, choice, field, icon, options,
};
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Card of the wish at an index.
pub fn card(step: &StepProps, folds: &Folds, index: usize, wish: &DraftWish) -> Element {
    let mut fold = folds.fold(id(index, ""));
    let like = like(step, index, wish, &mut fold);
    let lasts = lasts(step, index, wish, &mut fold);
    let costs = costs(step, index, wish, &mut fold);
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
        .maybe_child(like)
        .maybe_child(lasts)
        .maybe_child(costs)
        .maybe_child(fold.closed(&step.speech))
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

/// What a wish of one's own should be like.
fn like(step: &StepProps, index: usize, wish: &DraftWish, fold: &mut Fold) -> Option<Element> {
    let is_said = !wish.like.is_empty();
    if matches!(wish.want, Want::Service { .. }) && !is_said {
        return None;
    }
    let like = field(InputField {
        id: id(index, "-like"),
        label: step.speech.say("wishes.like"),
        value: wish.like.clone(),
        on_input: on_input(step, index, |wish, typed| wish.like = typed),
        ..InputField::default()
    });
    fold.put("like", is_said, like)
}

/// Weeks that a wish lasts at least, of which the shop knows.
fn lasts(step: &StepProps, index: usize, wish: &DraftWish, fold: &mut Fold) -> Option<Element> {
    let is_said = wish.least_weeks.is_some();
    if step.audience == Audience::Visitor && !is_said {
        return None;
    }
    let lasts = NumberFieldProps {
        problem: step.speech.say("problem.weeks"),
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
    let lasts = el("div", "").node(component::<NumberField>(lasts));
    fold.put("weeks", is_said, lasts)
}

/// Charges of others for a wish, of which the shop knows.
fn costs(step: &StepProps, index: usize, wish: &DraftWish, fold: &mut Fold) -> Option<Element> {
    let is_said = wish.costs.is_some();
    if step.audience == Audience::Visitor && !is_said {
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
    let costs = el("div", "")
        .node(component::<NumberField>(once))
        .node(component::<NumberField>(monthly));
    fold.put("costs", is_said, costs)
}

/// Writes a part of what others charge into a wish. Nothing and nothing is not said.
fn charge(wish: &mut DraftWish, value: Option<f64>, place: fn(&mut Costs) -> &mut f64) {
    let mut costs = wish.costs.unwrap_or_default();
    *place(&mut costs) = value.unwrap_or_default();
    wish.costs = (costs != Costs::default()).then_some(costs);
}

/// Field for an amount of money, whose callback is still to be set. A zero is as good as nothing.
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
        id: id(index, part),
        label: step.speech.with(key, &currency),
        suffix: String::new(),
        value: value.filter(|value| *value > 0.0),
        range: 0.0..=MOST_MONEY,
        problem: step.speech.say("problem.amount"),
        on_change: Callback::noop(),
    }
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
