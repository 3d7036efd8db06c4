//! Step about the conditions of working together.

use super::ask::ask_in_step;
use super::props::StepProps;
use crate::engine::Topic;
use crate::widget::element::{Element, el};
use crate::widget::setup::Audience;

/// Asks about the conditions; of the shop also if it needs the cash.
pub fn conditions_step(props: &StepProps) -> Element {
    let cash = (props.audience == Audience::Shop).then_some(Topic::CashNeeded);
    let topics = Topic::CONDITIONS
        .into_iter()
        .chain([
            Topic::Rounds,
            Topic::Existing,
            Topic::Pay,
            Topic::Costs,
            Topic::Relationship,
        ])
        .chain(cash);
    el("div", "questions-list").children(topics.map(|topic| ask_in_step(topic, props)))
}
