//! State of a calculator, and the one place where it changes.

use super::heard::{Heard, Heed};
use super::link_notice::{LinkNotice, Linked};
use crate::config::{Edited, Signed, View};
use crate::draft::{Draft, Reading};
use crate::engine::{Appraisal, Brief, Offer, Topic};
use crate::reader::Language;
use crate::shared::Shared;
use std::rc::Rc;
use yew::{AttrValue, Callback, Reducible, UseReducerHandle};

/// Function that returns a draft that was typed in one language as it is typed in another.
pub type Rewrite = fn(&Draft, Reading, Reading) -> Draft;

/// State of a calculator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Draft as it was typed.
    pub draft: Rc<Draft>,
    /// Draft before the visitor did anything: empty, or as it was restored.
    pub initial_draft: Rc<Draft>,
    /// `true` once a brief from before, if there is one, is restored.
    pub is_restored: bool,
    /// Language in which all drafts are typed, once the deferred part is loaded.
    pub language: Option<Shared<Language>>,
    /// Place in the questions.
    pub place: Place,
    /// Offer that is tried on.
    pub tried: Option<Shared<Tried>>,
    /// Drafts to undo to, the latest last.
    pub past: Vec<Rc<Draft>>,
    /// Field whose text the last change was in, by its place among the draft's texts.
    pub typing: Option<usize>,
    /// Message that was handed over, if any, with what was read in it.
    pub message: Option<Shared<Heard>>,
    /// Version that was set aside to be compared.
    pub aside: Option<Rc<Draft>>,
    /// Letter, if the visitor has changed it.
    pub letter: Option<Shared<Edited>>,
    /// What the visitor has said below the letter, and of the ways to a yes.
    pub signed: Rc<Signed>,
    /// `true` if the letter is open.
    pub reply_open: bool,
    /// Times that the visitor asked for the letter: at each it comes into sight.
    pub reply_asked: u32,
    /// Notice about something that was opened.
    pub notice: Option<AttrValue>,
    /// Banner about a link.
    pub link_notice: Option<LinkNotice>,
    /// `true` if the visitor wants the brief stored on this device.
    pub keep: bool,
    /// Where there is room for one only: `true` if the answer is shown, and not the questions.
    pub answer_shown: bool,
    /// Number of times that the answer was asked for.
    pub sought: u32,
    /// Number of times that the visitor went to a place in the questions.
    pub moves: u32,
    /// Number of times that the visitor came to the start from elsewhere.
    pub arrivals: u32,
    /// Steps that were shown, a bit for each.
    pub seen: u32,
}

/// Place in the questions. The draft is the same in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Sentence with its blanks, one of which may be open.
    Start(Option<Blank>),
    /// Step, counted from 0.
    Step(usize),
}

impl Default for Place {
    fn default() -> Place {
        Place::Start(None)
    }
}

impl Place {
    /// Returns the blank that is open, if any.
    pub fn blank(self) -> Option<Blank> {
        match self {
            Place::Start(blank) => blank,
            Place::Step(_) => None,
        }
    }

    /// Returns the step, if it is one.
    pub fn step(self) -> Option<usize> {
        match self {
            Place::Start(_) => None,
            Place::Step(step) => Some(step),
        }
    }
}

/// Topics of the blanks of the sentence, in the order in which they are filled in.
pub const BLANKS: [Topic; 3] = [Topic::Wishes, Topic::Deadline, Topic::Budget];

/// Blank of the sentence that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Wishes, deadline or budget.
    pub topic: Topic,
    /// Reason why it was opened.
    pub reason: Reason,
}

/// Reason why a blank was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The visitor fills it in.
    Chosen,
    /// The visitor has a list or a mail to paste.
    Pasting,
    /// There is no answer without it.
    Missing,
    /// Something in it cannot be read.
    Unreadable,
}

/// Brief from before: saved by the shell or on this device, or brought by a link.
#[derive(Debug)]
pub struct Restored {
    /// Draft of the saved brief; empty without one.
    pub draft: Rc<Draft>,
    /// Notice about it.
    pub notice: Option<AttrValue>,
    /// Letter, if the visitor had changed it.
    pub letter: Option<Shared<Edited>>,
    /// What the visitor had said below the letter.
    pub signed: Rc<Signed>,
    /// What was in view, if that is known.
    pub view: Option<View>,
    /// `true` if it is stored on this device.
    pub keep: bool,
    /// Link that the page was opened with.
    pub link: Option<Linked>,
    /// Message that the brief was read from.
    pub message: Option<Shared<Heard>>,
}

