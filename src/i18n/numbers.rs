//! Numbers, plurals and lists of a language.

/// Rules of a language for numbers and letters. A browser has them as `Intl`.
pub trait Numbers {
    /// Formats a number with at most this many decimals.
    fn number(&self, value: f64, decimals: u8) -> String;
    /// Formats an amount of money.
    fn money(&self, amount: f64, currency: &str) -> String;
    /// Formats a day, in days from 1 January 1970, with or without its weekday. The year is
    /// included only if it is not the current one.
    fn date(&self, day: i64, weekday: bool) -> String;
    /// Returns the CLDR plural form of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, n: f64) -> String;
    /// Joins a list in words.
    fn list(&self, items: &[String]) -> String;
    /// Returns a text in lower case.
    fn lower(&self, text: &str) -> String;
    /// Returns the decimal and the thousands separator.
    fn separators(&self) -> (char, char);
}
