//! A calculator on the page, as the shell holds it.

use super::failure::failure;
use super::file;
use super::intl::Intl;
use super::page;
use super::store;
use crate::config::{Saved, read_config, read_saved};
use crate::engine::{Appraisal, Show};
use crate::i18n::{Speech, Words};
use crate::json::{self, Value};
use crate::share;
use crate::widget::{AppProps, Audience, Root, RootProps, Setup, Shared};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::Callback;

/// A place for calculators, one after the other.
///
/// Yew never lets go of what listens in a root that it was given once. So a root is cleared and
/// filled again, and a page that shows and removes calculators for hours holds no more than it shows.
#[wasm_bindgen]
pub struct Mounted {
    handle: yew::AppHandle<Root>,
    root: web_sys::Element,
    /// How many calculators there have been.
    turn: u32,
}

/// What the shell hands over.
struct Options {
    /// The text of the agency's JSON.
    config: String,
    /// Whether that is our example.
    example: bool,
    /// Who is spoken to: `shop`, or else the visitor.
    audience: String,
    /// The text of the language's messages; none for English.
    locale: Option<String>,
    /// The name of the calculator among those of the page.
    place: String,
    /// Whether it is not the first calculator of the page: then its links have a name.
    further: bool,
    /// What the visitor had typed before it left the page or crashed, as `takeon-change` told it.
    saved: Option<String>,
    /// The BCP 47 tag of the language.
    lang: String,
    /// The tag of the messages that are spoken, such as `pt-BR` where the language is `pt`.
    spoken: String,
    /// The languages that can be chosen: tags with names.
    languages: Vec<(String, String)>,
}

impl Options {
    /// Options from their JSON text.
    fn read(text: &str) -> Result<Options, String> {
        let options = json::read(text)?;
        let text = |name| options.member(name)?.text().map(str::to_owned);
        let language = |pair: &Value| match pair {
            Value::List(pair) => Some((
                pair.first()?.text()?.to_owned(),
                pair.get(1)?.text()?.to_owned(),
            )),
            _ => None,
        };
        let languages = match options.member("languages") {
            Some(Value::List(pairs)) => pairs.iter().filter_map(language).collect(),
            _ => Vec::new(),
        };
        let is_true = |name| options.member(name) == Some(&Value::Bool(true));
        Ok(Options {
            config: text("config").ok_or("\"config\" is missing")?,
            example: is_true("example"),
            audience: text("audience").unwrap_or_default(),
            locale: text("locale"),
            place: text("place").unwrap_or_default(),
            further: is_true("further"),
            saved: text("saved"),
            lang: text("lang").ok_or("\"lang\" is missing")?,
            spoken: text("spoken").unwrap_or_default(),
            languages,
        })
    }
}

/// Mounts a calculator into `root`, an empty element inside the shadow root.
///
/// `options` is the JSON text of what `Options` has; only `config` and `lang` must be there.
/// What the visitor does is told by events on `root` whose detail is JSON text: `takeon-change`,
/// `takeon-share`, `takeon-language` and `takeon-send`, which can be cancelled.
///
/// # Errors
/// A JavaScript `Error` whose `errors` lists every problem of the configuration.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, options: &str) -> Result<Mounted, JsValue> {
    let app = Some(props(&root, options)?);
    let props = RootProps { turn: 0, app };
    let handle = yew::Renderer::<Root>::with_root_and_props(root.clone(), props).render();
    Ok(Mounted {
        handle,
        root,
        turn: 0,
    })
}

#[wasm_bindgen]
impl Mounted {
    /// Hands new options to the same calculator; what the visitor typed stays.
    ///
    /// # Errors
    /// As [`mount`]. The calculator then goes on as it was.
    pub fn update(&mut self, options: &str) -> Result<(), JsValue> {
        let app = Some(props(&self.root, options)?);
        let turn = self.turn;
        self.handle.update(RootProps { turn, app });
        Ok(())
    }

    /// Takes the calculator away and frees it. [`Mounted::update`] makes a new one in its place.
    pub fn clear(&mut self) {
        self.turn += 1;
        let turn = self.turn;
        self.handle.update(RootProps { turn, app: None });
    }
}

/// What the root is handed.
fn props(root: &web_sys::Element, options: &str) -> Result<AppProps, JsValue> {
    let options = Options::read(options).map_err(|wrong| failure(&wrong, &[]))?;
    let setup = setup(&options)?;
    let place = options.place;
    let key = share::key(if options.further { &place } else { "" });
    let target = root.clone();
    let on_change = Callback::from(move |(saved, appraisal): (Saved, Shared<Appraisal>)| {
        let change = Change {
            saved,
            appraisal: &appraisal,
        };
        page::tell(&target, "takeon-change", &change, false);
    });
    let saved = options.saved.and_then(|text| read_saved(&text).ok());
    let kept = store::kept(&place);
    let on_keep = store::can_keep()
        .then(|| Callback::from(move |saved: Option<Saved>| store::keep(&place, saved.as_ref())));
    Ok(AppProps {
        page: page::page(root, &key, &setup.terms),
        setup,
        keep: kept.is_some(),
        back: saved.is_some(),
        saved: saved.or(kept).map(Shared::new),
        on_keep,
        on_save: Callback::from(|(name, text): (String, String)| file::save(&name, &text)),
        on_file: Callback::from(|(chosen, then)| file::read(chosen, then)),
        on_change,
    })
}

/// The detail of `takeon-change`.
#[derive(Serialize)]
struct Change<'a> {
    /// What the visitor asks, as it was typed.
    saved: Saved,
    appraisal: &'a Appraisal,
}

fn setup(options: &Options) -> Result<Setup, JsValue> {
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
    Ok(Setup {
        today: today(),
        audience,
        terms: Shared::new(config.terms),
        examples: Shared::new(config.examples),
        speech: Speech(Rc::new(words)),
        spoken: options.spoken.clone(),
        languages: options.languages.clone(),
        example: options.example,
    })
}

/// Today where the visitor is, in days from 1 January 1970.
fn today() -> i64 {
    let now = js_sys::Date::new_0();
    let minutes = now.get_time() / 60_000.0 - now.get_timezone_offset();
    (minutes / 1440.0).floor() as i64
}
