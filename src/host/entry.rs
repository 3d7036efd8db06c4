//! Entry of the session history for an answer that covers the questions, so that Back returns to them.

use super::window::window;
use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::History;
use yew::Callback;

/// Name of a member that the state of the entry has.
const MARK: &str = "takeonAnswer";

/// Adds the entry, unless the current one is one. The page's own state stays in it.
pub fn push() -> Result<(), JsValue> {
    let history = window()?.history()?;
    let state = history.state()?;
    // A state of another type has no place for the mark.
    if is_marked(&state) || !(state.is_null() || state.is_object()) {
        return Ok(());
    }
    let marked = Object::new();
    if let Some(state) = state.dyn_ref::<Object>() {
        Object::assign(&marked, state);
    }
    Reflect::set(&marked, &MARK.into(), &true.into())?;
    history.push_state(&marked, "")
}

/// Returns from the entry to the one before it. `false` if the current one is none.
pub fn pop() -> bool {
    current().is_some_and(|history| history.back().is_ok())
}

/// Listens to returns from the entry.
pub fn on_pop(then: Callback<()>) -> Option<EventListener> {
    let window = window().ok()?;
    let listener = EventListener::new(&window, "popstate", move |_| {
        if current().is_none() {
            then.emit(());
        }
    });
    Some(listener)
}

/// Returns the history if its current entry is that of an answer.
fn current() -> Option<History> {
    let history = window().ok()?.history().ok()?;
    let state = history.state().ok()?;
    is_marked(&state).then_some(history)
}

fn is_marked(state: &JsValue) -> bool {
    Reflect::get(state, &MARK.into()).is_ok_and(|mark| mark.is_truthy())
}
