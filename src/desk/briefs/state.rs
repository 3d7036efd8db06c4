//! State of the desk: the briefs on it, and those that are compared or open in the calculator.

use super::card::Card;
use crate::i18n::Speech;
use serde_json::Value;
use std::rc::Rc;
use yew::Reducible;

/// State of the desk. Briefs go by their index in the list.
#[derive(Clone, PartialEq)]
pub struct DeskState {
    /// Briefs.
    pub cards: Rc<Vec<Card>>,
    /// Briefs side by side, at most two.
    pub compared: Vec<usize>,
    /// Brief that the calculator was asked to open last.
    pub requested: Option<usize>,
    /// Brief that the calculator has opened.
    pub opened: Option<usize>,
    /// True if this device's storage has these briefs already.
    pub is_stored: bool,
}

/// Change of the desk.
pub enum DeskAction {
    /// Adds briefs. One without a name gets one in these words.
    Add(Vec<Card>, Speech),
    /// Replaces the brief at an index by others.
    Replace(usize, Vec<Card>),
    /// Replaces the content of the brief at an index.
    Rewrite(usize, Value),
    /// Adds the brief at an index to the comparison, or removes it from there.
    Compare(usize),
    /// Asks the calculator to open the brief at an index.
    Request(usize),
    /// The calculator has opened the requested brief.
    Opened,
    /// Loads the briefs that this device's storage has.
    Load(Vec<Card>),
}

impl DeskState {
    /// The briefs that this device's storage has.
    pub fn stored(cards: Vec<Card>) -> DeskState {
        DeskState {
            cards: Rc::new(cards),
            compared: Vec::new(),
            requested: None,
            opened: None,
            is_stored: true,
        }
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
        self.requested = self.requested.and_then(moved);
        self.opened = self.opened.and_then(moved);
        let all = Rc::make_mut(&mut self.cards);
        all.splice(index..=index, cards);
        self.compared.retain(|place| !all[*place].archived);
    }

    fn compare(&mut self, index: usize) {
        if self.compared.contains(&index) {
            self.compared.retain(|other| *other != index);
        } else {
            self.compared.insert(0, index);
            self.compared.truncate(2);
        }
    }
}

impl Reducible for DeskState {
    type Action = DeskAction;

    fn reduce(self: Rc<DeskState>, action: DeskAction) -> Rc<DeskState> {
        let mut desk = (*self).clone();
        match action {
            DeskAction::Add(cards, speech) => {
                let all = Rc::make_mut(&mut desk.cards);
                for mut card in cards {
                    if card.name.is_empty() {
                        let n = (all.len() + 1).to_string();
                        card.name = speech.with("briefs.unnamed", &[("n", &n)]);
                    }
                    all.push(card);
                }
            }
            DeskAction::Replace(index, cards) => desk.replace(index, cards),
            DeskAction::Rewrite(index, brief) => {
                if let Some(card) = Rc::make_mut(&mut desk.cards).get_mut(index) {
                    card.noted = card.noted && card.brief == brief;
                    card.brief = brief;
                }
            }
            DeskAction::Compare(index) => desk.compare(index),
            DeskAction::Request(index) => desk.requested = Some(index),
            DeskAction::Opened => desk.opened = desk.requested,
            DeskAction::Load(cards) => {
                // In a list of the same length the briefs are where they were.
                if cards.len() != desk.cards.len() {
                    return Rc::new(DeskState::stored(cards));
                }
                desk.cards = Rc::new(cards);
                desk.is_stored = true;
                return Rc::new(desk);
            }
        }
        if desk.cards != self.cards {
            desk.is_stored = false;
        }
        Rc::new(desk)
    }
}
