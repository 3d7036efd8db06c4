//! The browser of the owner's tools: storage on the device, files, the page's address and its elements.
//!
//! The one module of the desk that touches the page. Anything that the browser refuses counts as absent.

#![allow(
    clippy::disallowed_methods,
    reason = "this is where the page is asked for"
)]

mod loader;
mod regional;
mod storage;

pub(super) use crate::host::{copy, save};
pub use loader::{hear, load_later, save_archive, words};
pub use storage::{
    note, noted, on_storage_failure, on_stored, replace, save_value, store, store_members,
    store_text, stored, stored_list, stored_members, stored_text,
};

use crate::draft::days;
use crate::i18n::Numbers;
use gloo::events::EventListener;
use gloo::file::{FileList, futures::read_as_bytes};
use gloo::net::http::Request;
use gloo::timers::callback::Timeout;
use js_sys::{JSON, Reflect};
use loader::workbook;
use regional::Regional;
use std::cell::Cell;
use std::rc::Rc;
use storage::on_window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Returns the element with an id.
pub fn element(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Returns an element that is not on the page.
pub fn detached() -> Option<web_sys::Element> {
    let document = web_sys::window()?.document()?;
    document.create_element("div").ok()
}

/// Focuses the element with an id and selects the text in it. Returns `false` if there is none.
pub fn focus(id: &str) -> bool {
    let Some(element) = element(id) else {
        return false;
    };
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
    if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        input.select();
    }
    true
}

/// Keeps the focus from the element with an id until somebody has touched it, and gives it back to where it was,
/// or else to another element in the same section. Dropping the listeners ends that.
///
/// Yew hears no events of another of its programs, such as a calculator.
pub fn keep_focus(id: &'static str, other: &'static str) -> Option<[EventListener; 3]> {
    let around = element(other)?.closest("section").ok()??;
    let is_over = Rc::new(Cell::new(false));
    let listener = |kind: &'static str, is_end: fn(&web_sys::Event, &str, &str) -> bool| {
        let is_over = Rc::clone(&is_over);
        EventListener::new(&around, kind, move |event| {
            if !is_over.get() && is_end(event, id, other) {
                is_over.set(true);
            }
        })
    };
    Some([
        listener("focusin", give_focus_back),
        listener("pointerdown", |event, id, _| is_in(event, id)),
        listener("keydown", |event, _, _| {
            let event = event.dyn_ref::<web_sys::KeyboardEvent>();
            event.is_some_and(|event| event.key() == "Tab")
        }),
    ])
}

/// Returns `true` for an event in the element with an id.
fn is_in(event: &web_sys::Event, id: &str) -> bool {
    let target = event.target();
    let target = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<web_sys::Element>());
    target.is_some_and(|target| target.id() == id)
}

/// Gives the focus back from an element that has just taken it, with its id, to where it was, or else to
/// another, and shows that. Returns `false` if another element has taken it.
fn give_focus_back(event: &web_sys::Event, id: &str, other: &str) -> bool {
    let before = Reflect::get(event, &JsValue::from_str("relatedTarget")).ok();
    let before = before.and_then(|before| before.dyn_into::<web_sys::HtmlElement>().ok());
    let before = before.or_else(|| element(other)?.dyn_into().ok());
    let Some(before) = before.filter(|_| is_in(event, id)) else {
        return false;
    };
    // The listener that called this hears of the focus, and cannot be called while it runs.
    let taken_from = before.clone();
    spawn_local(async move {
        let _ = taken_from.focus();
    });
    // It has scrolled to itself, and scrolls again after it has taken the focus.
    Timeout::new(0, move || {
        if let Ok(Some(around)) = before.closest("section") {
            around.set_scroll_top(0);
        }
        if before.get_bounding_client_rect().top() < 0.0 {
            before.scroll_into_view();
        }
    })
    .forget();
    true
}

/// The formats of a language, with its dates as in the region of the browser.
pub fn numbers(lang: &str) -> Box<dyn Numbers> {
    Box::new(Regional::new(lang))
}

/// Returns `true` if there is another calculator on the page than the one with an id.
pub fn has_calculator_beside(id: &str) -> bool {
    let others = format!("takeon-calculator:not(#{id})");
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| matches!(document.query_selector(&others), Ok(Some(_))))
}

/// Goes to a fragment of the page.
pub fn go_to(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(fragment);
    }
}

