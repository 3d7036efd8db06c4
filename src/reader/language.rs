//! The words of a language, and where they are in a text.

use super::cues::Cues;
use super::fold::folded;
use super::token::{Class, Tokens, is_unspaced, tokens};
use crate::decimal;
use crate::json::{self, Value};

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sense {
    /// A number: 0 to 99, or one that has a word of its own.
    Number,
    /// A number that may also be an article: one.
    Article,
    /// A place in a row.
    Ordinal,
    /// A number that others are multiplied with: a hundred, a thousand.
    Times,
    /// What makes digits a place in a row.
    Rank,
    /// A month, 1 to 12.
    Month,
    /// A day of the week, 1 is Monday.
    Weekday,
    /// A unit of time: 0 hour, 1 day, 2 week, 3 month, 4 year, 5 working day.
    Unit,
    /// A length without a number: 8 times the number, and the unit.
    Length,
    /// Money: a place in [`Language::money`].
    Money,
    /// A day, week, month or year from today: 64 times the unit, and the distance plus 32.
    Shift,
    /// A day with a name: 32 times the month, and the day; below 0 from Easter, less 1000.
    Feast,
    /// One of the words of grammar.
    Role(Role),
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal,)*) => {
        /// What a word does to those beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Role {
            $($(#[$doc])* $role,)*
        }

        impl Role {
            fn from_name(name: &str) -> Option<Role> {
                match name {
                    $($name => Some(Role::$role),)*
                    _ => None,
                }
            }
        }
    };
}

roles! {
    /// Joins what counts together.
    And = "and",
    /// Joins what is one or the other.
    Or = "or",
    /// Stands between the ends of a range.
    To = "to",
    /// Begins a range.
    Between = "between",
    /// Near an amount, not exactly it.
    About = "about",
    /// Not more than.
    Top = "top",
    /// Not less than.
    Least = "least",
    /// For each.
    Each = "each",
    /// For each month.
    Monthly = "monthly",
    /// For each hour.
    Hourly = "hourly",
    /// Half of a thing.
    Half = "half",
    /// And another half.
    AndHalf = "andHalf",
    /// Before a length, which ends then.
    Within = "within",
    /// Behind a length, which ends then.
    Later = "later",
    /// Before or behind a length that is over.
    Ago = "ago",
    /// Behind a length that ends with another day: two weeks earlier.
    Earlier = "earlier",
    /// From a day on.
    After = "after",
    /// Before a day.
    Before = "before",
    /// Not later than a day.
    By = "by",
    /// The one after this.
    Next = "next",
    /// The one that comes, or is now.
    This = "this",
    /// The last part.
    End = "end",
    /// The first part.
    Start = "start",
    /// The middle.
    Middle = "middle",
    /// Says nothing here: of, the, on.
    Filler = "filler",
    /// Makes a number the day of a month: the.
    The = "the",
    /// Behind the number of a year.
    Year = "year",
    /// Behind the number of a month.
    MonthMark = "month",
    /// Behind the number of a day.
    DayMark = "day",
    /// No date.
    Open = "open",
    /// As soon as possible.
    Soon = "soon",
    /// The first half of.
    FirstHalf = "firstHalf",
    /// The second half of.
    SecondHalf = "secondHalf",
    /// A quarter of a year, by its number.
    Quarter = "quarter",
    /// A week of the calendar, by its number.
    Week = "week",
}

/// A word of a phrase in a list.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    text: String,
    /// Any word that begins with it.
    is_start: bool,
}

#[derive(Debug)]
struct Entry {
    first: Piece,
    rest: Vec<Piece>,
    sense: Sense,
    value: f64,
}

