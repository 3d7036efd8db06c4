//! Files that are opened with a button or dropped, and links that are dropped.

use crate::desk::browser;
use crate::desk::encoding;
use yew::prelude::*;

/// What was handed over.
pub struct Arrival {
    /// The name of the file; empty for a link.
    pub name: String,
    /// The text; none for a file that cannot be read.
    pub text: Option<String>,
}

impl Arrival {
    /// A link.
    pub fn link(text: String) -> Arrival {
        Arrival {
            name: String::new(),
            text: Some(text),
        }
    }
}

/// Calls this with the text of the last arrival, where there is room for one only.
pub fn last(on_text: Callback<Option<String>>) -> Callback<Vec<Arrival>> {
    on_text.reform(|mut arrivals: Vec<Arrival>| arrivals.pop()?.text)
}

/// A file to open.
#[derive(Properties, Clone, PartialEq)]
pub struct OpenProps {
    /// What it says.
    pub label: AttrValue,
    /// Which files, as the attribute has it.
    pub accept: AttrValue,
    /// Called with the file.
    pub on_arrival: Callback<Vec<Arrival>>,
}

/// A button that opens a file.
#[component]
pub fn OpenFile(props: &OpenProps) -> Html {
    let on_arrival = props.on_arrival.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        if let Some(files) = input.files().filter(|files| files.length() > 0) {
            browser::read(files, on_arrival.reform(texts));
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

/// The texts of files that were read.
fn texts(files: Vec<(String, Vec<u8>)>) -> Vec<Arrival> {
    let arrival = |(name, bytes): (String, Vec<u8>)| {
        let text = Some(encoding::decode(&bytes)).filter(|text| !text.is_empty());
        Arrival { name, text }
    };
    files.into_iter().map(arrival).collect()
}

/// What drops files here calls this once with all of them. What else is dropped is left to the browser.
pub fn dropped(on_arrival: Callback<Vec<Arrival>>) -> Callback<DragEvent> {
    Callback::from(move |event: DragEvent| {
        let files = event.data_transfer().and_then(|data| data.files());
        let Some(files) = files.filter(|files| files.length() > 0) else {
            return;
        };
        event.prevent_default();
        browser::read(files, on_arrival.reform(texts));
    })
}

/// What drops a link or files here calls this once with all of them.
pub fn dropped_or_linked(on_arrival: Callback<Vec<Arrival>>) -> Callback<DragEvent> {
    let on_files = dropped(on_arrival.clone());
    Callback::from(move |event: DragEvent| {
        let data = event.data_transfer();
        let text = data.and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            event.prevent_default();
            on_arrival.emit(vec![Arrival::link(text)]);
        } else {
            on_files.emit(event);
        }
    })
}

/// Without this a browser opens what is dropped.
pub fn over() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| event.prevent_default())
}
