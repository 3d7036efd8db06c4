//! What is wrong with a document, as JavaScript throws it.

use crate::config::ConfigError;
use crate::json;
use wasm_bindgen::JsValue;

/// A JavaScript `Error` whose `errors` lists what is wrong: `[{at, message}]`.
pub(super) fn failure(message: &str, errors: &[ConfigError]) -> JsValue {
    let error = js_sys::Error::new(message);
    let list = json::write(errors);
    if let Ok(list) = js_sys::JSON::parse(&list) {
        // Setting a member of a fresh error cannot fail.
        let _ = js_sys::Reflect::set(&error, &"errors".into(), &list);
    }
    error.into()
}
