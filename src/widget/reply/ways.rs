//! Ways to send a letter: copied, by mail, as a file, on paper; and the brief alone, as a link.

use super::post::message;
use super::start;
use crate::config::TypedSignature;
use crate::draft::Draft;
use crate::engine::{Brief, ShopFacts};
use crate::letter::{Letter, booked, mailto, sender};
use crate::shared::Shared;
use crate::widget::case::Case;
use crate::widget::element::{Element, button, el, group};
use crate::widget::host::Host;
use crate::widget::localized::brief_file;
use crate::widget::parts::status;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Letter that can be sent.
#[derive(Properties, Clone, PartialEq)]
pub struct WaysProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub draft: Rc<Draft>,
    /// Current letter.
    pub letter: Letter,
    /// Name and address of the sender, as typed.
    pub signed: Rc<TypedSignature>,
    /// Text area of the letter.
    pub paper: NodeRef,
    /// Recipient of a mail, if it is known.
    pub to: Option<String>,
    /// `true` if the inbox is the main way.
    pub is_posted: bool,
    /// Address that opens the brief, if it is not too long.
    pub link: Option<String>,
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
}

/// Feedback on the last way taken.
#[derive(Clone, Copy, PartialEq)]
enum Feedback {
    /// The letter was copied, on request or because it is too long for a mail.
    Copied { instead_of_mail: bool },
    /// The letter could not be copied, and was selected.
    Selected,
    /// The link is shown, and copied if possible.
    Linked { copied: bool },
    /// There is no link.
    NoLink,
    /// The page around the frame may have blocked it silently.
    Framed,
}

impl Feedback {
    /// Returns the key of its message.
    fn key(self) -> &'static str {
        match self {
            Feedback::Copied {
                instead_of_mail: false,
            }
            | Feedback::Linked { copied: true } => "reply.copied",
            Feedback::Copied {
                instead_of_mail: true,
            } => "reply.long",
            Feedback::Selected | Feedback::Linked { copied: false } => "reply.by-hand",
            Feedback::NoLink => "reply.no-link",
            Feedback::Framed => "reply.framed",
        }
    }
}

/// Buttons for the ways, and feedback on the last one taken.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let speech = &props.case.speech;
    let feedback = use_state(|| None::<Feedback>);
    let shown_link = use_node_ref();
    {
        let feedback = feedback.clone();
        let of = (props.letter.text.clone(), props.link.clone());
        use_effect_with(of, move |_| {
            // The feedback does not apply to another letter.
            if feedback.is_some() {
                feedback.set(None);
            }
        });
    }
    {
        let shown_link = shown_link.clone();
        // The link is in the document only after this feedback is rendered.
        use_effect_with(*feedback, move |feedback| {
            if *feedback == Some(Feedback::Linked { copied: false }) {
                select(&shown_link);
            }
        });
    }
    let quiet = |key: &str, on_click: Callback<()>| button("quiet", speech, key, &on_click);
    let ways = el("div", "reply-ways")
        .children(first_ways(props, &feedback))
        .child(quiet("reply.save", on_save(props, &feedback)))
        .child(quiet("reply.print", on_print(props, &feedback)))
        .child(quiet("reply.link", on_link(props, &feedback, &shown_link)))
        .maybe_child(booking(props));
    let is_linked = matches!(*feedback, Some(Feedback::Linked { .. }));
    let link = props.link.clone().filter(|_| is_linked).map(|link| {
        el("input", "shown-link")
            .node_ref(&shown_link)
            .attr("type", "text")
            .attr("readonly", "readonly")
            .attr("aria-label", speech.get("reply.link"))
            .value(link.into())
    });
    let message = (*feedback).map(|feedback| speech.get(feedback.key()));
    let no_link = *feedback == Some(Feedback::NoLink);
    group()
        .child(ways)
        .maybe_child(link)
        .child(status(message))
        .maybe_child(no_link.then(|| quiet("file.save", on_save_brief(props))))
        .content()
}

/// Link to book a call, with name and address once there is a sender who can be answered.
fn booking(props: &WaysProps) -> Option<Element> {
    let page = start::booking_page(&props.case)?;
    let sender = sender(&props.signed.name, &props.signed.reach);
    let address = sender.map_or_else(|_| page.to_owned(), |sender| booked(page, &sender));
    Some(start::booking(&props.case, address))
}

