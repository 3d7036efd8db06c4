//! Numbers as the browser's `Intl` formats them.

use crate::decimal;
use crate::i18n::Numbers;
use js_sys::{Array, Date, JsString, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "NumberFormat", catch)]
    fn new(lang: &str, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, value: f64) -> String;

    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "DateTimeFormat", catch)]
    fn new(lang: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> String;

    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "PluralRules", catch)]
    fn new(lang: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, n: f64) -> String;

    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "ListFormat", catch)]
    fn new(lang: &str) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: &Array) -> String;
}

/// Number formats of one language. If `Intl` rejects a language or a currency, numbers are plain
/// text.
pub struct Intl {
    lang: String,
    plurals: Option<PluralRules>,
    lists: Option<ListFormat>,
    separators: (char, char),
    formats: Cache<Style, NumberFormat>,
    /// Date formats, by the weekday and the year in them.
    dates: Cache<[bool; 2], DateTimeFormat>,
}

/// Cached formats: creating one takes a browser longer than all its formatting.
struct Cache<K, F>(RefCell<Vec<(K, Option<F>)>>);

impl<K: PartialEq, F> Cache<K, F> {
    /// Returns a text in a format, which is created at its first use, or `None` if `Intl` rejects it.
    fn text(
        &self,
        key: K,
        create: impl FnOnce(&K) -> Option<F>,
        text: impl FnOnce(&F) -> String,
    ) -> Option<String> {
        let mut formats = self.0.borrow_mut();
        let at = formats.iter().position(|(known, _)| *known == key);
        let at = at.unwrap_or_else(|| {
            let format = create(&key);
            formats.push((key, format));
            formats.len() - 1
        });
        formats.get(at)?.1.as_ref().map(text)
    }
}

/// Style of a number.
#[derive(PartialEq)]
enum Style {
    /// Plain, with at most this many decimals.
    Plain(u8),
    /// Money in a currency; `true` leaves out the cents.
    Money(String, bool),
}

/// Returns options for a format in the digits 0 to 9.
fn options() -> Object {
    let options = Object::new();
    set(&options, "numberingSystem", "latn".into());
    options
}

fn set(options: &Object, name: &str, value: JsValue) {
    // Setting a member of a fresh plain object cannot fail.
    let _ = Reflect::set(options, &name.into(), &value);
}

/// Returns a format of days in the digits 0 to 9, with the weekday and the year or without them.
fn date_format(lang: &str, [weekday, year]: [bool; 2]) -> Option<DateTimeFormat> {
    let options = options();
    let parts = [
        ("day", Some("numeric")),
        ("month", Some("long")),
        ("timeZone", Some("UTC")),
        ("calendar", Some("gregory")),
        ("weekday", weekday.then_some("long")),
        ("year", year.then_some("numeric")),
    ];
    for (name, value) in parts {
        if let Some(value) = value {
            set(&options, name, value.into());
        }
    }
    DateTimeFormat::new(lang, &options).ok()
}

impl Style {
    /// Returns a format in the digits of the messages: 0 to 9 even where a country has its own, so
    /// that "about 3 in 10" does not mix two kinds.
    fn format(&self, lang: &str) -> Option<NumberFormat> {
        let options = options();
        let set = |name: &str, value: JsValue| set(&options, name, value);
        match self {
            Style::Plain(decimals) => set("maximumFractionDigits", (*decimals).into()),
            Style::Money(currency, whole) => {
                set("style", "currency".into());
                set("currency", currency.as_str().into());
                if *whole {
                    set("maximumFractionDigits", 0.into());
                    set("minimumFractionDigits", 0.into());
                }
            }
        }
        NumberFormat::new(lang, &options).ok()
    }
}

impl Intl {
    /// Returns the number formats of a language.
    pub fn new(lang: &str) -> Intl {
        let mut intl = Intl {
            lang: lang.to_owned(),
            plurals: PluralRules::new(lang).ok(),
            lists: ListFormat::new(lang).ok(),
            separators: ('.', ','),
            formats: Cache(RefCell::default()),
            dates: Cache(RefCell::default()),
        };
        let sample = intl.written(12_345.6, Style::Plain(3));
        let mark = |c: &char| !c.is_ascii_digit();
        intl.separators = (
            sample.chars().rfind(mark).unwrap_or('.'),
            sample.chars().find(mark).unwrap_or(','),
        );
        intl
    }

    fn written(&self, value: f64, style: Style) -> String {
        let create = |style: &Style| style.format(&self.lang);
        let text = |format: &NumberFormat| format.format(value);
        let text = self.formats.text(style, create, text);
        text.unwrap_or_else(|| decimal::text(value))
    }
}

impl Numbers for Intl {
    fn number(&self, value: f64, decimals: u8) -> String {
        self.written(value, Style::Plain(decimals))
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        let whole = amount.fract() == 0.0 || amount.abs() >= 100.0;
        self.written(amount, Style::Money(currency.to_owned(), whole))
    }

    fn date(&self, day: i64, weekday: bool) -> String {
        let milliseconds = day as f64 * 86_400_000.0;
        let this_year = Date::new_0().get_full_year();
        let has_year = Date::new(&milliseconds.into()).get_utc_full_year() != this_year;
        let create = |parts: &[bool; 2]| date_format(&self.lang, *parts);
        let text = |format: &DateTimeFormat| format.format(milliseconds);
        let text = self.dates.text([weekday, has_year], create, text);
        text.unwrap_or_default()
    }

    fn plural(&self, n: f64) -> String {
        self.plurals
            .as_ref()
            .map_or_else(|| "other".to_owned(), |rules| rules.select(n))
    }

    fn list(&self, items: &[String]) -> String {
        let list: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        self.lists
            .as_ref()
            .map_or_else(|| items.join(", "), |format| format.format(&list))
    }

    fn lower(&self, text: &str) -> String {
        // A language that `Intl` rejects would throw here.
        let lang = self.plurals.as_ref().map(|_| self.lang.as_str());
        JsString::from(text).to_locale_lower_case(lang).into()
    }

    fn separators(&self) -> (char, char) {
        self.separators
    }
}
