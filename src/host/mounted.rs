//! Calculators on the page, as handles for the shell.

use super::failure::failure;
use super::intl::Intl;
use super::page;
use super::store;
use crate::config::read_config;
use crate::engine::PriceDisplay;
use crate::i18n::{Speech, Words};
use crate::json::{self, Value};
use crate::shared::Shared;
use crate::widget::{
    ANSWER_PART, AnswerPart, AppProps, Audience, Host, Loaded, MESSAGE_PART, MessageLanguage,
    MessagePart, MessageReader, REST_PART, RestPart, RestState, Root, RootProps, Setup,
};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::Callback;

/// Mount point for calculators, one after the other.
///
/// Yew never frees the listeners of a root element (`cl.forget()` in its [`subtree_root.rs`]). So a
/// root is cleared and reused, and a page that adds and removes calculators for hours does not leak.
///
/// [`subtree_root.rs`]: https://github.com/yewstack/yew/blob/master/packages/yew/src/dom_bundle/subtree_root.rs
#[wasm_bindgen]
pub struct Mounted {
    handle: yew::AppHandle<Root>,
    root: web_sys::Element,
    /// Number of calculators so far.
    generation: u32,
    /// Current calculator, if any.
    instance: Option<Instance>,
    /// English messages of the parts that are loaded, as JSON texts.
    words: Vec<String>,
    /// Answer part, once it is loaded.
    answer: Option<AddedAnswer>,
    /// Rest, once it is loaded.
    rest: Option<AddedRest>,
    /// `true` if the rest failed to load.
    has_rest_failed: bool,
    /// Part that reads messages.
    reader: MessageReader,
}

/// Functions of the answer part.
///
/// They are called through pointers that only [`Mounted::add_answer`] sets, so that the call graph
/// reaches them from that export alone and the build can put them into a file of their own.
#[derive(Clone, Copy)]
struct AddedAnswer {
    /// Returns the callback that loads the rest again after a failure.
    on_retry: fn(&web_sys::Element) -> Callback<()>,
    widget: AnswerPart,
}

/// Functions of the rest, which only [`Mounted::add_rest`] sets.
#[derive(Clone, Copy)]
struct AddedRest {
    host: fn(&web_sys::Element, &Instance) -> Shared<dyn Host>,
    widget: RestPart,
}

/// Options of the shell.
struct Options {
    /// Agency's JSON text.
    config: String,
    /// `true` if that is the built-in example.
    example: bool,
    /// Reader of the answer: `shop`, or else the visitor.
    audience: String,
    /// Messages of the language, as JSON texts in order of need; none for English.
    locale: Vec<String>,
    /// Name of the calculator among those of the page.
    place: String,
    /// `true` unless it is the first calculator of the page: then its links have a name.
    further: bool,
    /// Brief from before the element left the page or the calculator crashed, as sent with
    /// `takeon-saved`.
    saved: Option<String>,
    /// BCP 47 tag of the language.
    lang: String,
    /// Tag of the messages in use, such as `pt-BR` if the language is `pt`.
    spoken: String,
    /// Languages to choose from: tags with names.
    languages: Vec<(String, String)>,
    /// Lists of words by which fields are read (see [`crate::reader`]), as JSON texts.
    reads: Vec<String>,
}

