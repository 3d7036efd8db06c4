//! Tagged text: phrases of a language with their senses, and compounds split.

use super::fold::push_folded;
use super::language::{Language, named};
use super::senses::{Holiday, Meaning, Role, TimeUnit};
use super::token::{Class, Tokens, is_unspaced, tokens};

/// Senses of a phrase in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    /// Length in tokens, at least 1.
    pub length: usize,
    /// Index of the first meaning in [`Text::meanings`], and number of meanings.
    meanings: (usize, usize),
}

/// Text with the senses of its words.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub language: &'a Language,
    pub tokens: Tokens,
    tags: Vec<Option<Tag>>,
    meanings: Vec<Meaning>,
}

impl Language {
    /// Returns the parts of a compound, as lengths in bytes: numbers, conjunctions and ordinals.
    fn joined(&self, word: &str) -> Option<Vec<usize>> {
        fn walk(language: &Language, word: &str, parts: &mut Vec<usize>, tries: &mut u32) -> bool {
            if word.is_empty() {
                return parts.len() > 1;
            }
            *tries += 1;
            let ends = word
                .char_indices()
                .map(|(at, _)| at)
                .skip(1)
                .chain([word.len()]);
            for end in ends.collect::<Vec<_>>().into_iter().rev() {
                let (Some(part), Some(rest)) = (word.get(..end), word.get(end..)) else {
                    continue;
                };
                let (whole, _) = language
                    .entries
                    .split_at_checked(language.whole)
                    .unwrap_or_default();
                let is_part = named(whole, part).iter().any(|entry| {
                    let is_part = match entry.meaning {
                        Meaning::Number(_)
                        | Meaning::Article(_)
                        | Meaning::Times(_)
                        | Meaning::Role(Role::And) => true,
                        Meaning::Ordinal(_) => rest.is_empty(),
                        _ => false,
                    };
                    entry.rest.is_empty() && end > 1 && is_part
                });
                if is_part && *tries < 64 {
                    parts.push(end);
                    if walk(language, rest, parts, tries) {
                        return true;
                    }
                    parts.pop();
                }
            }
            false
        }
        let mut parts = Vec::new();
        let is_long = word.len() > 5 && word.len() < 60;
        (is_long && walk(self, word, &mut parts, &mut 0)).then_some(parts)
    }

    /// Splits compounds, and drops endings.
    fn part(&self, text: &str, tokens: &mut Tokens) {
        if self.endings {
            tokens.all.retain(|token| !token.elided);
        }
        if !self.joins() && self.prefixes.is_empty() {
            return;
        }
        let mut all = Vec::with_capacity(tokens.all.len());
        for at in 0..tokens.all.len() {
            let Some(mut token) = tokens.all.get(at).copied() else {
                break;
            };
            let word = tokens.word(at);
            if token.class == Class::Word && !word.starts_with(is_unspaced) && !self.knows(word) {
                let lengths = if self.joins() {
                    self.joined(word)
                } else {
                    self.prefixed(word)
                        .map(|length| vec![length, word.len() - length])
                };
                let (begin, place) = (token.folded.0, token.utf16.0);
                for length in lengths.iter().flatten() {
                    let mut part = token;
                    part.folded.1 = token.folded.0 + length;
                    let original = text.get(token.bytes.0..token.bytes.1).unwrap_or_default();
                    let units = utf16_length(original, part.folded.1 - begin);
                    part.utf16.1 = (place + units).min(token.utf16.1);
                    part.bytes.1 = token.bytes.1;
                    token.folded.0 = part.folded.1;
                    token.utf16.0 = part.utf16.1;
                    token.glued = true;
                    if token.folded.0 == token.folded.1 {
                        part.utf16.1 = token.utf16.1;
                    }
                    all.push(part);
                }
                if lengths.is_some() {
                    continue;
                }
            }
            all.push(token);
        }
        tokens.all = all;
    }

    /// Returns the length in bytes of a prefix before a known word.
    fn prefixed(&self, word: &str) -> Option<usize> {
        let first = word
            .chars()
            .next()
            .filter(|first| self.prefixes.contains(*first))?;
        let rest = word.get(first.len_utf8()..)?;
        self.knows(rest).then_some(first.len_utf8())
    }

    /// Tags the words of a text.
    pub(super) fn tag_words(&self, text: &str) -> Text<'_> {
        let mut tokens = tokens(text);
        self.part(text, &mut tokens);
        let mut tagged = Text {
            language: self,
            tags: Vec::with_capacity(tokens.all.len()),
            meanings: Vec::new(),
            tokens,
        };
        for at in 0..tagged.tokens.all.len() {
            let tag = tagged.longest(at);
            tagged.tags.push(tag);
        }
        tagged
    }
}

/// Returns the length, in UTF-16 units, of the beginning of a word that folds to this many bytes,
/// with the marks that follow it.
fn utf16_length(word: &str, bytes: usize) -> usize {
    let mut folded = String::new();
    let mut units = 0;
    for c in word.chars() {
        push_folded(c, &mut folded);
        if folded.len() > bytes {
            break;
        }
        units += c.len_utf16();
    }
    units
}

/// Defines accessors for one sense each: its value at an index, if the phrase there has it, and the
/// index after the phrase.
macro_rules! meanings {
    ($($name:ident: $pattern:pat => $value:expr, $kind:ty;)*) => {
        impl Text<'_> {
            $(pub(super) fn $name(&self, at: usize) -> Option<($kind, usize)> {
                let (meanings, next) = self.meanings(at)?;
                meanings.iter().find_map(|meaning| match *meaning {
                    $pattern => Some(($value, next)),
                    _ => None,
                })
            })*
        }
    };
}

