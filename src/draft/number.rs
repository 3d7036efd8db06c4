//! Numbers as typed where no words are known: in fields for plain numbers, and in tables.

use crate::decimal;

/// Separators of numbers in the visitor's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separators {
    /// Decimal separator.
    pub decimal: char,
    /// Thousands separator.
    pub group: char,
}

impl Default for Separators {
    /// As in English.
    fn default() -> Separators {
        Separators {
            decimal: '.',
            group: ',',
        }
    }
}

/// Returns the number, or `None` if the text is not one.
///
/// Spaces, currency signs and codes around it, and thousands separators are accepted. A single
/// separator is interpreted by the visitor's language if it is ambiguous, otherwise by its
/// position: `1.500` is one and a half in English and fifteen hundred in German, while `1,5` and
/// `1.5` are the same everywhere.
///
/// ```
/// # use takeon::draft::{Separators, number};
/// let german = Separators { decimal: ',', group: '.' };
/// assert_eq!(number("1.500 €", german), Some(1500.0));
/// assert_eq!(number("1,5", german), Some(1.5));
/// assert_eq!(number("soon", german), None);
/// ```
pub fn number(text: &str, separators: Separators) -> Option<f64> {
    let digit = |c: char| c.to_digit(10).or_else(|| other_digit(c));
    // Directional marks are not typed.
    let text = text.replace(['\u{200e}', '\u{200f}', '\u{61c}'], "");
    let text = text.trim();
    let first =
        text.find(|c| digit(c).is_some() || c == '-' || c == '−' || c == '.' || c == ',')?;
    let (before, number) = text.split_at_checked(first)?;
    // The point of an abbreviation, as in "kr. 500", belongs to it.
    let is_short = number.starts_with('.') && before.chars().next_back().is_some_and(is_letter);
    let (before, number) = text.split_at_checked(first + usize::from(is_short))?;
    let (last, c) = number.char_indices().rfind(|(_, c)| digit(*c).is_some())?;
    let (number, after) = number.split_at_checked(last + c.len_utf8())?;
    // Around the digits there may be a currency, no more.
    if !is_currency(before.trim()) || !is_currency(after.trim()) {
        return None;
    }
    let body: String = number
        .chars()
        .filter(|c| !c.is_whitespace() && !"'’_".contains(*c))
        .map(|c| match digit(c) {
            Some(value) => char::from_digit(value, 10).unwrap_or(c),
            None if c == '−' => '-',
            None if c == '٫' => separators.decimal,
            None if c == '٬' => separators.group,
            None if c == '，' => ',',
            None if c == '．' => '.',
            None => c,
        })
        .collect();
    decimal::number(&plain(&body, separators)?).filter(|value| value.is_finite())
}

/// Returns the amount of money, or `None` if the text is not one. In every language three digits behind
/// the only separator are thousands: nobody pays in thousandths, and a mistaken point costs a
/// thousandfold.
///
/// ```
/// # use takeon::draft::money;
/// assert_eq!(money("1.050"), Some(1050.0));
/// assert_eq!(money("Rp 250,000"), Some(250_000.0));
/// assert_eq!(money("13.33"), Some(13.33));
/// ```
pub fn money(text: &str) -> Option<f64> {
    let comma = Separators {
        decimal: ',',
        group: '.',
    };
    // Only of such a number two languages make two, and the larger one has the thousands.
    let amounts = [Separators::default(), comma].map(|it| number(text, it));
    amounts
        .into_iter()
        .flatten()
        .max_by(|a, b| a.abs().total_cmp(&b.abs()))
}

/// Returns `true` for text that may be next to an amount: nothing, a currency sign or a currency
/// code. Any other word changes the meaning of the number ("3 days", "2k").
fn is_currency(text: &str) -> bool {
    const NAMES: [&str; 32] = [
        ",", ".", ",-", "kr", "kr.", "kroner", "zł", "zŁ", "zl", "rp", "rp.", "tl", "r$", "us$",
        "euro", "euros", "円", "元", "원", "ر.س", "eur", "usd", "gbp", "dkk", "sek", "nok", "chf",
        "pln", "jpy", "brl", "idr", "try",
    ];
    let code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut signs = text.chars();
    let sign = signs.next().is_some_and(is_currency_sign) && signs.next().is_none();
    text.is_empty() || code || sign || NAMES.contains(&text.to_ascii_lowercase().as_str())
}

/// Returns `true` for a letter, approximately: knowing all of them takes tables.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !(c.is_ascii() || c.is_whitespace() || is_currency_sign(c))
}

/// Returns `true` for a currency sign.
///
/// Source: the characters of Unicode 16 in the category Currency Symbol, those of Europe, Asia and
/// of full width.
fn is_currency_sign(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '֏' | '؋' | '৳' | '฿' | '៛' | '\u{20a0}'..='\u{20cf}' | '﷼' | '＄' | '￡' | '￥' | '￦')
}

