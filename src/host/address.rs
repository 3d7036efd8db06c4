//! Addresses of and on the page.

use super::window::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::Url;

/// Returns the address of the page without user name and password, which are private.
pub fn address() -> Result<String, JsValue> {
    bare(&window()?.location().href()?)
}

/// Resolves an address relative to the page, without user name and password, which `fetch` rejects.
pub fn bare(address: &str) -> Result<String, JsValue> {
    let base = document()?.base_uri()?.unwrap_or_default();
    let url = Url::new_with_base(address, &base)?;
    url.set_username("");
    url.set_password("");
    Ok(url.href())
}
