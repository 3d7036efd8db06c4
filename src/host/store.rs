//! Briefs stored on this device, for visitors who asked for it. Storage may be missing, full or
//! forbidden: then nothing is stored and nothing breaks.

use super::window::window;
use crate::config::{SavedBrief, read_saved, storage_key};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::Callback;

/// Returns the storage key of a calculator: each one of each page has its own.
pub fn key(place: &str) -> Option<String> {
    let path = window().ok()?.location().pathname().ok()?;
    Some(storage_key(&path, place))
}

/// Returns the storage of this device, if there is one and it may be used.
fn storage() -> Option<web_sys::Storage> {
    window().ok()?.local_storage().ok()?
}

/// Returns `true` if there is storage.
pub fn can_keep() -> bool {
    storage().is_some()
}

/// Returns the brief stored under a key.
pub fn kept(key: &str) -> Option<SavedBrief> {
    let text = storage()?.get_item(key).ok()??;
    read_saved(&text).ok()
}

/// Stores a brief under a key, or removes it. Returns `false` if that failed.
pub fn keep(key: &str, saved: Option<&SavedBrief>) -> bool {
    let done = storage().map(|storage| match saved.map(SavedBrief::text) {
        Some(text) => storage.set_item(key, &text),
        None => storage.remove_item(key),
    });
    matches!(done, Some(Ok(())))
}

/// Calls a function when another tab removes what is stored under a key, or everything.
pub fn on_removal(key: String, then: Callback<()>) -> Option<EventListener> {
    let window = window().ok()?;
    let listener = EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else {
            return;
        };
        let is_ours = event.key().is_none_or(|changed| changed == key);
        if is_ours && event.new_value().is_none() {
            then.emit(());
        }
    });
    Some(listener)
}