/// Opens the browser's own way to print the page, or to save it as PDF under a name.
pub fn print(name: &str) {
    let Some((window, document)) =
        web_sys::window().and_then(|it| Some((it.clone(), it.document()?)))
    else {
        return;
    };
    let title = document.title();
    document.set_title(name);
    let back = move |_: &web_sys::Event| document.set_title(&title);
    EventListener::once(&window, "afterprint", back).forget();
    let _ = window.print();
}

/// Has the first element of a class printed, and nothing else of the page, or all of that again. What is around the
/// element is marked, because browsers of 2023 cannot style an element by its contents.
pub fn print_only(class: Option<&str>) {
    const MARK: &str = "data-print";
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    while let Ok(Some(marked)) = document.query_selector("[data-print]") {
        let _ = marked.remove_attribute(MARK);
    }
    let one = class.and_then(|class| document.query_selector(class).ok()?);
    let mut next = one;
    while let Some(element) = next {
        let _ = element.set_attribute(MARK, "");
        next = element.parent_element();
    }
}

/// A day, in days from 1 January 1970, in words of a language, as in the region of the browser, and with its year: for texts that are signed.
pub fn long_date(lang: &str, day: i64) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [
        ("dateStyle", "long"),
        ("timeZone", "UTC"),
        ("calendar", "gregory"),
    ] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let milliseconds = day as f64 * 86_400_000.0;
    let date = js_sys::Date::new(&milliseconds.into());
    date.to_locale_date_string(&regional::tag(lang), &options)
        .into()
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Size limit of an opened file, in bytes: larger ones are no list of briefs or jobs.
const LARGEST: u64 = 4_000_000;

/// A file that was read.
pub struct OpenedFile {
    /// Name.
    pub name: String,
    /// Content; empty if too large or unreadable.
    pub bytes: Vec<u8>,
    /// Sheets of a workbook as JSON text, if it is one that can be read.
    pub sheets: Option<String>,
}

/// Reads files in their order.
pub fn read(files: web_sys::FileList, on_read: Callback<Vec<OpenedFile>>) {
    let files = FileList::from(files);
    spawn_local(async move {
        let mut all = Vec::with_capacity(files.len());
        for file in files.iter() {
            let bytes = if file.size() <= LARGEST {
                read_as_bytes(file).await.ok()
            } else {
                None
            };
            let bytes = bytes.unwrap_or_default();
            // The signature of an archive, which a workbook is.
            let sheets = match bytes.starts_with(b"PK\x03\x04") {
                true => workbook(&bytes).await,
                false => None,
            };
            all.push(OpenedFile {
                name: file.name(),
                bytes,
                sheets,
            });
        }
        on_read.emit(all);
    });
}

/// Fetches the text of a file beside the page; `None` if it cannot be had.
pub fn fetch_text(address: String, on_text: Callback<Option<String>>) {
    spawn_local(async move {
        let text = async {
            let response = Request::get(&address).send().await.ok()?;
            response.ok().then_some(response)?.text().await.ok()
        };
        on_text.emit(text.await);
    });
}

/// Returns `true` in one's own house: the calculator's files lie beside this page, as on any page with them.
pub fn is_own_house() -> bool {
    element("desk").is_some_and(|desk| desk.has_attribute("data-own"))
}

/// The folder of the page, from the root of its site.
pub fn folder() -> Option<String> {
    let path = web_sys::window()?.location().pathname().ok()?;
    Some(path[..=path.rfind('/')?].to_owned())
}

/// Sets the configuration of a calculator on the page, as a script would.
pub fn configure(calculator: &web_sys::Element, config: &str) {
    if let Ok(config) = JSON::parse(config) {
        let _ = Reflect::set(calculator, &"config".into(), &config);
    }
}

/// Gives a calculator properties of its style, by their names, and the theme that its page would have; empty ones are none.
pub fn dress(calculator: &web_sys::Element, properties: &[(&str, String)], theme: &str) {
    if let Some(element) = calculator.dyn_ref::<web_sys::HtmlElement>() {
        for (name, value) in properties {
            let _ = element.style().set_property(name, value);
        }
    }
    // It looks at its colours anew when its theme changes.
    for theme in ["dark", "light", theme] {
        let _ = match theme {
            "" => calculator.remove_attribute("theme"),
            theme => calculator.set_attribute("theme", theme),
        };
    }
}

/// Presses the example at an index in a calculator, and hides that meanwhile: it would take the focus for its answer, and bring it
/// to the top of the window. Returns `false` where it shows none.
pub fn press_example(calculator: &web_sys::Element, index: usize) -> bool {
    let selector = format!(".examples li:nth-child({}) button", index + 1);
    press_in(calculator, &selector)
}

