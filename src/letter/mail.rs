//! A letter as the address that opens it in a mail program.

use super::Letter;

/// The most characters of a `mailto:` address that every common mail program opens whole.
///
/// Assumption: some stop at 2,048 characters, and a little room is left.
pub const MOST_MAIL: usize = 1_900;

/// The address that opens a letter, ready to be sent, in the visitor's own mail program. None where
/// it would be longer than [`MOST_MAIL`].
///
/// Nothing in the letter or the address can add a header: everything that is more than a letter or
/// a digit is written as `%` and two digits. Source: RFC 6068.
///
/// ```
/// # use takeon::letter::{Letter, mailto};
/// let letter = Letter { subject: "A&B".into(), text: "Hello,\n\nyes.".into() };
/// let address = mailto(Some("we@shop.example"), &letter);
/// assert_eq!(
///     address.as_deref(),
///     Some("mailto:we@shop.example?subject=A%26B&body=Hello%2C%0D%0A%0D%0Ayes.")
/// );
/// ```
pub fn mailto(to: Option<&str>, letter: &Letter) -> Option<String> {
    let mut address = String::from("mailto:");
    encode(&mut address, to.unwrap_or_default(), "@+");
    address.push_str("?subject=");
    encode(&mut address, &super::one_line(&letter.subject), "");
    address.push_str("&body=");
    let body = letter.text.replace("\r\n", "\n").replace('\n', "\r\n");
    encode(&mut address, &body, "");
    (address.len() <= MOST_MAIL).then_some(address)
}

/// Appends a text in which only letters, digits and a few signs stand for themselves.
fn encode(address: &mut String, text: &str, signs: &str) {
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~".contains(c) || signs.contains(c) {
            address.push(c);
        } else {
            address.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                address.push(digit.to_ascii_uppercase());
            }
        }
    }
}
