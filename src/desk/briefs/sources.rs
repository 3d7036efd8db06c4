//! Sources of briefs: a link in the page's address, a pasted link, and files.

use super::import::pending_link;
use crate::desk::hooks::use_fragment_change;
use crate::desk::parts::{ImportSource, open_file};
use crate::i18n::Speech;
use yew::prelude::*;

/// Props of a component that imports briefs.
#[derive(Properties, Clone, PartialEq)]
pub struct ImportProps {
    /// Words.
    pub speech: Speech,
    /// Called with links and files. Returns `true` if all of them have been imported.
    pub on_import: Callback<Vec<ImportSource>, bool>,
}

/// The notice of a link in the page's address, with a button that imports it.
#[component]
pub fn PendingLink(props: &ImportProps) -> Html {
    let ImportProps { speech, on_import } = props;
    let link = use_state(pending_link);
    {
        let link = link.setter();
        use_fragment_change(move || {
            // The link stays when the page goes on to another fragment.
            if let Some(pending) = pending_link() {
                link.set(Some(pending));
            }
        });
    }
    let Some(pending) = (*link).clone() else {
        return Html::default();
    };
    let onclick = {
        let on_import = on_import.clone();
        Callback::from(move |_: MouseEvent| {
            on_import.emit(vec![ImportSource::link(pending.clone())]);
            link.set(None);
        })
    };
    html! {
        <p class="row arrival">
            <span>{ speech.get("briefs.at-the-door") }</span>
            <button type="button" class="strong" {onclick}>{ speech.get("briefs.put") }</button>
        </p>
    }
}

/// The form that imports a pasted link or a file.
#[component]
pub fn ImportForm(props: &ImportProps) -> Html {
    let ImportProps { speech, on_import } = props;
    let link = use_state(String::new);
    let oninput = {
        let (link, on_import) = (link.clone(), on_import.clone());
        Callback::from(move |event: InputEvent| {
            let field = event.target_unchecked_into::<web_sys::HtmlTextAreaElement>();
            let text = field.value();
            // Behind a link this is the Enter key, and within a message a line.
            let is_link = !text.trim().contains(char::is_whitespace) && !text.trim().is_empty();
            if is_link
                && text.ends_with('\n')
                && on_import.emit(vec![ImportSource::link(text.trim().to_owned())])
            {
                link.set(String::new());
                field.set_value("");
            } else {
                link.set(text);
            }
        })
    };
    let onsubmit = {
        let (on_import, link) = (on_import.clone(), link.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if on_import.emit(vec![ImportSource::link((*link).clone())]) {
                link.set(String::new());
            }
        })
    };
    let on_open = {
        let on_import = on_import.clone();
        Callback::from(move |files| {
            on_import.emit(files);
        })
    };
    html! {
        <form class="row" {onsubmit}>
            <div class="field wide">
                <label for="briefs-link">{ speech.get("briefs.link") }</label>
                <textarea
                    id="briefs-link" rows="1" value={(*link).clone()} {oninput} autocomplete="off"
                    aria-describedby="briefs-notice"
                />
            </div>
            <button class="strong">{ speech.get("briefs.open-link") }</button>
            { open_file(speech.get("briefs.open-file"), ".json,.eml,.ics,.txt,.xlsx,text/plain", true, &on_open) }
        </form>
    }
}
