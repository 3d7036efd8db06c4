//! Nothing is lost: back a step, start again, keep on this device, save to a file, open one.

use crate::i18n::Speech;
use yew::prelude::*;

/// What a visitor can do with the brief as a whole.
#[derive(Properties, Clone, PartialEq)]
pub struct KeepingProps {
    /// The words.
    pub speech: Speech,
    /// Whether anything was answered.
    pub begun: bool,
    /// Called to go back to what was typed before. Absent where nothing was.
    pub on_undo: Option<Callback<()>>,
    /// Called to start again.
    pub on_restart: Callback<()>,
    /// Whether it is kept on this device.
    pub keep: bool,
    /// Called with whether it should be. Absent where nothing can be kept.
    pub on_keep: Option<Callback<bool>>,
    /// Called to save it to a file.
    pub on_save: Callback<()>,
    /// Called with a file that was chosen.
    pub on_open: Callback<web_sys::File>,
    /// The tag of the language that is spoken.
    pub spoken: String,
    /// The languages that can be chosen: tags with names.
    pub languages: Vec<(String, String)>,
    /// Called with the tag of the language that was chosen.
    pub on_language: Callback<String>,
    /// What the visitor must know of something that was opened.
    pub notice: Option<AttrValue>,
}

/// What a visitor can do with the brief as a whole.
#[component]
pub fn Keeping(props: &KeepingProps) -> Html {
    let KeepingProps {
        speech,
        begun,
        keep,
        ..
    } = props.clone();
    let button = |key: &str, on_click: &Callback<()>| {
        html! {
            <button class="quiet" type="button" onclick={on_click.reform(|_: MouseEvent| ())}>{ speech.say(key) }</button>
        }
    };
    let on_keep = props
        .on_keep
        .as_ref()
        .map(|on_keep| on_keep.reform(move |_: Event| !keep));
    let on_choose = {
        let on_open = props.on_open.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                on_open.emit(file);
            }
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    html! {
        <div class="keeping">
            if let Some(notice) = &props.notice {
                <p class="note" role="alert">{ notice.clone() }</p>
            }
            if let Some(onchange) = on_keep {
                <label class="keep">
                    <input type="checkbox" checked={keep} {onchange} />
                    <span>{ speech.say("keep.label") }</span>
                </label>
            }
            <div class="kept-ways">
                if let Some(on_undo) = &props.on_undo {
                    { button(if begun { "nav.undo" } else { "nav.undo-restart" }, on_undo) }
                }
                if begun {
                    { button("nav.restart", &props.on_restart) }
                    { button("file.save", &props.on_save) }
                }
                <label class="file">
                    <input class="for-listeners" type="file" accept=".json,application/json" onchange={on_choose} />
                    <span>{ speech.say("file.open") }</span>
                </label>
                { language(props) }
            </div>
        </div>
    }
}

/// The choice of the language, where there is one.
fn language(props: &KeepingProps) -> Html {
    if props.languages.len() < 2 {
        return Html::default();
    }
    let onchange = props.on_language.reform(|event: Event| {
        event
            .target_unchecked_into::<web_sys::HtmlSelectElement>()
            .value()
    });
    let options = props.languages.iter().map(|(tag, name)| {
        html! { <option value={tag.clone()} lang={tag.clone()} selected={*tag == props.spoken}>{ name.clone() }</option> }
    });
    html! {
        <label class="language">
            <span class="for-listeners">{ props.speech.say("language.label") }</span>
            <select {onchange}>{ for options }</select>
        </label>
    }
}
