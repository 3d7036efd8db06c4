//! The last part of the configurator: the files and the snippet for a page, and the texts that go with
//! them.

mod files;
mod policy;
mod snippet;

use super::form::Shown;
use super::form::inbox::Filled;
use super::snippets::{Deployment, Way, folder};
use crate::desk::browser;
use crate::desk::client::use_words;
use crate::desk::sheet::{self, Sheet};
use files::Files;
use policy::{PolicyProps, policy_texts};
use serde_json::Value;
use snippet::{SnippetProps, snippet_step};
use yew::prelude::*;

/// Props of [`TakeAway`].
#[derive(Properties, Clone, PartialEq)]
pub struct TakeAwayProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// True if the floor rate is public.
    pub floor: bool,
    /// Called to change that.
    pub on_floor: Callback<bool>,
    /// Called to show a part with a problem.
    pub on_mend: Callback<Shown>,
}

/// The files, the snippet and the texts, in three steps.
#[component]
pub fn TakeAway(props: &TakeAwayProps) -> Html {
    let TakeAwayProps {
        sheet,
        floor,
        on_floor,
        on_mend,
    } = props;
    let speech = &sheet.speech;
    let way = use_state(|| Way::Html);
    let typed = use_state(|| {
        let own = browser::is_own_house().then(browser::folder).flatten();
        AttrValue::from(own.unwrap_or_else(|| "/takeon/".to_owned()))
    });
    let on_way = Callback::from({
        let way = way.setter();
        move |selected| way.set(selected)
    });
    let on_folder = Callback::from({
        let typed = typed.setter();
        move |text: String| typed.set(text.into())
    });
    let email = sheet::text(&sheet.config, "/terms/shop/email");
    // These texts stand on the owner's page: they are for its visitors.
    let visitors = sheet.languages.first().map_or("", String::as_str);
    let visitors = use_words(speech, visitors);
    let fallback = if email.is_empty() {
        visitors.get("snippet.fallback")
    } else {
        visitors.format("snippet.fallback.email", &[("email", email)])
    };
    let inbox = Filled::of(sheet::at(&sheet.config, "/terms/shop/inbox")).url;
    let folder = folder(&typed);
    let deployment = Deployment {
        folder: folder.clone(),
        integrity: use_integrity(),
        fallback,
        title: visitors.get("snippet.title"),
        looks: (*sheet.looks).clone(),
    };
    html! {
        <section class="take-away" aria-labelledby="take-away-title">
            <h3 id="take-away-title" tabindex="-1">{ speech.get("take.title") }</h3>
            <ol class="steps">
                <li><Files sheet={sheet.clone()} {floor} {on_floor} {on_mend} /></li>
                <li>
                    { snippet_step(&SnippetProps {
                        speech: speech.clone(), deployment, way: *way, folder: (*typed).clone(), on_way, on_folder,
                    }) }
                </li>
                <li>{ policy_texts(&PolicyProps { speech: speech.clone(), visitors, way: *way, folder: folder.into(), inbox: inbox.into() }) }</li>
            </ol>
        </section>
    }
}

/// The integrity value of the script of this build; `None` until it is fetched.
#[hook]
fn use_integrity() -> Option<String> {
    let integrity = use_state(|| None::<String>);
    {
        let integrity = integrity.setter();
        use_effect_with((), move |()| {
            let on_text = Callback::from(move |text: Option<String>| {
                let all = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
                let script = all.and_then(|all| Some(all.get("takeon.js")?.as_str()?.to_owned()));
                integrity.set(script);
            });
            browser::fetch_text("./integrity.json".to_owned(), on_text);
        });
    }
    (*integrity).clone()
}
