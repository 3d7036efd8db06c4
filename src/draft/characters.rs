//! Kinds of characters in a pasted text.

/// Signs that begin a line of a list.
pub(super) const BULLETS: &str = "-–—−*•‣◦●○▪▫■□☐☑✓✔✗✘→➔➤>+·・※⁃";

/// Returns the value of a digit, in any script.
pub(super) fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| super::number::other_digit(c))
}

/// Returns `true` for a letter, approximately: knowing all of them takes tables.
pub(super) fn is_letter(c: char) -> bool {
    is_telling(c) && digit(c).is_none()
}

/// Returns `true` for a letter or a digit, approximately.
pub(super) fn is_telling(c: char) -> bool {
    let is_sign = matches!(c, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3003}' | '\u{feff}');
    c.is_ascii_alphanumeric()
        || !(c.is_ascii() || is_sign || c.is_whitespace() || BULLETS.contains(c))
}
