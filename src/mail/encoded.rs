//! Mail encodings of non-ASCII text: base64, quoted-printable, and encoded words of a header.

use super::charset::{Decode, decoded};

/// Decodes base64, skipping other characters.
pub fn base64(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for sign in text {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    bytes
}

/// Decodes quoted-printable: `=C3=BC`, and soft line breaks.
pub fn quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'=' {
            bytes.push(*first);
            continue;
        }
        match after {
            [b'\r', b'\n', after @ ..] | [b'\n', after @ ..] => rest = after,
            [high, low, after @ ..] => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                _ => bytes.push(b'='),
            },
            _ => bytes.push(b'='),
        }
    }
    bytes
}

fn digit(sign: u8) -> Option<u8> {
    char::from(sign).to_digit(16).map(|digit| digit as u8)
}

/// Decodes a header field: `=?utf-8?q?J=C3=BCrgen?=` among other words.
pub fn words(field: &str, decode: Decode) -> String {
    let mut text = String::new();
    let mut rest = field;
    // Charset and bytes of the encoded words up to here: a character may be split over two of them.
    let mut open: Option<(&str, Vec<u8>)> = None;
    let close = |open: &mut Option<(&str, Vec<u8>)>, text: &mut String| {
        if let Some((charset, bytes)) = open.take() {
            text.push_str(&decoded(&bytes, charset, decode));
        }
    };
    while let Some((before, after)) = rest.split_once("=?") {
        // A space between two encoded words only separates them.
        if open.is_none() || !before.trim().is_empty() {
            close(&mut open, &mut text);
            text.push_str(before);
        }
        let word = after.split_once('?').and_then(|(charset, rest)| {
            let (encoding, rest) = rest.split_once('?')?;
            let (word, rest) = rest.split_once("?=")?;
            let bytes = match encoding {
                "b" | "B" => base64(word.as_bytes()),
                "q" | "Q" => quoted_printable(word.replace('_', " ").as_bytes()),
                _ => return None,
            };
            Some((charset, bytes, rest))
        });
        match (word, &mut open) {
            (Some((charset, bytes, after)), Some((known, all)))
                if charset.eq_ignore_ascii_case(known) =>
            {
                all.extend(bytes);
                rest = after;
            }
            (Some((charset, bytes, after)), _) => {
                close(&mut open, &mut text);
                open = Some((charset, bytes));
                rest = after;
            }
            (None, _) => {
                close(&mut open, &mut text);
                text.push_str("=?");
                rest = after;
            }
        }
    }
    close(&mut open, &mut text);
    text.push_str(rest);
    text
}
