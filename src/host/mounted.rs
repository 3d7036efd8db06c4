//! A calculator on the page, as the shell holds it.

use super::failure::failure;
use super::file;
use super::intl::Intl;
use super::store;
use crate::config::{Saved, read_config};
use crate::engine::{Appraisal, Brief, Show};
use crate::i18n::{Speech, Words};
use crate::widget::{App, AppProps, Audience, Setup};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::Callback;

/// A calculator on the page, for as long as the shell keeps it.
#[wasm_bindgen]
pub struct Mounted {
    handle: yew::AppHandle<App>,
    on_change: Callback<(Brief, Appraisal)>,
}

/// What the shell hands over.
#[derive(Deserialize)]
struct Options {
    /// The text of the agency's JSON.
    config: String,
    /// Whether that is our example.
    #[serde(default)]
    example: bool,
    /// Who is spoken to: `shop`, or else the visitor.
    #[serde(default)]
    audience: String,
    /// The text of the language's messages; none for English.
    #[serde(default)]
    locale: Option<String>,
    /// The name of the calculator among those of the page.
    #[serde(default)]
    place: String,
    /// The BCP 47 tag of the language.
    lang: String,
}

/// Mounts a calculator into `root`, an empty element inside the shadow root.
///
/// `options` is JSON text: `{"config": "…", "example": true, "locale": null, "lang": "en"}`.
/// What the visitor does is told by `takeon-change` events on `root`, whose detail is JSON text.
///
/// # Errors
/// A JavaScript `Error` whose `errors` lists every problem of the configuration.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, options: &str) -> Result<Mounted, JsValue> {
    let (setup, place) = setup(options)?;
    let target = root.clone();
    let on_change = Callback::from(move |(brief, appraisal)| tell(&target, &brief, &appraisal));
    let props = props(setup, place, on_change.clone());
    let handle = yew::Renderer::<App>::with_root_and_props(root, props).render();
    Ok(Mounted { handle, on_change })
}

#[wasm_bindgen]
impl Mounted {
    /// Hands new options to the same calculator; what the visitor typed stays.
    ///
    /// # Errors
    /// As [`mount`]. The calculator then goes on as it was.
    pub fn update(&mut self, options: &str) -> Result<(), JsValue> {
        let (setup, place) = setup(options)?;
        self.handle
            .update(props(setup, place, self.on_change.clone()));
        Ok(())
    }

    /// Takes the calculator off the page and frees it.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// What the root is handed. `place` is the name of the calculator among those of the page.
fn props(setup: Setup, place: String, on_change: Callback<(Brief, Appraisal)>) -> AppProps {
    let kept = store::kept(&place).map(Rc::new);
    let on_keep = store::can_keep()
        .then(|| Callback::from(move |saved: Option<Saved>| store::keep(&place, saved.as_ref())));
    AppProps {
        setup,
        kept,
        on_keep,
        on_save: Callback::from(|(name, text): (String, String)| file::save(&name, &text)),
        on_open: Callback::from(|(chosen, then)| file::read(chosen, then)),
        on_change,
    }
}

fn setup(options: &str) -> Result<(Setup, String), JsValue> {
    let options: Options =
        serde_json::from_str(options).map_err(|error| failure(&error.to_string(), &[]))?;
    let config = read_config(&options.config)
        .map_err(|errors| failure("the configuration cannot be used:", &errors))?;
    let audience = if options.audience == "shop" {
        Audience::Shop
    } else {
        Audience::Visitor
    };
    // The owner sees everything.
    let show = match audience {
        Audience::Visitor => config.show,
        Audience::Shop => Show::Prices,
    };
    let words = Words::new(
        &options.lang,
        options.locale.as_deref(),
        Box::new(Intl::new(&options.lang)),
    )
    .showing(show);
    let setup = Setup {
        today: today(),
        audience,
        terms: Rc::new(config.terms),
        examples: Rc::new(config.examples),
        speech: Speech(Rc::new(words)),
        example: options.example,
    };
    Ok((setup, options.place))
}

/// Today where the visitor is, in days from 1 January 1970.
fn today() -> i64 {
    let now = js_sys::Date::new_0();
    let minutes = now.get_time() / 60_000.0 - now.get_timezone_offset();
    (minutes / 1440.0).floor() as i64
}

/// Tells the shell what the visitor asks now, and the answer.
fn tell(root: &web_sys::Element, brief: &Brief, appraisal: &Appraisal) {
    #[derive(Serialize)]
    struct Detail<'a> {
        brief: &'a Brief,
        appraisal: &'a Appraisal,
    }
    let Ok(detail) = serde_json::to_string(&Detail { brief, appraisal }) else {
        return;
    };
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&detail.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("takeon-change", &init) {
        // It cannot be cancelled, so what comes back says nothing.
        let _ = root.dispatch_event(&event);
    }
}
