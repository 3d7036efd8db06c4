//! The rest of a calculator, behind its questions: the answer, and all that is done with a brief.
//!
//! The program comes in two parts, so that a visitor sees the first question early. What implements
//! this trait, and all that only it calls, is the second part: see ARCHITECTURE.md.

use super::element::Element;
use super::setup::Setup;
use super::state::{Rewriting, State};
use crate::draft::{Draft, FieldProblem, Separators};
use crate::engine::{Appraisal, Brief};
use crate::shared::Shared;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// The rest of a calculator.
pub trait Rest {
    /// What the visitor begins with, where numbers are typed like this: what was kept, or came with a
    /// link, or nothing.
    fn begin(&self, separators: Separators, setup: &Setup) -> State;

    /// The answer to what was typed where numbers are typed like this.
    fn answer(&self, draft: &Rc<Draft>, separators: Separators, setup: &Setup) -> Option<Answered>;

    /// What writes a draft as another language does.
    fn rewriting(&self) -> Rewriting;

    /// What the visitor must know of a link.
    fn arrived(&self, setup: &Setup, state: &UseReducerHandle<State>) -> Element;

    /// Saves a brief, with what was typed, to a file.
    fn save(&self, answered: &Answered);

    /// Opens a file.
    fn open(&self, file: web_sys::File, setup: &Setup, state: &UseReducerHandle<State>);

    /// What stands beside the questions.
    fn beside(&self, setup: &Setup, state: &UseReducerHandle<State>, answered: &Answered) -> Html;
}

/// A draft with its answer.
#[derive(Clone, PartialEq)]
pub struct Answered {
    /// What was typed. The state may have gone on since.
    pub draft: Rc<Draft>,
    /// What was asked.
    pub brief: Shared<Brief>,
    /// The answer.
    pub appraisal: Shared<Appraisal>,
    /// The fields that cannot be understood.
    pub problems: Rc<Vec<FieldProblem>>,
}

/// The rest of one calculator, for whoever holds it.
#[derive(Clone)]
pub struct Held(Rc<dyn Rest>);

impl Held {
    /// The rest of a calculator, from now on in many hands.
    pub fn new(rest: impl Rest + 'static) -> Held {
        Held(Rc::new(rest))
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Held) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl Deref for Held {
    type Target = dyn Rest;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}
