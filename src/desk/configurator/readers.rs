//! The languages that a shop's visitors read: the first question of the form, which writes ready-made words in them.

use crate::desk::browser;
use crate::desk::parts::select;
use crate::desk::sheet::languages::{ENGLISH, READ};
use crate::desk::sheet::{Edit, Editor, Sheet, learn};
use crate::widget::element::el;
use yew::prelude::*;

/// Props of [`Readers`].
#[derive(Properties, Clone, PartialEq)]
pub struct ReadersProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// The editor.
    pub editor: UseReducerDispatcher<Editor>,
}

/// The choice of the main language and of further ones.
#[component]
pub fn Readers(props: &ReadersProps) -> Html {
    let ReadersProps { sheet, editor } = props;
    let speech = &sheet.speech;
    let name = |tag: &str| browser::language_name(tag, speech.lang());
    let (first, others) = match sheet.languages.split_first() {
        Some((first, others)) => (first.clone(), others.to_vec()),
        None => (ENGLISH.to_owned(), Vec::new()),
    };
    let on_tags = {
        let editor = editor.clone();
        Callback::from(move |tags: Vec<String>| {
            let last = tags.last().cloned().unwrap_or_default();
            let first = tags.first().cloned().unwrap_or_default();
            // One of them is new at most.
            learn(editor.clone(), first, move |editor| {
                learn(editor.clone(), last, move |editor| {
                    editor.dispatch(Edit::Speak(tags));
                });
            });
        })
    };
    let on_first = {
        let others = others.clone();
        on_tags.reform(move |first: String| {
            let others = others.iter().filter(|tag| **tag != first).cloned();
            [first.clone()].into_iter().chain(others).collect()
        })
    };
    let on_add = {
        let tags = (*sheet.languages).clone();
        on_tags.reform(move |tag: String| [tags.clone(), vec![tag]].concat())
    };
    let chip = |tag: &String| {
        let (tags, gone) = ((*sheet.languages).clone(), tag.clone());
        let on_remove = on_tags.reform(move |()| {
            let tags = tags.iter().filter(|tag| **tag != gone);
            tags.cloned().collect()
        });
        let label = speech.format("form.remove", &[("name", &name(tag))]);
        el("button", "small")
            .key(tag.clone())
            .attr("type", "button")
            .attr("aria-label", label)
            .on_click(&on_remove)
            .text(name(tag) + " ✕")
    };
    let named = |tag: &str| (tag.to_owned(), name(tag));
    let add = speech.get("readers.add");
    let free = READ
        .into_iter()
        .filter(|tag| !sheet.languages.iter().any(|known| known == tag));
    let free = [(String::new(), ["+ ", &add].concat())]
        .into_iter()
        .chain(free.map(named));
    el("div", "row readers")
        .child(
            el("label", "")
                .attr("for", "readers")
                .message(speech, "readers"),
        )
        .child(select(READ.map(named), &first, &on_first).attr("id", "readers"))
        .children(others.iter().map(chip))
        .child(
            select(free, "", &on_add)
                .key(others.len())
                .attr("aria-label", add),
        )
        .into()
}
