//! The step that asks: what should it do for you?

use super::StepProps;
use super::ask::ask_in_step;
use crate::engine::Topic;
use crate::widget::element::Element;

/// Asks for the purpose.
pub fn purpose_step(props: &StepProps) -> Element {
    ask_in_step(Topic::Purpose, props)
}