/// The words of a language.
#[derive(Debug)]
pub struct Language {
    /// The tag of the language, as in `pt-BR`.
    pub tag: String,
    /// Phrases by their first words, first those that are whole.
    entries: Vec<Entry>,
    /// How many of them have a whole first word.
    whole: usize,
    /// Currencies that a word may stand for: their codes, the likeliest first.
    pub(super) money: Vec<String>,
    /// The sign between whole and fraction.
    pub(super) point: char,
    /// The month stands before the day.
    pub(super) month_first: bool,
    /// Words may be joined, as in `einundzwanzig`.
    joins: bool,
    /// Behind an apostrophe stand only endings.
    endings: bool,
    /// What a word is about stands before it: "sonra", "までに".
    pub(super) suffixing: bool,
    /// One of a unit is the unit alone.
    pub(super) no_article: bool,
    /// Letters that may stand before a word, each a word of its own.
    prefixes: String,
    /// Phrases that say something by themselves.
    pub(super) cues: Cues,
}

/// What a phrase in a text says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// How many tokens it is, at least 1.
    pub length: usize,
    /// Where its senses begin in [`Text::senses`], and how many there are.
    senses: (usize, usize),
}

/// A text with what its words say.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub language: &'a Language,
    pub tokens: Tokens,
    marks: Vec<Option<Mark>>,
    senses: Vec<(Sense, f64)>,
}

