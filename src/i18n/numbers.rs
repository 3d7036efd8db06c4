//! How a language writes numbers.

/// What a language knows of numbers and of the letters around them. A browser knows it.
pub trait Numbers {
    /// A number with at most so many decimals.
    fn number(&self, value: f64, decimals: u8) -> String;
    /// An amount of money.
    fn money(&self, amount: f64, currency: &str) -> String;
    /// The CLDR plural form that a number takes: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, n: f64) -> String;
    /// A list in words.
    fn list(&self, items: &[String]) -> String;
    /// A text in small letters.
    fn lower(&self, text: &str) -> String;
    /// What stands between whole and fraction, and between thousands.
    fn separators(&self) -> (char, char);
}

/// English numbers without a browser: for tests and terminals.
pub struct PlainNumbers;

impl Numbers for PlainNumbers {
    fn number(&self, value: f64, decimals: u8) -> String {
        let text = format!("{value:.*}", usize::from(decimals));
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let (sign, digits) = whole
            .strip_prefix('-')
            .map_or(("", whole), |digits| ("-", digits));
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{grouped}{point}{fraction}")
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        format!(
            "{currency} {}",
            self.number(amount, if amount.abs() < 100.0 { 2 } else { 0 })
        )
    }

    fn plural(&self, n: f64) -> String {
        (if n == 1.0 { "one" } else { "other" }).to_owned()
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [most @ .., last] => format!("{} and {last}", most.join(", ")),
        }
    }

    fn lower(&self, text: &str) -> String {
        text.to_lowercase()
    }

    fn separators(&self) -> (char, char) {
        ('.', ',')
    }
}