impl Options {
    /// Reads options from their JSON text.
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
        let texts = |name| match options.member(name) {
            Some(Value::List(texts)) => {
                let texts = texts.iter().filter_map(Value::text);
                texts.map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        let is_true = |name| options.member(name) == Some(&Value::Bool(true));
        Ok(Options {
            config: text("config").ok_or("\"config\" is missing")?,
            example: is_true("example"),
            audience: text("audience").unwrap_or_default(),
            locale: texts("locale"),
            place: text("place").unwrap_or_default(),
            further: is_true("further"),
            saved: text("saved"),
            lang: text("lang").ok_or("\"lang\" is missing")?,
            spoken: text("spoken").unwrap_or_default(),
            languages,
            reads: texts("reads"),
        })
    }
}

/// Mounts a calculator into `root`, an empty element inside the shadow root. It shows its first
/// question; [`Mounted::add_answer`] adds the answer, and [`Mounted::add_rest`] everything else and
/// earlier input.
///
/// `options` is the JSON text of `Options`; only `config` and `lang` are required. `words` is the
/// JSON text of the English messages of this part; each part brings its own.
///
/// The visitor's actions are dispatched on `root` as events that do not bubble: `takeon-saved`,
/// `takeon-change`, `takeon-share`, `takeon-language` and the cancelable `takeon-send`, each with
/// JSON text as detail. `takeon-complete` follows once the calculator is complete.
///
/// # Errors
/// A JavaScript `Error` whose `errors` lists all errors of the configuration.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, options: &str, words: String) -> Result<Mounted, JsValue> {
    let words = vec![words];
    let instance = Instance::read(options, &words)?;
    let props = RootProps {
        generation: 0,
        app: None,
    };
    let mut mounted = Mounted {
        handle: yew::Renderer::<Root>::with_root_and_props(root.clone(), props).render(),
        root,
        generation: 0,
        instance: Some(instance),
        words,
        answer: None,
        rest: None,
        has_rest_failed: false,
        reader: MessageReader::default(),
    };
    // If the shell adds further parts at once, the first frame has them.
    mounted.render();
    Ok(mounted)
}

#[wasm_bindgen]
impl Mounted {
    /// Hands new options to the same calculator; the visitor's input is kept.
    ///
    /// # Errors
    /// As [`mount`]. The calculator is then left unchanged.
    pub fn update(&mut self, options: &str) -> Result<(), JsValue> {
        let mut instance = Instance::read(options, &self.words)?;
        if let Some(before) = self.instance.take() {
            if instance.options.config == before.options.config {
                instance.setup.terms = before.setup.terms;
            }
            let (now, then) = (&instance.options, &before.options);
            if now.lang == then.lang && now.reads == then.reads {
                instance.setup.language = before.setup.language;
            }
            // The saved brief and its storage key are kept.
            instance.options.saved = before.options.saved;
            instance.storage_key = before.storage_key;
        }
        self.instance = Some(instance);
        self.render();
        Ok(())
    }

    /// Adds the answer: the appraisal, with the English messages of that part.
    #[wasm_bindgen(js_name = addAnswer)]
    pub fn add_answer(&mut self, words: String) {
        self.add_words(words);
        self.answer = Some(AddedAnswer {
            on_retry,
            widget: ANSWER_PART,
        });
        self.render();
    }

    /// Adds the part with the questions, the details of the answer, and the actions on a brief, with its
    /// English messages.
    #[wasm_bindgen(js_name = addRest)]
    pub fn add_rest(&mut self, words: String) {
        self.add_words(words);
        self.rest = Some(AddedRest {
            host,
            widget: REST_PART,
        });
        self.render();
    }

    /// Reports that the rest failed to load, or is being retried.
    #[wasm_bindgen(js_name = setRestFailed)]
    pub fn set_rest_failed(&mut self, has_failed: bool) {
        self.has_rest_failed = has_failed;
        self.render();
    }

    /// Adds the part that reads messages, with its English messages, and the word lists of a
    /// language. `options` is the JSON text of `{"tag", "lists"}`, or empty while no language is
    /// known.
    #[wasm_bindgen(js_name = addMessages)]
    pub fn add_messages(&mut self, words: String, options: &str) {
        if self.reader.part.is_none() {
            self.add_words(words);
        }
        self.reader.has_failed = false;
        self.reader.part = Some(MESSAGE_PART);
        if let Some(language) = message_language(options, MESSAGE_PART) {
            let languages = self.reader.languages.iter();
            self.reader.languages = Rc::new(languages.cloned().chain([language]).collect());
        }
        self.render();
    }

    /// Reports that the part that reads messages failed to load, or is being retried.
    #[wasm_bindgen(js_name = setMessagesFailed)]
    pub fn set_messages_failed(&mut self, has_failed: bool) {
        self.reader.has_failed = has_failed;
        self.render();
    }

    /// Removes the calculator and frees it. [`Mounted::update`] creates a new one in its place.
    pub fn clear(&mut self) {
        self.generation += 1;
        self.instance = None;
        self.render();
    }
}

impl Mounted {
    /// Adds English messages, and their counterparts in the visitor's language.
    fn add_words(&mut self, words: String) {
        self.words.push(words);
        if let Some(instance) = &mut self.instance {
            let show = instance.setup.speech.show();
            instance.setup.speech = speech(&instance.options, &self.words, show);
        }
    }

