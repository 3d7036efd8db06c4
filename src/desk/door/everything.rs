//! All that the tools keep on this device: in one file, from one, or forgotten.

use super::backup::{backup, bring_back, forget, replaced};
use super::kind::Kind;
use super::misplaced::{Misplaced, misplaced_notice};
use crate::desk::browser;
use crate::desk::parts::{ImportSource, open_file};
use crate::i18n::Speech;
use crate::widget::element::{button, el};
use yew::prelude::*;

/// Props of [`Everything`].
#[derive(Properties, Clone, PartialEq)]
pub struct EverythingProps {
    /// Words.
    pub speech: Speech,
}

/// The buttons that save, open and forget all that is kept on this device.
#[component]
pub fn Everything(props: &EverythingProps) -> Html {
    let speech = &props.speech;
    let is_asking = use_state(|| false);
    let misplaced = use_state(|| None::<Misplaced>);
    let on_save = Callback::from(|()| browser::save("takeon-desk.json", &backup()));
    let on_open = {
        let misplaced = misplaced.clone();
        Callback::from(move |files: Vec<ImportSource>| {
            let text = files.into_iter().next_back().and_then(|file| file.text);
            misplaced.set(Misplaced::unless(&text.unwrap_or_default(), |_: Kind| {
                false
            }));
        })
    };
    let asking = |asks: bool| {
        let is_asking = is_asking.clone();
        Callback::from(move |()| is_asking.set(asks))
    };
    let before = use_memo((), |()| replaced());
    let undo = (*before).clone().map(|before| {
        let on_undo = Callback::from(move |()| bring_back(&before));
        button("", speech, "jobs.undo", &on_undo)
    });
    let on_forget = Callback::from(|()| forget());
    let question = is_asking.then(|| {
        el("p", "row")
            .attr("role", "status")
            .message(speech, "everything.forget.ask")
            .child(button("", speech, "everything.forget.yes", &on_forget))
            .child(button(
                "quiet",
                speech,
                "everything.forget.no",
                &asking(false),
            ))
    });
    let open = open_file(
        speech.get("everything.open"),
        ".json,.csv,.tsv,.txt,.xlsx,.ics",
        false,
        &on_open,
    );
    el("footer", "everything")
        .child(
            el("div", "row")
                .child(button("", speech, "everything.save", &on_save))
                .node(open)
                .maybe_child(undo)
                .child(button("quiet", speech, "everything.forget", &asking(true))),
        )
        .maybe_child(question)
        .node(misplaced_notice(speech, &misplaced))
        .into()
}
