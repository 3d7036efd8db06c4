//! Cards that are stored on this device.

use super::card::Card;
use super::state::{DeskAction, DeskState};
use crate::desk::browser;
use crate::desk::hooks::use_stored_elsewhere;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// Name of the briefs in storage.
pub const BRIEFS: &str = "briefs";

/// The stored cards, read anew whenever a tool is shown, and after another tab has changed them.
#[hook]
pub fn use_cards(is_shown: bool) -> Rc<Vec<Card>> {
    let changes = use_state(|| 0);
    {
        let changes = changes.clone();
        use_stored_elsewhere(BRIEFS, move || changes.set(*changes + 1));
    }
    use_memo((is_shown, *changes), |_| browser::stored_list(BRIEFS))
}

/// The state of the desk, with the briefs that are stored on this device.
#[hook]
pub fn use_desk() -> UseReducerHandle<DeskState> {
    // Members of a later version are kept as they are.
    let unread = use_mut_ref(Vec::<Value>::new);
    let stored = {
        let kept = Rc::clone(&unread);
        move || {
            let (cards, unread) = browser::stored_members(BRIEFS);
            kept.replace(unread);
            cards
        }
    };
    let desk = use_reducer(|| DeskState::stored(stored()));
    {
        let (desk, stored) = (desk.dispatcher(), stored.clone());
        use_stored_elsewhere(BRIEFS, move || desk.dispatch(DeskAction::Load(stored())));
    }
    let state = (Rc::clone(&desk.cards), desk.is_stored);
    use_effect_with(state, move |(cards, is_stored)| {
        if !is_stored {
            let cards: Vec<&Card> = cards.iter().map(|card| &**card).collect();
            browser::store_members(BRIEFS, &cards, &unread.borrow());
        }
    });
    desk
}
