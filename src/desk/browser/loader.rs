//! Questions to the loader of the tools, `static/desk/desk.js`, for parts that it loads when they are needed.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;

/// Has a message of a day, as in 2026-03-31, read by `reader.js`, and passes on what that says as JSON text: `None` where it
/// cannot be loaded.
pub fn hear(message: &str, terms: &str, day: &str, then: impl FnOnce(Option<String>) + 'static) {
    let given = [
        ("message", message.into()),
        ("terms", terms.into()),
        ("today", day.into()),
    ];
    ask("takeon-desk-message", &given, callback(then));
}

/// Has the words of a language loaded, and passes on its messages as JSON text: `None` where there are none.
pub fn words(tag: &str, then: impl FnOnce(Option<String>) + 'static) {
    ask("takeon-desk-words", &[("tag", tag.into())], callback(then));
}

/// Has the deferred part of the tools loaded. Passes on `None` where it cannot be had.
pub fn load_later(then: impl FnOnce(Option<String>) + 'static) {
    ask("takeon-desk-later", &[], callback(then));
}

/// Saves the calculator's archive with further files in it: JSON text of an object of texts by their names. Passes on `None`
/// where it cannot be had.
pub fn save_archive(files: &str, then: impl FnOnce(Option<String>) + 'static) {
    ask(
        "takeon-desk-archive",
        &[("files", files.into())],
        callback(then),
    );
}

/// Has a workbook read, and returns its sheets as JSON text: `None` where that cannot be done.
pub async fn workbook(bytes: &[u8]) -> Option<String> {
    let bytes: JsValue = js_sys::Uint8Array::from(bytes).into();
    let sheets = js_sys::Promise::new(&mut |then, _| {
        let given = [("bytes", bytes.clone())];
        ask("takeon-desk-workbook", &given, then.into());
    });
    JsFuture::from(sheets).await.ok()?.as_string()
}

/// A function for the loader that passes on the text it is called with.
fn callback(then: impl FnOnce(Option<String>) + 'static) -> JsValue {
    Closure::once_into_js(move |answer: JsValue| then(answer.as_string()))
}

/// Asks the loader of the tools for something by an event. It calls `then` with its answer.
fn ask(kind: &str, given: &[(&str, JsValue)], then: JsValue) {
    let detail = js_sys::Object::new();
    for (name, value) in given.iter().chain([&("then", then)]) {
        let _ = Reflect::set(&detail, &(*name).into(), value);
    }
    let event = web_sys::CustomEventInit::new();
    event.set_detail(&detail);
    let event = web_sys::CustomEvent::new_with_event_init_dict(kind, &event);
    let document = web_sys::window().and_then(|window| window.document());
    let desk = document.and_then(|document| document.get_element_by_id("desk"));
    if let (Some(desk), Ok(event)) = (desk, event) {
        let _ = desk.dispatch_event(&event);
    }
}
