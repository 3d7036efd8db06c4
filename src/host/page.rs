//! What the page does for a calculator: its address and links, copying, printing, events.

use super::{file, store};
use crate::config::Saved;
use crate::engine::{Appraisal, Brief, Terms};
use crate::json;
use crate::letter::Letter;
use crate::share;
use crate::shared::Shared;
use crate::widget::{Message, Page, Watching};
use gloo::events::EventListener;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{
    AbortSignal, Element, Headers, HtmlIFrameElement, Location, RequestCredentials, RequestInit,
    Response,
};
use yew::Callback;

/// How many milliseconds an inbox may take to answer.
const PATIENCE: u32 = 30_000;

/// What the page does for the calculator in `root`: `place` is its name among those of the page. Where
/// it is not the first, its links have a name too. What is kept on this device has the name `kept_as`.
pub fn page(
    root: &Element,
    place: &str,
    further: bool,
    kept_as: Option<String>,
    terms: &Terms,
) -> Page {
    let here = share::key(if further { place } else { "" });
    let (linked, forgotten) = (here.clone(), here.clone());
    let elsewhere = terms.shop.page.clone();
    let (on_whole, on_saved, on_change) = (root.clone(), root.clone(), root.clone());
    let (on_share, on_send) = (root.clone(), root.clone());
    Page {
        address: Callback::from(move |link: String| match &elsewhere {
            // There the calculator is the first one.
            Some(page) => share::address(page, &share::key(""), &link),
            None => share::address(&address().unwrap_or_default(), &here, &link),
        }),
        linked: Callback::from(move |()| {
            let fragment = location()?.hash().ok()?;
            share::in_fragment(&fragment, &linked).map(str::to_owned)
        }),
        watch: Callback::from(watch),
        forget: Callback::from(move |()| {
            // A page whose address cannot be changed keeps it.
            let _ = forget(&forgotten);
        }),
        copy: Callback::from(|(text, then): (String, Callback<bool>)| copy(text, then)),
        post: Callback::from(
            |(to, (brief, appraisal, letter), then): (String, Message, Callback<bool>)| {
                let message = json::write(&Posted {
                    schema: 1,
                    brief: &brief,
                    appraisal: &appraisal,
                    letter: &letter,
                });
                wasm_bindgen_futures::spawn_local(async move {
                    then.emit(post(&to, &message).await.is_some_and(|answer| answer.ok()));
                });
            },
        ),
        print: Callback::from(|text: String| {
            // Where the page forbids it nothing is printed.
            let _ = print(&text);
        }),
        save: Callback::from(|(name, text): (String, String)| file::save(&name, &text)),
        read: Callback::from(|(chosen, then)| file::read(chosen, then)),
        keep: kept_as.filter(|_| store::can_keep()).map(|name| {
            Callback::from(move |saved: Option<Saved>| store::keep(&name, saved.as_ref()))
        }),
        on_whole: Callback::from(move |()| {
            tell(&on_whole, "takeon-whole", &(), false);
        }),
        on_saved: Callback::from(move |saved: Saved| {
            tell(&on_saved, "takeon-saved", &saved, false);
        }),
        on_change: Callback::from(
            move |(brief, appraisal): (Shared<Brief>, Shared<Appraisal>)| {
                let change = Change {
                    brief: &brief,
                    appraisal: &appraisal,
                };
                tell(&on_change, "takeon-change", &change, false);
            },
        ),
        on_share: Callback::from(move |(link, brief)| {
            tell(&on_share, "takeon-share", &Share { link, brief }, false);
        }),
        on_send: Callback::from(move |(brief, appraisal, letter): Message| {
            let detail = Send {
                brief: &brief,
                appraisal: &appraisal,
                letter: &letter,
            };
            tell(&on_send, "takeon-send", &detail, true)
        }),
    }
}

/// The detail of `takeon-change`.
#[derive(Serialize)]
struct Change<'a> {
    brief: &'a Brief,
    appraisal: &'a Appraisal,
}

/// The detail of `takeon-share`.
#[derive(Serialize)]
struct Share {
    link: String,
    brief: Brief,
}

