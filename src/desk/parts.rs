//! Small pieces of these tools: inputs that keep what is typed, files, and texts to copy.

use super::encoding;
use crate::draft::{Separators, number};
use crate::host::browser;
use crate::i18n::Speech;
use serde_json::{Value, json};
use yew::prelude::*;

/// A line of text.
#[derive(Properties, Clone, PartialEq)]
pub struct TypedProps {
    /// Its id.
    pub id: AttrValue,
    /// What is in it.
    pub value: AttrValue,
    /// Called with what is typed.
    pub on_value: Callback<String>,
    /// The id of what describes it.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Whether something is wrong with it.
    #[prop_or_default]
    pub wrong: bool,
    /// What it is called, where no label says it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Which keyboard a phone shows.
    #[prop_or("text".into())]
    pub mode: AttrValue,
}

/// A line of text.
#[component]
pub fn Typed(props: &TypedProps) -> Html {
    let on_value = props.on_value.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        on_value.emit(
            event
                .target_unchecked_into::<web_sys::HtmlInputElement>()
                .value(),
        );
    });
    html! {
        <input
            type="text" id={props.id.clone()} value={props.value.clone()} {oninput} autocomplete="off" inputmode={props.mode.clone()} aria-label={props.label.clone()}
            aria-describedby={props.described.clone()} aria-invalid={props.wrong.then_some("true")}
        />
    }
}

/// A number as JSON.
#[derive(Properties, Clone, PartialEq)]
pub struct NumberProps {
    /// Its id.
    pub id: AttrValue,
    /// What is said; a text where no number could be read.
    pub value: Option<Value>,
    /// Called with what is said now.
    pub on_value: Callback<Option<Value>>,
    /// The id of what describes it.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Whether something is wrong with it.
    #[prop_or_default]
    pub wrong: bool,
}

/// A number, which stays as it is typed for as long as it means what is said.
#[component]
pub fn NumberOf(props: &NumberProps) -> Html {
    let typed = use_state(|| written(props.value.as_ref()));
    let value = if same(read(&typed).as_ref(), props.value.as_ref()) {
        (*typed).clone()
    } else {
        written(props.value.as_ref())
    };
    let on_value = {
        let on_value = props.on_value.clone();
        Callback::from(move |text: String| {
            on_value.emit(read(&text));
            typed.set(text);
        })
    };
    html! {
        <Typed id={props.id.clone()} {value} {on_value} described={props.described.clone()} wrong={props.wrong} mode="decimal" />
    }
}

/// What a typed text says: a number, nothing, or a text where no number can be read.
pub fn read(text: &str) -> Option<Value> {
    if text.trim().is_empty() {
        return None;
    }
    let english = Separators {
        decimal: '.',
        group: ',',
    };
    Some(number(text, english).map_or_else(|| json!(text), plain))
}

/// A number as JSON, whole where it is whole.
pub fn plain(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        json!(number as i64)
    } else {
        json!(number)
    }
}

fn written(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(Value::Number(a)), Some(Value::Number(b))) => a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}

/// A text to copy or to keep as a file.
#[derive(Properties, Clone, PartialEq)]
pub struct CodeProps {
    /// The words.
    pub speech: Speech,
    /// What it is.
    pub title: AttrValue,
    /// The text.
    pub text: AttrValue,
}

/// A text to copy.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let copied = use_state(|| None::<bool>);
    let onclick = {
        let (copied, text) = (copied.clone(), props.text.to_string());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            browser::copy(
                text.clone(),
                Callback::from(move |done| copied.set(Some(done))),
            );
        })
    };
    {
        // Another text has not been copied yet.
        let copied = copied.clone();
        use_effect_with(props.text.clone(), move |_| copied.set(None));
    }
    let said = match *copied {
        None => "",
        Some(true) => "code.copied",
        Some(false) => "code.by-hand",
    };
    html! {
        <figure class="code">
            <figcaption>
                <span>{ props.title.clone() }</span>
                <span class="said" role="status">{ if said.is_empty() { String::new() } else { props.speech.say(said) } }</span>
                <button type="button" class="small" {onclick}>
                    { props.speech.say("code.copy") }<span class="for-listeners">{ ": " }{ props.title.clone() }</span>
                </button>
            </figcaption>
            <pre tabindex="0" role="region" aria-label={props.title.clone()}><code>{ props.text.clone() }</code></pre>
        </figure>
    }
}

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
