//! Percent-encoding of any text.
//!
//! The crate `percent-encoding` has a table of 768 bytes, which a visitor would load.

/// Appends a text, percent-encoding all bytes of its UTF-8 but ASCII letters, ASCII digits and
/// these characters.
///
/// Source: [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986#section-2.1).
///
/// ```
/// # use takeon::encoding::percent::encode;
/// let mut link = String::from("?name=");
/// encode(&mut link, "Zoë & co.", ".");
/// assert_eq!(link, "?name=Zo%C3%AB%20%26%20co.");
/// ```
pub fn encode(target: &mut String, text: &str, signs: &str) {
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || signs.contains(c) {
            target.push(c);
        } else {
            target.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                target.push(digit.to_ascii_uppercase());
            }
        }
    }
}

/// Decodes a percent-encoded text. Returns `None` if the digits after a `%` are missing, or the
/// bytes are not UTF-8.
///
/// ```
/// # use takeon::encoding::percent::decode;
/// assert_eq!(decode("Zo%c3%ab"), Some("Zoë".to_owned()));
/// assert_eq!(decode("Zoë"), Some("Zoë".to_owned()));
/// assert_eq!(decode("100%"), None);
/// ```
pub fn decode(encoded: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut remaining = encoded.bytes();
    while let Some(byte) = remaining.next() {
        bytes.push(match byte {
            b'%' => digit(remaining.next()?)? << 4 | digit(remaining.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_round_trips() {
        for text in [
            "",
            "plain",
            "a b",
            "100 %",
            "~-._@+",
            "\u{0}\n\u{7f}",
            "ŁĄ 日本 🙂",
            "%41",
        ] {
            for signs in ["", "-.", "-._~@+"] {
                let mut encoded = String::new();
                encode(&mut encoded, text, signs);
                assert_eq!(decode(&encoded).as_deref(), Some(text), "{encoded}");
                let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '%' || signs.contains(c);
                assert!(encoded.chars().all(is_plain), "{encoded}");
            }
        }
    }

    #[test]
    fn malformed_encodings_are_refused() {
        for text in ["%", "%4", "%4g", "%+1", "%%", "%ff", "a%C3"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
