//! What the visitor has done so far, and the one place where it changes.

use crate::draft::Draft;
use crate::engine::{Brief, Offer};
use std::rc::Rc;
use yew::Reducible;

/// What the visitor has done so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What was typed.
    pub draft: Rc<Draft>,
    /// Which step is shown, counted from 0.
    pub step: usize,
    /// The offer that is tried on.
    pub tried: Option<Rc<Tried>>,
    /// What was typed before it was started again.
    pub restarted: Option<Rc<Draft>>,
    /// Whether the visitor wants it kept on this device.
    pub keep: bool,
    /// Where there is room for one only: whether the answer is shown, or the questions.
    pub answer_open: bool,
}

/// An offer that is tried on.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// What was typed before.
    pub before: Rc<Draft>,
    /// The brief that was asked.
    pub asked: Brief,
    /// The offer.
    pub offer: Offer,
}

/// What a visitor can do.
#[derive(Debug)]
pub enum Action {
    /// Answers or types.
    Edit(Draft),
    /// Goes to a step.
    Go(usize),
    /// Tries on an offer, whose brief is this draft.
    Try(Rc<Tried>, Draft),
    /// Takes off the offer that is tried on.
    TakeOff,
    /// Starts again.
    Restart,
    /// Brings back what was typed before it was started again.
    UndoRestart,
    /// Wants it kept on this device, or not any more.
    Keep(bool),
    /// Opens or closes the answer, where there is room for one only.
    Open(bool),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        let mut next = State::clone(&self);
        match action {
            // What is typed on top of an offer keeps the offer.
            Action::Edit(draft) => {
                next.draft = Rc::new(draft);
                next.tried = None;
            }
            Action::Go(step) => {
                next.step = step;
                next.answer_open = false;
            }
            Action::Try(tried, draft) => {
                next.draft = Rc::new(draft);
                next.tried = Some(tried);
            }
            Action::TakeOff => {
                if let Some(tried) = next.tried.take() {
                    next.draft = Rc::clone(&tried.before);
                }
            }
            Action::Restart => {
                next = State {
                    restarted: Some(Rc::clone(&self.draft)),
                    keep: self.keep,
                    ..State::default()
                };
            }
            Action::UndoRestart => {
                if let Some(draft) = next.restarted.take() {
                    next.draft = draft;
                }
            }
            Action::Keep(keep) => next.keep = keep,
            Action::Open(open) => next.answer_open = open,
        }
        Rc::new(next)
    }
}