/// Signs and codes of money in every language.
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
    /// Reads the words of a language: its list of `static/reader/`, for messages also that of `static/says/`, and what the
    /// browser's `Intl` adds to them in the same form.
    /// `None` for what is no such list.
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
        language.entries.sort_by(|a, b| {
            (a.first.is_start, &a.first.text).cmp(&(b.first.is_start, &b.first.text))
        });
        language.whole = language
            .entries
            .partition_point(|entry| !entry.first.is_start);
        Some(language)
    }

    /// The sign between whole and fraction.
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
                self.cues.tongues.extend(names);
            } else if name == "money" {
                self.money(id, words);
            } else if let Some((sense, value)) = sense(name, id) {
                self.add(words, sense, value);
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
        self.add(words, Sense::Money, at as f64);
        // A code is a word in every language.
        if !codes.contains(' ') {
            self.add(codes, Sense::Money, at as f64);
        }
    }

    /// Adds phrases, with a comma between them: `week(s)` is two, `forfør*` begins a word, `_` stands for up to three words.
    fn add(&mut self, phrases: &str, sense: Sense, value: f64) {
        for phrase in phrases.split(',') {
            each_form(phrase, &mut |form| self.entry(form, sense, value));
        }
    }

    fn entry(&mut self, phrase: &str, sense: Sense, value: f64) {
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
        // A point that ends a short form is written or not.
        if pieces.len() > 1 && pieces.last().is_some_and(|last| last.text == ".") {
            pieces.pop();
        }
        let mut pieces = pieces.into_iter();
        if let Some(first) = pieces.next() {
            let rest = pieces.collect();
            self.entries.push(Entry {
                first,
                rest,
                sense,
                value,
            });
        }
    }

    /// Returns `true` if words may be joined.
    pub(super) fn joins(&self) -> bool {
        self.joins
    }

    /// The entries whose first word is this one, or begins this one.
    fn beginning_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a Entry> {
        let (whole, starts) = self
            .entries
            .split_at_checked(self.whole)
            .unwrap_or_default();
        let starts = word
            .char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .chain([word.len()])
            .take(24)
            .filter_map(move |end| Some(named(starts, word.get(..end)?)));
        named(whole, word).iter().chain(starts.flatten())
    }

    /// Returns `true` if phrases begin with a word.
    fn knows(&self, word: &str) -> bool {
        self.beginning_with(word).next().is_some()
    }

    /// The words that a word is joined of, as lengths in bytes: numbers, what joins them and places in a row.
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
                    let is_number = matches!(
                        entry.sense,
                        Sense::Number | Sense::Article | Sense::Times | Sense::Role(Role::And)
                    );
                    entry.rest.is_empty()
                        && end > 1
                        && (is_number || rest.is_empty() && entry.sense == Sense::Ordinal)
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

    /// Parts what is joined in this language, and drops its endings.
    fn part(&self, tokens: &mut Tokens) {
        if self.endings {
            tokens.all.retain(|token| !token.elided);
        }
        if !self.joins && self.prefixes.is_empty() {
            return;
        }
        let mut all = Vec::with_capacity(tokens.all.len());
        for at in 0..tokens.all.len() {
            let Some(mut token) = tokens.all.get(at).copied() else {
                break;
            };
            let word = tokens.word(at);
            if token.class == Class::Word && !word.starts_with(is_unspaced) && !self.knows(word) {
                let lengths = if self.joins {
                    self.joined(word)
                } else {
                    self.prefixed(word)
                        .map(|length| vec![length, word.len() - length])
                };
                for length in lengths.iter().flatten() {
                    let mut part = token;
                    part.folded.1 = token.folded.0 + length;
                    // Letters that fold to two have none of these words, so that one counts as one.
                    let chars = tokens
                        .folded
                        .get(part.folded.0..part.folded.1)
                        .map_or(0, |part| part.chars().count());
                    part.place.1 = (token.place.0 + chars).min(token.place.1);
                    part.bytes.1 = token.bytes.1;
                    token.folded.0 = part.folded.1;
                    token.place.0 = part.place.1;
                    token.glued = true;
                    if token.folded.0 == token.folded.1 {
                        part.place.1 = token.place.1;
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

    /// The length in bytes of a prefix before a word that is known.
    fn prefixed(&self, word: &str) -> Option<usize> {
        let first = word
            .chars()
            .next()
            .filter(|first| self.prefixes.contains(*first))?;
        let rest = word.get(first.len_utf8()..)?;
        self.knows(rest).then_some(first.len_utf8())
    }

    /// Reads what the words of a text say.
    pub(super) fn mark(&self, text: &str) -> Text<'_> {
        let mut tokens = tokens(text);
        self.part(&mut tokens);
        let mut marked = Text {
            language: self,
            marks: Vec::with_capacity(tokens.all.len()),
            senses: Vec::new(),
            tokens,
        };
        for at in 0..marked.tokens.all.len() {
            let mark = marked.longest(at);
            marked.marks.push(mark);
        }
        marked
    }
}

/// Returns what a list of phrases says names of the ready-made shops are called in its language: each text of theirs with
/// its translation. The build adds these names to the lists; without them there are none.
pub fn names(says: &str) -> Vec<(String, String)> {
    let list = json::read(says).ok();
    let Some(Value::Object(names)) = list.as_ref().and_then(|list| list.member("names")) else {
        return Vec::new();
    };
    let pair = |(name, words): &(String, Value)| Some((name.clone(), words.text()?.to_owned()));
    names.iter().filter_map(pair).collect()
}

/// Calls a function with each form of a phrase: `week(s)` is two.
pub(super) fn each_form(phrase: &str, call: &mut dyn FnMut(&str)) {
    let phrase = phrase.trim();
    match phrase
        .split_once('(')
        .and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
    {
        Some((before, (endings, after))) if !before.is_empty() && !before.ends_with(' ') => {
            for ending in [""].into_iter().chain(endings.split('|')) {
                call(&[before, ending, after].concat());
            }
        }
        _ => call(phrase),
    }
}

/// The entries with this first word.
fn named<'a>(entries: &'a [Entry], word: &str) -> &'a [Entry] {
    let from = entries.partition_point(|entry| entry.first.text.as_str() < word);
    let rest = entries.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|entry| entry.first.text == word))
        .unwrap_or_default()
}

