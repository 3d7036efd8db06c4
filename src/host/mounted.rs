//! A calculator on the page, as the shell holds it.

use super::failure::failure;
use super::intl::Intl;
use super::page;
use super::store;
use crate::config::{read_config, read_saved};
use crate::engine::Show;
use crate::i18n::Words;
use crate::json::{self, Value};
use crate::shared::Shared;
use crate::widget::{AppProps, Audience, Begun, Held, Root, RootProps, Setup, Whole};
use std::cell::OnceCell;
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
    /// The calculator that is there, if one is.
    shown: Option<Shown>,
    /// What makes the rest of it, once that is there.
    whole: Option<Complete>,
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
    /// What the visitor had typed before it left the page or crashed, as `takeon-saved` told it.
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

/// Mounts a calculator into `root`, an empty element inside the shadow root. It asks its first question;
/// [`Mounted::complete`] makes it whole.
///
/// `options` is the JSON text of what `Options` has; only `config` and `lang` must be there.
/// That all of it is there is told by an event on `root`, `takeon-whole`, and what the visitor does by
/// others: `takeon-saved`, `takeon-change`, `takeon-share`, `takeon-language` and `takeon-send`, which
/// can be cancelled. Their detail is JSON text.
///
/// # Errors
/// A JavaScript `Error` whose `errors` lists every problem of the configuration.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, options: &str) -> Result<Mounted, JsValue> {
    mounted(root, options, None)
}

/// Mounts a calculator that is whole from the start: what was typed before, or comes with a link, is
/// there at the first look.
///
/// # Errors
/// As [`mount`].
#[wasm_bindgen(js_name = mountWhole)]
pub fn mount_whole(root: web_sys::Element, options: &str) -> Result<Mounted, JsValue> {
    mounted(root, options, Some(whole))
}

fn mounted(
    root: web_sys::Element,
    options: &str,
    whole: Option<Complete>,
) -> Result<Mounted, JsValue> {
    let shown = Shown::read(options)?;
    let props = RootProps {
        turn: 0,
        app: Some(app(&root, &shown, whole)),
    };
    let handle = yew::Renderer::<Root>::with_root_and_props(root.clone(), props).render();
    Ok(Mounted {
        handle,
        root,
        turn: 0,
        shown: Some(shown),
        whole,
    })
}

#[wasm_bindgen]
impl Mounted {
    /// Hands new options to the same calculator; what the visitor typed stays.
    ///
    /// # Errors
    /// As [`mount`]. The calculator then goes on as it was.
    pub fn update(&mut self, options: &str) -> Result<(), JsValue> {
        let mut shown = Shown::read(options)?;
        if let Some(before) = self.shown.take() {
            // What was there at the beginning, and where it is kept, stays so.
            shown.saved = before.saved;
            shown.kept_as = before.kept_as;
            shown.begun = before.begun;
            if shown.config == before.config {
                shown.setup.terms = before.setup.terms;
            }
        }
        self.shown = Some(shown);
        self.show();
        Ok(())
    }

    /// Gives the calculator everything that is not there from the start: the answer, and what is done
    /// with a brief.
    pub fn complete(&mut self) {
        self.whole = Some(whole);
        self.show();
    }

    /// Takes the calculator away and frees it. [`Mounted::update`] makes a new one in its place.
    pub fn clear(&mut self) {
        self.turn += 1;
        self.shown = None;
        self.show();
    }
}

impl Mounted {
    /// Shows what there is to be shown.
    fn show(&mut self) {
        let shown = self.shown.as_ref();
        let app = shown.map(|shown| app(&self.root, shown, self.whole));
        let turn = self.turn;
        self.handle.update(RootProps { turn, app });
    }
}

/// The calculator that is shown.
struct Shown {
    setup: Setup,
    /// The text of the agency's JSON.
    config: String,
    /// Its name among those of the page.
    place: String,
    /// Whether it is not the first calculator of the page.
    further: bool,
    /// The name under which it is kept on this device.
    kept_as: Option<String>,
    /// What the visitor had typed before.
    saved: Option<String>,
    /// What was there when the rest of it came.
    begun: OnceCell<Begun>,
}

impl Shown {
    /// The calculator that these options ask for.
    fn read(options: &str) -> Result<Shown, JsValue> {
        let options = Options::read(options).map_err(|wrong| failure(&wrong, &[]))?;
        Ok(Shown {
            setup: setup(&options)?,
            config: options.config,
            kept_as: store::key(&options.place),
            place: options.place,
            further: options.further,
            saved: options.saved,
            begun: OnceCell::new(),
        })
    }
}

/// What makes the rest of a calculator in an element. The compiler must not know which function it is:
/// then nothing but [`mount_whole`] and [`Mounted::complete`] needs it, and it comes with them.
type Complete = fn(&web_sys::Element, &Shown) -> Held;

/// What the root is handed.
fn app(root: &web_sys::Element, shown: &Shown, whole: Option<Complete>) -> AppProps {
    let target = root.clone();
    AppProps {
        setup: shown.setup.clone(),
        can_keep: store::can_keep(),
        on_language: Callback::from(move |tag: String| {
            page::emit(&target, "takeon-language", &tag, false);
        }),
        rest: whole.map(|whole| whole(root, shown)),
    }
}

/// The rest of the calculator.
fn whole(root: &web_sys::Element, shown: &Shown) -> Held {
    let page = page::page(
        root,
        &shown.place,
        shown.further,
        shown.kept_as.clone(),
        &shown.setup.terms,
    );
    let begun = shown.begun.get_or_init(|| {
        let saved = shown.saved.as_deref();
        let saved = saved.and_then(|text| read_saved(text).ok());
        let kept = shown.kept_as.as_deref().and_then(store::kept);
        Begun {
            keep: kept.is_some(),
            back: saved.is_some(),
            saved: saved.or(kept).map(Shared::new),
            link: page.link(),
        }
    });
    let begun = begun.clone();
    Held::new(Whole { page, begun })
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
        speech: Shared::new(words),
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
