//! Subscriptions of a component to the page, from its first render until it is unmounted.
//!
//! They never subscribe anew: an event in the middle of its dispatch does not reach a listener that
//! was added meanwhile. The callback is that of the first render; state handles in it are up to date.

use super::browser;
use yew::prelude::*;

/// Calls `on_change` after another tab has changed the value that is stored under a name.
#[hook]
pub fn use_stored_elsewhere<F: Fn() + 'static>(name: &'static str, on_change: F) {
    use_effect_with((), move |()| {
        let listener = browser::on_stored(name, Callback::from(move |()| on_change()));
        move || drop(listener)
    });
}

/// Calls `on_change` after the fragment of the page's address has changed.
#[hook]
pub fn use_fragment_change<F: Fn() + 'static>(on_change: F) {
    use_effect_with((), move |()| {
        let listener = browser::on_fragment(Callback::from(move |()| on_change()));
        move || drop(listener)
    });
}

/// Returns `true` once something could not be stored on this device.
#[hook]
pub fn use_storage_failure() -> bool {
    let has_failed = use_state(|| false);
    {
        let has_failed = has_failed.setter();
        use_effect_with((), move |()| {
            let on_failure = Callback::from(move |()| has_failed.set(true));
            let listener = browser::on_storage_failure(on_failure);
            move || drop(listener)
        });
    }
    *has_failed
}
