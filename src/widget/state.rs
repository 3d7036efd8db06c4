//! What the visitor has done so far, and the one place where it changes.

use super::arrival::{Arrival, Notice};
use crate::config::Edited;
use crate::draft::{Draft, Separators};
use crate::engine::{Brief, Offer};
use crate::shared::Shared;
use std::rc::Rc;
use yew::{AttrValue, Callback, Reducible, UseReducerHandle};

/// What the visitor has done so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What was typed.
    pub draft: Rc<Draft>,
    /// What was there before the visitor did anything.
    pub begun_with: Rc<Draft>,
    /// How numbers were typed.
    pub separators: Separators,
    /// Which step is shown, counted from 0.
    pub step: usize,
    /// The offer that is tried on.
    pub tried: Option<Shared<Tried>>,
    /// What was typed before, the latest last: the way back.
    pub past: Vec<Rc<Draft>>,
    /// The field whose text the last change was in, by its place among the draft's texts.
    pub typing: Option<usize>,
    /// Another version of the brief, set aside to be compared.
    pub aside: Option<Rc<Draft>>,
    /// The letter, where the visitor has changed it.
    pub letter: Option<Shared<Edited>>,
    /// What the visitor must know of something that was opened.
    pub notice: Option<AttrValue>,
    /// What the visitor must know of a link.
    pub arrived: Option<Notice>,
    /// Whether the visitor wants it kept on this device.
    pub keep: bool,
    /// Where there is room for one only: whether the answer is shown, or the questions.
    pub answer_shown: bool,
}

/// An offer that is tried on.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// What was typed before.
    pub before: Rc<Draft>,
    /// The brief that was asked.
    pub asked: Shared<Brief>,
    /// The offer.
    pub offer: Offer,
}

/// Function that rewrites a draft from the first separators to the second.
pub type Rewriting = fn(&Draft, Separators, Separators) -> Draft;

/// What a visitor can do.
#[derive(Debug)]
pub enum Action {
    /// Begins with this after all, where nothing else was done yet.
    Begin(Box<State>),
    /// Answers or types.
    Edit(Draft),
    /// Goes to a step.
    Go(usize),
    /// Tries on an offer, whose brief is this draft.
    Try(Shared<Tried>, Draft),
    /// Takes off the offer that is tried on.
    TakeOff,
    /// Writes numbers otherwise from now on.
    Write(Separators, Rewriting),
    /// Starts from something else: an example, a file, nothing. With what the visitor must know of it.
    Load(Draft, Option<AttrValue>),
    /// Changes the letter, or has it as it is written.
    Letter(Option<Edited>),
    /// Says what the visitor must know.
    Notice(AttrValue),
    /// Goes back to what was typed before.
    Undo,
    /// Sets this version aside.
    SetAside,
    /// Changes this version for the one that was set aside.
    Swap,
    /// Forgets the version that was set aside.
    Forget,
    /// Comes to the page by a link.
    Arrive(Arrival),
    /// Opens what the link brought.
    OpenLink,
    /// Leaves everything as it is.
    LeaveLink,
    /// Wants it kept on this device, or not any more.
    KeepOnDevice(bool),
    /// Shows or hides the answer, where there is room for one only.
    ShowAnswer(bool),
}

/// At most so many steps back.
const PAST: usize = 100;

impl State {
    /// Nothing done yet, where numbers are typed like this.
    pub fn new(separators: Separators) -> State {
        State {
            separators,
            ..State::default()
        }
    }

    /// Puts another draft in the place of this one, and leaves a way back.
    fn replace(&mut self, draft: Rc<Draft>) {
        if draft != self.draft {
            if self.past.len() == PAST {
                self.past.remove(0);
            }
            self.past.push(Rc::clone(&self.draft));
        }
        self.show(draft);
    }

    /// Opens what a link brought, with the answer in sight.
    fn open_link(&mut self, draft: Rc<Draft>, notes: Vec<AttrValue>) {
        self.replace(draft);
        self.arrived = Some(Notice::Said(notes));
        self.answer_shown = true;
    }

    /// The state after this.
    pub fn after(self, action: Action) -> State {
        Rc::unwrap_or_clone(Rc::new(self).reduce(action))
    }

    fn show(&mut self, draft: Rc<Draft>) {
        self.draft = draft;
        self.tried = None;
        self.typing = None;
        self.notice = None;
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        let mut next = State::clone(&self);
        match action {
            Action::Begin(begun) => {
                if self.draft == self.begun_with && self.draft != begun.draft {
                    next.draft = begun.draft;
                    next.begun_with = begun.begun_with;
                    next.notice = begun.notice;
                    next.arrived = begun.arrived;
                }
            }
            Action::Edit(draft) => {
                let typing = self.draft.typed_in(&draft);
                if typing.is_some() && typing == self.typing {
                    // What is typed into a field is one step back, not one for each letter.
                    next.draft = Rc::new(draft);
                } else {
                    next.replace(Rc::new(draft));
                    next.typing = typing;
                }
            }
            Action::Go(step) => {
                next.step = step;
                next.answer_shown = false;
                next.typing = None;
            }
            Action::Try(tried, draft) => {
                next.replace(Rc::new(draft));
                next.tried = Some(tried);
            }
            Action::TakeOff => {
                if let Some(tried) = next.tried.take() {
                    next.replace(Rc::clone(&tried.before));
                }
            }
            Action::Write(to, rewriting) => {
                if to == self.separators {
                    return self;
                }
                let write = |draft: &mut Rc<Draft>| {
                    *draft = Rc::new(rewriting(draft, self.separators, to));
                };
                next.separators = to;
                write(&mut next.draft);
                write(&mut next.begun_with);
                next.past.iter_mut().for_each(write);
                next.aside.as_mut().map(write);
                // An offer that is tried on is a change like any other from here.
                next.tried = None;
            }
            Action::Load(draft, notice) => {
                next.replace(Rc::new(draft));
                next.step = 0;
                next.notice = notice;
            }
            Action::Letter(letter) => next.letter = letter.map(Shared::new),
            Action::Notice(notice) => next.notice = Some(notice),
            Action::Undo => {
                if let Some(draft) = next.past.pop() {
                    next.show(draft);
                }
            }
            Action::SetAside => next.aside = Some(Rc::clone(&self.draft)),
            Action::Swap => {
                if let Some(aside) = next.aside.replace(Rc::clone(&self.draft)) {
                    next.replace(aside);
                }
            }
            Action::Forget => next.aside = None,
            Action::Arrive(Arrival::Nothing(why)) => next.arrived = Some(Notice::Said(vec![why])),
            Action::Arrive(Arrival::Brief(draft, notes)) => {
                if *self.draft == Draft::default() || self.draft == draft {
                    next.open_link(draft, notes);
                } else {
                    next.arrived = Some(Notice::Choice(draft, notes));
                }
            }
            Action::OpenLink => {
                if let Some(Notice::Choice(draft, notes)) = next.arrived.take() {
                    next.open_link(draft, notes);
                }
            }
            Action::LeaveLink => next.arrived = None,
            Action::KeepOnDevice(keep) => next.keep = keep,
            Action::ShowAnswer(shown) => next.answer_shown = shown,
        }
        Rc::new(next)
    }
}

/// A callback that does this.
pub fn to<T: 'static>(state: &UseReducerHandle<State>, action: fn(T) -> Action) -> Callback<T> {
    let state = state.dispatcher();
    Callback::from(move |value| state.dispatch(action(value)))
}
