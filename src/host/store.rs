//! Briefs stored on this device, for visitors who asked for it. Storage may be missing, full or
//! forbidden: then nothing is stored and nothing breaks.

use super::window::window;
use crate::config::{Saved, read_saved, storage_key};

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
pub fn kept(key: &str) -> Option<Saved> {
    let text = storage()?.get_item(key).ok()??;
    read_saved(&text).ok()
}

/// Stores a brief under a key, or removes it. Does nothing without storage.
pub fn keep(key: &str, saved: Option<&Saved>) {
    let Some(storage) = storage() else {
        return;
    };
    let _ = match saved.map(Saved::text) {
        Some(text) => storage.set_item(key, &text),
        None => storage.remove_item(key),
    };
}