/// The sense and the value of an entry of a section.
fn sense(section: &str, id: &str) -> Option<(Sense, f64)> {
    let number = || decimal::number(id);
    let unit = |letter: &str| "hdwmyb".find(letter).map(|at| at as f64);
    Some(match section {
        "numbers" if id == "1" => (Sense::Number, 1.0),
        "numbers" => (Sense::Number, number()?),
        "articles" => (Sense::Article, number()?),
        "ordinals" => (Sense::Ordinal, number()?),
        "times" => (Sense::Times, number()?),
        "months" => (Sense::Month, number()?),
        "weekdays" => (Sense::Weekday, number()?),
        "units" => (Sense::Unit, unit(id)?),
        "ranks" => (Sense::Rank, 0.0),
        "lengths" => {
            let (count, letter) = id.split_at_checked(id.len() - 1)?;
            (Sense::Length, decimal::number(count)? * 8.0 + unit(letter)?)
        }
        "shifts" => {
            let (letter, count) = id.split_at_checked(1)?;
            (
                Sense::Shift,
                unit(letter)? * 64.0 + decimal::number(count)? + 32.0,
            )
        }
        "feasts" => match id.strip_prefix("easter") {
            Some("") => (Sense::Feast, -1000.0),
            Some(days) => (
                Sense::Feast,
                decimal::number(days.trim_start_matches('+'))? - 1000.0,
            ),
            None if id.contains('#') => {
                // The so many-eth day of the week of a month, and days behind it.
                let mut parts = id.split(['#', '-', '+']).map(decimal::number);
                let mut part = || parts.next().flatten().unwrap_or(0.0);
                let (month, nth, weekday, more) = (part(), part(), part(), part());
                (
                    Sense::Feast,
                    100_000.0 + month * 1000.0 + nth * 100.0 + weekday * 10.0 + more,
                )
            }
            None => {
                let (month, day) = id.split_once('-')?;
                (
                    Sense::Feast,
                    decimal::number(month)? * 32.0 + decimal::number(day)?,
                )
            }
        },
        "words" => (Sense::Role(Role::from_name(id)?), 0.0),
        _ => return None,
    })
}

impl Text<'_> {
    /// The longest phrase at a place, with all that it may say.
    fn longest(&mut self, at: usize) -> Option<Mark> {
        let word = match self.tokens.class(at)? {
            Class::Break => return None,
            _ => self.tokens.word(at),
        };
        let begin = self.senses.len();
        let mut longest = 0;
        let mut found: Vec<(Sense, f64)> = Vec::new();
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
            if !found.contains(&(entry.sense, entry.value)) {
                found.push((entry.sense, entry.value));
            }
        }
        let count = found.len();
        self.senses.append(&mut found);
        (count > 0).then_some(Mark {
            length: longest,
            senses: (begin, count),
        })
    }

    /// What the phrase at a place says.
    pub(super) fn mark_at(&self, at: usize) -> Option<Mark> {
        self.marks.get(at).copied().flatten()
    }

    /// The value of the phrase at a place in one sense, and the place behind it. A point that ends a short form belongs to it.
    pub(super) fn sense(&self, at: usize, sense: Sense) -> Option<(f64, usize)> {
        let mark = self.mark_at(at)?;
        let (from, count) = mark.senses;
        let mut senses = self.senses.get(from..from + count)?.iter();
        let (_, value) = senses.find(|(known, _)| *known == sense)?;
        Some((*value, at + mark.length))
    }

    /// The place behind a word of grammar, if that is what is here.
    pub(super) fn role(&self, at: usize, role: Role) -> Option<usize> {
        self.sense(at, Sense::Role(role)).map(|(_, next)| next)
    }

    /// The place behind any of some words of grammar.
    pub(super) fn any(&self, at: usize, roles: &[Role]) -> Option<usize> {
        roles.iter().find_map(|role| self.role(at, *role))
    }

    /// The place of a phrase that ends here.
    pub(super) fn before(&self, end: usize) -> Option<usize> {
        (1..=6.min(end)).map(|back| end - back).find(|at| {
            self.mark_at(*at)
                .is_some_and(|mark| at + mark.length == end)
        })
    }

    /// The place of the longest phrase that ends here.
    pub(super) fn longest_before(&self, end: usize) -> Option<usize> {
        (1..=6.min(end)).rev().map(|back| end - back).find(|at| {
            self.mark_at(*at)
                .is_some_and(|mark| at + mark.length == end)
        })
    }

    /// The place behind a point that ends a short form.
    pub(super) fn past_point(&self, at: usize) -> usize {
        at + usize::from(self.tokens.is_sign(at, '.') && self.tokens.is_glued(at))
    }

    /// Returns `true` if a word is so short that it means something only right behind digits.
    pub(super) fn is_letter(&self, at: usize) -> bool {
        let word = self.tokens.word(at);
        self.mark_at(at).is_none_or(|mark| mark.length == 1)
            && word.len() == 1
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
    }
}