/// Offer that is tried on.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// Draft before.
    pub before: Rc<Draft>,
    /// Brief of that draft.
    pub asked: Shared<Brief>,
    /// Appraisal of that brief, with its odds and the other offers.
    pub appraisal: Shared<Appraisal>,
    /// Offer.
    pub offer: Offer,
}

/// Change of a calculator's state.
#[derive(Debug)]
pub enum Action {
    /// Restores a brief from before, unless the visitor has done something else meanwhile.
    Restore(Box<Restored>),
    /// Answers or types.
    Edit(Draft),
    /// Goes to a place.
    Go(Place),
    /// Tries on an offer, whose brief is this draft.
    Try(Shared<Tried>, Draft),
    /// Takes off the offer that is tried on.
    TakeOff,
    /// Writes all drafts in another language.
    Relocalize(Relocalization),
    /// Starts from something else: an example, a file, nothing. With what the visitor must know of it.
    Load(Draft, Option<AttrValue>),
    /// Hands a message over to be read, or puts it away. The answers that were read stay.
    Message(Option<AttrValue>),
    /// Hands a file over that a message comes in.
    File(Vec<u8>),
    /// Takes over what was read in the message.
    Heed(Box<Heed>),
    /// Changes the letter, or has it as it is written.
    Letter(Option<Edited>),
    /// Signs the letter, or says what one could live with.
    Sign(Signed),
    /// Opens the letter and brings it into sight, also where it is open.
    OpenReply,
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
    /// Follows a link.
    FollowLink(Linked),
    /// Opens what the link brought.
    OpenLink,
    /// Leaves everything as it is.
    LeaveLink,
    /// Wants it kept on this device, or not any more.
    KeepOnDevice(bool),
    /// Shows or hides the answer, where there is room for one only.
    ShowAnswer(bool),
    /// Shows the answer, or without a wish asks for one.
    SeekAnswer,
}

/// At most so many steps back.
const PAST: usize = 100;

/// Another language, and what it takes to write drafts in it.
#[derive(Debug)]
pub struct Relocalization {
    /// The language.
    pub language: Shared<Language>,
    /// Writes a draft in another language.
    pub rewrite: Rewrite,
    /// Currency of the shop.
    pub currency: String,
    /// Day from which a date is counted, in days since 1 January 1970.
    pub today: i64,
}

impl State {
    /// Replaces the draft, and leaves a way back.
    fn replace(&mut self, draft: Rc<Draft>) {
        if draft != self.draft {
            if self.past.len() >= PAST {
                self.past.remove(0);
            }
            self.past.push(Rc::clone(&self.draft));
        }
        self.show(draft);
    }

    /// Opens the brief of a link if nothing else was typed, and offers it otherwise.
    fn follow(&mut self, link: Linked) {
        match link {
            Linked::Unreadable(why) => self.link_notice = Some(LinkNotice::Notes(vec![why])),
            Linked::Brief(draft, notes) => {
                if *self.draft == Draft::default() || self.draft == draft {
                    self.open_link(draft, notes);
                } else {
                    self.link_notice = Some(LinkNotice::Choice(draft, notes));
                }
            }
        }
    }

    /// Opens the brief of a link, with the answer in sight.
    fn open_link(&mut self, draft: Rc<Draft>, notes: Vec<AttrValue>) {
        self.replace(draft);
        self.link_notice = Some(LinkNotice::Notes(notes));
        self.show_answer(true);
    }

    /// Restores a brief from before.
    fn restore(&mut self, restored: Restored) {
        let is_first = !self.is_restored;
        self.is_restored = true;
        if self.draft != self.initial_draft {
            // What the visitor has typed meanwhile stays.
            if let Some(link) = restored.link.filter(|_| is_first) {
                self.follow(link);
            }
            return;
        }
        let mut before = State {
            draft: restored.draft,
            notice: restored.notice,
            language: self.language.clone(),
            ..State::default()
        };
        if let Some(link) = restored.link {
            before.follow(link);
        }
        if is_first {
            self.letter = restored.letter;
            self.signed = restored.signed;
            self.message = restored.message;
            if let Some(view) = restored.view {
                let step = view.step.map(|step| Place::Step(step as usize));
                self.place = step.unwrap_or_default();
                self.answer_shown = view.answer;
                self.reply_open = view.letter;
            }
            self.keep |= restored.keep;
            self.past.append(&mut before.past);
            self.answer_shown |= before.answer_shown;
            self.sought += before.sought;
        }
        if is_first || self.draft != before.draft {
            self.notice = before.notice;
            self.link_notice = before.link_notice;
            self.initial_draft = Rc::clone(&before.draft);
            self.draft = before.draft;
        }
    }

