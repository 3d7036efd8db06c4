//! Window of the page. Workers and servers have none.

#![allow(
    clippy::disallowed_methods,
    reason = "this is where the page is asked for"
)]

use wasm_bindgen::JsValue;
use web_sys::{Document, Window};

/// Returns the window.
///
/// # Errors
/// `undefined` without a window.
pub fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or(JsValue::UNDEFINED)
}

/// Returns the document of the window.
///
/// # Errors
/// `undefined` without a window.
pub fn document() -> Result<Document, JsValue> {
    window()?.document().ok_or(JsValue::UNDEFINED)
}
