//! How would we work together?

use super::ask::{Ask, AskProps};
use super::{Audience, StepProps};
use crate::engine::Topic;
use yew::prelude::*;

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
pub fn conditions_step(props: &StepProps) -> Html {
    let cash = (props.audience == Audience::Shop).then_some(Topic::CashNeeded);
    let questions = TOPICS.into_iter().chain(cash).map(|topic| {
        let ask = AskProps::in_step(topic, props);
        html! { <Ask key={topic.id()} ..ask /> }
    });
    html! { <div class="questions-list">{ for questions }</div> }
}
