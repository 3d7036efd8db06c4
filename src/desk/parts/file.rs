//! Files that the owner opens or drops, and links that are dropped.

use crate::desk::{browser, encoding};
use crate::mail::{self, Mail};
use yew::prelude::*;

/// A file or a link that was handed over.
pub struct ImportSource {
    /// Name of the file; empty for a link.
    pub name: String,
    /// Text; `None` for a file that cannot be read.
    pub text: Option<String>,
    /// Message, for a file with words that is no JSON.
    pub mail: Option<Mail>,
}

impl ImportSource {
    /// A link.
    pub fn link(text: String) -> ImportSource {
        ImportSource {
            name: String::new(),
            text: Some(text),
            mail: None,
        }
    }
}

/// Passes on the text of the last source, where there is room for one only.
pub fn last_text(on_text: Callback<Option<String>>) -> Callback<Vec<ImportSource>> {
    on_text.reform(|mut sources: Vec<ImportSource>| sources.pop()?.text)
}

/// Types of JSON files, as the attribute `accept` has them.
pub const JSON: &str = ".json,application/json";

/// A button that opens a file, or several. `accept` has their types, as the attribute does.
pub fn open_file(
    label: String,
    accept: &'static str,
    multiple: bool,
    on_open: &Callback<Vec<ImportSource>>,
) -> Html {
    let on_open = on_open.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        if let Some(files) = input.files().filter(|files| files.length() > 0) {
            browser::read(files, on_open.reform(decoded));
        }
        // The same file may be opened again.
        input.set_value("");
    });
    html! {
        <label class="button">
            <input type="file" class="for-listeners" {accept} {multiple} {onchange} />
            <span>{ label }</span>
        </label>
    }
}

fn decoded(files: Vec<(String, Vec<u8>)>) -> Vec<ImportSource> {
    let source = |(name, bytes): (String, Vec<u8>)| {
        let text = Some(encoding::decode(&bytes)).filter(|text| !text.is_empty());
        let is_json = name.to_ascii_lowercase().ends_with(".json");
        let mail = mail::open(&bytes, &encoding::decode_in).filter(|_| !is_json);
        ImportSource { name, text, mail }
    };
    files.into_iter().map(source).collect()
}

/// Returns a handler of `drop` that passes on all files. Other things are left to the browser.
pub fn on_drop(on_files: Callback<Vec<ImportSource>>) -> Callback<DragEvent> {
    Callback::from(move |event: DragEvent| {
        let files = event.data_transfer().and_then(|data| data.files());
        let Some(files) = files.filter(|files| files.length() > 0) else {
            return;
        };
        event.prevent_default();
        browser::read(files, on_files.reform(decoded));
    })
}

/// Returns a handler of `drop` that passes on a link, or all files.
pub fn on_drop_or_link(on_import: Callback<Vec<ImportSource>>) -> Callback<DragEvent> {
    let on_files = on_drop(on_import.clone());
    Callback::from(move |event: DragEvent| {
        let data = event.data_transfer();
        let text = data.and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            event.prevent_default();
            on_import.emit(vec![ImportSource::link(text)]);
        } else {
            on_files.emit(event);
        }
    })
}

/// Returns a handler of `dragover` that allows a drop: by default a browser opens the file itself.
pub fn allow_drop() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| event.prevent_default())
}
