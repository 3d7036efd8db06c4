//! Page around a calculator: its address and links, the clipboard, printing, events.

use super::address::address;
use super::window::{document, window};
use super::{entry, file, inbox, store};
use crate::config::{SavedBrief, read_saved};
use crate::engine::{Appraisal, Brief, Terms};
use crate::json;
use crate::letter::{Letter, Sender};
use crate::share;
use crate::shared::Shared;
use crate::widget::{Host, Message, Subscription};
use gloo::events::EventListener;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlIFrameElement};
use yew::Callback;

/// Time after which a letter has surely been printed, in milliseconds.
const PRINTING: u32 = 600_000;

/// Returns the services of the page for the calculator in `root`, whose name among the calculators
/// of the page is `place`. A `further` calculator, any but the first, has links with its name in
/// their key. Its brief is stored under `storage_key`; `saved` is the text that the shell has saved
/// of it.
pub fn page(
    root: &Element,
    place: &str,
    further: bool,
    storage_key: Option<String>,
    saved: Option<String>,
    terms: &Terms,
) -> Shared<dyn Host> {
    let page: Rc<dyn Host> = Rc::new(Page {
        root: root.clone(),
        link_key: share::key(if further { place } else { "" }),
        storage_key,
        saved,
        shop_page: terms.shop.page.clone(),
    });
    Shared::from(page)
}

/// Page around one calculator.
struct Page {
    /// Element that events are dispatched on.
    root: Element,
    /// Key of this calculator's link in the fragment of the page's address.
    link_key: String,
    /// Key under which the brief is stored on this device.
    storage_key: Option<String>,
    /// Text of the brief that the shell has saved.
    saved: Option<String>,
    /// Address of the shop's own page for links, if not this page.
    shop_page: Option<String>,
}

impl Host for Page {
    fn link_address(&self, link: &str) -> String {
        match &self.shop_page {
            // On that page the calculator is the first one.
            Some(page) => share::address(page, &share::key(""), link),
            None => share::address(&address().unwrap_or_default(), &self.link_key, link),
        }
    }

    fn link(&self) -> Option<String> {
        let fragment = window().ok()?.location().hash().ok()?;
        share::in_fragment(&fragment, &self.link_key)
    }

    fn remove_link(&self) {
        // A page may forbid changes of its address.
        let _ = remove_link(&self.link_key);
    }

    fn on_fragment_change(&self, then: Callback<()>) -> Subscription {
        Box::new(
            window()
                .map(|window| EventListener::new(&window, "hashchange", move |_| then.emit(()))),
        )
    }

    fn push_entry(&self) {
        let bar = self.root.query_selector(".standing").ok().flatten();
        // Beside the questions, the answer covers nothing.
        if bar.is_some_and(|bar| bar.get_bounding_client_rect().width() > 0.0) {
            // A page may forbid changes of its history.
            let _ = entry::push();
        }
    }

    fn pop_entry(&self) -> bool {
        entry::pop()
    }

    fn on_entry_left(&self, then: Callback<()>) -> Subscription {
        Box::new(entry::on_pop(then))
    }

    fn copy(&self, text: String, then: Callback<bool>) {
        copy(text, then);
    }

    fn post(
        &self,
        url: &str,
        media_type: Option<&'static str>,
        body: String,
        then: Callback<bool>,
    ) {
        inbox::post(url.to_owned(), media_type, body, then);
    }

    fn is_framed(&self) -> bool {
        window().is_ok_and(|window| {
            window
                .parent()
                .ok()
                .flatten()
                .is_some_and(|parent| parent != window)
        })
    }

    fn print(&self, text: &str) {
        // Does nothing if the page forbids printing.
        let _ = print(text);
    }

    fn save_file(&self, name: &str, text: &str) {
        file::save(name, text);
    }

    fn read_file(&self, chosen: web_sys::File, then: Callback<String>) {
        file::read(chosen, then);
    }

    fn read_bytes(&self, chosen: web_sys::File, most: usize, then: Callback<Vec<u8>>) {
        file::bytes(chosen, most, then);
    }

