//! The ways a letter leaves: copied, by mail, as a file, on paper; and the brief alone, as a link.

use crate::letter::{Letter, mailto};
use crate::widget::answer::AnswerProps;
use crate::widget::element::{button, el, group};
use crate::widget::host::Message;
use crate::widget::parts::status;
use crate::widget::written::brief_file;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// The ways a letter leaves.
#[derive(Properties, Clone, PartialEq)]
pub struct WaysProps {
    /// What was asked, and the answer.
    pub answer: AnswerProps,
    /// The letter as it is now.
    pub letter: Letter,
    /// Where it is written.
    pub paper: NodeRef,
    /// The address that a mail goes to. Absent: it is left to the sender.
    pub to: Option<String>,
    /// The address that opens the brief. None where it would be too long.
    pub link: Option<String>,
}

/// What has been done with a letter.
#[derive(Clone, Copy, PartialEq)]
enum Done {
    /// It was copied, because a mail cannot hold it or because that was asked for.
    Copied { instead_of_mail: bool },
    /// It could not be copied, and is selected.
    Selected,
    /// The link is shown, and copied where that was possible.
    Linked { copied: bool },
    /// There is no link.
    NoLink,
}

/// The ways a letter leaves.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let WaysProps { letter, link, .. } = props;
    let AnswerProps {
        speech,
        page,
        brief,
        appraisal,
        ..
    } = &props.answer;
    let done = use_state(|| None::<Done>);
    let shown_link = use_node_ref();
    {
        let done = done.clone();
        use_effect_with((letter.text.clone(), link.clone()), move |_| {
            // What was done with another one was not done with this.
            if done.is_some() {
                done.set(None);
            }
        });
    }
    let may_go = {
        let page = page.clone();
        let message = Message {
            brief: brief.clone(),
            appraisal: appraisal.clone(),
            letter: letter.clone(),
        };
        move || page.emit_send(&message)
    };
    let copy = |instead_of_mail: bool| {
        let (page, text, may_go) = (page.clone(), letter.text.clone(), may_go.clone());
        let (done, paper) = (done.clone(), props.paper.clone());
        Callback::from(move |()| {
            if !may_go() {
                return;
            }
            let (done, paper) = (done.clone(), paper.clone());
            let then = Callback::from(move |copied| {
                done.set(Some(if copied {
                    Done::Copied { instead_of_mail }
                } else {
                    if let Some(paper) = paper.cast::<web_sys::HtmlTextAreaElement>() {
                        // What cannot take the focus can still be selected.
                        let _ = paper.focus();
                        paper.select();
                    }
                    Done::Selected
                }));
            });
            page.copy(text.clone(), then);
        })
    };
    // Whoever knows where it goes mails it; whoever does not copies it.
    let class = |is_main: bool| if is_main { "main" } else { "quiet" };
    let mails = props.to.is_some();
    let mail = match mailto(props.to.as_deref(), letter) {
        Some(href) => {
            let may_go = may_go.clone();
            let on_click = Callback::from(move |event: Event| {
                if !may_go() {
                    event.prevent_default();
                }
            });
            el("a", class(mails))
                .attr("href", href)
                .on(ListenerKind::onclick, &on_click)
                .message(speech, "reply.mail")
        }
        None => button(class(mails), speech, "reply.mail", &copy(true)),
    };
    let on_save = {
        let (page, text) = (page.clone(), letter.text.clone());
        Callback::from(move |()| page.save_file("letter.txt", &text))
    };
    let on_save_brief = {
        let (page, brief) = (page.clone(), brief.clone());
        let draft = props.answer.draft.clone();
        Callback::from(move |()| {
            let (name, text) = brief_file(&brief, &draft);
            page.save_file(&name, &text);
        })
    };
    let on_print = {
        let (page, text) = (page.clone(), letter.text.clone());
        Callback::from(move |()| page.print(&text))
    };
    let on_link = {
        let (page, link, brief) = (page.clone(), link.clone(), brief.clone());
        let (done, shown) = (done.clone(), shown_link.clone());
        Callback::from(move |()| {
            let Some(link) = link.clone() else {
                done.set(Some(Done::NoLink));
                return;
            };
            page.emit_share(&link, &brief);
            let (done, shown) = (done.clone(), shown.clone());
            let then = Callback::from(move |copied| {
                done.set(Some(Done::Linked { copied }));
                if let Some(shown) = shown.cast::<web_sys::HtmlInputElement>() {
                    shown.select();
                }
            });
            page.copy(link, then);
        })
    };
    let said = match *done {
        None => None,
        Some(
            Done::Copied {
                instead_of_mail: false,
            }
            | Done::Linked { copied: true },
        ) => Some("reply.copied"),
        Some(Done::Copied {
            instead_of_mail: true,
        }) => Some("reply.long"),
        Some(Done::Selected | Done::Linked { copied: false }) => Some("reply.by-hand"),
        Some(Done::NoLink) => Some("reply.no-link"),
    };
    let quiet = |key: &str, on_click| button("quiet", speech, key, on_click);
    let copied = button(class(!mails), speech, "reply.copy", &copy(false));
    let first_ways = if mails {
        [mail, copied]
    } else {
        [copied, mail]
    };
    let is_linked = matches!(*done, Some(Done::Linked { .. }));
    let link = link.clone().filter(|_| is_linked).map(|link| {
        el("input", "shown-link")
            .node_ref(&shown_link)
            .attr("type", "text")
            .attr("readonly", "readonly")
            .attr("aria-label", speech.say("reply.link"))
            .value(link.into())
    });
    let no_link = *done == Some(Done::NoLink);
    group()
        .child(
            el("div", "reply-ways")
                .children(first_ways)
                .child(quiet("reply.save", &on_save))
                .child(quiet("reply.print", &on_print))
                .child(quiet("reply.link", &on_link)),
        )
        .maybe_child(link)
        .child(status(said.map(|key| speech.say(key))))
        .maybe_child(no_link.then(|| quiet("file.save", &on_save_brief)))
        .content()
}
