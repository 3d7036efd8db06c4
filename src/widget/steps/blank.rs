//! Questions that a blank of the sentence opens: those of its step.

use super::budget::budget_step;
use super::date::date_step;
use super::fold::use_folds;
use super::props::StepProps;
use super::wishes::WishesStep;
use crate::engine::Topic;
use crate::widget::element::component;
use yew::prelude::*;

/// Properties of [`BlankQuestions`].
#[derive(Properties, Clone, PartialEq)]
pub struct BlankProps {
    /// Topic of the blank.
    pub topic: Topic,
    /// Properties of every step.
    pub step: StepProps,
}

/// Questions of a blank.
#[component]
pub fn BlankQuestions(BlankProps { topic, step }: &BlankProps) -> Html {
    let folds = use_folds();
    match topic {
        Topic::Wishes => component::<WishesStep>(step.clone()),
        Topic::Deadline => date_step(step, &folds).content(),
        _ => budget_step(step, &folds).content(),
    }
}
