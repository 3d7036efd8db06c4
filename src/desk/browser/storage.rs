//! Storage on this device.

use crate::host::save;
use gloo::events::EventListener;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use wasm_bindgen::JsCast;
use yew::Callback;

/// Returns the value stored on this device under a name.
pub fn stored<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_str(&stored_text(name)?).ok()
}

/// Returns the members of a list that is stored on this device under a name, without those that cannot
/// be read.
pub fn stored_list<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let (known, _) = stored_members(name);
    known
}

/// Returns the members of a list that is stored on this device under a name, and those that cannot be read: a later version may
/// have written them. [`store_members`] keeps them.
pub fn stored_members<T: DeserializeOwned>(name: &str) -> (Vec<T>, Vec<Value>) {
    let all: Vec<Value> = stored(name).unwrap_or_default();
    let (mut known, mut unread) = (Vec::new(), Vec::new());
    for one in all {
        match serde_json::from_str(&one.to_string()) {
            Ok(one) => known.push(one),
            Err(_) => unread.push(one),
        }
    }
    (known, unread)
}

/// Stores the members of a list on this device, and after them those that could not be read.
pub fn store_members<T: Serialize>(name: &str, known: &[T], unread: &[Value]) {
    if unread.is_empty() {
        return store(name, known);
    }
    let known = known
        .iter()
        .filter_map(|one| serde_json::to_value(one).ok());
    let all: Vec<Value> = known.chain(unread.iter().cloned()).collect();
    store(name, &all);
}

/// Returns the text stored on this device under a name.
pub fn stored_text(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok()?
}

/// Event on the window after something could not be stored.
const STORAGE_FAILURE: &str = "takeon-desk-unkept";

/// Stores a value on this device as JSON.
///
/// Listeners of [`on_storage_failure`] hear of a failure.
pub fn store<T: Serialize + ?Sized>(name: &str, value: &T) {
    store_text(name, serde_json::to_string(value).ok().as_deref());
}

/// Saves a value as a file of JSON with a line for each member.
pub fn save_value<T: Serialize + ?Sized>(name: &str, value: &T) {
    let text = serde_json::to_string(value).unwrap_or_default();
    // By way of a value: each kind of writer would be compiled for every type.
    let value: Value = serde_json::from_str(&text).unwrap_or_default();
    save(name, &format!("{value:#}\n"));
}

/// Stores a text on this device, or removes the one that is there.
///
/// Listeners of [`on_storage_failure`] hear of a failure.
pub fn store_text(name: &str, text: Option<&str>) {
    let stored = storage().and_then(|storage| {
        match text {
            Some(text) => storage.set_item(&key(name), text),
            None => storage.remove_item(&key(name)),
        }
        .ok()
    });
    if stored.is_none()
        && let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(STORAGE_FAILURE))
    {
        let _ = window.dispatch_event(&event);
    }
}

/// Stores a text on this device, or removes the one that is there, and tells all tools of this page as
/// if another tab had done it.
pub fn replace(name: &str, text: Option<&str>) {
    store_text(name, text);
    let init = web_sys::StorageEventInit::new();
    init.set_key(Some(&key(name)));
    if let (Some(window), Ok(event)) = (
        web_sys::window(),
        web_sys::StorageEvent::new_with_event_init_dict("storage", &init),
    ) {
        let _ = window.dispatch_event(&event);
    }
}

/// Returns the text noted in this tab under a name, until it is closed.
pub fn noted(name: &str) -> Option<String> {
    let storage = web_sys::window()?.session_storage().ok()??;
    storage.get_item(&key(name)).ok()?
}

/// Notes a text in this tab under a name, or removes the one that is there.
pub fn note(name: &str, text: Option<&str>) {
    let storage = web_sys::window().and_then(|window| window.session_storage().ok()?);
    if let Some(storage) = storage {
        let _ = match text {
            Some(text) => storage.set_item(&key(name), text),
            None => storage.remove_item(&key(name)),
        };
    }
}

/// Subscribes to failures to store; dropping the listener unsubscribes.
pub fn on_storage_failure(on_failure: Callback<()>) -> Option<EventListener> {
    on_window(STORAGE_FAILURE, move |_| on_failure.emit(()))
}

/// Subscribes to changes that other tabs make to the value stored under a name; dropping the listener
/// unsubscribes.
pub fn on_stored(name: &str, on_change: Callback<()>) -> Option<EventListener> {
    let key = key(name);
    on_window("storage", move |event| {
        let event = event.unchecked_ref::<web_sys::StorageEvent>();
        if event.key().is_some_and(|changed| changed == key) {
            on_change.emit(());
        }
    })
}

fn key(name: &str) -> String {
    format!("takeon-desk:1:{name}")
}

/// The storage of this device, if the page may use it.
///
/// `LocalStorage` of gloo-storage 0.3 panics where cookies are blocked, and where the browser cannot
/// read its own file.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Subscribes to an event of the window; dropping the listener unsubscribes.
pub(super) fn on_window(
    kind: &'static str,
    on_event: impl Fn(&web_sys::Event) + 'static,
) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, kind, on_event))
}
