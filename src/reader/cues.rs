//! Phrases that say something by themselves, with gaps in them, and where they are in a text.

use super::token::{Class, Tokens, tokens};

/// Up to so many words may stand in a gap.
const GAP: usize = 4;

/// A word of a phrase.
#[derive(Debug)]
enum Piece {
    /// This word.
    Word(String),
    /// A word that begins with this.
    Start(String),
    /// A word that ends with this.
    End(String),
    /// Up to four words, or none.
    Gap,
    /// The name of a language.
    Tongue,
}

#[derive(Debug)]
struct Cue {
    /// The first word, as far as it is known. Empty where it is its end.
    first: String,
    pieces: Vec<Piece>,
    /// Its meaning: a place in [`Cues::keys`].
    key: usize,
}

/// Phrases of a language, by what they say.
#[derive(Debug, Default)]
pub(super) struct Cues {
    /// The meanings of the phrases.
    pub keys: Vec<String>,
    all: Vec<Cue>,
    /// The number of them without a first word that is known.
    open: usize,
    /// The number of those behind them with a whole first word.
    whole: usize,
    /// The names of languages, each with its tag.
    pub tongues: Vec<(String, String)>,
}

/// A phrase in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Its meaning: a place in [`Cues::keys`].
    pub key: usize,
    /// The first token.
    pub from: usize,
    /// The token behind it.
    pub to: usize,
}

impl Piece {
    fn fits(&self, word: &str) -> bool {
        match self {
            Piece::Word(own) => word == own,
            Piece::Start(own) => word.starts_with(own.as_str()),
            Piece::End(own) => word.ends_with(own.as_str()),
            Piece::Gap | Piece::Tongue => false,
        }
    }
}

impl Cues {
    /// The place of what phrases say.
    pub fn key(&mut self, name: &str) -> usize {
        if let Some(at) = self.keys.iter().position(|known| known == name) {
            return at;
        }
        self.keys.push(name.to_owned());
        self.keys.len() - 1
    }

    /// Adds phrases, with a comma between them: `week(s)` is two, `for*` begins a word, `*shop` ends one, `_` is a gap and `@` a
    /// language.
    pub fn add(&mut self, name: &str, phrases: &str) {
        let key = self.key(name);
        for phrase in phrases.split(',') {
            super::language::each_form(phrase, &mut |form| self.phrase(key, form));
        }
    }

    /// Adds a name as people write it in sentences: what stands before a comma of it, with an ending, and in `joined` also behind
    /// other words.
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
        let mut is_end = false;
        for at in 0..read.all.len() {
            let word = || read.word(at).to_owned();
            match read.class(at) {
                Some(Class::Sign('*')) if read.is_glued(at) => {
                    if let Some(Piece::Word(last)) = pieces.last_mut() {
                        let last = std::mem::take(last);
                        pieces.pop();
                        pieces.push(Piece::Start(last));
                    }
                }
                Some(Class::Sign('*')) => is_end = true,
                Some(Class::Sign('_')) => pieces.push(Piece::Gap),
                Some(Class::Sign('@')) => pieces.push(Piece::Tongue),
                _ if is_end => {
                    pieces.push(Piece::End(word()));
                    is_end = false;
                }
                _ => pieces.push(Piece::Word(word())),
            }
        }
        let first = match pieces.first() {
            Some(Piece::Word(first) | Piece::Start(first)) => first.clone(),
            Some(Piece::End(_) | Piece::Tongue) => String::new(),
            Some(Piece::Gap) | None => return,
        };
        self.all.push(Cue { first, pieces, key });
    }

    /// Puts the phrases in order, after the last was added.
    pub fn sort(&mut self) {
        let rank = |cue: &Cue| match cue.pieces.first() {
            _ if cue.first.is_empty() => 0,
            Some(Piece::Word(_)) => 1,
            _ => 2,
        };
        self.all
            .sort_by(|a, b| (rank(a), &a.first).cmp(&(rank(b), &b.first)));
        self.open = self.all.partition_point(|cue| rank(cue) < 1);
        self.whole = self.all.partition_point(|cue| rank(cue) < 2) - self.open;
        self.tongues.sort();
    }

    /// The tag of the language whose name a word is, or begins with.
    pub fn tongue(&self, word: &str) -> Option<&str> {
        let ends = word
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .filter(|end| *end == word.len() || *end >= 5 && word.len() - end <= 4);
        // The longest name.
        ends.rev().find_map(|end| {
            let name = word.get(..end)?;
            let at = self
                .tongues
                .partition_point(|(known, _)| known.as_str() < name);
            self.tongues
                .get(at)
                .filter(|(known, _)| known == name)
                .map(|(_, tag)| tag.as_str())
        })
    }

    /// Every phrase that begins at a place, each said thing once and as long as it is.
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
        // Letter by letter, fewer of those are left that only begin a word.
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

    /// The token behind a phrase, if it is here.
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
            Piece::Tongue => self.tongue(word).is_some(),
            _ => !word.is_empty() && piece.fits(word),
        }
    }
}
