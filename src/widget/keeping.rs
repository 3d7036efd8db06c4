//! Nothing is lost: back a step, start again, keep on this device, save to a file, open one.

use super::element::{Element, button, el};
use super::parts::tick;
use crate::i18n::Speech;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// What a visitor can do with the brief as a whole.
pub struct Keeping<'a> {
    /// The words.
    pub speech: &'a Speech,
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
    /// Called to save it to a file. Absent until that can be done.
    pub on_save: Option<Callback<()>>,
    /// Called with a file that was chosen. Absent until it can be opened.
    pub on_file: Option<Callback<web_sys::File>>,
    /// The tag of the language that is spoken.
    pub spoken: &'a str,
    /// The languages that can be chosen: tags with names.
    pub languages: &'a [(String, String)],
    /// Called with the tag of the language that was chosen.
    pub on_language: &'a Callback<String>,
    /// What the visitor must know of something that was opened.
    pub notice: &'a Option<AttrValue>,
}

/// What a visitor can do with the brief as a whole.
pub fn keeping(keeping: Keeping) -> Element {
    let Keeping {
        speech,
        begun,
        keep,
        ..
    } = keeping;
    let notice = keeping
        .notice
        .as_ref()
        .map(|notice| el("p", "note").attr("role", "alert").text(notice.clone()));
    let to_keep = keeping.on_keep.as_ref().map(|on_keep| {
        let on_change = on_keep.reform(move |()| !keep);
        tick("keep", keep, speech.say("keep.label"), &on_change)
    });
    let undo = if begun {
        "nav.undo"
    } else {
        "nav.undo-restart"
    };
    let save = keeping.on_save.as_ref().filter(|_| begun);
    let quiet = |key: &str, on_click| button("quiet", speech, key, on_click);
    let ways = el("div", "kept-ways")
        .maybe_child(keeping.on_undo.as_ref().map(|on_undo| quiet(undo, on_undo)))
        .maybe_child(begun.then(|| quiet("nav.restart", &keeping.on_restart)))
        .maybe_child(save.map(|on_save| quiet("file.save", on_save)))
        .child(file(speech, keeping.on_file.clone()))
        .maybe_child(language(&keeping));
    el("div", "keeping")
        .maybe_child(notice)
        .maybe_child(to_keep)
        .child(ways)
}

/// The way to open a file.
fn file(speech: &Speech, on_file: Option<Callback<web_sys::File>>) -> Element {
    let disabled = on_file.is_none().then_some("");
    let on_change = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        let file = input.files().and_then(|files| files.get(0));
        if let Some((on_file, file)) = on_file.as_ref().zip(file) {
            on_file.emit(file);
        }
        // The same file can be chosen again.
        input.set_value("");
    });
    let input = el("input", "for-listeners")
        .attr("type", "file")
        .maybe_attr("disabled", disabled)
        .attr("accept", ".json,application/json")
        .on(ListenerKind::onchange, &on_change);
    el("label", "file")
        .child(input)
        .child(el("span", "").message(speech, "file.open"))
}

/// The choice of the language, where there is one.
fn language(keeping: &Keeping) -> Option<Element> {
    if keeping.languages.len() < 2 {
        return None;
    }
    let options = keeping.languages.iter().map(|(tag, name)| {
        el("option", "")
            .attr("value", tag.clone())
            .attr("lang", tag.clone())
            .maybe_attr("selected", (tag == keeping.spoken).then_some("selected"))
            .text(name.clone())
    });
    let label = el("span", "for-listeners").message(keeping.speech, "language.label");
    let select = el("select", "").on_select(keeping.on_language);
    Some(
        el("label", "language")
            .child(label)
            .child(select.children(options)),
    )
}
