//! Cues: phrase patterns with gaps, and their matches in a text.

use super::phrase::{each_form, sort_by_start};
use super::token::{Class, Tokens, tokens};

/// Maximum number of words in a gap.
const GAP: usize = 4;

/// Word of a phrase.
#[derive(Debug)]
enum Piece {
    /// This word.
    Word(String),
    /// Prefix of a word.
    Prefix(String),
    /// Suffix of a word.
    Suffix(String),
    /// Up to four words, or none.
    Gap,
    /// Name of a language.
    LanguageName,
}

#[derive(Debug)]
struct Cue {
    /// First word, or its known prefix. Empty for a suffix.
    first: String,
    pieces: Vec<Piece>,
    /// Index of its meaning in [`Cues::keys`].
    key: usize,
}

/// Phrases of a language, by meaning.
#[derive(Debug, Default)]
pub(super) struct Cues {
    /// Meanings of the phrases.
    pub keys: Vec<String>,
    all: Vec<Cue>,
    /// Number of phrases without a known first word.
    open: usize,
    /// Number of the following phrases with a whole first word.
    whole: usize,
    /// Names of languages with their tags.
    pub language_names: Vec<(String, String)>,
}

/// Match of a pattern in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Index of its meaning in [`Cues::keys`].
    pub key: usize,
    /// First token.
    pub from: usize,
    /// Token after it.
    pub to: usize,
}

impl Piece {
    fn fits(&self, word: &str) -> bool {
        match self {
            Piece::Word(own) => word == own,
            Piece::Prefix(own) => word.starts_with(own.as_str()),
            Piece::Suffix(own) => word.ends_with(own.as_str()),
            Piece::Gap | Piece::LanguageName => false,
        }
    }
}

impl Cues {
    /// Returns the index of a meaning.
    pub fn key(&mut self, name: &str) -> usize {
        if let Some(at) = self.keys.iter().position(|known| known == name) {
            return at;
        }
        self.keys.push(name.to_owned());
        self.keys.len() - 1
    }

    /// Adds phrases separated by commas: `week(s)` is two, `for*` a prefix, `*shop` a suffix, `_` a
    /// gap and `@` a language.
    pub fn add(&mut self, name: &str, phrases: &str) {
        let key = self.key(name);
        for phrase in phrases.split(',') {
            each_form(phrase, &mut |form| self.phrase(key, form));
        }
    }

    /// Adds a name as people write it in sentences: its part before a comma, with endings, and if
    /// `joined` also at the end of a compound.
    pub fn add_loosely(&mut self, name: &str, words: &str, joined: bool) {
        let key = self.key(name);
        if let Some(phrase) = words.split(',').next() {
            let phrase = phrase.trim();
            let last = phrase.rsplit(' ').next().unwrap_or_default();
            let is_long = last.chars().count() > 4
                && last
                    .chars()
                    .all(|c| c.is_alphabetic() && !super::token::is_unspaced(c));
            if is_long {
                self.phrase(key, &[phrase, "*"].concat());
                if joined && last.len() == phrase.len() && last.len() > 5 {
                    self.phrase(key, &["*", phrase].concat());
                }
            } else {
                self.phrase(key, phrase);
            }
        }
    }

    fn phrase(&mut self, key: usize, phrase: &str) {
        let read = tokens(phrase);
        let mut pieces: Vec<Piece> = Vec::with_capacity(read.all.len());
        let mut is_suffix = false;
        for at in 0..read.all.len() {
            let word = || read.word(at).to_owned();
            match read.class(at) {
                Some(Class::Sign('*')) if read.is_glued(at) => {
                    if let Some(Piece::Word(last)) = pieces.last_mut() {
                        let last = std::mem::take(last);
                        pieces.pop();
                        pieces.push(Piece::Prefix(last));
                    }
                }
                Some(Class::Sign('*')) => is_suffix = true,
                Some(Class::Sign('_')) => pieces.push(Piece::Gap),
                Some(Class::Sign('@')) => pieces.push(Piece::LanguageName),
                _ if is_suffix => {
                    pieces.push(Piece::Suffix(word()));
                    is_suffix = false;
                }
                _ => pieces.push(Piece::Word(word())),
            }
        }
        let first = match pieces.first() {
            Some(Piece::Word(first) | Piece::Prefix(first)) => first.clone(),
            Some(Piece::Suffix(_) | Piece::LanguageName) => String::new(),
            Some(Piece::Gap) | None => return,
        };
        self.all.push(Cue { first, pieces, key });
    }

