//! Files that the visitor saves and opens. Nothing leaves the device.

use super::window::document;
use crate::config::limits::BYTES;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};
use yew::Callback;

/// Time after which a download has surely read its object URL, in milliseconds. There is no event
/// for it.
const DOWNLOAD: u32 = 60_000;

/// Saves a text to a file in the visitor's downloads. Does nothing if the page forbids it.
pub fn save(name: &str, text: &str) {
    // A browser without one of these APIs has no files.
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
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    gloo::timers::callback::Timeout::new(DOWNLOAD, move || drop(Url::revoke_object_url(&url)))
        .forget();
    Ok(())
}

/// Reads a file, and calls `then` with its text: empty if it is too large or unreadable.
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

/// Reads at most this many bytes of a file, and calls `then` with them, or with none if it is
/// unreadable.
pub fn bytes(file: File, most: usize, then: Callback<Vec<u8>>) {
    wasm_bindgen_futures::spawn_local(async move {
        let read = async {
            let part = file.slice_with_i32_and_i32(0, most as i32)?;
            wasm_bindgen_futures::JsFuture::from(part.array_buffer()).await
        };
        let bytes = read.await.map(|buffer| Uint8Array::new(&buffer).to_vec());
        then.emit(bytes.unwrap_or_default());
    });
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(charset: &str) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

/// Decodes bytes in a charset. Returns `None` if the browser does not support it.
pub fn decode(bytes: &[u8], charset: &str) -> Option<String> {
    TextDecoder::new(charset).ok()?.decode(bytes).ok()
}
