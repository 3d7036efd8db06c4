//! Files that are opened with a button or dropped, and links that are dropped.

use crate::desk::encoding;
use crate::host::browser;
use yew::prelude::*;

/// A file to open.
#[derive(Properties, Clone, PartialEq)]
pub struct OpenProps {
    /// What it says.
    pub label: AttrValue,
    /// Which files, as the attribute has it.
    pub accept: AttrValue,
    /// Called with the text of the file; none where it cannot be read.
    pub on_text: Callback<Option<String>>,
}

/// A button that opens a file.
#[component]
pub fn OpenFile(props: &OpenProps) -> Html {
    let on_text = props.on_text.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            browser::read(file, on_text.reform(some));
        }
        // The same file may be opened again.
        input.set_value("");
    });
    html! {
        <label class="button">
            <input type="file" class="for-listeners" accept={props.accept.clone()} {onchange} />
            <span>{ props.label.clone() }</span>
        </label>
    }
}

/// The text of a file, where there is one.
fn some(bytes: Vec<u8>) -> Option<String> {
    Some(encoding::text(&bytes)).filter(|text| !text.is_empty())
}

/// What drops files here calls this with the text of each; none for a file that cannot be read.
/// What else is dropped is left to the browser.
pub fn dropped(on_text: Callback<Option<String>>) -> Callback<DragEvent> {
    Callback::from(move |event: DragEvent| {
        let files = event.data_transfer().and_then(|data| data.files());
        let Some(files) = files.filter(|files| files.length() > 0) else {
            return;
        };
        event.prevent_default();
        for file in (0..files.length()).filter_map(|n| files.get(n)) {
            browser::read(file, on_text.reform(some));
        }
    })
}

/// What drops a link or files here calls this with the text of each.
pub fn dropped_or_linked(on_text: Callback<Option<String>>) -> Callback<DragEvent> {
    let on_files = dropped(on_text.clone());
    Callback::from(move |event: DragEvent| {
        let data = event.data_transfer();
        let text = data.and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            event.prevent_default();
            on_text.emit(Some(text));
        } else {
            on_files.emit(event);
        }
    })
}

/// Without this a browser opens what is dropped.
pub fn over() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| event.prevent_default())
}