    /// Sorts the phrases, after the last was added.
    pub fn sort(&mut self) {
        let rank = |cue: &Cue| match cue.pieces.first() {
            _ if cue.first.is_empty() => 0,
            Some(Piece::Word(_)) => 1,
            _ => 2,
        };
        sort_by_start(&mut self.all, |cue| (rank(cue), &cue.first));
        self.open = self.all.partition_point(|cue| rank(cue) < 1);
        self.whole = self.all.partition_point(|cue| rank(cue) < 2) - self.open;
    }

    /// Returns the tag of the language that a word names, with or without an ending.
    pub fn language_named(&self, word: &str) -> Option<&str> {
        let ends = word
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .filter(|end| *end == word.len() || *end >= 5 && word.len() - end <= 4);
        // The longest name wins.
        ends.rev().find_map(|end| {
            let name = word.get(..end)?;
            let mut names = self.language_names.iter();
            let (_, tag) = names.find(|(known, _)| known == name)?;
            Some(tag.as_str())
        })
    }

    /// Collects every phrase that begins at an index, the longest for each meaning.
    pub fn at(&self, tokens: &Tokens, at: usize, hits: &mut Vec<Hit>) {
        let word = match tokens.class(at) {
            None | Some(Class::Break) => return,
            _ => tokens.word(at),
        };
        let begin = hits.len();
        let mut take = |cues: &[Cue]| {
            for cue in cues {
                let Some(to) = self.end(cue, tokens, at) else {
                    continue;
                };
                let known = hits
                    .get_mut(begin..)
                    .unwrap_or_default()
                    .iter_mut()
                    .find(|hit| hit.key == cue.key);
                match known {
                    Some(hit) => hit.to = hit.to.max(to),
                    None => hits.push(Hit {
                        key: cue.key,
                        from: at,
                        to,
                    }),
                }
            }
        };
        let (open, named) = self.all.split_at_checked(self.open).unwrap_or_default();
        let (whole, mut near) = named.split_at_checked(self.whole).unwrap_or_default();
        take(open);
        let from = whole.partition_point(|cue| cue.first.as_str() < word);
        let same = whole.get(from..).unwrap_or_default();
        let count = same.iter().take_while(|cue| cue.first == word).count();
        take(same.get(..count).unwrap_or_default());
        // Each further letter leaves fewer prefixes.
        for (end, c) in word.char_indices().take(24) {
            let begun = word.get(..end + c.len_utf8()).unwrap_or_default();
            let from = near.partition_point(|cue| cue.first.as_str() < begun);
            near = near.get(from..).unwrap_or_default();
            let to = near.partition_point(|cue| cue.first.starts_with(begun));
            near = near.get(..to).unwrap_or_default();
            if near.is_empty() {
                break;
            }
            let count = near.iter().take_while(|cue| cue.first == begun).count();
            take(near.get(..count).unwrap_or_default());
        }
    }

    /// Returns the token after a phrase, if it occurs here.
    fn end(&self, cue: &Cue, tokens: &Tokens, from: usize) -> Option<usize> {
        let mut at = from;
        let mut pieces = cue.pieces.iter().peekable();
        while let Some(piece) = pieces.next() {
            if matches!(piece, Piece::Gap) {
                let next = pieces.peek()?;
                let inside = |at: &usize| {
                    (from..=*at).all(|at| {
                        !matches!(
                            tokens.class(at),
                            None | Some(Class::Break | Class::Sign('.' | '。' | '!' | '?'))
                        )
                    })
                };
                at = (at..=at + GAP)
                    .take_while(inside)
                    .find(|at| self.fits(next, tokens, *at))?;
            } else if self.fits(piece, tokens, at) {
                at += 1;
            } else {
                return None;
            }
        }
        Some(at)
    }

    fn fits(&self, piece: &Piece, tokens: &Tokens, at: usize) -> bool {
        let word = tokens.word(at);
        match piece {
            Piece::LanguageName => self.language_named(word).is_some(),
            _ => !word.is_empty() && piece.fits(word),
        }
    }
}