/// Mail and copy, the main one first: a mail if its recipient is known, otherwise a copy.
fn first_ways(props: &WaysProps, feedback: &UseStateHandle<Option<Feedback>>) -> [Element; 2] {
    let speech = &props.case.speech;
    let class = |is_main: bool| {
        if is_main && !props.is_posted {
            "main"
        } else {
            "quiet"
        }
    };
    let mails = props.to.is_some();
    let mail = match mailto(props.to.as_deref(), &props.letter) {
        Some(href) => {
            let (may_leave, taken) = (may_leave(props), on_taken(props, feedback));
            let on_click = Callback::from(move |event: Event| {
                if may_leave() {
                    taken();
                } else {
                    event.prevent_default();
                }
            });
            el("a", class(mails))
                .attr("href", href)
                .on(ListenerKind::onclick, &on_click)
                .message(speech, "reply.mail")
        }
        None => {
            let on_click = on_copy(props, feedback, true);
            button(class(mails), speech, "reply.mail", &on_click)
        }
    };
    let on_click = on_copy(props, feedback, false);
    let copy = button(class(!mails), speech, "reply.copy", &on_click);
    if mails { [mail, copy] } else { [copy, mail] }
}

/// Returns a function that asks the host page to permit sending.
fn may_leave(props: &WaysProps) -> impl Fn() -> bool + 'static + use<> {
    let host = props.host.clone();
    let message = message(&props.case, &props.letter, &props.signed);
    move || host.emit_send(&message)
}

/// Selects the text of a field, to be copied by hand.
fn select(place: &NodeRef) {
    if let Some(field) = place.cast::<web_sys::HtmlElement>() {
        // Selection may work without focus.
        let _ = field.focus();
        // A text area has a `select` like an input: one cast for both.
        field.unchecked_into::<web_sys::HtmlInputElement>().select();
    }
}

/// Callback that copies the letter, or else selects it for manual copying.
fn on_copy(
    props: &WaysProps,
    feedback: &UseStateHandle<Option<Feedback>>,
    instead_of_mail: bool,
) -> Callback<()> {
    let (host, text, may_leave) = (
        props.host.clone(),
        props.letter.text.clone(),
        may_leave(props),
    );
    let (feedback, paper) = (feedback.clone(), props.paper.clone());
    Callback::from(move |()| {
        if !may_leave() {
            return;
        }
        let (feedback, paper) = (feedback.clone(), paper.clone());
        let then = Callback::from(move |copied| {
            feedback.set(Some(if copied {
                Feedback::Copied { instead_of_mail }
            } else {
                select(&paper);
                Feedback::Selected
            }));
        });
        host.copy(text.clone(), then);
    })
}

/// Returns a callback with advice for a frame in which nothing happened.
fn on_taken(
    props: &WaysProps,
    feedback: &UseStateHandle<Option<Feedback>>,
) -> impl Fn() + 'static + use<> {
    let (host, feedback) = (props.host.clone(), feedback.clone());
    move || {
        if host.is_framed() {
            feedback.set(Some(Feedback::Framed));
        }
    }
}

/// Callback that saves the letter to a file.
fn on_save(props: &WaysProps, feedback: &UseStateHandle<Option<Feedback>>) -> Callback<()> {
    let (host, text) = (props.host.clone(), props.letter.text.clone());
    let taken = on_taken(props, feedback);
    Callback::from(move |()| {
        host.save_file("letter.txt", &text);
        taken();
    })
}

/// Callback that prints the letter.
fn on_print(props: &WaysProps, feedback: &UseStateHandle<Option<Feedback>>) -> Callback<()> {
    let (host, text) = (props.host.clone(), props.letter.text.clone());
    let taken = on_taken(props, feedback);
    Callback::from(move |()| {
        host.print(&text);
        taken();
    })
}

/// Callback that saves the brief to a file, if it has no link. Like a link it is for others, so it
/// leaves out the facts that only the shop knows.
fn on_save_brief(props: &WaysProps) -> Callback<()> {
    let (host, draft) = (props.host.clone(), Rc::clone(&props.draft));
    let brief = Brief {
        ours: ShopFacts::default(),
        cash_needed: None,
        ..(*props.case.brief).clone()
    };
    let day = props.case.date.clone();
    Callback::from(move |()| {
        let (name, text) = brief_file(&brief, &draft, day.as_deref());
        host.save_file(&name, &text);
    })
}

/// Callback that shows the link to the brief, and copies it.
fn on_link(
    props: &WaysProps,
    feedback: &UseStateHandle<Option<Feedback>>,
    shown_link: &NodeRef,
) -> Callback<()> {
    let (host, link) = (props.host.clone(), props.link.clone());
    let (brief, feedback) = (props.case.brief.clone(), feedback.clone());
    let shown_link = shown_link.clone();
    Callback::from(move |()| {
        let Some(link) = link.clone() else {
            feedback.set(Some(Feedback::NoLink));
            return;
        };
        host.emit_share(&link, &brief);
        let (feedback, shown_link) = (feedback.clone(), shown_link.clone());
        let then = Callback::from(move |copied: bool| {
            if !copied {
                // If it is shown already.
                select(&shown_link);
            }
            feedback.set(Some(Feedback::Linked { copied }));
        });
        host.copy(link, then);
    })
}
