//! Words of a text, and their similarity.

use super::fold::fold;

/// Word of a text, or a pair of letters of a script without spaces.
pub struct Word {
    letters: String,
    /// Weight among the words of its text, from 0 to 1: low for short words, 0 for stop words.
    pub weight: f64,
    /// True for a pair of letters.
    is_pair: bool,
}

/// Least similarity of two forms of one word.
pub(super) const SAME_WORD: f64 = 0.9;

/// Weights of words of one letter, two, and so on; longer ones weigh 1. Assumption.
const BY_LENGTH: [f64; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];

/// Weight of a pair of letters, and of one that is mostly an ending. Assumption.
const PAIR: (f64, f64) = (0.6, 0.1);

/// Similarity of a word and one that contains it. Assumption.
const PART: f64 = 0.6;

/// Least number of letters in a part of a word. Assumption.
const LEAST: usize = 4;

/// Most letters in the endings of two forms of a word: of the shorter and of the longer form, if
/// they share a prefix of [`LEAST`] letters, and of some more. Assumption.
const ENDINGS: [(usize, usize); 3] = [(1, 2), (1, 3), (2, 3)];

/// Kind of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Between words.
    Between,
    /// Letter or digit of a script with spaces between its words.
    Spaced,
    /// Letter of a script without spaces.
    Unspaced,
}

fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | '0'..='9' => Kind::Spaced,
        '\u{0}'..='\u{bf}' | '×' | '÷' => Kind::Between,
        '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' => Kind::Between,
        '\u{e00}'..='\u{e7f}' => Kind::Unspaced,
        '\u{2000}'..='\u{2bff}' => Kind::Between,
        '々' | '〆' => Kind::Unspaced,
        '\u{3001}'..='\u{303f}' | '・' => Kind::Between,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => {
            Kind::Unspaced
        }
        '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' => Kind::Between,
        '\u{20000}'..='\u{3ffff}' => Kind::Unspaced,
        // Pictures.
        '\u{1f000}'..='\u{1ffff}' => Kind::Between,
        _ => Kind::Spaced,
    }
}

/// Returns the words of a text. `stop_words` words have no weight, unless there are no others.
pub fn words(text: &str, stop_words: &[String]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut letters = String::new();
    let mut before = Kind::Between;
    let folded = fold(text);
    for c in folded.chars().chain([' ']) {
        let now = kind(c);
        if now != before && !letters.is_empty() {
            let run = std::mem::take(&mut letters);
            if before == Kind::Unspaced {
                pairs(&run, &mut words);
            } else {
                words.push(word(run, stop_words));
            }
        }
        if now != Kind::Between {
            letters.push(c);
        }
        before = now;
    }
    if words.iter().all(|word| word.weight == 0.0) {
        for word in &mut words {
            word.weight = 1.0;
        }
    }
    words
}

fn word(letters: String, stop_words: &[String]) -> Word {
    let length = letters.chars().count();
    let weight = if stop_words.contains(&letters) {
        0.0
    } else {
        let short = BY_LENGTH.get(length.saturating_sub(1));
        short.copied().unwrap_or(1.0)
    };
    Word {
        letters,
        weight,
        is_pair: false,
    }
}

/// Adds the pairs of a run of letters; a single letter is added alone.
fn pairs(run: &str, words: &mut Vec<Word>) {
    let letters: Vec<char> = run.chars().collect();
    let pairs = letters.windows(2.min(letters.len()));
    words.extend(pairs.map(|pair| {
        let is_ending = pair.iter().all(|c| matches!(c, '\u{3040}'..='\u{309f}'));
        Word {
            letters: pair.iter().collect(),
            weight: if is_ending { PAIR.1 } else { PAIR.0 },
            is_pair: true,
        }
    }));
}

impl Word {
    /// Returns `true` if this begins with another word, which is still being typed.
    pub fn begins_with(&self, begun: &Word) -> bool {
        self.letters.starts_with(&begun.letters)
    }

    /// Returns `true` if this is a compound of two words.
    pub fn is_joined(&self, first: &Word, second: &Word) -> bool {
        if self.is_pair || first.is_pair || second.is_pair {
            return false;
        }
        let rest = self.letters.strip_prefix(&first.letters);
        rest.is_some_and(|rest| likeness(rest, &second.letters) >= SAME_WORD)
    }

    /// Returns the similarity of two words, from 0 to 1.
    pub fn likeness(&self, other: &Word) -> f64 {
        if self.letters == other.letters {
            1.0
        } else if self.is_pair || other.is_pair {
            0.0
        } else {
            likeness(&self.letters, &other.letters)
        }
    }
}

/// Returns the similarity of two words: equal, two forms of one word, or one a part of the other.
fn likeness(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    // The Arabic article is attached to its word.
    let (one, other) = (bare(one), bare(other));
    let count = |text: &str| text.chars().count();
    let (short, long) = if count(one) <= count(other) {
        (one, other)
    } else {
        (other, one)
    };
    let (least, most) = (count(short), count(long));
    let pairs = short.chars().zip(long.chars());
    let common = pairs.take_while(|(a, b)| a == b).count();
    // Only "s" is an ending of a short word: "card" is not a form of "car".
    let is_plural = least == common && least == LEAST - 1 && long.strip_prefix(short) == Some("s");
    let endings = common.checked_sub(LEAST);
    let endings = endings.and_then(|more| ENDINGS.get(more.min(ENDINGS.len() - 1)));
    let is_form = endings.is_some_and(|(of_short, of_long)| {
        least - common <= *of_short && most - common <= *of_long
    });
    if one == other || is_plural || is_form {
        SAME_WORD
    } else if least >= LEAST && (common == least || long.ends_with(short)) {
        PART
    } else {
        0.0
    }
}

/// Returns an Arabic word without its article.
fn bare(word: &str) -> &str {
    let rest = word.strip_prefix("ال");
    rest.filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}