/// Returns the number with a point and nothing else between its digits.
fn plain(body: &str, separators: Separators) -> Option<String> {
    let marks: Vec<(usize, char)> = body
        .char_indices()
        .filter(|(_, c)| *c == '.' || *c == ',')
        .collect();
    let decimal = match marks.as_slice() {
        [] => None,
        [(at, mark)] => {
            let thousands = body.len() - at - 1 == 3
                && *at > 0
                // No group begins with a zero: 0.125 is an eighth everywhere.
                && !body.starts_with('0')
                && *at <= 3 + usize::from(body.starts_with('-'));
            // The language decides on three digits after a mark.
            let grouping = thousands && *mark != separators.decimal;
            (!grouping).then_some(*at)
        }
        // Of several marks, the last is the decimal one if it differs from the first.
        [(_, first), .., (last, mark)] => (first != mark).then_some(*last),
    };
    let groups = |whole: &str| {
        let mut parts = whole.trim_start_matches('-').split(['.', ',']);
        let first = parts.next().map_or(0, str::len);
        !whole.contains(['.', ',']) || (1..=3).contains(&first) && parts.all(|part| part.len() == 3)
    };
    let (whole, fraction) = match decimal {
        None => (body, ""),
        Some(at) => (body.get(..at)?, body.get(at + 1..)?),
    };
    if !groups(whole) || fraction.contains(['.', ',', '-']) {
        return None;
    }
    let whole: String = whole.chars().filter(|c| *c != '.' && *c != ',').collect();
    Some(format!(
        "{}.{}",
        if whole.is_empty() { "0" } else { &whole },
        if fraction.is_empty() { "0" } else { fraction }
    ))
}

/// Returns the value of a digit in Arabic scripts or full width.
pub(super) fn other_digit(c: char) -> Option<u32> {
    [0x0660, 0x06F0, 0xFF10].into_iter().find_map(|zero| {
        let value = (c as u32).checked_sub(zero)?;
        (value < 10).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Separators = Separators {
        decimal: '.',
        group: ',',
    };
    const DANISH: Separators = Separators {
        decimal: ',',
        group: '.',
    };

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, english, danish) in [
            ("1500", Some(1500.0), Some(1500.0)),
            ("1 500", Some(1500.0), Some(1500.0)),
            ("1,500", Some(1500.0), Some(1.5)),
            ("1.500", Some(1.5), Some(1500.0)),
            ("1.500,50", Some(1500.5), Some(1500.5)),
            ("1,500.50", Some(1500.5), Some(1500.5)),
            ("1,5", Some(1.5), Some(1.5)),
            ("0.125", Some(0.125), Some(0.125)),
            ("1.5", Some(1.5), Some(1.5)),
            (".5", Some(0.5), Some(0.5)),
            ("7,", Some(7.0), Some(7.0)),
            ("€ 2 000", Some(2000.0), Some(2000.0)),
            ("2.000 kr.", Some(2.0), Some(2000.0)),
            ("kr. 5000", Some(5000.0), Some(5000.0)),
            ("Rp. 5.000.000", Some(5_000_000.0), Some(5_000_000.0)),
            ("kr.5", Some(5.0), Some(5.0)),
            ("€.5", Some(0.5), Some(0.5)),
            ("500,000円", Some(500_000.0), Some(500.0)),
            ("５００，０００", Some(500_000.0), Some(500.0)),
            ("1500 euros", Some(1500.0), Some(1500.0)),
            ("3000 zl", Some(3000.0), Some(3000.0)),
            ("3000 pln", Some(3000.0), Some(3000.0)),
            ("\u{200f}1500 ر.س", Some(1500.0), Some(1500.0)),
            ("max 3", None, None),
            ("days. 3", None, None),
            ("EUR 12,50", Some(12.5), Some(12.5)),
            ("1'500", Some(1500.0), Some(1500.0)),
            ("1,234,567", Some(1_234_567.0), Some(1_234_567.0)),
            ("١٥٠٠", Some(1500.0), Some(1500.0)),
            ("-5", Some(-5.0), Some(-5.0)),
            ("1,23,456", None, None),
            ("2000 to 3000", None, None),
            ("3 days", None, None),
            ("2k", None, None),
            ("<b>3</b>", None, None),
            ("soon", None, None),
            ("", None, None),
            ("-", None, None),
            ("1e999", None, None),
        ] {
            assert_eq!(number(typed, ENGLISH), english, "{typed:?} in English");
            assert_eq!(number(typed, DANISH), danish, "{typed:?} in Danish");
        }
    }
}
