//! What lies on the desk, and how it changes. It is kept on this device.

use super::card::Card;
use crate::desk::browser;
use crate::i18n::Speech;
use serde_json::Value;
use std::rc::Rc;
use yew::Reducible;

/// Under which name the briefs are kept.
pub const KEPT: &str = "briefs";

/// What lies on the desk.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// The briefs.
    pub cards: Vec<Card>,
    /// Those side by side, by their places: two at most.
    pub chosen: Vec<usize>,
    /// The one that the calculator was asked to open last, by its place.
    pub asked: Option<usize>,
    /// The one that it has opened, by its place.
    pub opened: Option<usize>,
}

/// What can be done on the desk.
pub enum Move {
    /// Puts briefs down. One without a name gets one in these words.
    Put(Vec<Card>, Speech),
    /// Puts these in the place of one.
    Replace(usize, Vec<Card>),
    /// Gives the brief at a place another content.
    Rewrite(usize, Value),
    /// Puts the brief at a place beside another one, or not any more.
    Choose(usize),
    /// Asks the calculator to open the brief at a place.
    Ask(usize),
    /// The calculator has opened what it was asked for.
    Opened,
    /// Another tab has changed what lies here.
    Elsewhere,
}

impl Desk {
    /// What is kept on this device.
    pub fn kept() -> Desk {
        Desk {
            cards: browser::stored(KEPT).unwrap_or_default(),
            chosen: Vec::new(),
            asked: None,
            opened: None,
        }
    }
}

impl Reducible for Desk {
    type Action = Move;

    fn reduce(self: Rc<Desk>, action: Move) -> Rc<Desk> {
        let Desk {
            mut cards,
            mut chosen,
            mut asked,
            mut opened,
        } = (*self).clone();
        match action {
            Move::Put(new, speech) => {
                for mut card in new {
                    if card.name.is_empty() {
                        let n = (cards.len() + 1).to_string();
                        card.name = speech.with("briefs.unnamed", &[("n", &n)]);
                    }
                    cards.push(card);
                }
            }
            Move::Replace(index, new) => {
                if index >= cards.len() {
                    return self;
                }
                // What stands behind it moves.
                let count = new.len();
                let moved = |place: usize| match place {
                    place if place < index => Some(place),
                    place if place == index => (count > 0).then_some(place),
                    place => Some(place + count - 1),
                };
                chosen = chosen.into_iter().filter_map(moved).collect();
                asked = asked.and_then(moved);
                opened = opened.and_then(moved);
                cards.splice(index..=index, new);
                chosen.retain(|place| !cards[*place].archived);
            }
            Move::Rewrite(index, brief) => {
                if let Some(card) = cards.get_mut(index) {
                    card.noted = card.noted && card.brief == brief;
                    card.brief = brief;
                }
            }
            Move::Choose(index) => {
                if chosen.contains(&index) {
                    chosen.retain(|known| *known != index);
                } else {
                    chosen.insert(0, index);
                    chosen.truncate(2);
                }
            }
            Move::Ask(index) => asked = Some(index),
            Move::Opened => opened = asked,
            Move::Elsewhere => {
                let there = Desk::kept();
                // The same ones lie where they lay.
                if there.cards.len() != cards.len() {
                    return Rc::new(there);
                }
                cards = there.cards;
            }
        }
        if cards != self.cards {
            browser::store(KEPT, &cards);
        }
        Rc::new(Desk {
            cards,
            chosen,
            asked,
            opened,
        })
    }
}
