//! Names in a link: letters, digits, `-` and `.` stand for themselves.

use crate::encoding::percent;

/// Appends a name as a part of a link.
pub(super) fn encode(link: &mut String, name: &str) {
    percent::encode(link, name, "-.");
}

/// Returns the name that a part of a link stands for. `None` where it is not written as a link is.
///
/// Reads letters too that a program on the way has decoded already.
pub(super) fn decode(part: &str) -> Option<String> {
    let name = percent::decode(part)?;
    // Neither control signs nor those that turn the writing round.
    let is_odd =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    Some(if name.contains(is_odd) {
        name.replace(is_odd, " ")
    } else {
        name
    })
}