/// The detail of `takeon-send`.
#[derive(Serialize)]
struct Send<'a> {
    brief: &'a Brief,
    appraisal: &'a Appraisal,
    letter: &'a Letter,
}

/// What is posted to the shop's inbox.
#[derive(Serialize)]
struct Posted<'a> {
    /// The version of this shape.
    schema: u8,
    brief: &'a Brief,
    appraisal: &'a Appraisal,
    letter: &'a Letter,
}

/// Posts a message, which is JSON, with nothing else that the browser knows of the visitor.
async fn post(to: &str, message: &str) -> Option<Response> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_credentials(RequestCredentials::Omit);
    init.set_body(&message.into());
    let headers = Headers::new().ok()?;
    headers.set("content-type", "application/json").ok()?;
    init.set_headers(&headers);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let answer = web_sys::window()?.fetch_with_str_and_init(to, &init);
    let answer = wasm_bindgen_futures::JsFuture::from(answer).await.ok()?;
    answer.dyn_into().ok()
}

/// Tells the shell something, by an event whose detail is JSON text. Whether nobody cancelled it.
pub fn tell(root: &Element, name: &str, detail: &impl Serialize, cancelable: bool) -> bool {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&json::write(detail).into());
    init.set_cancelable(cancelable);
    web_sys::CustomEvent::new_with_event_init_dict(name, &init)
        .and_then(|event| root.dispatch_event(&event))
        .unwrap_or(true)
}

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}

/// The address of the page.
fn address() -> Option<String> {
    location()?.href().ok()
}

/// Tells when the page has come to another fragment.
fn watch(tell: Callback<()>) -> Watching {
    let Some(window) = web_sys::window() else {
        return Box::new(());
    };
    Box::new(EventListener::new(&window, "hashchange", move |_| {
        tell.emit(());
    }))
}

/// Takes a link out of the page's address.
fn forget(key: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let (location, history) = (window.location(), window.history()?);
    let rest = share::without(&location.hash()?, key);
    let mut address = location.pathname()? + &location.search()?;
    if !rest.is_empty() {
        address.push('#');
        address.push_str(&rest);
    }
    history.replace_state_with_url(&history.state()?, "", Some(&address))
}

/// Copies a text. A page that is not secure has no clipboard, and a frame may be forbidden to use it.
pub fn copy(text: String, then: Callback<bool>) {
    let clipboard = web_sys::window()
        .map(|window| window.navigator().clipboard())
        .filter(|clipboard| clipboard.is_object());
    let Some(clipboard) = clipboard else {
        then.emit(false);
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let written = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await;
        then.emit(written.is_ok());
    });
}

/// Prints a text alone, from a frame that is gone afterwards.
fn print(text: &str) -> Result<(), JsValue> {
    let body = web_sys::window()
        .and_then(|window| window.document()?.body())
        .ok_or(JsValue::UNDEFINED)?;
    let document = body.owner_document().ok_or(JsValue::UNDEFINED)?;
    let frame: HtmlIFrameElement = document.create_element("iframe")?.unchecked_into();
    frame.set_attribute("aria-hidden", "true")?;
    let style = frame.style();
    for (name, value) in [
        ("position", "fixed"),
        ("inline-size", "0"),
        ("block-size", "0"),
        ("border", "0"),
    ] {
        style.set_property(name, value)?;
    }
    body.append_child(&frame)?;
    let printed = print_in(&frame, text);
    if printed.is_err() {
        frame.remove();
    }
    printed
}

fn print_in(frame: &HtmlIFrameElement, text: &str) -> Result<(), JsValue> {
    let paper = frame
        .content_document()
        .and_then(|document| document.body());
    let (paper, window) = paper
        .zip(frame.content_window())
        .ok_or(JsValue::UNDEFINED)?;
    paper.set_text_content(Some(text));
    for (name, value) in [
        ("white-space", "pre-wrap"),
        ("font", "12pt/1.5 serif"),
        ("margin", "2cm"),
    ] {
        paper.style().set_property(name, value)?;
    }
    let gone = frame.clone();
    EventListener::once(&window, "afterprint", move |_| gone.remove()).forget();
    window.print()
}
