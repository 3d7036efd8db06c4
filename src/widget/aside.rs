//! Version of the brief that the visitor set aside for comparison.

use super::evaluation::{Evaluation, evaluate};
use super::setup::Setup;
use super::state::State;
use std::rc::Rc;
use yew::prelude::*;

/// Returns the answer to the version set aside, if there is one.
#[hook]
pub fn use_aside(state: &State, setup: &Setup) -> Rc<Option<Evaluation>> {
    use_memo(
        (state.aside.clone(), state.language.clone(), setup.clone()),
        |(aside, language, setup)| evaluate(aside.as_ref()?, language.as_ref()?, setup),
    )
}
