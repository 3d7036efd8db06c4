//! Sending a message to the shop's inbox: only with the visitor's word for it, and never lost.

use crate::letter::Letter;
use crate::widget::answer::AnswerProps;
use crate::widget::element::el;
use crate::widget::host::Message;
use crate::widget::parts::{status, tick};
use std::rc::Rc;
use yew::prelude::*;

/// A message that can be sent.
#[derive(Properties, Clone, PartialEq)]
pub struct PostProps {
    /// What was asked, and the answer.
    pub answer: AnswerProps,
    /// The letter as it is now.
    pub letter: Letter,
    /// The address that it is posted to.
    pub inbox: String,
}

/// What has become of a message.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    /// It waits for the visitor's word.
    Unagreed,
    /// It is on its way.
    Underway,
    /// It has arrived.
    Arrived,
    /// It has not arrived, and is still here.
    Failed,
}

/// A consent, a button, and what has become of it.
#[component]
pub fn Post(props: &PostProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        page,
        brief,
        appraisal,
        ..
    } = &props.answer;
    let agreed = use_state(|| false);
    let fate = use_state(|| None::<Fate>);
    {
        let fate = fate.clone();
        let message = (Rc::clone(&props.answer.draft), props.letter.clone());
        use_effect_with(message, move |_| {
            // What was said of another one is not true of this. What is on its way is told of.
            if fate.is_some() && *fate != Some(Fate::Underway) {
                fate.set(None);
            }
        });
    }
    let shop = [("shop", terms.shop.name.as_str())];
    let on_agree = {
        let agreed = agreed.clone();
        Callback::from(move |()| agreed.set(!*agreed))
    };
    let on_click = {
        let (page, inbox) = (page.clone(), props.inbox.clone());
        let (agreed, fate) = (*agreed, fate.clone());
        let message = Message {
            brief: brief.clone(),
            appraisal: appraisal.clone(),
            letter: props.letter.clone(),
        };
        Callback::from(move |()| {
            if *fate == Some(Fate::Underway) {
                return;
            }
            if !agreed {
                fate.set(Some(Fate::Unagreed));
                return;
            }
            if !page.emit_send(&message) {
                return;
            }
            fate.set(Some(Fate::Underway));
            let told = fate.clone();
            let then = Callback::from(move |arrived| {
                told.set(Some(if arrived { Fate::Arrived } else { Fate::Failed }));
            });
            page.post(&inbox, &message, then);
        })
    };
    let said = (*fate).map(|fate| match fate {
        Fate::Unagreed => "post.unagreed",
        Fate::Underway => "post.underway",
        Fate::Arrived => "post.arrived",
        Fate::Failed => "post.failed",
    });
    let agree = speech.with("post.agree", &shop);
    let send = el("button", "main")
        .attr("type", "button")
        .on_click(&on_click)
        .text(speech.with("post.send", &shop));
    let said = said.map(|key| speech.with(key, &shop));
    el("div", "post")
        .child(tick("keep", *agreed, agree, &on_agree))
        .child(send)
        .child(status(said))
        .into()
}
