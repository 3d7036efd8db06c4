//! The step that asks: how would we work together?

use super::ask::ask_in_step;
use super::{Audience, StepProps};
use crate::engine::Topic;
use crate::widget::element::{Element, el};

/// What everybody is asked.
const TOPICS: [Topic; 9] = [
    Topic::ContentReady,
    Topic::Contact,
    Topic::Phased,
    Topic::Decider,
    Topic::Written,
    Topic::OpenToAdvice,
    Topic::Deposit,
    Topic::FreeSample,
    Topic::Relationship,
];

/// Asks how the two would work together. The shop is also asked whether it needs the money.
pub fn conditions_step(props: &StepProps) -> Element {
    let cash = (props.audience == Audience::Shop).then_some(Topic::CashNeeded);
    let topics = TOPICS.into_iter().chain(cash);
    el("div", "questions-list").children(topics.map(|topic| ask_in_step(topic, props)))
}
