//! Reader of clients' messages: a brief, and the words it came from.

mod brief;
mod budget;
mod candidates;
mod changes;
mod counts;
mod deadline;
mod findings;
mod wishes;

pub use findings::{Finding, Findings, FoundValue, Unclear};

use super::cues::Hit;
use super::language::Language;
use super::layout::{self, Position};
use super::recognise::recognise;
use super::senses::Role;
use super::text::Text;
use crate::engine::Terms;

/// Shop as the reader sees it: its terms, and synonyms for its services.
#[derive(Clone, Copy, Debug)]
pub struct Shop<'a> {
    /// Terms of the shop.
    pub terms: &'a Terms,
    /// Translations of texts of the terms: language tags with texts and their translations.
    pub words: &'a [(String, Vec<(String, String)>)],
}

/// Numbers the phrases of a language in a bit set.
macro_rules! bits {
    ($($name:ident = $text:literal @ $bit:literal,)*) => {
        $(const $name: u32 = 1 << $bit;)*
        const BITS: &[(&str, u32)] = &[$(($text, $name)),*];
    };
}

bits! {
    ASK = "ask" @ 0,
    HAS = "has" @ 1,
    NOT = "not" @ 2,
    PAYS = "budget" @ 3,
    NOT_PAYS = "notBudget" @ 4,
    DUE = "due" @ 5,
    NOT_DUE = "notDue" @ 6,
    COULD = "could" @ 7,
    MUST = "must" @ 8,
    RATHER = "rather" @ 9,
    HOURLY = "hourly" @ 10,
    MONTHLY = "monthly" @ 11,
    RATE = "rate" @ 12,
    PAST = "past" @ 13,
    STRONG = "strong" @ 14,
}

/// Number of stages of a payment in some of them: the one that the calculator begins with.
const STAGES: u32 = 3;

/// Maximum number of stages.
const MOST_STAGES: f64 = 100.0;

/// Bit for the words of a service.
const WISH: u32 = 1 << 31;

/// Reads a message.
///
/// `languages` are the loaded ones, `tag` is the language of the message if it is known, `today` is
/// counted as by [`days_from_civil`](crate::calendar::days_from_civil).
pub fn read(
    message: &str,
    languages: &[Language],
    tag: Option<&str>,
    today: i64,
    shop: Shop,
) -> Findings {
    let tag = tag.or_else(|| recognise(message, languages));
    let Some(language) = languages
        .iter()
        .find(|language| Some(language.tag.as_str()) == tag)
    else {
        return Findings::default();
    };
    let text = language.tag_words(message);
    let mut hits = Vec::new();
    for at in 0..text.tokens.all.len() {
        language.cues.at(&text.tokens, at, &mut hits);
    }
    let positions = layout::positions(message, &text, &language.cues, &hits);
    let mut reader = Reader {
        message,
        language,
        shop,
        today,
        sentences: Vec::new(),
        clauses: Vec::new(),
        deal: Vec::new(),
        text,
        hits,
        positions,
        read: Findings {
            language: Some(language.tag.clone()),
            ..Findings::default()
        },
    };
    reader.mark_meanings();
    reader.read_phrases();
    let moments = reader.text.moments(today);
    let amounts = reader.text.amounts(&shop.terms.currency);
    reader.read_budget(&amounts, &moments);
    reader.read_deadline(&amounts, &moments);
    reader.read_wishes();
    let mut read = reader.read;
    read.found.sort_by_key(|found| (found.from, found.to));
    read
}

struct Reader<'a> {
    message: &'a str,
    language: &'a Language,
    shop: Shop<'a>,
    today: i64,
    text: Text<'a>,
    hits: Vec<Hit>,
    positions: Vec<Position>,
    /// Bit sets of each sentence, followed by those of each clause.
    sentences: Vec<u32>,
    clauses: Vec<u32>,
    /// First tokens of the budget and of the deadline.
    deal: Vec<usize>,
    read: Findings,
}

