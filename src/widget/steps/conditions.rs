//! Step about the conditions of working together.

use super::ask::{ask_in_step, is_answered};
use super::fold::Folds;
use super::outcomes::ask_ahead;
use super::props::StepProps;
use super::shop_only::{shop_only, so_far};
use crate::engine::{Flag, Pay, Topic};
use crate::widget::element::{Element, el, group};
use crate::widget::parts::{Choice, choice};
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Number of questions that are open from the start. Assumption: as many as are answered gladly.
const OPEN: usize = 3;

/// Questions that matter to most jobs, until the answer ranks them.
const USUAL: [Topic; OPEN] = [Topic::ContentReady, Topic::Contact, Topic::Phased];

/// Asks about the conditions, in descending order of their effect on the answer; of the shop also
/// the facts that only it knows.
pub fn conditions_step(props: &StepProps, folds: &Folds) -> Element {
    let is_shop = props.audience == Audience::Shop;
    let topics = topics(props, is_shop);
    // The ranking may change after an answer; reordering would move questions under the finger.
    let first = folds.once("conditions", || first(&topics, &props.asked));
    let mut fold = folds.fold("conditions");
    let mut open: Vec<Element> = Vec::new();
    for topic in topics {
        let stands_open = first.contains(&topic) || is_answered(topic, &props.draft);
        let question = ask_ahead(topic, props);
        open.extend(fold.put(topic.name(), stands_open, question));
        if topic == Topic::Pay {
            let stages = stages(props);
            open.extend(stages.and_then(|stages| fold.put(topic.name(), false, stages)));
        }
    }
    open.extend(is_shop.then(|| ask_in_step(Topic::CashNeeded, props)));
    group()
        .child(el("div", "questions-list").children(open))
        .maybe_child(fold.closed_counted(&props.speech))
        .maybe_child(is_shop.then(|| shop_only(props, folds)))
        .maybe_child(is_shop.then(|| so_far(props, folds)))
}

/// Returns the topics that are asked. A condition that only warns the shop is not asked of a
/// visitor, unless the shop never accepts it, or it was answered elsewhere. A request that is not
/// written down has an offer of its own.
fn topics(props: &StepProps, is_shop: bool) -> Vec<Topic> {
    let stops = |topic: Topic| {
        let mut stops = props
            .terms
            .stops
            .iter()
            .filter_map(|stop| stop.flag.condition());
        stops.any(|(stopped, _)| stopped == topic)
    };
    let warns = |topic: Topic| {
        let mut flags = Flag::STOPPABLE.into_iter().filter_map(Flag::condition);
        topic != Topic::Written && flags.any(|(warned, _)| warned == topic)
    };
    let rest = [Topic::Rounds, Topic::Pay, Topic::Costs, Topic::Relationship];
    let all = Topic::CONDITIONS.into_iter().chain(rest);
    all.filter(|topic| {
        is_shop || !warns(*topic) || stops(*topic) || is_answered(*topic, &props.draft)
    })
    .collect()
}

/// Returns the questions that are open from the start: those with the largest effect at that
/// moment.
fn first(topics: &[Topic], asked: &[Topic]) -> Vec<Topic> {
    let asked = asked.iter().chain(&USUAL).chain(topics);
    let mut first: Vec<Topic> = Vec::new();
    for topic in asked {
        if first.len() < OPEN && topics.contains(topic) && !first.contains(topic) {
            first.push(*topic);
        }
    }
    first
}

/// Number of stages, if it is paid in stages.
fn stages(props: &StepProps) -> Option<Element> {
    let Some(Pay::Stages(chosen)) = props.draft.pay else {
        return None;
    };
    let mut numbers = Pay::STAGES.to_vec();
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
        legend: props.speech.get("pay.count"),
        options: options.collect(),
        chosen: chosen.to_string().into(),
        on_select,
        ..Choice::default()
    });
    Some(choice.key("pay-stages"))
}
