//! Files that the owner opens or drops, and links that are dropped.

use crate::desk::browser::OpenedFile;
use crate::desk::{browser, encoding};
use crate::mail::{self, Mail};
use serde::Deserialize;
use yew::prelude::*;

/// A sheet of a workbook.
#[derive(Clone, PartialEq, Deserialize)]
pub struct Table {
    /// Name of the sheet.
    pub name: String,
    /// Rows, with tabs between their cells.
    pub text: String,
}

/// A file or a link that was handed over.
#[derive(Default)]
pub struct ImportSource {
    /// Name of the file; empty for a link.
    pub name: String,
    /// Text, of a workbook that of its sheets; `None` for a file that cannot be read.
    pub text: Option<String>,
    /// Message, for a file with words that is no JSON.
    pub mail: Option<Mail>,
    /// Names of the files attached to a mail.
    pub attached: Vec<String>,
    /// Sheets, for a workbook that can be read.
    pub tables: Vec<Table>,
}

impl ImportSource {
    /// A link.
    pub fn link(text: String) -> ImportSource {
        ImportSource {
            text: Some(text),
            ..ImportSource::default()
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

fn decoded(files: Vec<OpenedFile>) -> Vec<ImportSource> {
    let source = |file: OpenedFile| {
        let OpenedFile {
            name,
            bytes,
            sheets,
        } = file;
        let sheets = sheets.and_then(|sheets| serde_json::from_str(&sheets).ok());
        let tables: Vec<Table> = sheets.unwrap_or_default();
        if !tables.is_empty() {
            let all: Vec<&str> = tables.iter().map(|table| table.text.as_str()).collect();
            let text = all.join("\n\n");
            let words = Mail {
                text: text.clone(),
                ..Mail::default()
            };
            return ImportSource {
                name,
                text: Some(text),
                mail: Some(words),
                tables,
                ..ImportSource::default()
            };
        }
        let text = Some(encoding::decode(&bytes)).filter(|text| !text.is_empty());
        let is_json = name.to_ascii_lowercase().ends_with(".json");
        let mail = mail::open(&bytes, &encoding::decode_in).filter(|_| !is_json);
        ImportSource {
            name,
            text,
            mail,
            attached: mail::attached(&bytes, &encoding::decode_in),
            tables,
        }
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