impl Reader<'_> {
    fn key(&self, hit: &Hit) -> &str {
        self.language
            .cues
            .keys
            .get(hit.key)
            .map_or("", String::as_str)
    }

    fn position(&self, at: usize) -> Position {
        self.positions.get(at).copied().unwrap_or_default()
    }

    fn clause(&self, at: usize) -> u32 {
        self.clauses
            .get(self.position(at).clause as usize)
            .copied()
            .unwrap_or(0)
    }

    fn sentence(&self, at: usize) -> u32 {
        self.sentences
            .get(self.position(at).sentence as usize)
            .copied()
            .unwrap_or(0)
    }

    /// Iterates over the phrases that begin within a range of tokens.
    fn hits_in(&self, from: usize, to: usize) -> impl Iterator<Item = &Hit> {
        let begin = self.hits.partition_point(|hit| hit.from < from);
        let rest = self.hits.get(begin..).unwrap_or_default();
        rest.iter().take_while(move |hit| hit.from < to)
    }

    /// Returns `true` if a phrase of a kind begins at an index.
    fn says_at(&self, at: usize, name: &str) -> bool {
        self.hits_in(at, at + 1).any(|hit| self.key(hit) == name)
    }

    /// Returns the first token of a token's sentence, and the token after it.
    fn bounds(&self, at: usize) -> (usize, usize) {
        let sentence = self.position(at).sentence;
        let from = |sentence| {
            self.positions
                .partition_point(|position| position.sentence < sentence)
        };
        (from(sentence), from(sentence + 1))
    }

    /// Computes the bit sets of sentences and clauses.
    fn mark_meanings(&mut self) {
        let last = self.positions.last().copied().unwrap_or_default();
        self.sentences = vec![0; last.sentence as usize + 1];
        self.clauses = vec![0; last.clause as usize + 1];
        for hit in &self.hits {
            let name = self.key(hit);
            let known = BITS.iter().find(|(known, _)| *known == name);
            let bit = match known {
                Some((_, bit)) => *bit,
                None if name.starts_with("wish:") => WISH,
                None => continue,
            };
            let position = self.position(hit.from);
            if position.is_aside {
                continue;
            }
            if let Some(sentence) = self.sentences.get_mut(position.sentence as usize) {
                *sentence |= bit;
            }
            if let Some(clause) = self.clauses.get_mut(position.clause as usize) {
                *clause |= bit;
            }
        }
    }

    /// Adds a value, unless a brief cannot hold it: see [`FoundValue::is_bounded`].
    fn found(&mut self, field: &str, value: FoundValue, from: usize, to: usize) {
        if !value.is_bounded() {
            return;
        }
        let (from, to) = self.text.tokens.utf16_range(from, to);
        self.read.found.push(Finding {
            field: field.to_owned(),
            value,
            from,
            to,
        });
    }

    fn unclear(
        &mut self,
        (field, why): (&'static str, &'static str),
        (from, to): (usize, usize),
        choices: Vec<FoundValue>,
    ) {
        let (from, to) = self.text.tokens.utf16_range(from, to);
        self.read.unclear.push(Unclear {
            field,
            from,
            to,
            why,
            choices,
        });
    }

    /// Returns `true` if a clause is negated, apart from some words.
    fn is_denied(&self, from: usize, to: usize) -> bool {
        let clause = self.position(from).clause;
        let near = self
            .hits
            .iter()
            .skip(self.hits.partition_point(|hit| hit.from + 40 < from))
            .take_while(|hit| hit.from < to + 40);
        // Text after an "and" is about something else.
        let is_other = |hit: &Hit| {
            hit.from >= to && (to..hit.from).any(|at| self.text.role(at, Role::And).is_some())
        };
        near.filter(|hit| self.position(hit.from).clause == clause && self.key(hit) == "not")
            .any(|hit| !is_other(hit))
    }

    /// Returns the small number immediately before an index, and its first token.
    fn counted(&self, at: usize) -> Option<(usize, u32)> {
        let text = &self.text;
        let from = (1..=2).filter_map(|back| at.checked_sub(back));
        from.filter_map(|from| {
            let (value, next) = text
                .number(from)
                .map(|number| (number.value, number.to))
                .or_else(|| text.article(from))?;
            let is_small = (1.0..=20.0).contains(&value) && value.fract() == 0.0;
            (next == at && is_small).then_some((from, value as u32))
        })
        .next()
    }

    /// Reads the phrases that are meaningful by themselves.
    fn read_phrases(&mut self) {
        let mut known: Vec<(String, String)> = Vec::new();
        let hits: Vec<Hit> = self
            .hits
            .iter()
            .filter(|hit| self.key(hit).contains('='))
            .copied()
            .collect();
        for hit in &hits {
            if self.position(hit.from).is_aside {
                continue;
            }
            let key = self.key(hit).to_owned();
            let Some((field, value)) = key.split_once('=') else {
                continue;
            };
            // A longer phrase with the same subject takes precedence.
            let is_part = |other: &Hit| {
                other.from <= hit.from
                    && hit.to <= other.to
                    && other.to - other.from > hit.to - hit.from
            };
            // No phrase is longer than this.
            let from = hits.partition_point(|other| other.from + 40 < hit.from);
            let near = hits
                .iter()
                .skip(from)
                .take_while(|other| other.from <= hit.from);
            let mut near = near.filter(|other| is_part(other));
            if near.any(|other| {
                self.key(other)
                    .split_once('=')
                    .is_some_and(|(known, _)| known == field)
            }) {
                continue;
            }
            // A phrase that means "no" by itself ends with a sign.
            let (value, is_plain) = value
                .strip_suffix('!')
                .map_or((value, true), |value| (value, false));
            if is_plain && self.is_denied(hit.from, hit.to) {
                continue;
            }
            let (group, name) = field.split_once('/').unwrap_or((field, ""));
            let is_known = match group {
                "promises" => self
                    .shop
                    .terms
                    .promises
                    .iter()
                    .any(|promise| promise.id == name),
                "purpose" => self
                    .shop
                    .terms
                    .purposes
                    .iter()
                    .any(|purpose| purpose.id == value),
                _ => true,
            };
            if !is_known {
                continue;
            }
            let sentence = self.position(hit.from).sentence;
            let pays = |other: &Hit| {
                self.position(other.from).sentence == sentence
                    && self.key(other).starts_with("conditions/deposit")
                    && self.key(other) != self.key(hit)
            };
            let is_shared = hits.iter().skip(from).take(40).any(pays);
            // Repetitions count once, contradictions not at all.
            match known.iter_mut().find(|(other, _)| other == field) {
                None => known.push((field.to_owned(), value.to_owned())),
                Some(_) if value == "n" => continue,
                Some((_, first)) if first == value => continue,
                // "Half now, the rest when it is done."
                Some((_, first)) if is_shared && field == "conditions/deposit" => {
                    if value != "true" {
                        continue;
                    }
                    value.clone_into(first);
                    self.read.found.retain(|found| found.field != field);
                }
                Some(_) => {
                    self.read.found.retain(|found| found.field != field);
                    continue;
                }
            }
            let mut start = hit.from;
            let said = match value {
                "true" => FoundValue::Is(true),
                "false" => FoundValue::Is(false),
                // "In three instalments", "in instalments"
                "stages" => {
                    let mut inside = (hit.from..hit.to).filter_map(|at| self.text.number(at));
                    let count = inside.find(|number| (2.0..=MOST_STAGES).contains(&number.value));
                    FoundValue::Stages(count.map_or(STAGES, |number| number.value as u32))
                }
                // "Two rounds of changes"
                "n" => {
                    let Some((from, count)) = self.counted(hit.from) else {
                        continue;
                    };
                    start = from;
                    FoundValue::Count(count)
                }
                _ => FoundValue::Choice(value.to_owned()),
            };
            self.found(field, said, start, hit.to);
        }
    }
}

/// Returns `true` for a word of a script without spaces.
fn is_unspaced(word: &str) -> bool {
    word.starts_with(super::token::is_unspaced)
}
