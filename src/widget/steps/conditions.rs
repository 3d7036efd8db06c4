//! Step about the conditions of working together.

use super::ask::{ask_in_step, is_answered};
use super::more::Folds;
use super::ours::{ours, so_far};
use super::props::StepProps;
use crate::engine::{Pay, Topic};
use crate::widget::element::{Element, el, group};
use crate::widget::parts::{Choice, choice};
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Conditions that are asked where they are worth it.
const FOLDED: [Topic; 5] = [
    Topic::Depends,
    Topic::GoBetween,
    Topic::Rounds,
    Topic::Pay,
    Topic::Costs,
];

/// Numbers of stages to choose from: those that offers are made of.
const STAGES: [u32; 4] = [2, 3, 4, 6];

/// Asks about the conditions; of the shop also what only it knows.
pub fn conditions_step(props: &StepProps, folds: &Folds) -> Element {
    let is_shop = props.audience == Audience::Shop;
    let mut fold = folds.fold("conditions");
    let topics = Topic::CONDITIONS.into_iter().chain([
        Topic::Rounds,
        Topic::Pay,
        Topic::Costs,
        Topic::Relationship,
    ]);
    let mut open: Vec<Element> = Vec::new();
    for topic in topics {
        let question = ask_in_step(topic, props);
        if !FOLDED.contains(&topic) {
            open.push(question);
            continue;
        }
        let worth_it = props.asked.contains(&topic) || is_answered(topic, &props.draft);
        open.extend(fold.put(topic.name(), worth_it, question));
        if topic == Topic::Pay {
            let stages = stages(props);
            open.extend(stages.and_then(|stages| fold.put(topic.name(), false, stages)));
        }
    }
    open.extend(is_shop.then(|| ask_in_step(Topic::CashNeeded, props)));
    group()
        .child(el("div", "questions-list").children(open))
        .maybe_child(fold.closed(&props.speech))
        .maybe_child(is_shop.then(|| ours(props, folds)))
        .maybe_child(is_shop.then(|| so_far(props, folds)))
}

/// Number of stages, where it is paid in some.
fn stages(props: &StepProps) -> Option<Element> {
    let Some(Pay::Stages(chosen)) = props.draft.pay else {
        return None;
    };
    let mut numbers = STAGES.to_vec();
    if !numbers.contains(&chosen) {
        numbers.push(chosen);
    }
    let options = numbers.iter().map(|stages| {
        let said = props.speech.number(f64::from(*stages), 0);
        (AttrValue::from(stages.to_string()), said)
    });
    let on_select = props.edit(|draft, stages: AttrValue| {
        draft.pay = stages.parse().ok().map(Pay::Stages).or(draft.pay);
    });
    let choice = choice(Choice {
        id: "pay-stages".to_owned(),
        legend: props.speech.say("pay.count"),
        options: options.collect(),
        chosen: chosen.to_string().into(),
        on_select,
        ..Choice::default()
    });
    Some(choice.key("pay-stages"))
}
