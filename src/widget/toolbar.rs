//! Menu of a brief: store on this device, undo, start again, save to a file, open one, language.

use super::element::{Element, button, el};
use super::parts::tick;
use crate::i18n::Speech;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Properties of a menu.
pub struct Toolbar<'a> {
    /// Words of the visitor's language.
    pub speech: &'a Speech,
    /// `true` if the draft is not empty.
    pub has_draft: bool,
    /// Undoes the last change. Absent if there is none.
    pub on_undo: Option<Callback<()>>,
    /// Starts again with an empty draft.
    pub on_restart: Callback<()>,
    /// `true` if the brief is to be stored on this device.
    pub keep: bool,
    /// Called with the visitor's choice to have it stored. Absent if there is no storage.
    pub on_keep: Option<Callback<bool>>,
    /// Saves the brief to a file.
    pub on_save: Callback<()>,
    /// Called with a file to open.
    pub on_file: Callback<web_sys::File>,
    /// BCP 47 tag of the messages in use.
    pub spoken: &'a str,
    /// Languages to choose from: tags with names.
    pub languages: &'a [(String, String)],
    /// Called with the tag of the language that was chosen.
    pub on_language: &'a Callback<String>,
}

/// Content of the menu of a brief.
pub fn toolbar(toolbar: Toolbar) -> Element {
    let Toolbar {
        speech,
        has_draft,
        keep,
        ..
    } = toolbar;
    let to_keep = toolbar.on_keep.as_ref().map(|on_keep| {
        let on_change = on_keep.reform(move |()| !keep);
        tick("keep", keep, speech.get("keep.label"), &on_change)
    });
    let undo = if has_draft {
        "nav.undo"
    } else {
        "nav.undo-restart"
    };
    let quiet = |key: &str, on_click| button("quiet", speech, key, on_click);
    let ways = el("div", "kept-ways")
        .maybe_child(toolbar.on_undo.as_ref().map(|on_undo| quiet(undo, on_undo)))
        .maybe_child(has_draft.then(|| quiet("nav.restart", &toolbar.on_restart)))
        .maybe_child(has_draft.then(|| quiet("file.save", &toolbar.on_save)))
        .child(file(speech, toolbar.on_file.clone()))
        .maybe_child(language(&toolbar));
    el("div", "").maybe_child(to_keep).child(ways)
}

/// Button that opens a file.
fn file(speech: &Speech, on_file: Callback<web_sys::File>) -> Element {
    let on_change = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            on_file.emit(file);
        }
        // Otherwise choosing the same file again would fire no event.
        input.set_value("");
    });
    let input = el("input", "for-listeners")
        .attr("type", "file")
        .attr("accept", ".json,.eml,.ics,.txt,text/plain")
        .on(ListenerKind::onchange, &on_change);
    el("label", "file")
        .child(input)
        .child(el("span", "").message(speech, "file.open"))
}

/// Choice of a language, if there are several.
fn language(toolbar: &Toolbar) -> Option<Element> {
    if toolbar.languages.len() < 2 {
        return None;
    }
    let options = toolbar.languages.iter().map(|(tag, name)| {
        el("option", "")
            .attr("value", tag.clone())
            .attr("lang", tag.clone())
            .selected(tag == toolbar.spoken)
            .text(name.clone())
    });
    let label = el("span", "for-listeners").message(toolbar.speech, "language.label");
    let (spoken, on_language) = (toolbar.spoken.to_owned(), toolbar.on_language.clone());
    let on_change = Callback::from(move |event: Event| {
        // As in `Element`, one cast for all fields.
        let select = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        let tag = select.value();
        // Its file may not come: then the same language must be there to be chosen again.
        select.set_value(&spoken);
        on_language.emit(tag);
    });
    let select = el("select", "").on(ListenerKind::onchange, &on_change);
    Some(
        el("label", "language")
            .child(label)
            .child(select.children(options)),
    )
}
