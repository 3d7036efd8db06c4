//! The languages that a shop's visitors read: the first question of the form, which writes ready-made words in them.

use crate::desk::browser;
use crate::desk::sheet::languages::{ENGLISH, READ};
use crate::desk::sheet::{Edit, Editor, Sheet, learn};
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
    let picked = |event: Event| {
        event
            .target_unchecked_into::<web_sys::HtmlSelectElement>()
            .value()
    };
    let on_first = {
        let others = others.clone();
        on_tags.reform(move |event: Event| {
            let first = picked(event);
            let others = others.iter().filter(|tag| **tag != first).cloned();
            [first.clone()].into_iter().chain(others).collect()
        })
    };
    let on_add = {
        let tags = (*sheet.languages).clone();
        on_tags.reform(move |event: Event| [tags.clone(), vec![picked(event)]].concat())
    };
    let chip = |tag: &String| {
        let (tags, gone) = ((*sheet.languages).clone(), tag.clone());
        let onclick = on_tags.reform(move |_: MouseEvent| {
            let tags = tags.iter().filter(|tag| **tag != gone);
            tags.cloned().collect()
        });
        html! {
            <button type="button" class="small" key={tag.clone()} aria-label={speech.with("form.remove", &[("name", &name(tag))])} {onclick}>
                { name(tag) }{ " ✕" }
            </button>
        }
    };
    let free = READ
        .into_iter()
        .filter(|tag| !sheet.languages.iter().any(|known| known == tag));
    html! {
        <div class="row readers">
            <label for="readers">{ speech.say("readers") }</label>
            <select id="readers" onchange={on_first}>
                { for READ.map(|tag| html! { <option value={tag} selected={tag == first}>{ name(tag) }</option> }) }
            </select>
            { for others.iter().map(chip) }
            <select key={others.len()} aria-label={speech.say("readers.add")} onchange={on_add}>
                <option value="" selected=true>{ "+ " }{ speech.say("readers.add") }</option>
                { for free.map(|tag| html! { <option value={tag}>{ name(tag) }</option> }) }
            </select>
        </div>
    }
}