/// Presses the button of a step in a calculator, for an empty one that from the start to the steps, or the one that leads to its `answer` where there is one column, as
/// [`press_example`] presses an example.
pub fn press_step(calculator: &web_sys::Element, step: &str) -> bool {
    match step {
        "answer" => press_in(calculator, ".standing[aria-expanded=false]"),
        step => press_in(calculator, &format!("[data-step='{step}']")),
    }
}

fn press_in(calculator: &web_sys::Element, selector: &str) -> bool {
    let button = calculator
        .shadow_root()
        .and_then(|root| root.query_selector(selector).ok()?);
    // It stays in the calculator: the tools would take it for one of theirs.
    let init = web_sys::CustomEventInit::new();
    init.set_bubbles(true);
    let click = web_sys::CustomEvent::new_with_event_init_dict("click", &init);
    let Some((button, click)) = button.zip(click.ok()) else {
        return false;
    };
    let _ = calculator.set_attribute("hidden", "");
    button.dispatch_event(&click).is_ok()
}

/// Shows a calculator again in which an example was pressed.
pub fn show(calculator: &web_sys::Element) {
    let _ = calculator.remove_attribute("hidden");
}

/// Returns the name of a language in another one, or its tag.
pub fn language_name(tag: &str, lang: &str) -> String {
    let name = || -> Result<JsValue, JsValue> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let names: js_sys::Function = Reflect::get(&intl, &"DisplayNames".into())?.dyn_into()?;
        let options = js_sys::Object::new();
        Reflect::set(&options, &"type".into(), &"language".into())?;
        let names = Reflect::construct(&names, &js_sys::Array::of2(&lang.into(), &options))?;
        let of: js_sys::Function = Reflect::get(&names, &"of".into())?.dyn_into()?;
        of.call1(&names, &tag.into())
    };
    let name = name().ok().and_then(|name| name.as_string());
    name.unwrap_or_else(|| tag.to_owned())
}

/// Subscribes to the keys that undo a step, `false`, or do it again, `true`, but for those in a calculator. Dropping the listener
/// unsubscribes.
pub fn on_undo(on_key: Callback<bool>) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window, "keydown", options, move |event| {
        let key = event.unchecked_ref::<web_sys::KeyboardEvent>();
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        // A text that is no part of the configuration has the browser's own steps.
        let is_other = target.is_some_and(|target| {
            target.tag_name() == "TAKEON-CALCULATOR"
                || ["many", "take-folder", "briefs-link"].contains(&&*target.id())
        });
        if is_other || key.alt_key() || !(key.ctrl_key() || key.meta_key()) {
            return;
        }
        let is_redo = match key.key().as_str() {
            "z" | "Z" => key.shift_key(),
            "y" => true,
            _ => return,
        };
        event.prevent_default();
        on_key.emit(is_redo);
    });
    Some(listener)
}

/// Returns a member of the detail of a calculator's event, as JSON text.
pub fn detail(event: &web_sys::Event, member: &str) -> Option<String> {
    let detail = event.dyn_ref::<web_sys::CustomEvent>()?.detail();
    let member = Reflect::get(&detail, &member.into()).ok()?;
    JSON::stringify(&member).ok()?.as_string()
}

/// An id that nothing else has: eight hexadecimal digits by chance.
pub fn fresh_id() -> String {
    format!(
        "{:08x}",
        (js_sys::Math::random() * f64::from(u32::MAX)) as u32
    )
}

/// Today in the time zone of the device, as in 2026-03-31.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

/// Today in the time zone of the device, in days from 1 January 1970.
pub fn day() -> i64 {
    days(&today()).unwrap_or_default()
}

/// Returns the fragment of the page's address, without the `#`.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Subscribes to changes of the fragment; dropping the listener unsubscribes.
pub fn on_fragment(on_change: Callback<()>) -> Option<EventListener> {
    on_window("hashchange", move |_| on_change.emit(()))
}

/// Sets the fragment of the page's address in place, if that can be changed: nobody is told of it.
pub fn set_fragment(fragment: &str) {
    let _ = web_sys::window().and_then(|window| {
        let (location, history) = (window.location(), window.history().ok()?);
        let mut address = location.pathname().ok()? + &location.search().ok()?;
        if !fragment.is_empty() {
            address = address + "#" + fragment;
        }
        let state = history.state().ok()?;
        history
            .replace_state_with_url(&state, "", Some(&address))
            .ok()
    });
}
