//! Names in a link: letters, digits, `-` and `.` stand for themselves.

/// Appends a name as a part of a link.
pub(super) fn encode(link: &mut String, name: &str) {
    for byte in name.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || c == '-' || c == '.' {
            link.push(c);
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// The name that a part of a link stands for. None where it is not written as a link is.
///
/// What a program on the way has turned back into letters is read as well.
pub(super) fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => digit(rest.next()?)? << 4 | digit(rest.next()?)?,
            other => other,
        });
    }
    let name = String::from_utf8(bytes).ok()?;
    // Neither control signs nor those that turn the writing round.
    let is_odd =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    Some(if name.contains(is_odd) {
        name.replace(is_odd, " ")
    } else {
        name
    })
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
