//! Bullets, numbers and quotes around the items of a pasted list.

use super::characters::{BULLETS, digit};

/// Returns a line without bullets, paragraph numbers, ticks, quotation marks and closing
/// punctuation.
pub(super) fn bare(line: &str) -> &str {
    let mut rest = line.trim();
    loop {
        let before = rest;
        rest = rest.trim_start_matches(|c: char| BULLETS.contains(c) || c.is_whitespace());
        // A ticked or empty box.
        for tick in ["[ ]", "[x]", "[X]", "[]"] {
            rest = rest.strip_prefix(tick).unwrap_or(rest);
        }
        rest = numbered(rest).unwrap_or(rest);
        if rest == before {
            break;
        }
    }
    let quotes = ['"', '“', '”', '„', '«', '»', '「', '」'];
    let ends = [',', ';', '.', '،', '；', '。', '，', '、'];
    rest.trim_end_matches(|c: char| c.is_whitespace() || ends.contains(&c))
        .trim_matches(quotes)
        .trim()
}

/// Returns a line without its number: "1.", "2)", "(3)", "a)", "4 -".
fn numbered(line: &str) -> Option<&str> {
    let open = line.strip_prefix(['(', '（']).unwrap_or(line);
    let digits = open.find(|c| digit(c).is_none()).unwrap_or(open.len());
    let is_letter = digits == 0;
    let end = if is_letter {
        open.chars()
            .next()
            .filter(char::is_ascii_alphabetic)?
            .len_utf8()
    } else {
        digits
    };
    let rest = open.get(end..)?;
    let close = rest.chars().next()?;
    let after = rest.get(close.len_utf8()..)?;
    let is_number = match close {
        ')' | '）' => true,
        // "2.5" does not number a line, and "e.g." is not a letter.
        '.' | '．' | ':' | '：' | '、' => {
            !is_letter && after.starts_with([' ', '\t', '\u{a0}']) || close == '、'
        }
        _ => return None,
    };
    is_number.then(|| after.trim_start())
}
