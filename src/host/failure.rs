//! Errors of a document, as JavaScript throws them.

use crate::config::ConfigError;
use crate::json;
use wasm_bindgen::JsValue;

/// Returns a JavaScript `Error` whose `errors` lists every error of a document: `[{at, message}]`.
pub(super) fn failure(message: &str, errors: &[ConfigError]) -> JsValue {
    let error = js_sys::Error::new(message);
    let list = json::written(errors);
    if let Ok(list) = js_sys::JSON::parse(&list) {
        // Setting a member of a fresh error cannot fail.
        let _ = js_sys::Reflect::set(&error, &"errors".into(), &list);
    }
    error.into()
}
