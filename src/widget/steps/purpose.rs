//! What should it do for you?

use super::StepProps;
use super::ask::{Ask, AskProps};
use crate::engine::Topic;
use yew::prelude::*;

/// Asks for the purpose.
pub fn purpose_step(props: &StepProps) -> Html {
    let ask = AskProps {
        quiet: true,
        ..AskProps::in_step(Topic::Purpose, props)
    };
    html! { <Ask ..ask /> }
}
