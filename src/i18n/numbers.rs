//! Numbers, plurals and lists of a language.

/// Rules of a language for numbers and the letters around them. A browser has them as `Intl`.
pub trait Numbers {
    /// A number with at most so many decimals.
    fn number(&self, value: f64, decimals: u8) -> String;
    /// An amount of money.
    fn money(&self, amount: f64, currency: &str) -> String;
    /// A day, in days from 1 January 1970, with its weekday or without. The year only where it is
    /// another than this one.
    fn date(&self, day: i64, weekday: bool) -> String;
    /// The CLDR plural form that a number takes: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, n: f64) -> String;
    /// A list in words.
    fn list(&self, items: &[String]) -> String;
    /// A text in small letters.
    fn lower(&self, text: &str) -> String;
    /// Returns the decimal separator and the separator of thousands.
    fn separators(&self) -> (char, char);
}
