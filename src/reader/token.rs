//! Tokeniser: a text as words, digits and signs, with their positions.

use super::fold::push_folded;

/// Kind of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Letters; in scripts without spaces a single one.
    Word,
    /// Digits 0 to 9, normalised.
    Digits,
    /// Any other character.
    Sign(char),
    /// End of a line.
    Break,
}

/// Token of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Kind.
    pub class: Class,
    /// Range in the folded text.
    pub folded: (usize, usize),
    /// Range in UTF-16 units.
    pub utf16: (usize, usize),
    /// Range in bytes.
    pub bytes: (usize, usize),
    /// True if neither a space nor a line break separates it from the token before it.
    pub glued: bool,
    /// True if an apostrophe separates it from the word before it, as in "l'année".
    pub elided: bool,
}

/// Text with its tokens.
#[derive(Debug)]
pub(super) struct Tokens {
    /// Folded text.
    pub folded: String,
    /// Tokens, in order.
    pub all: Vec<Token>,
}

impl Tokens {
    /// Returns the folded word, digits or sign at an index. Empty beyond the end and for the end of
    /// a line.
    pub fn word(&self, at: usize) -> &str {
        let place = self.all.get(at).map(|token| token.folded);
        place
            .and_then(|(from, to)| self.folded.get(from..to))
            .unwrap_or_default()
    }

    /// Returns the kind of the token at an index.
    pub fn class(&self, at: usize) -> Option<Class> {
        self.all.get(at).map(|token| token.class)
    }

    /// Returns `true` if this sign is at an index.
    pub fn is_sign(&self, at: usize, sign: char) -> bool {
        self.class(at) == Some(Class::Sign(sign))
    }

    /// Returns `true` if neither a space nor a line break separates the token at an index from the
    /// one before.
    pub fn is_glued(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| token.glued)
    }

    /// Returns the digits at an index.
    pub fn digits(&self, at: usize) -> Option<&str> {
        (self.class(at) == Some(Class::Digits)).then(|| self.word(at))
    }

    /// Returns the range of tokens from one up to, not including, another, in UTF-16 units.
    pub fn utf16_range(&self, from: usize, to: usize) -> (usize, usize) {
        let start = self.all.get(from).map_or(0, |token| token.utf16.0);
        let end = self
            .all
            .get(to.saturating_sub(1))
            .map_or(start, |token| token.utf16.1);
        (start, end.max(start))
    }
}

/// Returns `true` for characters of scripts without spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// Returns `true` for a letter, approximately: beyond ASCII, anything but spaces and blocks of
/// signs.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{80}'..='\u{bf}' | '×' | '÷' => matches!(c, 'ª' | 'º' | 'µ'),
        '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '٫'
        | '٬'
        | '٪'
        | '،'
        | '؛'
        | '؟'
        | '۔' => matches!(c, '々' | '〇'),
        '\u{ff00}'..='\u{ff20}'
        | '\u{fe00}'..='\u{fe6f}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{1f000}'.. => false,
        _ => true,
    }
}

/// Returns `true` for invisible characters: directional marks and joiners.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}')
}

/// Splits a text into tokens.
///
/// Between letters, apostrophes and hyphens only separate words, because people may omit them.
pub(super) fn tokens(text: &str) -> Tokens {
    let mut folded = String::with_capacity(text.len());
    let mut all: Vec<Token> = Vec::with_capacity(text.len() / 4);
    let mut units = 0;
    let (mut glued, mut elided, mut parted) = (false, false, false);
    let mut chars = text.char_indices().peekable();
    while let Some((byte, c)) = chars.next() {
        let unit = units;
        units += c.len_utf16();
        if is_hidden(c) {
            continue;
        }
        let start = folded.len();
        push_folded(c, &mut folded);
        let one = folded.get(start..).unwrap_or_default();
        let Some(sign) = one.chars().next() else {
            // A vowel sign or an accent belongs to the preceding letter.
            if let Some(last) = all.last_mut().filter(|last| last.class == Class::Word) {
                last.utf16.1 = units;
                last.bytes.1 = byte + c.len_utf8();
            }
            continue;
        };
        let class = match sign {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Break,
            ' ' | '\t' => {
                (glued, elided, parted) = (false, false, false);
                continue;
            }
            '0'..='9' => Class::Digits,
            _ if is_letter(sign) => Class::Word,
            _ => Class::Sign(sign),
        };
        let last = all.last_mut();
        if let Class::Sign('\'' | '-') = class {
            let before = last.as_ref().filter(|_| glued).map(|last| last.class);
            let after = chars
                .peek()
                .is_some_and(|(_, next)| is_letter(*next) && !is_unspaced(*next));
            let parts = match before {
                Some(Class::Word) => after,
                Some(Class::Digits) => after && sign == '\'',
                _ => false,
            };
            if parts {
                (elided, parted) = (sign == '\'', true);
                continue;
            }
        }
        let joins = glued
            && !parted
            && !is_unspaced(sign)
            && last.as_ref().is_some_and(|last| {
                last.class == class
                    && matches!(class, Class::Word | Class::Digits)
                    && !folded
                        .get(last.folded.0..last.folded.1)
                        .is_some_and(|word| word.chars().all(is_unspaced))
            });
        let end = folded.len();
        match last {
            Some(last) if joins => {
                last.folded.1 = end;
                last.utf16.1 = units;
                last.bytes.1 = byte + c.len_utf8();
            }
            _ => all.push(Token {
                class,
                folded: (start, end),
                utf16: (unit, units),
                bytes: (byte, byte + c.len_utf8()),
                glued,
                elided,
            }),
        }
        (glued, elided, parted) = (class != Class::Break, false, false);
    }
    Tokens { folded, all }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = tokens(text);
        (0..tokens.all.len())
            .map(|at| tokens.word(at).to_owned())
            .collect()
    }

    #[test]
    fn words_digits_and_signs_are_separate_tokens() {
        for (text, expected) in [
            ("2-3k, CHF3.04", "2|-|3|k|,|chf|3|.|04"),
            ("l’année d'euros", "l|annee|d|euros"),
            ("e-commerce 18-tego", "e|commerce|18|-|tego"),
            ("31'i 1'500", "31|i|1|'|500"),
            ("３月末", "3|月|末"),
            ("a\u{200e}b", "ab"),
        ] {
            assert_eq!(words(text).join("|"), expected, "{text}");
        }
    }

    #[test]
    fn ranges_are_counted_in_utf_16() {
        let tokens = tokens("😀 ¡Größe! a\u{301}b");
        let places: Vec<_> = tokens.all.iter().map(|token| token.utf16).collect();
        assert_eq!(places, [(0, 2), (3, 4), (4, 9), (9, 10), (11, 14)]);
    }
}
