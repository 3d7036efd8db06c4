//! Names in a link: letters, digits, `-` and `.` are literal.

use crate::encoding::percent;

/// Appends a name as a part of a link.
pub(super) fn encode(link: &mut String, name: &str) {
    percent::encode(link, name, "-.");
}

/// Decodes the name in a part of a link. Returns `None` if it is malformed.
///
/// Accepts letters that were already decoded in transit.
pub(super) fn decode(part: &str) -> Option<String> {
    let name = percent::decode(part)?;
    // Neither control characters nor directional marks.
    let is_odd =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    Some(if name.contains(is_odd) {
        name.replace(is_odd, " ")
    } else {
        name
    })
}
