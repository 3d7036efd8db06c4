//! `mailto:` address of a letter, which opens it in a mail program.

use super::builder::one_line;
use super::request::Letter;
use crate::encoding::percent::encode;

/// Maximum length of a `mailto:` address that every common mail program opens whole.
///
/// Assumption: some stop at 2,048 characters; this leaves a margin.
pub const MOST_MAIL: usize = 1_900;

/// Returns the address that opens a letter in the visitor's mail program, ready to be sent. `None`
/// if it would be longer than [`MOST_MAIL`].
///
/// Nothing in the letter or the address can add a header: everything but letters and digits is
/// percent-encoded. Source: RFC 6068.
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
    encode(&mut address, to.unwrap_or_default(), "-._~@+");
    address.push_str("?subject=");
    encode(&mut address, &one_line(&letter.subject), "-._~");
    address.push_str("&body=");
    let body = letter.text.replace("\r\n", "\n").replace('\n', "\r\n");
    encode(&mut address, &body, "-._~");
    (address.len() <= MOST_MAIL).then_some(address)
}
