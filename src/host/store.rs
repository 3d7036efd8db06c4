//! What a visitor wanted kept on this device. Storage may be missing, full or forbidden: then nothing
//! is kept and nothing breaks.

use crate::config::{Saved, read_saved, storage_key};

/// The name under which a brief is kept: each calculator of each page has its own.
pub fn key(place: &str) -> Option<String> {
    let path = web_sys::window()?.location().pathname().ok()?;
    Some(storage_key(&path, place))
}

/// The storage of this device, where there is one and it may be used.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Whether anything can be kept here.
pub fn can_keep() -> bool {
    storage().is_some()
}

/// What was kept under a name.
pub fn kept(key: &str) -> Option<Saved> {
    let text = storage()?.get_item(key).ok()??;
    read_saved(&text).ok()
}

/// Keeps a brief under a name, or forgets it. Where it cannot be kept it is not.
pub fn keep(key: &str, saved: Option<&Saved>) {
    let Some(storage) = storage() else {
        return;
    };
    let _ = match saved.map(Saved::text) {
        Some(text) => storage.set_item(key, &text),
        None => storage.remove_item(key),
    };
}
