//! State of a calculator, and its reducer.

pub use super::change::{Change, Merge};
use super::client_message::{ClientMessage, MessageUpdate};
use super::link_notice::{LinkContent, LinkNotice};
use super::notice::Notice;
pub use super::place::{BLANKS, Blank, BlankReason, Place};
use crate::config::{EditedLetter, TypedSignature, View};
use crate::draft::{Draft, Reading};
use crate::engine::{Appraisal, Brief, Offer, Terms, Topic};
use crate::reader::Language;
use crate::shared::Shared;
use std::mem;
use std::rc::Rc;
use yew::{AttrValue, Callback, Reducible, UseReducerHandle};

/// Function that converts a draft from one language into another.
pub type Rewrite = fn(&Draft, Reading, Reading) -> Draft;

/// State of a calculator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Draft as it was typed.
    pub draft: Rc<Draft>,
    /// Draft before the visitor did anything: empty or restored.
    pub initial_draft: Rc<Draft>,
    /// `true` once an earlier brief, if any, is restored.
    pub is_restored: bool,
    /// Language of all drafts, once the answer part is loaded.
    pub language: Option<Shared<Language>>,
    /// Place in the questions.
    pub place: Place,
    /// Offer that is tried on.
    pub tried: Option<Shared<Tried>>,
    /// Drafts to undo to, the latest last.
    pub past: Vec<Rc<Draft>>,
    /// Text in the field that searches for wishes.
    pub search: AttrValue,
    /// Field of the last change, by its index among the draft's texts.
    pub typing: Option<usize>,
    /// Message handed over, if any, with its findings.
    pub message: Option<Shared<ClientMessage>>,
    /// Version set aside for comparison.
    pub aside: Option<Rc<Draft>>,
    /// Letter, if the visitor has changed it.
    pub letter: Option<Shared<EditedLetter>>,
    /// The visitor's signature, and the offers they could accept.
    pub signed: Rc<TypedSignature>,
    /// State before the visitor started again, if they did.
    pub restarted: Option<Rc<Restarted>>,
    /// `true` if the letter is open.
    pub reply_open: bool,
    /// Number of times that the visitor asked for the letter: each scrolls it into view.
    pub reply_asked: u32,
    /// Notice about an opened file, example or saved brief.
    pub notice: Option<Notice>,
    /// Banner about a link.
    pub link_notice: Option<LinkNotice>,
    /// `true` if the visitor wants the brief stored on this device.
    pub keep: bool,
    /// In one column: `true` if the answer is shown rather than the questions.
    pub answer_shown: bool,
    /// Number of times that the answer was asked for.
    pub sought: u32,
    /// Number of times that the visitor went to a place in the questions.
    pub moves: u32,
    /// Number of times that the visitor came to the start from elsewhere.
    pub arrivals: u32,
    /// Bit mask of the steps that were shown.
    pub seen: u32,
}

/// Work around a draft that was left by starting again.
#[derive(Clone, Debug, PartialEq)]
pub struct Restarted {
    /// Draft that was left.
    draft: Rc<Draft>,
    letter: Option<Shared<EditedLetter>>,
    signed: Rc<TypedSignature>,
    aside: Option<Rc<Draft>>,
}

/// Earlier brief: saved by the shell or on this device, or from a link.
#[derive(Debug)]
pub struct Restored {
    /// Draft of the saved brief; empty without one.
    pub draft: Rc<Draft>,
    /// Notice about it.
    pub notice: Option<Notice>,
    /// Letter, if the visitor had changed it.
    pub letter: Option<Shared<EditedLetter>>,
    /// The visitor's signature below the letter.
    pub signed: Rc<TypedSignature>,
    /// View, if it is known.
    pub view: Option<View>,
    /// Version set aside for comparison.
    pub aside: Option<Rc<Draft>>,
    /// `true` if it is stored on this device.
    pub keep: bool,
    /// Link that the page was opened with.
    pub link: Option<LinkContent>,
    /// Message that the brief was read from.
    pub message: Option<Shared<ClientMessage>>,
}

