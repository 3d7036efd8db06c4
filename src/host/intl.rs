//! Numbers as the browser's `Intl` writes them.

use crate::decimal;
use crate::i18n::Numbers;
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "NumberFormat", catch)]
    fn new(lang: &str, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, value: f64) -> String;

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

/// The numbers of one language. Where `Intl` refuses a language or a currency, plain text stands in.
pub struct Intl {
    lang: String,
    plurals: Option<PluralRules>,
    lists: Option<ListFormat>,
    separators: (char, char),
}

impl Intl {
    /// The numbers of this language.
    pub fn new(lang: &str) -> Intl {
        let sample = formatted(lang, 12_345.6, &[]);
        let mark = |c: &char| !c.is_ascii_digit();
        Intl {
            lang: lang.to_owned(),
            plurals: PluralRules::new(lang).ok(),
            lists: ListFormat::new(lang).ok(),
            separators: (
                sample.chars().rfind(mark).unwrap_or('.'),
                sample.chars().find(mark).unwrap_or(','),
            ),
        }
    }
}

/// A number with `Intl.NumberFormat` options, in the digits of the messages: 0 to 9 also where a
/// country has its own, so that "about 3 in 10" is not written in two kinds.
fn formatted(lang: &str, value: f64, options: &[(&str, JsValue)]) -> String {
    let object = Object::new();
    let digits = [("numberingSystem", "latn".into())];
    for (name, value) in digits.iter().chain(options) {
        // Setting a member of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    NumberFormat::new(lang, &object)
        .map_or_else(|_| decimal::text(value), |format| format.format(value))
}

impl Numbers for Intl {
    fn number(&self, value: f64, decimals: u8) -> String {
        formatted(
            &self.lang,
            value,
            &[("maximumFractionDigits", decimals.into())],
        )
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        let whole = amount.fract() == 0.0 || amount.abs() >= 100.0;
        let mut options = vec![("style", "currency".into()), ("currency", currency.into())];
        if whole {
            options.push(("maximumFractionDigits", 0.into()));
            options.push(("minimumFractionDigits", 0.into()));
        }
        formatted(&self.lang, amount, &options)
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
        // What `Intl` refuses as a language would be refused here by an exception.
        let lang = self.plurals.as_ref().map(|_| self.lang.as_str());
        JsString::from(text).to_locale_lower_case(lang).into()
    }

    fn separators(&self) -> (char, char) {
        self.separators
    }
}
