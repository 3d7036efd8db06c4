//! Editing from within the answer: the draft, an offer that is tried on, and a version set aside.

use crate::draft::Draft;
use crate::engine::{Appraisal, Brief, Offer};
use crate::shared::Shared;
use crate::widget::state::{Change, Tried};
use std::rc::Rc;
use yew::Callback;

/// Draft behind the answer, with the ways to change it.
#[derive(Clone, PartialEq)]
pub struct Editing {
    /// Draft as it was typed.
    pub draft: Rc<Draft>,
    /// Current step of the conversation, counted from 0, or `None` at the start.
    pub step: Option<usize>,
    /// Called with a change of the draft.
    pub on_edit: Callback<Change<Draft>>,
    /// Called with the step to go to.
    pub on_go: Callback<usize>,
}

/// Offer that is tried on, with the ways to try one on and to take it off.
#[derive(Clone, PartialEq)]
pub struct Trial {
    /// Offer that is tried on, if any.
    pub tried: Option<Shared<Tried>>,
    /// Called with the offer to try on.
    pub on_try: Callback<Offer>,
    /// Called to take it off.
    pub on_take_off: Callback<()>,
}

/// Version of the brief set aside, with its actions.
#[derive(Clone, PartialEq)]
pub struct Aside {
    /// Brief and appraisal of the version, if there is one.
    pub other: Option<(Shared<Brief>, Shared<Appraisal>)>,
    /// Called to set the current version aside.
    pub on_set: Callback<()>,
    /// Called to swap the two versions.
    pub on_swap: Callback<()>,
    /// Called to discard the version that was set aside.
    pub on_forget: Callback<()>,
}
