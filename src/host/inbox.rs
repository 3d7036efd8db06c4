//! Inbox of a shop: a message in the shape that it takes, posted without anything that the browser
//! knows of the visitor.

use super::page::bare;
use super::window::window;
use crate::encoding::percent::encode;
use crate::engine::{Appraisal, Brief, Inbox, InboxShape};
use crate::json;
use crate::letter::{Letter, Sender};
use crate::widget::Message;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Headers, RequestCredentials, RequestInit, Response};
use yew::Callback;

/// Time limit of a request, in milliseconds.
const TIMEOUT: u32 = 30_000;

/// Posts a message, and calls `then` with `false` if it was not accepted.
pub fn post(inbox: &Inbox, message: &Message, then: Callback<bool>) {
    let body = body(inbox, message);
    let (url, shape) = (inbox.url.clone(), inbox.shape);
    wasm_bindgen_futures::spawn_local(async move {
        let answer = send(&url, shape, &body).await;
        then.emit(answer.is_ok_and(|answer| answer.ok()));
    });
}

/// Sends a body without cookies.
async fn send(url: &str, shape: InboxShape, body: &str) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_credentials(RequestCredentials::Omit);
    init.set_body(&body.into());
    let headers = Headers::new()?;
    match shape {
        InboxShape::Json | InboxShape::Hubspot => {
            headers.set("content-type", "application/json")?;
        }
        // Text is sent as text: of that no browser asks first.
        InboxShape::Text => {}
        InboxShape::Form => {
            headers.set("content-type", "application/x-www-form-urlencoded")?;
            // Formspree and its like answer this with a status, and all else with another page.
            headers.set("accept", "application/json")?;
        }
    }
    init.set_headers(&headers);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT)));
    let answer = window()?.fetch_with_str_and_init(&bare(url)?, &init);
    wasm_bindgen_futures::JsFuture::from(answer)
        .await?
        .dyn_into()
}

/// Body of a request.
fn body(inbox: &Inbox, message: &Message) -> String {
    match inbox.shape {
        InboxShape::Json | InboxShape::Text => json::write(&Posted {
            schema: 1,
            brief: &message.brief,
            appraisal: &message.appraisal,
            letter: &message.letter,
            sender: message.sender.as_ref(),
        }),
        InboxShape::Form => form(inbox, message),
        InboxShape::Hubspot => json::write(&Submission {
            fields: contact(message, "firstname")
                .map(|(name, value)| SubmittedField { name, value })
                .collect(),
        }),
    }
}

/// Sender and letter as the fields of a form, those that are there. Services differ in what they call the name.
fn contact<'a>(
    message: &'a Message,
    name: &'static str,
) -> impl Iterator<Item = (&'static str, &'a str)> {
    let sender = message.sender.as_ref();
    [
        (name, sender.map(|sender| sender.name.as_str())),
        ("email", sender.and_then(|sender| sender.email.as_deref())),
        ("phone", sender.and_then(|sender| sender.phone.as_deref())),
        ("message", Some(message.letter.text.as_str())),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
}

/// Message as the fields of a form, with the verdict, and the brief as JSON.
///
/// Source: the URL Standard, application/x-www-form-urlencoded; spaces as `%20` are read alike.
fn form(inbox: &Inbox, message: &Message) -> String {
    let brief = json::write(&*message.brief);
    let form = inbox.form.as_deref().map(|form| ("form-name", form));
    let more = [
        ("subject", message.letter.subject.as_str()),
        ("verdict", message.appraisal.verdict.name()),
        ("brief", &brief),
    ];
    let fields = form.into_iter().chain(contact(message, "name")).chain(more);
    let mut body = String::new();
    for (name, value) in fields {
        if !body.is_empty() {
            body.push('&');
        }
        body.push_str(name);
        body.push('=');
        encode(&mut body, value, "-._");
    }
    body
}

/// Message as JSON.
#[derive(Serialize)]
struct Posted<'a> {
    /// Version of this shape.
    schema: u8,
    brief: &'a Brief,
    appraisal: &'a Appraisal,
    letter: &'a Letter,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender: Option<&'a Sender>,
}

/// Message to a form of HubSpot, by the names of its contact properties.
#[derive(Serialize)]
struct Submission<'a> {
    fields: Vec<SubmittedField<'a>>,
}

/// Field of a form of HubSpot.
#[derive(Serialize)]
struct SubmittedField<'a> {
    name: &'static str,
    value: &'a str,
}
