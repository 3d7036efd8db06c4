//! What the demo page's tools ask of the browser: files, the clipboard, what is kept on this device,
//! and the calculators beside them. Whatever the browser refuses is as if it were not there.

pub use super::file::save;
pub use super::page::copy;
use crate::i18n::Numbers;
use gloo::events::EventListener;
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// The element with this id.
pub fn element(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Puts the keyboard on the element with this id, with what is typed there chosen. Whether it is there.
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

/// How this language writes numbers.
pub fn numbers(lang: &str) -> Box<dyn Numbers> {
    Box::new(super::intl::Intl::new(lang))
}

/// What is kept on this device under a name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok()?
}

/// What the page is told when something could not be kept.
const UNKEPT: &str = "takeon-desk-unkept";

/// Keeps a text on this device, or forgets it. Whoever listens is told where that cannot be done.
pub fn keep(name: &str, text: Option<&str>) {
    let kept = storage().and_then(|storage| {
        match text {
            Some(text) => storage.set_item(&key(name), text),
            None => storage.remove_item(&key(name)),
        }
        .ok()
    });
    if kept.is_none()
        && let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(UNKEPT))
    {
        let _ = window.dispatch_event(&event);
    }
}

/// Tells when something could not be kept on this device.
pub fn on_unkept(tell: Callback<()>) -> Option<EventListener> {
    on_window(UNKEPT, move |_| tell.emit(()))
}

/// Tells when another tab of this browser has kept something else under a name.
pub fn on_kept(name: &str, tell: Callback<()>) -> Option<EventListener> {
    let key = key(name);
    on_window("storage", move |event| {
        let event = event.unchecked_ref::<web_sys::StorageEvent>();
        if event.key().is_some_and(|named| named == key) {
            tell.emit(());
        }
    })
}

fn key(name: &str) -> String {
    format!("takeon-desk:1:{name}")
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Larger files are no list of briefs or jobs, in bytes.
const LARGEST: f64 = 4e6;

/// Reads what is in each of these files, under its name and in their order: nothing where one is too
/// large or cannot be read.
pub fn read(files: &web_sys::FileList, then: Callback<Vec<(String, Vec<u8>)>>) {
    let files: Vec<_> = (0..files.length()).filter_map(|n| files.get(n)).collect();
    spawn_local(async move {
        let mut all = Vec::with_capacity(files.len());
        for file in files {
            let read = if file.size() <= LARGEST {
                JsFuture::from(file.array_buffer()).await.ok()
            } else {
                None
            };
            let bytes = read.map_or_else(Vec::new, |read| js_sys::Uint8Array::new(&read).to_vec());
            all.push((file.name(), bytes));
        }
        then.emit(all);
    });
}

/// Fetches a file that belongs to the page; none where it is not there.
pub fn own_file(address: &str, done: Callback<Option<String>>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let answer = window.fetch_with_str(address);
    spawn_local(async move {
        let text = async {
            let response: web_sys::Response = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
            let text = response.ok().then(|| response.text().ok())??;
            JsFuture::from(text).await.ok()?.as_string()
        };
        done.emit(text.await);
    });
}

/// Hands a configuration to a calculator on the page, as a script would.
pub fn configure(calculator: &web_sys::Element, config: &str) {
    if let Ok(config) = JSON::parse(config) {
        let _ = Reflect::set(calculator, &"config".into(), &config);
    }
}

/// A member of what an event of a calculator tells, as JSON text.
pub fn told(event: &web_sys::Event, member: &str) -> Option<String> {
    let detail = event.dyn_ref::<web_sys::CustomEvent>()?.detail();
    let member = Reflect::get(&detail, &member.into()).ok()?;
    JSON::stringify(&member).ok()?.as_string()
}

/// Today where the visitor is, as in 2026-03-31.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

/// How many days from today until a day, as in 2026-03-31.
pub fn days_until(day: &str) -> Option<f64> {
    let at = |day: &str| js_sys::Date::parse(&format!("{day}T00:00:00Z"));
    Some((at(day) - at(&today())) / 86_400_000.0).filter(|days| days.is_finite())
}

/// Tells when that has changed which stands behind the `#` of the page's address, until what is given
/// back is dropped.
pub fn on_fragment(tell: Callback<()>) -> Option<EventListener> {
    on_window("hashchange", move |_| tell.emit(()))
}

/// Listens to the window, as long as what is given back is held.
fn on_window(
    kind: &'static str,
    heard: impl Fn(&web_sys::Event) + 'static,
) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, kind, heard))
}

/// Takes what stands behind the `#` out of the page's address, where that can be changed.
pub fn forget_fragment() {
    let _ = web_sys::window().and_then(|window| {
        let (location, history) = (window.location(), window.history().ok()?);
        let address = location.pathname().ok()? + &location.search().ok()?;
        let state = history.state().ok()?;
        history
            .replace_state_with_url(&state, "", Some(&address))
            .ok()
    });
}

/// What stands behind the `#` of the page's address.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}