/// Offer that is tried on.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// Draft before the trial.
    pub before: Rc<Draft>,
    /// Brief of that draft.
    pub asked: Shared<Brief>,
    /// Appraisal of that brief, with its odds and the other offers.
    pub appraisal: Shared<Appraisal>,
    /// Date asked for in it, such as `2027-01-15`, if it was a date.
    pub date: Option<String>,
    /// Offer.
    pub offer: Offer,
}

/// Change of a calculator's state.
pub enum Action {
    /// Restores a brief from before, unless the visitor has done something else meanwhile.
    Restore(Box<Restored>),
    /// Changes the text in the field that searches for wishes.
    Search(String),
    /// Changes the draft.
    Edit(Change<Draft>),
    /// Goes to a place.
    Go(Place),
    /// Tries on an offer, whose brief is this draft.
    Try(Shared<Tried>, Draft),
    /// Takes off the offer that is tried on.
    TakeOff,
    /// Converts all drafts into another language.
    Relocalize(Relocalization),
    /// Starts from something else: an example or a file, with an optional notice. A letter and its
    /// signature stay.
    Load(Draft, Option<Notice>),
    /// Starts again with nothing. Undoing that brings everything back.
    Restart,
    /// Hands over a message to be read, or dismisses it. Its answers stay.
    Message(Option<AttrValue>),
    /// Hands over a file with a message.
    File(Vec<u8>),
    /// Takes over the findings of the message.
    UpdateMessage(Box<MessageUpdate>),
    /// Sets the edited letter, or returns to the generated one.
    Letter(Option<EditedLetter>),
    /// Changes the signature of the letter, and merges that into an edited one.
    Sign(Change<TypedSignature>, Merge),
    /// Opens the letter and scrolls it into view, even if it is open.
    OpenReply,
    /// Shows a notice.
    Notice(Notice),
    /// Restores the previous draft.
    Undo,
    /// Sets the current version aside.
    SetAside,
    /// Swaps the current version with the one set aside.
    Swap,
    /// Discards the version set aside.
    Forget,
    /// Follows a link.
    FollowLink(LinkContent),
    /// Opens the brief of the link.
    OpenLink,
    /// Dismisses the link.
    LeaveLink,
    /// Turns storage on this device on or off.
    KeepOnDevice(bool),
    /// Shows or hides the answer, in one column.
    ShowAnswer(bool),
    /// Shows the answer, or asks for a wish if there is none.
    SeekAnswer,
}

/// Maximum number of drafts to undo to.
const PAST: usize = 100;

/// Another language, with everything needed to convert drafts into it.
#[derive(Debug)]
pub struct Relocalization {
    /// Target language.
    pub language: Shared<Language>,
    /// Converts a draft.
    pub rewrite: Rewrite,
    /// Terms of the shop.
    pub terms: Shared<Terms>,
    /// Day from which a date is counted, in days since 1 January 1970.
    pub today: i64,
}

impl State {
    /// Replaces the draft, and makes it possible to undo that.
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
    fn follow(&mut self, link: LinkContent) {
        match link {
            LinkContent::Unreadable => {
                self.link_notice = Some(LinkNotice::Notes(vec![Notice::new("link.broken")]))
            }
            LinkContent::Brief(draft, notes) => {
                if *self.draft == Draft::default() || self.draft == draft {
                    self.open_link(draft, notes);
                } else {
                    self.link_notice = Some(LinkNotice::Choice(draft, notes));
                }
            }
        }
    }

    /// Opens the brief of a link, with the answer in sight.
    fn open_link(&mut self, draft: Rc<Draft>, notes: Vec<Notice>) {
        self.replace(draft);
        self.link_notice = Some(LinkNotice::Notes(notes));
        self.show_answer(true);
    }

