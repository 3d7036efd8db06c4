//! Search by words: letters without case and accents, words without their endings.
//!
//! An item matches by any word of its names, with a score. A pasted line is taken for an item only
//! if it means it. Only letters are compared, so there are no tables of languages; text without
//! spaces, such as Japanese, is compared by pairs of letters.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod fold;
mod several;
mod word;

pub use fold::fold;
pub use several::{Joins, several};

use word::{SAME_WORD, Word, words};

/// Share of the best score that another must reach to be shown too. Assumption.
const NEAR_BEST: f64 = 0.6;

/// Least similarity of a line and a name with the same meaning: the harmonic mean of both shares.
/// Assumption.
const LEAST_MATCH: f64 = 0.65;

/// Least share of a line that a whole name in it must take up. Assumption.
const LEAST_SHARE: f64 = 0.4;

/// Weight of a word in a note, relative to 1 for one in a name. Assumption.
const NOTE_WEIGHT: f64 = 0.5;

/// Signs between the parts of a name, and between names.
const BREAKS: [char; 6] = [',', '،', '、', '，', '(', '（'];

/// Least weight of a word that is meaningful by itself. Assumption.
const MEANINGFUL: f64 = 0.5;

/// Item that can be found.
pub struct Entry {
    /// Names, each in words.
    names: Vec<Vec<Word>>,
    /// Words of the note.
    note: Vec<Word>,
}

/// Stop words: articles and the like.
pub struct StopWords(Vec<String>);

impl StopWords {
    /// Reads words separated by spaces.
    pub fn new(text: &str) -> StopWords {
        StopWords(fold(text).split_whitespace().map(str::to_owned).collect())
    }
}

impl Entry {
    /// Creates an entry from a name, synonyms, several of which may be separated by commas, and a
    /// note.
    pub fn new(name: &str, also: &[&str], note: &str, stop_words: &StopWords) -> Entry {
        let words = |text: &str| words(text, &stop_words.0);
        // "Website, about seven pages" is a website.
        let short = name.split(BREAKS).next().unwrap_or_default();
        let mut names = vec![words(name), words(short)];
        for text in also {
            names.extend(text.split(BREAKS).map(words));
        }
        names.retain(|words| !words.is_empty());
        Entry {
            names,
            note: words(note),
        }
    }

    /// Returns the share of the typed words that a name or the note has, from 0 to 1. The last word
    /// may be incomplete.
    fn found(&self, typed: &[Word]) -> f64 {
        let last = typed.len().saturating_sub(1);
        let mut sum = 0.0;
        let mut weights = 0.0;
        for (index, word) in typed.iter().enumerate() {
            let mut best = 0.0_f64;
            let mut look = |others: &[Word], weight: f64| {
                for other in others {
                    let begun = index == last && other.begins_with(word);
                    let alike = if begun {
                        SAME_WORD
                    } else {
                        word.likeness(other)
                    };
                    best = best.max(alike * weight);
                }
            };
            for name in &self.names {
                look(name, 1.0);
            }
            look(&self.note, NOTE_WEIGHT);
            sum += word.weight * best;
            weights += word.weight;
        }
        let apart = if weights > 0.0 { sum / weights } else { 0.0 };
        // "web shop" is "webshop".
        let names = self.names.iter().map(|name| shared(typed, name).0);
        names.fold(apart, f64::max)
    }

    /// Returns `true` if every word is in one of the names.
    fn has_all(&self, line: &[Word]) -> bool {
        let mut words = line
            .iter()
            .enumerate()
            .filter(|(_, word)| word.weight > 0.0);
        words.all(|(index, word)| {
            let mut names = self.names.iter();
            names.any(|name| found_at(line, index, word, name) >= SAME_WORD)
        })
    }

    /// Returns the confidence that a line means this, from 0 to 1: at least [`LEAST_MATCH`] if it does.
    fn best_match(&self, line: &[Word]) -> f64 {
        // Several words may each be in one of the names: "member login".
        let telling = line.iter().filter(|word| word.weight >= MEANINGFUL);
        let is_told = telling.count() > 1 && self.has_all(line);
        let mut best = if is_told { LEAST_MATCH } else { 0.0 };
        for name in &self.names {
            let (of_line, of_name) = shared(line, name);
            let same = 2.0 * of_line * of_name / (of_line + of_name).max(f64::MIN_POSITIVE);
            let is_named = of_name >= SAME_WORD && of_line >= LEAST_SHARE;
            best = best.max(if is_named {
                LEAST_MATCH + (1.0 - LEAST_MATCH) * of_line
            } else {
                same
            });
        }
        best
    }
}

/// Returns the entries that match any word of a text, best first.
pub fn find(entries: &[Entry], text: &str, stop_words: &StopWords) -> Vec<usize> {
    let typed = words(text, &stop_words.0);
    let mut found: Vec<(usize, f64)> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let score = entry.found(&typed) + entry.best_match(&typed);
        if score > 0.0 {
            let after = |(_, other): &(usize, f64)| *other < score;
            let place = found.iter().position(after).unwrap_or(found.len());
            found.insert(place, (index, score));
        }
    }
    let least = found.first().map_or(0.0, |(_, best)| best * NEAR_BEST);
    let near = found.into_iter().filter(|(_, score)| *score >= least);
    near.map(|(index, _)| index).collect()
}

/// Returns the entry that a text means, if any.
pub fn best_match(entries: &[Entry], text: &str, stop_words: &StopWords) -> Option<usize> {
    let line = words(text, &stop_words.0);
    let mut best = None;
    let mut most = 0.0;
    for (index, entry) in entries.iter().enumerate() {
        let score = entry.best_match(&line);
        // Of two that it means, the one that a search finds first. Of equal scores the first is the
        // more usual.
        let total = score + entry.found(&line);
        if score >= LEAST_MATCH && total > most {
            most = total;
            best = Some(index);
        }
    }
    best
}

/// Returns the shares of two texts that they have in common.
fn shared(one: &[Word], other: &[Word]) -> (f64, f64) {
    (share(one, other), share(other, one))
}

/// Returns the share of the words that another text has, by weight.
fn share(words: &[Word], others: &[Word]) -> f64 {
    let mut sum = 0.0;
    let mut weights = 0.0;
    for (index, word) in words.iter().enumerate() {
        sum += word.weight * found_at(words, index, word, others);
        weights += word.weight;
    }
    if weights > 0.0 { sum / weights } else { 0.0 }
}

/// Returns the degree to which another text has the word at an index, from 0 to 1. One word of
/// either text may be two in the other.
fn found_at(words: &[Word], index: usize, word: &Word, others: &[Word]) -> f64 {
    let mut pairs = others.iter().zip(others.iter().skip(1));
    let after = words.get(index + 1);
    let before = index.checked_sub(1).and_then(|before| words.get(before));
    let is_half = |other: &Word| {
        after.is_some_and(|after| other.is_joined(word, after))
            || before.is_some_and(|before| other.is_joined(before, word))
    };
    if pairs.any(|(a, b)| word.is_joined(a, b)) || others.iter().any(is_half) {
        return 1.0;
    }
    let alike = others.iter().map(|other| word.likeness(other));
    alike.fold(0.0, f64::max)
}
