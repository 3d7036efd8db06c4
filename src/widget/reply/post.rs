//! Sending of a letter to the shop's inbox: with a sender who can be answered, only with the
//! visitor's consent, and without losing it.

use super::signature::{Places, signature};
use crate::config::TypedSignature;
use crate::draft::Draft;
use crate::engine::Inbox;
use crate::letter::{Letter, Submission, media_type, sender};
use crate::shared::Shared;
use crate::widget::case::Case;
use crate::widget::element::{el, focus};
use crate::widget::host::{Host, Message};
use crate::widget::parts::{status, tick};
use crate::widget::state::Change;
use std::rc::Rc;
use yew::prelude::*;

/// Letter that can be sent to an inbox.
#[derive(Properties, Clone, PartialEq)]
pub struct PostProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub draft: Rc<Draft>,
    /// Current letter.
    pub letter: Letter,
    /// Name and address, as typed.
    pub signed: Rc<TypedSignature>,
    /// Called with a change of the signature.
    pub on_sign: Callback<Change<TypedSignature>>,
    /// Inbox that the message is posted to.
    pub inbox: Inbox,
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
}

/// State of a delivery.
#[derive(Clone, Copy, PartialEq)]
enum Delivery {
    /// Not sent: the sender or the consent is missing.
    Incomplete,
    /// Being sent.
    Underway,
    /// Accepted by the inbox.
    Arrived,
    /// Not accepted; the letter is kept.
    Failed,
}

/// Sender, consent, button and state of the delivery.
#[component]
pub fn Post(props: &PostProps) -> Html {
    let PostProps {
        case,
        letter,
        inbox,
        host,
        signed,
        ..
    } = props;
    let speech = &case.speech;
    let agreed = use_state(|| false);
    let delivery = use_state(|| None::<Delivery>);
    {
        let delivery = delivery.clone();
        let of = (Rc::clone(&props.draft), letter.clone(), Rc::clone(signed));
        use_effect_with(of, move |_| {
            // The result does not apply to another letter or sender, unless it is still underway.
            if delivery.is_some() && *delivery != Some(Delivery::Underway) {
                delivery.set(None);
            }
        });
    }
    let on_agree = {
        let agreed = agreed.clone();
        Callback::from(move |()| agreed.set(!*agreed))
    };
    let places = use_memo((), |()| Places::default());
    let sender = sender(&signed.name, &signed.reach);
    let on_click = {
        let (host, inbox) = (host.clone(), inbox.clone());
        let (agreed, delivery) = (*agreed, delivery.clone());
        let (places, sender) = (Rc::clone(&places), sender.clone());
        let message = message(case, letter, signed);
        Callback::from(move |()| {
            // A letter that has arrived is not sent again; another one is not this delivery.
            if matches!(*delivery, Some(Delivery::Underway | Delivery::Arrived)) {
                return;
            }
            if let Err(missing) = sender {
                focus(if missing.name {
                    &places.name
                } else {
                    &places.reach
                });
            }
            if sender.is_err() || !agreed {
                delivery.set(Some(Delivery::Incomplete));
                return;
            }
            if !host.emit_send(&message) {
                return;
            }
            delivery.set(Some(Delivery::Underway));
            let delivery = delivery.clone();
            let then = Callback::from(move |arrived| {
                delivery.set(Some(if arrived {
                    Delivery::Arrived
                } else {
                    Delivery::Failed
                }));
            });
            let posted = Submission {
                schema: 1,
                brief: &message.brief,
                appraisal: &message.appraisal,
                letter: &message.letter,
                sender: message.sender.as_ref(),
            };
            host.post(
                &inbox.url,
                media_type(inbox.shape),
                posted.body(&inbox),
                then,
            );
        })
    };
    // Errors are shown after an attempt rather than while somebody types for the first time.
    let is_tried = *delivery == Some(Delivery::Incomplete);
    let missing = sender.as_ref().err().copied().filter(|_| is_tried);
    let reach = signed.reach.trim();
    let shop = [("shop", case.terms.shop.name.as_str()), ("reach", reach)];
    let key = (*delivery).and_then(|delivery| match delivery {
        Delivery::Incomplete if missing.is_some() => Some("post.missing"),
        Delivery::Incomplete if !*agreed => Some("post.unagreed"),
        Delivery::Incomplete => None,
        Delivery::Underway => Some("post.underway"),
        Delivery::Arrived => Some("post.arrived"),
        Delivery::Failed => Some("post.failed"),
    });
    let agree = speech.format("post.agree", &shop);
    let send = el("button", "main")
        .attr("type", "button")
        .on_click(&on_click)
        .text(speech.format("post.send", &shop));
    let fields = (missing.unwrap_or_default(), &*places);
    el("div", "post")
        .child(signature(speech, signed, &props.on_sign, fields))
        .child(tick("keep", *agreed, agree, &on_agree))
        .child(send)
        .child(el("p", "hint").text(speech.format("post.next", &shop)))
        .child(status(key.map(|key| speech.format(key, &shop))))
        .into()
}

/// Message with its letter, and its sender if they can be answered.
pub fn message(case: &Case, letter: &Letter, signed: &TypedSignature) -> Message {
    Message {
        brief: case.brief.clone(),
        appraisal: case.appraisal.clone(),
        letter: letter.clone(),
        sender: sender(&signed.name, &signed.reach).ok(),
    }
}