meanings! {
    number_word: Meaning::Number(value) => value, f64;
    article: Meaning::Article(value) => value, f64;
    ordinal: Meaning::Ordinal(value) => value, f64;
    times: Meaning::Times(value) => value, f64;
    rank_ending: Meaning::Rank => (), ();
    month_name: Meaning::Month(month) => month.into(), i64;
    season_name: Meaning::Season(month) => month.into(), i64;
    weekday: Meaning::Weekday(day) => day.into(), i64;
    unit: Meaning::Unit(unit) => unit, TimeUnit;
    duration_word: Meaning::Duration(count, unit) => (count, unit), (f64, TimeUnit);
    currency_word: Meaning::Currency(index) => index.into(), usize;
    shift: Meaning::Shift(unit, distance) => (unit, distance.into()), (TimeUnit, i64);
    year_shift: Meaning::Shift(TimeUnit::Year, distance) => distance.into(), i64;
    holiday: Meaning::Holiday(holiday) => holiday, Holiday;
}

impl Text<'_> {
    /// Returns the longest phrase at an index, with all its senses.
    fn longest(&mut self, at: usize) -> Option<Tag> {
        let word = match self.tokens.class(at)? {
            Class::Break => return None,
            _ => self.tokens.word(at),
        };
        let begin = self.meanings.len();
        let mut longest = 0;
        let mut found: Vec<Meaning> = Vec::new();
        for entry in self.language.beginning_with(word) {
            let end = entry.rest.iter().try_fold(at + 1, |at, piece| {
                let word = self.tokens.word(at);
                let fits = if piece.is_start {
                    word.starts_with(&piece.text)
                } else {
                    word == piece.text
                };
                fits.then_some(at + 1)
            });
            let Some(length) = end.map(|end| end - at).filter(|length| *length >= longest) else {
                continue;
            };
            if length > longest {
                found.clear();
                longest = length;
            }
            if !found.contains(&entry.meaning) {
                found.push(entry.meaning);
            }
        }
        let count = found.len();
        self.meanings.append(&mut found);
        (count > 0).then_some(Tag {
            length: longest,
            meanings: (begin, count),
        })
    }

    /// Returns `true` if neither a phrase nor digits begin at an index.
    pub(super) fn says_nothing(&self, at: usize) -> bool {
        self.tag_at(at).is_none() && self.tokens.digits(at).is_none()
    }

    /// Returns the first token of the longest phrase that a token is in or follows, and the token after it.
    pub(super) fn longest_around(&self, at: usize) -> Option<(usize, usize)> {
        let starts = (at.saturating_sub(6)..at).map(|from| (from, self.tag_at(from)));
        let ends = starts.filter_map(|(from, tag)| Some((from, from + tag?.length)));
        let mut around = ends.filter(|(_, end)| *end >= at);
        around.next()
    }

    /// Returns the senses of the phrase at an index.
    pub(super) fn tag_at(&self, at: usize) -> Option<Tag> {
        self.tags.get(at).copied().flatten()
    }

    /// Returns the meanings of the phrase at an index, and the index after it, including the point
    /// of an abbreviation.
    fn meanings(&self, at: usize) -> Option<(&[Meaning], usize)> {
        let tag = self.tag_at(at)?;
        let (from, count) = tag.meanings;
        Some((self.meanings.get(from..from + count)?, at + tag.length))
    }

    /// Returns the index after a function word, if it is at this index.
    pub(super) fn role(&self, at: usize, role: Role) -> Option<usize> {
        let (meanings, next) = self.meanings(at)?;
        meanings.contains(&Meaning::Role(role)).then_some(next)
    }

    /// Returns the index after any of some function words.
    pub(super) fn any(&self, at: usize, roles: &[Role]) -> Option<usize> {
        roles.iter().find_map(|role| self.role(at, *role))
    }

    /// Returns the index of the shortest phrase that ends here.
    pub(super) fn before(&self, end: usize) -> Option<usize> {
        (1..=6.min(end))
            .map(|back| end - back)
            .find(|at| self.tag_at(*at).is_some_and(|tag| at + tag.length == end))
    }

    /// Returns the index of the longest phrase that ends here.
    pub(super) fn longest_before(&self, end: usize) -> Option<usize> {
        (1..=6.min(end))
            .rev()
            .map(|back| end - back)
            .find(|at| self.tag_at(*at).is_some_and(|tag| at + tag.length == end))
    }

    /// Returns the index after the point of an abbreviation.
    pub(super) fn past_point(&self, at: usize) -> usize {
        at + usize::from(self.tokens.is_sign(at, '.') && self.tokens.is_glued(at))
    }

    /// Returns `true` if a word is so short that it only has a meaning immediately after digits.
    pub(super) fn is_letter(&self, at: usize) -> bool {
        let word = self.tokens.word(at);
        self.tag_at(at).is_none_or(|tag| tag.length == 1)
            && word.len() == 1
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_compound_have_their_own_ranges() {
        let list = r#"{"joins": true, "numbers": {"3": "drei", "30": "dreißig"}, "times": {"1000": "tausend"}, "words": {"and": "und"}}"#;
        let language = Language::read("de", &[list]).unwrap();
        for (text, places) in [
            ("dreißigtausend", [(0, 7), (7, 14)]),
            ("dreitausend", [(0, 4), (4, 11)]),
            ("a dre\u{301}itausend", [(2, 7), (7, 14)]),
        ] {
            let text = language.tag_words(text);
            let tokens = text.tokens.all.iter().rev().take(2).rev();
            let found: Vec<(usize, usize)> = tokens.map(|token| token.utf16).collect();
            assert_eq!(found, places);
        }
    }
}
