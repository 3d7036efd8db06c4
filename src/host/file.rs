//! Files, as a visitor saves and opens them. Nothing leaves the device.

use crate::config::limits::BYTES;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};
use yew::Callback;

/// Saves a text in the folder for downloads. Where the page forbids that, nothing happens.
pub fn save(name: &str, text: &str) {
    // A browser without one of these has no files.
    let _ = try_save(name, text);
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(if name.ends_with(".json") {
        "application/json"
    } else {
        "text/plain;charset=utf-8"
    });
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    let link = document
        .ok_or(JsValue::UNDEFINED)?
        .create_element("a")?
        .unchecked_into::<HtmlAnchorElement>();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // A browser may take its time to fetch what it saves.
    gloo::timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&url)))
        .forget();
    Ok(())
}

/// Reads a file's text: empty where it is too large or cannot be read.
pub fn read(file: File, then: Callback<String>) {
    wasm_bindgen_futures::spawn_local(async move {
        let text = if file.size() <= BYTES as f64 {
            wasm_bindgen_futures::JsFuture::from(file.text()).await.ok()
        } else {
            None
        };
        then.emit(text.and_then(|text| text.as_string()).unwrap_or_default());
    });
}
