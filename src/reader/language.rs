//! Words of a language, from its lists.

use super::cues::Cues;
use super::fold::folded;
use super::phrase::{each_form, sort_by_start};
use super::senses::{Meaning, meaning};
use super::token::tokens;
use crate::json::{self, Value};

/// Word of a phrase in a list.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    pub text: String,
    /// True for a prefix.
    pub is_start: bool,
}

/// Phrase of a list, with its meaning.
#[derive(Debug)]
pub(super) struct Entry {
    pub first: Piece,
    pub rest: Vec<Piece>,
    pub meaning: Meaning,
}

/// Words of a language.
#[derive(Debug)]
pub struct Language {
    /// Tag of the language, such as `pt-BR`.
    pub tag: String,
    /// Phrases sorted by first word, whole words first.
    pub(super) entries: Vec<Entry>,
    /// Number of phrases with a whole first word.
    pub(super) whole: usize,
    /// Codes of currencies that a word may mean, the likeliest first.
    pub(super) money: Vec<String>,
    /// Decimal separator.
    pub(super) point: char,
    /// True if the month precedes the day.
    pub(super) month_first: bool,
    /// True if words are compounded, as in `einundzwanzig`.
    joins: bool,
    /// True if an apostrophe only precedes endings.
    pub(super) endings: bool,
    /// True if the language has postpositions: "sonra", "までに".
    pub(super) suffixing: bool,
    /// True if a unit without a number means one of it.
    pub(super) no_article: bool,
    /// Letters that may be prefixed to a word and are words themselves.
    pub(super) prefixes: String,
    /// Phrases that are meaningful by themselves.
    pub(super) cues: Cues,
}

/// Currency signs and codes of all languages.
const MONEY: [(&str, &str); 24] = [
    ("USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS UYU", "$, us$"),
    (
        "USD",
        "us $, u.s. $, u.s $, u$d, u$s, us dollar(s), dolar us",
    ),
    ("CAD", "c $, can $, ca $"),
    ("AUD", "a $, au $"),
    ("NZD", "nz $"),
    ("HKD", "hk $"),
    ("SGD", "s $"),
    ("TWD", "nt $"),
    ("MXN", "mx $, mex $"),
    ("BRL", "r $, reais"),
    ("EUR", "€, euro(s)"),
    ("GBP EGP", "£"),
    ("JPY CNY", "¥, yen, yens"),
    ("DKK SEK NOK ISK", "kr"),
    ("INR PKR LKR NPR", "rs, ₹"),
    ("KRW", "₩"),
    ("RUB", "₽"),
    ("UAH", "₴"),
    ("TRY", "₺, tl"),
    ("ILS", "₪"),
    ("VND", "₫"),
    ("IDR", "rp"),
    ("PLN", "zl"),
    ("MYR", "rm"),
];

impl Language {
    /// Reads the words of a language: its list of `static/reader/`, for messages also that of
    /// `static/says/`, and the `Intl` data in the same form. Returns `None` for an invalid list.
    pub fn read(tag: &str, lists: &[&str]) -> Option<Language> {
        let mut language = Language {
            tag: tag.to_owned(),
            entries: Vec::new(),
            whole: 0,
            money: Vec::new(),
            point: '.',
            month_first: false,
            joins: false,
            endings: false,
            suffixing: false,
            no_article: false,
            prefixes: String::new(),
            cues: Cues::default(),
        };
        for list in lists {
            let Ok(Value::Object(sections)) = json::read(list) else {
                return None;
            };
            for (name, section) in &sections {
                language.section(name, section);
            }
        }
        for (codes, words) in MONEY {
            language.money(codes, words);
            for code in codes.split(' ') {
                language.money(code, &code.to_ascii_lowercase());
            }
        }
        language.cues.sort();
        sort_by_start(&mut language.entries, |entry| {
            (u8::from(entry.first.is_start), &entry.first.text)
        });
        language.whole = language
            .entries
            .partition_point(|entry| !entry.first.is_start);
        Some(language)
    }

    /// Returns the decimal separator.
    pub fn point(&self) -> char {
        self.point
    }

