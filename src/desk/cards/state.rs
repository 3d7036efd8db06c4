//! State of the desk: the enquiries on it, those that are compared, and the one in the panel.

use super::card::{Card, EnquiryState, GivenAnswer};
use super::job::Agreed;
use crate::desk::browser;
use crate::encoding::fingerprint;
use crate::shared::Shared;
use serde_json::Value;
use std::rc::Rc;
use yew::{Callback, Reducible};

/// Briefs on the desk. One that nobody has changed is the same as before.
pub type Cards = Rc<Vec<Shared<Card>>>;

/// Most briefs side by side.
pub const MOST_COMPARED: usize = 4;

/// Content of the panel.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Nothing: it is closed.
    Closed,
    /// A brief that is not on the desk yet.
    New,
    /// The brief at an index.
    Card(usize),
}

/// Most steps that can be undone.
const STEPS: usize = 50;

/// Steps of the desk that can be undone, and done again: its briefs before and after them.
#[derive(Clone, Default, PartialEq)]
struct Steps {
    done: Vec<Cards>,
    undone: Vec<Cards>,
    /// Brief that is being edited: its letters are one step.
    writing: Option<usize>,
}

/// State of the desk. Briefs go by their index in the list.
#[derive(Clone, PartialEq)]
pub struct DeskState {
    /// Briefs.
    pub cards: Cards,
    /// Briefs side by side, in the order in which they were chosen.
    pub compared: Vec<usize>,
    /// Content of the panel.
    pub panel: Panel,
    /// Number of times that the panel was opened: each has a calculator of its own.
    pub opened: usize,
    /// Number of times that the calculator of the open panel was given another brief.
    pub renewed: usize,
    /// True if this device's storage has these briefs already.
    pub is_stored: bool,
    steps: Steps,
}

/// Change of the desk.
pub enum DeskAction {
    /// Adds briefs.
    Add(Vec<Card>),
    /// Adds the brief of the calculator, which stays in the panel.
    Put(Card),
    /// Replaces the brief at an index by others.
    Replace(usize, Vec<Card>),
    /// Changes the brief at an index, letter by letter.
    Edit(usize, Box<dyn FnOnce(&mut Card)>),
    /// Replaces the content of the brief at an index.
    Rewrite(usize, Value),
    /// Brings back the brief that the client asked, at an index.
    Restore(usize),
    /// Replaces the brief at an index by one that the open calculator does not know yet.
    Renew(usize, Card),
    /// Keeps the brief at an index as the job that was agreed.
    Agree(usize, Box<Agreed>),
    /// Sets the state of the brief at an index.
    SetState(usize, EnquiryState),
    /// Notes an answer to the brief at an index, as of today.
    Answer(usize, String),
    /// Adds the brief at an index to the comparison, or removes it from there.
    Compare(usize),
    /// Opens the panel, or closes it.
    Show(Panel),
    /// Undoes a step, or does the last one that was undone again.
    Step(Direction),
    /// Loads the briefs that this device's storage has.
    Load(Vec<Card>),
}

/// Direction of a step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// A step is undone.
    Back,
    /// A step is done again.
    Again,
}

impl DeskState {
    /// The briefs that this device's storage has.
    pub fn stored(cards: Vec<Card>) -> DeskState {
        let known = cards.into_iter().enumerate();
        DeskState {
            cards: Rc::new(
                known
                    .map(|(index, card)| Shared::new(known_card(index, card)))
                    .collect(),
            ),
            compared: Vec::new(),
            panel: Panel::Closed,
            opened: 0,
            renewed: 0,
            is_stored: true,
            steps: Steps::default(),
        }
    }

    /// Returns `true` if there is a step in a direction.
    pub fn can_go(&self, direction: Direction) -> bool {
        match direction {
            Direction::Back => !self.steps.done.is_empty(),
            Direction::Again => !self.steps.undone.is_empty(),
        }
    }

    /// Goes a step, if there is one. The panel closes over a brief that is another after it: its calculator would not know.
    fn go(&mut self, direction: Direction) {
        let Steps {
            done,
            undone,
            writing,
        } = &mut self.steps;
        let (from, to) = match direction {
            Direction::Back => (done, undone),
            Direction::Again => (undone, done),
        };
        *writing = None;
        let Some(cards) = from.pop() else {
            return;
        };
        let cards = std::mem::replace(&mut self.cards, cards);
        let brief =
            |cards: &[Shared<Card>], index: usize| cards.get(index).map(|card| card.brief.clone());
        if let Panel::Card(index) = self.panel
            && brief(&cards, index) != brief(&self.cards, index)
        {
            self.panel = Panel::Closed;
        }
        if cards.len() != self.cards.len() {
            self.compared.clear();
        }
        to.push(cards);
    }

    /// Replaces the brief at an index by others. Briefs behind it get other indices.
    fn replace(&mut self, index: usize, cards: Vec<Card>) {
        if index >= self.cards.len() {
            return;
        }
        let count = cards.len();
        let moved = |place: usize| match place {
            place if place < index => Some(place),
            place if place == index => (count > 0).then_some(place),
            place => Some(place + count - 1),
        };
        self.compared = self.compared.iter().copied().filter_map(moved).collect();
        if let Panel::Card(place) = self.panel {
            self.panel = moved(place).map_or(Panel::Closed, Panel::Card);
        }
        let all = Rc::make_mut(&mut self.cards);
        let others: Vec<_> = all.drain(index..).skip(1).collect();
        for card in cards {
            push(all, card);
        }
        all.extend(others);
        self.compared.retain(|place| !all[*place].archived);
    }

