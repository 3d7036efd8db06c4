//! Days as the region of the browser writes them, in the language of the tools.

use crate::desk::words::in_region;
use crate::host::Intl;
use crate::i18n::Numbers;

/// Numbers of a language, and its dates as a region writes them. Numbers go by the language alone, so that fields read what
/// they show.
pub struct Regional {
    numbers: Intl,
    dates: Intl,
}

impl Regional {
    /// The formats of a language in the region that the browser asks for.
    pub fn new(lang: &str) -> Regional {
        Regional {
            numbers: Intl::new(lang),
            dates: Intl::new(&tag(lang)),
        }
    }
}

impl Numbers for Regional {
    fn number(&self, value: f64, decimals: u8) -> String {
        self.numbers.number(value, decimals)
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        self.numbers.money(amount, currency)
    }

    fn date(&self, day: i64, weekday: bool) -> String {
        self.dates.date(day, weekday)
    }

    fn plural(&self, n: f64) -> String {
        self.numbers.plural(n)
    }

    fn list(&self, items: &[String]) -> String {
        self.numbers.list(items)
    }

    fn lower(&self, text: &str) -> String {
        self.numbers.lower(text)
    }

    fn separators(&self) -> (char, char) {
        self.numbers.separators()
    }
}

/// The tag of a language with the region that the browser asks for, or as it is.
pub fn tag(lang: &str) -> String {
    let navigator = web_sys::window().map(|window| window.navigator());
    let tags = navigator.map(|navigator| navigator.languages());
    let tags: Vec<String> = tags
        .iter()
        .flat_map(|tags| tags.iter())
        .filter_map(|tag| tag.as_string())
        .collect();
    in_region(lang, &tags).to_owned()
}