    /// Renders the calculator, if there is one.
    fn render(&mut self) {
        if let (Some(instance), Some(part)) = (&mut self.instance, self.answer) {
            instance.read_language(part);
        }
        let app = self.instance.as_ref().map(|instance| {
            let rest = match self.rest {
                Some(part) => RestState::Loaded(part.widget, (part.host)(&self.root, instance)),
                None if self.has_rest_failed => RestState::Failed,
                None => RestState::Loading,
            };
            // The shop has no use for a head without details.
            let waits = instance.setup.audience == Audience::Shop && rest == RestState::Loading;
            let answer = self.answer.filter(|_| !waits).map(|part| Loaded {
                functions: part.widget,
                rest,
                reader: self.reader.clone(),
                on_retry: (part.on_retry)(&self.root),
            });
            app(&self.root, instance, answer)
        });
        let generation = self.generation;
        self.handle.update(RootProps { generation, app });
    }
}

/// Current calculator.
struct Instance {
    setup: Setup,
    options: Options,
    /// Key under which the brief is stored on this device.
    storage_key: Option<String>,
}

impl Instance {
    /// Reads the options of the shell.
    fn read(options: &str, words: &[String]) -> Result<Instance, JsValue> {
        let options = Options::read(options).map_err(|wrong| failure(&wrong, &[]))?;
        Ok(Instance {
            setup: setup(&options, words)?,
            storage_key: store::key(&options.place),
            options,
        })
    }

    /// Adds to the setup the language for reading fields, once its reader is loaded.
    fn read_language(&mut self, part: AddedAnswer) {
        if self.setup.language.is_none() {
            let (point, _) = self.setup.speech.separators();
            let language = (part.widget.language)(&self.options.lang, &self.options.reads, point);
            self.setup.language = language.map(Shared::new);
        }
    }
}

/// Returns the properties of a calculator.
fn app(root: &web_sys::Element, instance: &Instance, answer: Option<Loaded>) -> AppProps {
    let target = root.clone();
    AppProps {
        setup: instance.setup.clone(),
        can_keep: store::can_keep(),
        on_language: Callback::from(move |tag: String| {
            page::emit(&target, "takeon-language", &tag, false);
        }),
        answer,
    }
}

/// Returns the language whose word lists these options have.
fn message_language(options: &str, part: MessagePart) -> Option<MessageLanguage> {
    let options = json::read(options).ok()?;
    let Some(Value::List(lists)) = options.member("lists") else {
        return None;
    };
    let lists = lists.iter().filter_map(Value::text);
    let lists: Vec<String> = lists.map(str::to_owned).collect();
    (part.read_language)(options.member("tag")?.text()?, &lists)
}

/// Returns the callback that asks the shell to load the rest again.
fn on_retry(root: &web_sys::Element) -> Callback<()> {
    let root = root.clone();
    Callback::from(move |()| {
        page::emit(&root, "takeon-rest", &(), false);
    })
}

/// Returns the page around a calculator.
fn host(root: &web_sys::Element, instance: &Instance) -> Shared<dyn Host> {
    page::page(
        root,
        &instance.options.place,
        instance.options.further,
        instance.storage_key.clone(),
        instance.options.saved.clone(),
        &instance.setup.terms,
    )
}

fn setup(options: &Options, words: &[String]) -> Result<Setup, JsValue> {
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
        Audience::Shop => PriceDisplay::Prices,
    };
    Ok(Setup {
        today: today(),
        audience,
        terms: Shared::new(config.terms),
        examples: Shared::new(config.examples),
        speech: speech(options, words, show),
        language: None,
        spoken: options.spoken.clone(),
        languages: options.languages.clone(),
        example: options.example,
    })
}

/// Returns the words of the visitor's language for the parts with these English messages.
fn speech(options: &Options, words: &[String], show: PriceDisplay) -> Speech {
    let numbers = Box::new(Intl::new(&options.lang));
    let words = Words::in_parts(words, &options.lang, &options.locale, numbers);
    Shared::new(words.showing(show))
}

/// Returns the visitor's current date, in days from 1 January 1970.
fn today() -> i64 {
    let now = js_sys::Date::new_0();
    let minutes = now.get_time() / 60_000.0 - now.get_timezone_offset();
    (minutes / 1440.0).floor() as i64
}