    fn add(&mut self, mut card: Card) {
        let all = Rc::make_mut(&mut self.cards);
        if card.name.is_empty() {
            let last = all.iter().map(|card| card.number).max();
            card.number = last.unwrap_or_default().max(all.len()) + 1;
        }
        push(all, card);
    }

    /// Changes the brief at an index.
    fn edit(&mut self, index: usize, change: impl FnOnce(&mut Card)) {
        let Some(card) = self.cards.get(index) else {
            return;
        };
        let mut changed = (**card).clone();
        change(&mut changed);
        if changed != **card {
            Rc::make_mut(&mut self.cards)[index] = Shared::new(changed);
        }
    }

    /// The desk with the briefs that this device's storage has by now: the panel stays open.
    fn reload(&self, cards: Vec<Card>) -> DeskState {
        let stored = DeskState::stored(cards);
        let place = |index: usize| {
            let id = &self.cards.get(index)?.id;
            stored.cards.iter().position(|card| card.id == *id)
        };
        DeskState {
            compared: self.compared.iter().copied().filter_map(place).collect(),
            panel: match self.panel {
                Panel::Card(index) => place(index).map_or(Panel::Closed, Panel::Card),
                panel => panel,
            },
            opened: self.opened,
            renewed: self.renewed,
            ..stored
        }
    }
}

/// Appends a card, with an id of its own if it has none, or that of another one.
fn push(all: &mut Vec<Shared<Card>>, mut card: Card) {
    if card.id.is_empty() || all.iter().any(|other| other.id == card.id) {
        card.id = browser::fresh_id();
    }
    all.push(Shared::new(card));
}

/// A stored card at an index as this version has it. Every tab gives a card of an earlier version the same id.
fn known_card(index: usize, mut card: Card) -> Card {
    if card.id.is_empty() {
        card.id = fingerprint([&*index.to_string(), &card.day, &card.message]);
    }
    if card.delivered.is_some() && card.state == EnquiryState::Won {
        card.state = EnquiryState::Delivered;
    }
    card
}

impl Reducible for DeskState {
    type Action = DeskAction;

    fn reduce(self: Rc<DeskState>, action: DeskAction) -> Rc<DeskState> {
        let mut desk = (*self).clone();
        // Agreements are kept by the desk itself, along with the step before.
        let is_step = !matches!(action, DeskAction::Step(_) | DeskAction::Agree(..));
        let writing = match &action {
            DeskAction::Edit(index, _) => Some(*index),
            _ => None,
        };
        match action {
            DeskAction::Step(direction) => desk.go(direction),
            DeskAction::Add(cards) => {
                for card in cards {
                    desk.add(card);
                }
            }
            DeskAction::Put(card) => {
                desk.add(card);
                desk.panel = Panel::Card(desk.cards.len() - 1);
            }
            DeskAction::Replace(index, cards) => desk.replace(index, cards),
            DeskAction::Edit(index, change) => desk.edit(index, change),
            DeskAction::Rewrite(index, brief) => {
                desk.edit(index, |card| card.rewrite(browser::day(), brief));
            }
            DeskAction::Restore(index) => {
                desk.edit(index, Card::restore);
                desk.opened += 1;
            }
            DeskAction::Renew(index, card) => {
                desk.edit(index, |old| *old = card);
                desk.renewed += 1;
            }
            DeskAction::Agree(index, agreed) => {
                desk.edit(index, |card| card.agreed = Some(*agreed));
            }
            DeskAction::SetState(index, state) => desk.edit(index, |card| card.state = state),
            DeskAction::Answer(index, said) => desk.edit(index, |card| {
                let answer = GivenAnswer {
                    day: browser::today(),
                    said,
                };
                // A second press says nothing new.
                if card.answers.last() != Some(&answer) {
                    card.answers.push(answer);
                }
                if card.state == EnquiryState::New {
                    card.state = EnquiryState::Answered;
                }
            }),
            DeskAction::Compare(index) => match desk.compared.contains(&index) {
                true => desk.compared.retain(|other| *other != index),
                false if desk.compared.len() < MOST_COMPARED => desk.compared.push(index),
                false => {}
            },
            DeskAction::Show(panel) => {
                desk.panel = panel;
                desk.opened += 1;
            }
            DeskAction::Load(cards) => return Rc::new(self.reload(cards)),
        }
        if desk.cards != self.cards {
            desk.is_stored = false;
            let steps = &mut desk.steps;
            if is_step && (writing.is_none() || steps.writing != writing) {
                steps.done.push(Rc::clone(&self.cards));
                let many = steps.done.len().saturating_sub(STEPS);
                steps.done.drain(..many);
            }
            if is_step {
                steps.undone.clear();
                steps.writing = writing;
            }
        }
        Rc::new(desk)
    }
}

/// Callback that writes a text into the enquiry at an index.
pub fn editing(
    on_action: &Callback<DeskAction>,
    index: usize,
    change: fn(&mut Card, String),
) -> Callback<String> {
    on_action.reform(move |text: String| {
        DeskAction::Edit(index, Box::new(move |card| change(card, text)))
    })
}
