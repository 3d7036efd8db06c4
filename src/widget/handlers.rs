//! Handlers of the whole calculator: for dropped files, and for keys.

use super::deferred::ResultsProps;
use super::state::{Action, dispatching};
use crate::mail::MOST_BYTES;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlElement};
use yew::prelude::*;

/// Hands over a file with a message.
pub fn hand_over(props: &ResultsProps, file: File) {
    let handed = dispatching(&props.state, Action::File);
    props.host.read_bytes(file, MOST_BYTES, handed);
}

/// Returns handlers that take a dropped file or text, that permit the drop, and that take keys. A
/// text dropped into a field belongs to the field.
pub fn handlers(props: &ResultsProps) -> [Callback<Event>; 3] {
    let data = |event: &Event| event.dyn_ref::<web_sys::DragEvent>()?.data_transfer();
    let is_fields = |event: &Event| {
        let target = event.composed_path().get(0);
        let element = target.dyn_ref::<web_sys::Element>();
        element.is_some_and(|element| element.matches("input, textarea").unwrap_or_default())
    };
    let file = move |event: &Event| data(event)?.files()?.get(0);
    let on_over = Callback::from(move |event: Event| {
        let has_files = data(&event).is_some_and(|data| data.types().includes(&"Files".into(), 0));
        if has_files || !is_fields(&event) {
            event.prevent_default();
        }
    });
    let props = props.clone();
    let on_drop = Callback::from(move |event: Event| {
        let text = data(&event).and_then(|data| data.get_data("text/plain").ok());
        if let Some(file) = file(&event) {
            event.prevent_default();
            hand_over(&props, file);
        } else if let Some(text) = text.filter(|text| !text.trim().is_empty() && !is_fields(&event))
        {
            event.prevent_default();
            props.state.dispatch(Action::Message(Some(text.into())));
        }
    });
    [on_drop, on_over, Callback::from(|event| on_key(&event))]
}

/// Goes on from a field by the Enter key, and closes an open blank by Escape.
fn on_key(event: &Event) {
    let member = |name: &str| Reflect::get(event, &name.into()).unwrap_or_default();
    // The Enter key of an input method ends a word.
    if member("isComposing").is_truthy() || event.default_prevented() {
        return;
    }
    let target = event.composed_path().get(0);
    let is_in = |places: &str| {
        let target = target.dyn_ref::<web_sys::Element>();
        target.is_some_and(|target| target.matches(places).unwrap_or_default())
    };
    let place = match member("key").as_string().as_deref() {
        Some("Enter") if is_in(".questions input[type=text]") => ".foot .main:not(.send)",
        Some("Escape") if is_in(".blank-questions *") => ".blank[aria-expanded=true]",
        _ => return,
    };
    let view = target.dyn_ref::<web_sys::Element>();
    let view = view.and_then(|target| target.closest(".view").ok().flatten());
    let button = view.and_then(|view| view.query_selector(place).ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = button.focus();
        button.click();
    }
}