    /// Goes to a place in the questions.
    fn go(&mut self, place: Place) {
        match place {
            Place::Start(_) => self.arrivals += u32::from(self.place.step().is_some()),
            Place::Step(step) => self.seen |= 1 << step.min(31),
        }
        self.place = place;
        self.moves += 1;
        self.answer_shown = false;
        self.typing = None;
    }

    /// Shows or hides the answer.
    fn show_answer(&mut self, shown: bool) {
        self.answer_shown = shown;
        self.sought += u32::from(shown);
    }

    /// Returns what is in view.
    pub fn view(&self) -> View {
        View {
            step: self.place.step().map(|step| step as u32),
            answer: self.answer_shown,
            letter: self.reply_open,
        }
    }

    /// Has a message handed over, with the sentence that it fills in in sight.
    fn hear(&mut self, message: Heard) {
        self.place = Place::default();
        self.answer_shown = false;
        self.notice = None;
        self.message = Some(Shared::new(message));
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
            Action::Restore(restored) => next.restore(*restored),
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
            Action::Go(place) => next.go(place),
            Action::Try(tried, draft) => {
                next.replace(Rc::new(draft));
                next.tried = Some(tried);
            }
            Action::TakeOff => {
                if let Some(tried) = next.tried.take() {
                    next.replace(Rc::clone(&tried.before));
                }
            }
            Action::Relocalize(to) => {
                let from = next.language.replace(to.language.clone());
                let Some(from) = from.filter(|from| *from != to.language) else {
                    return Rc::new(next);
                };
                let reading = |language| Reading {
                    language,
                    currency: &to.currency,
                    today: to.today,
                };
                let rewrite = |draft: &mut Rc<Draft>| {
                    *draft = Rc::new((to.rewrite)(draft, reading(&from), reading(&to.language)));
                };
                rewrite(&mut next.draft);
                rewrite(&mut next.initial_draft);
                next.past.iter_mut().for_each(rewrite);
                next.aside.as_mut().map(rewrite);
                if let Some(message) = &next.message {
                    let mut message = Heard::clone(message);
                    rewrite(&mut message.before);
                    rewrite(&mut message.said);
                    next.message = Some(Shared::new(message));
                }
                // An offer that is tried on is a change like any other from here.
                next.tried = None;
            }
            Action::Load(draft, notice) => {
                next.replace(Rc::new(draft));
                next.place = Place::default();
                next.arrivals += 1;
                next.notice = notice;
                next.message = None;
            }
            Action::Message(None) => next.message = None,
            Action::Message(Some(text)) => next.hear(Heard::new(text, Rc::clone(&self.draft))),
            Action::File(bytes) => next.hear(Heard {
                file: Some(Rc::new(bytes)),
                ..Heard::new("".into(), Rc::clone(&self.draft))
            }),
            Action::Heed(heed) => {
                if let Some(draft) = heed.draft {
                    next.replace(Rc::new(draft));
                }
                next.message = Some(Shared::new(heed.message));
            }
            Action::Letter(letter) => next.letter = letter.map(Shared::new),
            Action::Sign(signed) => next.signed = Rc::new(signed),
            Action::OpenReply => {
                next.reply_open = true;
                next.reply_asked += 1;
                next.answer_shown = true;
                // It is the letter that is sought, and not the head of the answer.
                next.sought = 0;
            }
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
            Action::FollowLink(link) => next.follow(link),
            Action::OpenLink => {
                if let Some(LinkNotice::Choice(draft, notes)) = next.link_notice.take() {
                    next.open_link(draft, notes);
                }
            }
            Action::LeaveLink => next.link_notice = None,
            Action::KeepOnDevice(keep) => next.keep = keep,
            Action::ShowAnswer(shown) => next.show_answer(shown),
            Action::SeekAnswer if next.draft.wishes.is_empty() => {
                next.go(Place::Start(Some(Blank {
                    topic: Topic::Wishes,
                    reason: Reason::Missing,
                })));
            }
            Action::SeekAnswer => next.show_answer(true),
        }
        Rc::new(next)
    }
}

/// Returns a callback that dispatches an action.
pub fn dispatching<T: 'static>(
    state: &UseReducerHandle<State>,
    action: fn(T) -> Action,
) -> Callback<T> {
    let state = state.dispatcher();
    Callback::from(move |value| state.dispatch(action(value)))
}
