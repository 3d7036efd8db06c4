//! Sending a letter to the shop's inbox: only with the visitor's consent, and never lost.

use crate::draft::Draft;
use crate::letter::Letter;
use crate::shared::Shared;
use crate::widget::case::Case;
use crate::widget::element::el;
use crate::widget::host::{Host, Message};
use crate::widget::parts::{status, tick};
use std::rc::Rc;
use yew::prelude::*;

/// Letter that can be sent to an inbox.
#[derive(Properties, Clone, PartialEq)]
pub struct PostProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub draft: Rc<Draft>,
    /// Letter as it is now.
    pub letter: Letter,
    /// Address that it is posted to.
    pub inbox: String,
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
}

/// State of a delivery.
#[derive(Clone, Copy, PartialEq)]
enum Delivery {
    /// Not sent: the consent is missing.
    Unagreed,
    /// Being sent.
    Underway,
    /// Accepted by the inbox.
    Arrived,
    /// Not accepted; the letter is still here.
    Failed,
}

/// Consent, button and state of the delivery.
#[component]
pub fn Post(props: &PostProps) -> Html {
    let PostProps {
        case,
        letter,
        inbox,
        host,
        ..
    } = props;
    let speech = &case.speech;
    let agreed = use_state(|| false);
    let delivery = use_state(|| None::<Delivery>);
    {
        let delivery = delivery.clone();
        use_effect_with((Rc::clone(&props.draft), letter.clone()), move |_| {
            // What happened to another letter is not true of this one, unless it is still underway.
            if delivery.is_some() && *delivery != Some(Delivery::Underway) {
                delivery.set(None);
            }
        });
    }
    let on_agree = {
        let agreed = agreed.clone();
        Callback::from(move |()| agreed.set(!*agreed))
    };
    let on_click = {
        let (host, inbox) = (host.clone(), inbox.clone());
        let (agreed, delivery) = (*agreed, delivery.clone());
        let message = Message {
            brief: case.brief.clone(),
            appraisal: case.appraisal.clone(),
            letter: letter.clone(),
        };
        Callback::from(move |()| {
            if *delivery == Some(Delivery::Underway) {
                return;
            }
            if !agreed {
                delivery.set(Some(Delivery::Unagreed));
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
            host.post(&inbox, &message, then);
        })
    };
    let key = (*delivery).map(|delivery| match delivery {
        Delivery::Unagreed => "post.unagreed",
        Delivery::Underway => "post.underway",
        Delivery::Arrived => "post.arrived",
        Delivery::Failed => "post.failed",
    });
    let shop = [("shop", case.terms.shop.name.as_str())];
    let agree = speech.with("post.agree", &shop);
    let send = el("button", "main")
        .attr("type", "button")
        .on_click(&on_click)
        .text(speech.with("post.send", &shop));
    el("div", "post")
        .child(tick("keep", *agreed, agree, &on_agree))
        .child(send)
        .child(status(key.map(|key| speech.with(key, &shop))))
        .into()
}