    fn decode(&self, bytes: &[u8], charset: &str) -> Option<String> {
        file::decode(bytes, charset)
    }

    fn saved(&self) -> Option<SavedBrief> {
        read_saved(self.saved.as_deref()?).ok()
    }

    fn stored(&self) -> Option<SavedBrief> {
        store::kept(self.storage_key.as_deref()?)
    }

    fn store(&self, saved: Option<&SavedBrief>) -> bool {
        let key = self.storage_key.as_ref();
        key.is_some_and(|key| store::keep(key, saved))
    }

    fn on_removal(&self, then: Callback<()>) -> Subscription {
        let key = self.storage_key.clone();
        Box::new(key.and_then(|key| store::on_removal(key, then)))
    }

    fn emit_complete(&self) {
        emit(&self.root, "takeon-complete", &(), false);
    }

    fn emit_read(&self, tag: &str) {
        emit(&self.root, "takeon-read", &tag, false);
    }

    fn emit_saved(&self, saved: &SavedBrief) {
        emit(&self.root, "takeon-saved", saved, false);
    }

    fn emit_change(&self, brief: &Brief, appraisal: &Appraisal) {
        let change = ChangeDetail { brief, appraisal };
        emit(&self.root, "takeon-change", &change, false);
    }

    fn emit_share(&self, address: &str, brief: &Brief) {
        let share = ShareDetail {
            link: address,
            brief,
        };
        emit(&self.root, "takeon-share", &share, false);
    }

    fn emit_send(&self, message: &Message) -> bool {
        let send = SendDetail {
            brief: &message.brief,
            appraisal: &message.appraisal,
            letter: &message.letter,
            sender: message.sender.as_ref(),
        };
        emit(&self.root, "takeon-send", &send, true)
    }
}

/// Detail of `takeon-change`.
#[derive(Serialize)]
struct ChangeDetail<'a> {
    brief: &'a Brief,
    appraisal: &'a Appraisal,
}

/// Detail of `takeon-share`.
#[derive(Serialize)]
struct ShareDetail<'a> {
    link: &'a str,
    brief: &'a Brief,
}

/// Detail of `takeon-send`.
#[derive(Serialize)]
struct SendDetail<'a> {
    brief: &'a Brief,
    appraisal: &'a Appraisal,
    letter: &'a Letter,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender: Option<&'a Sender>,
}

/// Dispatches an event whose detail is JSON text. Returns `false` if it was cancelled.
pub fn emit(root: &Element, name: &str, detail: &impl Serialize, cancelable: bool) -> bool {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&json::written(detail).into());
    init.set_cancelable(cancelable);
    web_sys::CustomEvent::new_with_event_init_dict(name, &init)
        .and_then(|event| root.dispatch_event(&event))
        .unwrap_or(true)
}

/// Removes the link under a key from the page's address.
fn remove_link(key: &str) -> Result<(), JsValue> {
    let window = window()?;
    let (location, history) = (window.location(), window.history()?);
    let rest = share::without(&location.hash()?, key);
    let mut address = location.pathname()? + &location.search()?;
    if !rest.is_empty() {
        address.push('#');
        address.push_str(&rest);
    }
    history.replace_state_with_url(&history.state()?, "", Some(&address))
}

/// Copies a text, and calls `then` with `false` if that was refused: insecure pages have no
/// clipboard, and a frame may be denied access.
pub fn copy(text: String, then: Callback<bool>) {
    let clipboard = window().map(|window| window.navigator().clipboard());
    let clipboard = clipboard.ok().filter(|clipboard| clipboard.is_object());
    let Some(clipboard) = clipboard else {
        then.emit(false);
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let written = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await;
        then.emit(written.is_ok());
    });
}

/// Prints a text alone, from a frame that is removed afterwards.
fn print(text: &str) -> Result<(), JsValue> {
    let document = document()?;
    let body = document.body().ok_or(JsValue::UNDEFINED)?;
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

/// Fills a frame with a text and prints it.
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
    // No event fires if the page forbids printing.
    let gone = frame.clone();
    gloo::timers::callback::Timeout::new(PRINTING, move || gone.remove()).forget();
    window.print()
}
