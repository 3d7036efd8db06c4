//! Draft behind the answer, which can be changed from within the answer.

use crate::draft::Draft;
use std::rc::Rc;
use yew::Callback;

/// Draft behind the answer, with the ways to change it.
#[derive(Clone, PartialEq)]
pub struct Editing {
    /// Draft as it was typed.
    pub draft: Rc<Draft>,
    /// Current step of the conversation, counted from 0. None at the start.
    pub step: Option<usize>,
    /// Called with the changed draft.
    pub on_edit: Callback<Draft>,
    /// Called with the step to go to.
    pub on_go: Callback<usize>,
}