    fn section(&mut self, name: &str, section: &Value) {
        let members = match section {
            Value::Object(members) => members,
            Value::Text(text) => {
                match name {
                    "point" => self.point = text.chars().next().unwrap_or('.'),
                    "prefixes" => self.prefixes.clone_from(text),
                    _ => {}
                }
                return;
            }
            Value::Bool(is) => {
                match name {
                    "monthFirst" => self.month_first = *is,
                    "joins" => self.joins = *is,
                    "endings" => self.endings = *is,
                    "suffixing" => self.suffixing = *is,
                    "noArticle" => self.no_article = *is,
                    _ => {}
                }
                return;
            }
            _ => return,
        };
        for (id, words) in members {
            let Some(words) = words.text() else {
                continue;
            };
            if name == "says" {
                self.cues.add(id, words);
            } else if name == "languages" {
                let names = words
                    .split(',')
                    .map(|word| (folded(word.trim()), id.clone()));
                self.cues.language_names.extend(names);
            } else if name == "money" {
                self.money(id, words);
            } else if let Some(meaning) = meaning(name, id) {
                self.add(words, meaning);
            }
        }
    }

    fn money(&mut self, codes: &str, words: &str) {
        let at = self
            .money
            .iter()
            .position(|known| known == codes)
            .unwrap_or(self.money.len());
        if at == self.money.len() {
            self.money.push(codes.to_owned());
        }
        let meaning = Meaning::Currency(at as u16);
        self.add(words, meaning);
        // A code is a word in every language.
        if !codes.contains(' ') {
            self.add(codes, meaning);
        }
    }

    /// Adds phrases separated by commas: `week(s)` is two, `forfør*` a prefix.
    fn add(&mut self, phrases: &str, meaning: Meaning) {
        for phrase in phrases.split(',') {
            each_form(phrase, &mut |form| self.entry(form, meaning));
        }
    }

    fn entry(&mut self, phrase: &str, meaning: Meaning) {
        let tokens = tokens(phrase);
        let mut pieces: Vec<Piece> = Vec::with_capacity(tokens.all.len());
        for at in 0..tokens.all.len() {
            match pieces.last_mut() {
                Some(last) if tokens.is_sign(at, '*') && tokens.is_glued(at) => {
                    last.is_start = true
                }
                _ => pieces.push(Piece {
                    text: tokens.word(at).to_owned(),
                    is_start: false,
                }),
            }
        }
        // The point of an abbreviation is optional.
        if pieces.len() > 1 && pieces.last().is_some_and(|last| last.text == ".") {
            pieces.pop();
        }
        let mut pieces = pieces.into_iter();
        if let Some(first) = pieces.next() {
            let rest = pieces.collect();
            self.entries.push(Entry {
                first,
                rest,
                meaning,
            });
        }
    }

    /// Returns `true` if words are compounded.
    pub(super) fn joins(&self) -> bool {
        self.joins
    }

    /// Iterates over the entries with this first word, or a prefix of it.
    pub(super) fn beginning_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a Entry> {
        let (whole, starts) = self
            .entries
            .split_at_checked(self.whole)
            .unwrap_or_default();
        let mut near = starts;
        let starts = word.char_indices().take(24).map_while(move |(end, c)| {
            let begun = word.get(..end + c.len_utf8())?;
            near = beginning(near, begun);
            (!near.is_empty()).then_some(named(near, begun))
        });
        named(whole, word).iter().chain(starts.flatten())
    }

    /// Returns `true` if phrases begin with a word.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.beginning_with(word).next().is_some()
    }
}

/// Returns the names of services of the ready-made shops in a language, from a list of phrases:
/// each text with its translation. The build adds them to the lists.
pub fn names(says: &str) -> Vec<(String, String)> {
    let list = json::read(says).ok();
    let Some(Value::Object(names)) = list.as_ref().and_then(|list| list.member("names")) else {
        return Vec::new();
    };
    let pair = |(name, words): &(String, Value)| Some((name.clone(), words.text()?.to_owned()));
    names.iter().filter_map(pair).collect()
}

/// Returns the entries whose first word has this prefix.
fn beginning<'a>(entries: &'a [Entry], begun: &str) -> &'a [Entry] {
    let from = entries.partition_point(|entry| entry.first.text.as_str() < begun);
    let rest = entries.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|entry| entry.first.text.starts_with(begun)))
        .unwrap_or_default()
}

/// Returns the entries with this first word.
pub(super) fn named<'a>(entries: &'a [Entry], word: &str) -> &'a [Entry] {
    let from = entries.partition_point(|entry| entry.first.text.as_str() < word);
    let rest = entries.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|entry| entry.first.text == word))
        .unwrap_or_default()
}