    /// Restores a brief from before.
    fn restore(&mut self, restored: Restored) {
        let is_first = !self.is_restored;
        self.is_restored = true;
        if self.draft != self.initial_draft {
            // Text typed meanwhile stays.
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
            self.aside = restored.aside;
            if let Some(view) = restored.view {
                let step = view.step.map(|step| Place::Step(step as usize));
                self.place = step.unwrap_or_default();
                self.answer_shown = view.answer;
                self.reply_open = view.letter;
                if self.search.is_empty() {
                    self.search = view.search.into();
                }
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

    /// Replaces the draft by something else, at the start.
    fn load(&mut self, draft: Draft) {
        self.replace(Rc::new(draft));
        self.place = Place::default();
        self.arrivals += 1;
        self.message = None;
    }

    /// Brings back a letter from before starting again, if that is undone: if its draft is this one.
    /// A letter written since then stays.
    fn bring_back(&mut self, draft: &Rc<Draft>) {
        let is_undone = |restarted: &mut Rc<Restarted>| Rc::ptr_eq(&restarted.draft, draft);
        if let Some(restarted) = self.restarted.take_if(is_undone) {
            let restarted = (*restarted).clone();
            self.letter = self.letter.take().or(restarted.letter);
            self.aside = self.aside.take().or(restarted.aside);
            if *self.signed == TypedSignature::default() {
                self.signed = restarted.signed;
            }
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

    /// Returns the contents in view.
    pub fn view(&self) -> View {
        View {
            step: self.place.step().map(|step| step as u32),
            answer: self.answer_shown,
            letter: self.reply_open,
            search: self.search.to_string(),
        }
    }

    /// Sets a message, and shows the sentence that it fills in.
    fn take_message(&mut self, message: ClientMessage) {
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
            Action::Edit(change) => {
                let mut draft = Draft::clone(&self.draft);
                change.apply(&mut draft);
                let typing = self.draft.typed_in(&draft);
                if typing.is_some() && typing == self.typing {
                    // Typing into a field is undone as a whole rather than letter by letter.
                    next.draft = Rc::new(draft);
                } else {
                    next.replace(Rc::new(draft));
                    next.typing = typing;
                }
            }
            Action::Search(text) => next.search = text.into(),
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
                    terms: &to.terms,
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
                    let mut message = ClientMessage::clone(message);
                    rewrite(&mut message.before);
                    rewrite(&mut message.said);
                    next.message = Some(Shared::new(message));
                }
                // An offer that is tried on becomes an ordinary change.
                next.tried = None;
            }
            Action::Load(draft, notice) => {
                next.load(draft);
                next.notice = notice;
            }
            Action::Restart => {
                next.restarted = Some(Rc::new(Restarted {
                    draft: Rc::clone(&self.draft),
                    letter: next.letter.take(),
                    signed: mem::take(&mut next.signed),
                    aside: next.aside.take(),
                }));
                next.link_notice = None;
                next.reply_open = false;
                next.search = AttrValue::default();
                next.load(Draft::default());
            }
            Action::Message(None) => next.message = None,
            Action::Message(Some(text)) => {
                next.take_message(ClientMessage::new(text, Rc::clone(&self.draft)))
            }
            Action::File(bytes) => next.take_message(ClientMessage {
                file: Some(Rc::new(bytes)),
                ..ClientMessage::new("".into(), Rc::clone(&self.draft))
            }),
            Action::UpdateMessage(update) => {
                if let Some(draft) = update.draft {
                    next.replace(Rc::new(draft));
                }
                next.message = Some(Shared::new(update.message));
            }
            Action::Letter(letter) => next.letter = letter.map(Shared::new),
            Action::Sign(change, merge) => {
                let mut signed = TypedSignature::clone(&self.signed);
                change.apply(&mut signed);
                let letter = self.letter.as_ref();
                let merged = letter.and_then(|letter| merge(letter, &self.signed, &signed));
                if let Some(letter) = merged {
                    next.letter = Some(Shared::new(letter));
                }
                next.signed = Rc::new(signed);
            }
            Action::OpenReply => {
                next.reply_open = true;
                next.reply_asked += 1;
                next.answer_shown = true;
                // Scrolls to the letter rather than to the head of the answer.
                next.sought = 0;
            }
            Action::Notice(notice) => next.notice = Some(notice),
            Action::Undo => {
                if let Some(draft) = next.past.pop() {
                    next.bring_back(&draft);
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
                    reason: BlankReason::Missing,
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
