//! A client's message as a brief, and the words that it came from.

use super::cues::{Cues, Hit};
use super::language::{Language, Role, Sense, Text};
use super::layout::{self, Place};
use super::money::{self, Per};
use super::recognise::recognise;
use super::time::{self, Moment, Sure};
use super::token::{Class, tokens};
use crate::engine::{
    Amount, Brief, Budget, CareDuty, CareKind, CareOwner, Conditions, Contact, Deadline, Pay,
    Priority, Relationship, Size, Terms, Topic, Want, Wish,
};
use serde::{Serialize, Serializer};

/// A shop as the reader knows it: its terms, and other words for its services.
#[derive(Clone, Copy, Debug)]
pub struct Shop<'a> {
    /// Its terms.
    pub terms: &'a Terms,
    /// Words for texts of the terms in other languages: the tag, and texts with their translations.
    pub words: &'a [(String, Vec<(String, String)>)],
}

/// What a message says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// The tag of the language that it was read in. `None`: it was not recognised, and nothing was read.
    pub language: Option<String>,
    /// What was found, in the order of the message.
    pub found: Vec<Finding>,
    /// What was said in more than one way, or in none that can be counted with.
    pub unclear: Vec<Unclear>,
}

/// A value that words of a message say.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its place in a brief, such as `budget`, `care/hosting` or `conditions/contentReady`.
    pub field: String,
    /// The value.
    pub value: Said,
    /// Where its words begin, in UTF-16 units.
    pub from: usize,
    /// Where they end.
    pub to: usize,
}

/// Words that say something about a field, but not what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// The field.
    pub field: &'static str,
    /// Where the words begin, in UTF-16 units.
    pub from: usize,
    /// Where they end.
    pub to: usize,
    /// The reason: `two-amounts`, `two-dates`, `no-date` or `which-date`.
    pub why: &'static str,
}

/// A value of a brief. Its JSON is that of a brief: what stands beside the value is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// What the client would pay.
    Budget {
        /// The deal and its amount, in the currency that was said.
        budget: Budget,
        /// The code of the currency, where one was said.
        currency: Option<String>,
    },
    /// When it must be ready.
    Deadline {
        /// The weeks, or that there is no date.
        deadline: Deadline,
        /// The day, where one was said. Days are counted from 1 January 1970.
        day: Option<i64>,
    },
    /// Something that is wanted.
    Wish(Wish),
    /// Yes or no.
    Is(bool),
    /// One of several.
    Choice(String),
}

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Said::Budget { budget, .. } => budget.serialize(serializer),
            Said::Deadline { deadline, .. } => deadline.serialize(serializer),
            Said::Wish(wish) => wish.serialize(serializer),
            Said::Is(is) => is.serialize(serializer),
            Said::Choice(value) => value.serialize(serializer),
        }
    }
}

/// The number of a language's phrase in a table of bits.
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
}

/// Reads a message.
///
/// `languages` are those that are at hand, `tag` the language of the message where it is known, `today` is counted as
/// [`calendar::day`](super::calendar::day) does.
pub fn read(
    message: &str,
    languages: &[Language],
    tag: Option<&str>,
    today: i64,
    shop: Shop,
) -> Read {
    let tag = tag.or_else(|| recognise(&tokens(message), message));
    let Some(language) = languages
        .iter()
        .find(|language| Some(language.tag.as_str()) == tag)
    else {
        return Read::default();
    };
    let text = language.mark(message);
    let mut hits = Vec::new();
    for at in 0..text.tokens.all.len() {
        language.cues.at(&text.tokens, at, &mut hits);
    }
    let places = layout::places(message, &text.tokens, &language.cues, &hits);
    let mut reader = Reader {
        message,
        language,
        shop,
        today,
        sentences: Vec::new(),
        clauses: Vec::new(),
        text,
        hits,
        places,
        read: Read {
            language: Some(language.tag.clone()),
            ..Read::default()
        },
    };
    reader.weigh();
    reader.says();
    let moments = reader.text.moments(today);
    let amounts = reader.text.amounts(&shop.terms.currency);
    reader.money(&amounts, &moments);
    reader.date(&amounts, &moments);
    reader.wishes();
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
    places: Vec<Place>,
    /// What is said in each sentence, and in each clause.
    sentences: Vec<u32>,
    clauses: Vec<u32>,
    read: Read,
}

/// A wish that may be one.
struct Candidate {
    service: usize,
    from: usize,
    to: usize,
    /// Its words are sure to mean the service.
    is_sure: bool,
    /// It is about something that is there already.
    changes: bool,
}

impl Reader<'_> {
    fn key(&self, hit: &Hit) -> &str {
        self.language
            .cues
            .keys
            .get(hit.key)
            .map_or("", String::as_str)
    }

    fn place(&self, at: usize) -> Place {
        self.places.get(at).copied().unwrap_or_default()
    }

    fn clause(&self, at: usize) -> u32 {
        self.clauses
            .get(self.place(at).clause as usize)
            .copied()
            .unwrap_or(0)
    }

    fn sentence(&self, at: usize) -> u32 {
        self.sentences
            .get(self.place(at).sentence as usize)
            .copied()
            .unwrap_or(0)
    }

    /// Sums up what each sentence and each clause has in it.
    fn weigh(&mut self) {
        let last = self.places.last().copied().unwrap_or_default();
        self.sentences = vec![0; last.sentence as usize + 1];
        self.clauses = vec![0; last.clause as usize + 1];
        for hit in &self.hits {
            let name = self
                .language
                .cues
                .keys
                .get(hit.key)
                .map_or("", String::as_str);
            let Some((_, bit)) = BITS.iter().find(|(known, _)| *known == name) else {
                continue;
            };
            let place = self.places.get(hit.from).copied().unwrap_or_default();
            if place.is_aside {
                continue;
            }
            if let Some(sentence) = self.sentences.get_mut(place.sentence as usize) {
                *sentence |= bit;
            }
            if let Some(clause) = self.clauses.get_mut(place.clause as usize) {
                *clause |= bit;
            }
        }
    }

    fn found(&mut self, field: &str, value: Said, from: usize, to: usize) {
        let (from, to) = self.text.tokens.place(from, to);
        self.read.found.push(Finding {
            field: field.to_owned(),
            value,
            from,
            to,
        });
    }

    fn unclear(&mut self, field: &'static str, why: &'static str, from: usize, to: usize) {
        let (from, to) = self.text.tokens.place(from, to);
        self.read.unclear.push(Unclear {
            field,
            from,
            to,
            why,
        });
    }

    /// Returns `true` if a clause says that something is not so, outside of some words.
    fn is_denied(&self, from: usize, to: usize) -> bool {
        let clause = self.place(from).clause;
        let near = self
            .hits
            .iter()
            .skip(self.hits.partition_point(|hit| hit.from + 40 < from))
            .take_while(|hit| hit.from < to + 40);
        // What comes behind an "and" is about something else.
        let is_other = |hit: &Hit| {
            hit.from >= to && (to..hit.from).any(|at| self.text.role(at, Role::And).is_some())
        };
        near.filter(|hit| self.place(hit.from).clause == clause && self.key(hit) == "not")
            .any(|hit| !is_other(hit))
    }

    /// Reads what phrases say by themselves.
    fn says(&mut self) {
        let mut known: Vec<(String, String)> = Vec::new();
        let hits: Vec<Hit> = self
            .hits
            .iter()
            .filter(|hit| self.key(hit).contains('='))
            .copied()
            .collect();
        for hit in &hits {
            if self.place(hit.from).is_aside {
                continue;
            }
            let key = self.key(hit).to_owned();
            let Some((field, value)) = key.split_once('=') else {
                continue;
            };
            // A longer phrase about the same has the word.
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
            // A phrase that is a "no" by itself ends with a sign.
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
            // Said twice is said once; said both ways is not said.
            match known.iter_mut().find(|(other, _)| other == field) {
                None => known.push((field.to_owned(), value.to_owned())),
                Some((_, first)) => {
                    if first != value {
                        self.read.found.retain(|found| found.field != field);
                    }
                    continue;
                }
            }
            let said = match value {
                "true" => Said::Is(true),
                "false" => Said::Is(false),
                _ => Said::Choice(value.to_owned()),
            };
            self.found(field, said, hit.from, hit.to);
        }
    }

    /// Reads the budget.
    fn money(&mut self, amounts: &[money::Found], moments: &[time::Found]) {
        let mut best: Vec<(u32, &money::Found)> = Vec::new();
        for found in amounts {
            let place = self.place(found.at);
            if place.is_aside || found.amount.per == Per::Other || found.amount.high <= 0.0 {
                continue;
            }
            let (clause, sentence) = (self.clause(found.at), self.sentence(found.at));
            if clause & NOT_PAYS != 0 && !self.is_label(found.start, PAYS) {
                continue;
            }
            let is_label = self.is_label(found.start, PAYS);
            if found.is_bare
                && !(sentence & PAYS != 0 && self.may_be_money(found, moments, is_label))
            {
                continue;
            }
            let weight = match () {
                () if is_label && self.text.tokens.is_sign(found.start.wrapping_sub(1), ':') => 4,
                () if is_label => 3,
                () if clause & PAYS != 0 => 3,
                () if sentence & PAYS != 0 => 2,
                () if sentence & (ASK | HOURLY) != 0 && sentence & NOT_PAYS == 0 => 1,
                () if amounts.iter().filter(|one| !one.is_bare).count() == 1
                    && sentence & NOT_PAYS == 0
                    && self.is_fragment(found) =>
                {
                    1
                }
                () => continue,
            };
            best.push((weight, found));
        }
        let Some(top) = best.iter().map(|(weight, _)| *weight).max() else {
            return;
        };
        best.retain(|(weight, _)| *weight == top || top == 3 && *weight == 2);
        // A price beside a monthly fee is what the work is paid with.
        if best.iter().any(|(_, found)| found.amount.per == Per::Once) {
            best.retain(|(_, found)| found.amount.per != Per::Month);
        }
        let Some((_, first)) = best.first().copied() else {
            return;
        };
        let value = |found: &money::Found| (found.amount.low, found.amount.high, found.amount.per);
        let mut chosen = first;
        if let Some((_, other)) = best.iter().find(|(_, other)| value(other) != value(first)) {
            let between = self.hits.iter().any(|hit| {
                (first.end..=other.start).contains(&hit.from) && self.key(hit) == "rather"
            });
            let is_hour = other.amount.per == Per::Hour || first.amount.per == Per::Hour;
            if between {
                chosen = other;
            } else if !is_hour {
                let (start, end) = (first.start, other.end);
                return self.unclear("budget", "two-amounts", start, end);
            }
        }
        let amount = &chosen.amount;
        let near = self.sentence(chosen.at);
        let money = if amount.low < amount.high {
            Amount::Range {
                from: amount.low,
                to: amount.high,
            }
        } else {
            Amount::Exact(amount.high)
        };
        let budget = match amount.per {
            Per::Month => Budget::Monthly(money),
            Per::Hour => Budget::Hourly {
                rate: Some(amount.high),
                cap: None,
            },
            _ if near & HOURLY != 0 => Budget::Hourly {
                rate: None,
                cap: Some(amount.high),
            },
            _ if near & MONTHLY != 0 => Budget::Monthly(money),
            _ => Budget::Fixed(money),
        };
        let (start, end, currency) = (chosen.start, chosen.end, amount.currency.clone());
        self.found("budget", Said::Budget { budget, currency }, start, end);
    }

    /// Returns `true` if a sentence is an amount and not much else.
    fn is_fragment(&self, found: &money::Found) -> bool {
        let sentence = self.place(found.at).sentence;
        let from = self
            .places
            .partition_point(|place| place.sentence < sentence);
        let to = self
            .places
            .partition_point(|place| place.sentence <= sentence);
        let is_word = |at: &usize| self.text.tokens.class(*at) == Some(Class::Word);
        let words = (from..to).filter(|at| is_word(at) && !(found.start..found.end).contains(at));
        !found.is_bare && words.count() <= 2
    }

    /// Returns `true` if a phrase of this kind stands right before a place, with no more than a colon between.
    fn is_label(&self, at: usize, bit: u32) -> bool {
        let Some((name, _)) = BITS.iter().find(|(_, known)| *known == bit) else {
            return false;
        };
        let from = self.hits.partition_point(|hit| hit.from + 12 < at);
        let near = self.hits.iter().skip(from).take_while(|hit| hit.from < at);
        let says_nothing = |at: usize| {
            const SMALL: [Role; 8] = [
                Role::Filler,
                Role::The,
                Role::Between,
                Role::By,
                Role::Within,
                Role::About,
                Role::Top,
                Role::Before,
            ];
            let is_sign = matches!(
                self.text.tokens.class(at),
                Some(Class::Sign(':' | '-' | '='))
            );
            is_sign || self.text.any(at, &SMALL).is_some()
        };
        near.filter(|hit| self.key(hit) == *name).any(|hit| {
            hit.to <= at
                && (hit.to..at).all(says_nothing)
                && (hit.to + 1 >= at || (hit.to..at).any(|at| self.text.tokens.is_sign(at, ':')))
        })
    }

    /// Returns `true` if a number without a currency may be an amount of money.
    fn may_be_money(&self, found: &money::Found, moments: &[time::Found], is_label: bool) -> bool {
        let tokens = &self.text.tokens;
        let first = moments.partition_point(|moment| moment.end <= found.at);
        let near = moments
            .iter()
            .skip(first)
            .take_while(|moment| moment.start < found.number.to);
        let mut near = near;
        if near.any(|moment| moment.sure > Sure::Weak) {
            return false;
        }
        let number = &found.number;
        let is_number = |at: usize| tokens.digits(at).is_some();
        let joined = |at: usize| tokens.is_sign(at, '-') || tokens.is_sign(at, '/');
        // A telephone number, a date, an hour.
        if found.at > 0 && is_number(found.at - 1)
            || is_number(found.end)
            || joined(found.end) && is_number(found.end + 1)
            || tokens.is_sign(found.end, ':') && is_number(found.end + 1)
        {
            return false;
        }
        if is_label {
            return true;
        }
        let is_year = number.digits == 4
            && !number.is_scaled
            && (1980.0..2050.0).contains(&number.value)
            && found.amount.low == found.amount.high
            && !found.amount.top
            && !found.amount.about;
        let is_large = number.is_scaled || found.amount.high >= 100.0;
        // What is counted is no money.
        let counts = tokens.class(found.end) == Some(Class::Word)
            && self.text.mark_at(found.end).is_none()
            && !is_unspaced(tokens.word(found.end))
            && tokens.word(found.end).len() > 3;
        !is_year && is_large && !counts
    }

    /// Reads the deadline.
    fn date(&mut self, amounts: &[money::Found], moments: &[time::Found]) {
        let mut best: Vec<(i32, time::Found)> = Vec::new();
        let mut soon = None;
        let mut open = None;
        for &found in moments {
            if self.place(found.start).is_aside {
                continue;
            }
            let (clause, sentence) = (
                self.clause(found.end - 1) | self.clause(found.start),
                self.sentence(found.start),
            );
            let is_label = self.is_label(found.start, DUE);
            match found.moment {
                Moment::Open => {
                    if is_label || found.end - found.start > 1 {
                        open = open.or(Some(found));
                    }
                    continue;
                }
                Moment::Soon => {
                    let is_strong = is_label
                        || clause & DUE != 0
                        || sentence & (DUE | ASK) != 0
                        || found.end - found.start > 1;
                    soon = soon.or(is_strong.then_some(found));
                    continue;
                }
                Moment::Day { day, .. } if day < self.today => continue,
                _ => {}
            }
            let from = amounts.partition_point(|amount| amount.end <= found.start);
            let mut near = amounts
                .iter()
                .skip(from)
                .take_while(|amount| amount.at < found.end);
            let is_money =
                near.any(|amount| !amount.is_bare || sentence & PAYS != 0 && sentence & DUE == 0);
            if is_money && found.sure < Sure::Full || clause & NOT_DUE != 0 && !is_label {
                continue;
            }
            let is_length = matches!(found.moment, Moment::Length { .. });
            let weight = match found.sure {
                Sure::Full if is_length => 0,
                Sure::Full => 1,
                Sure::Some => 0,
                Sure::Weak => -2,
            };
            let near = match () {
                () if is_label => 6,
                () if clause & DUE != 0 => 3,
                () if sentence & DUE != 0 => 2,
                () if sentence & ASK != 0 && sentence & NOT_DUE == 0 => 1,
                () => 0,
            };
            let limit = i32::from(found.is_limit);
            let away = if sentence & NOT_DUE != 0 { -2 } else { 0 };
            let sum = weight + near + limit + away;
            if sum >= 3 || is_label {
                best.push((sum, found));
            }
        }
        // Who says it again, and better, means the second.
        let is_rather = |at: usize| {
            let from = self.hits.partition_point(|hit| hit.from + 3 < at);
            let mut near = self
                .hits
                .iter()
                .skip(from)
                .take_while(|hit| hit.from <= at + 1);
            near.any(|hit| self.key(hit) == "rather")
        };
        if let Some(chosen) = best
            .iter()
            .map(|(_, found)| *found)
            .find(|found| is_rather(found.start))
        {
            best = vec![(9, chosen)];
        }
        let Some(top) = best.iter().map(|(sum, _)| *sum).max() else {
            if let Some(found) = open {
                self.found(
                    "deadline",
                    Said::Deadline {
                        deadline: Deadline::Open,
                        day: None,
                    },
                    found.start,
                    found.end,
                );
            } else if let Some(found) = soon {
                self.unclear("deadline", "no-date", found.start, found.end);
            }
            return;
        };
        best.retain(|(sum, _)| *sum == top || *sum + 1 == top && top < 6);
        let Some((_, first)) = best.first().copied() else {
            return;
        };
        let days = |found: &time::Found| found.moment.days(self.today);
        let mut chosen = first;
        if let Some((_, other)) = best
            .iter()
            .rev()
            .find(|(_, other)| days(other) != days(&first))
        {
            let is_rather = self.hits.iter().any(|hit| {
                (first.end..=other.start).contains(&hit.from) && self.key(hit) == "rather"
            });
            let (a, b) = (
                best.first().map_or(0, |(sum, _)| *sum),
                best.iter()
                    .rev()
                    .find(|(_, found)| days(found) == days(other))
                    .map_or(0, |(sum, _)| *sum),
            );
            if is_rather
                || b > a
                    && first.sure <= other.sure
                    && self.place(first.start).sentence != self.place(other.start).sentence
            {
                chosen = *other;
            } else if a <= b || self.place(first.start).sentence == self.place(other.start).sentence
            {
                let (start, end) = (first.start, other.end);
                return self.unclear("deadline", "two-dates", start, end);
            }
        }
        let Some(ahead) = chosen.moment.days(self.today) else {
            return;
        };
        let day = match chosen.moment {
            Moment::Day { day, .. } => Some(day),
            _ => None,
        };
        self.found(
            "deadline",
            Said::Deadline {
                deadline: Deadline::within(ahead / 7.0),
                day,
            },
            chosen.start,
            chosen.end,
        );
    }

    /// Reads the wishes.
    fn wishes(&mut self) {
        let mut all = self.candidates();
        // The longest words first, then those that are sure, then the terms' order.
        all.sort_by_key(|one| {
            (
                std::cmp::Reverse(one.to - one.from),
                !one.is_sure,
                one.service,
            )
        });
        let mut taken: Vec<Candidate> = Vec::new();
        let mut covered = vec![false; self.text.tokens.all.len()];
        for one in all {
            let places = covered.get_mut(one.from..one.to).unwrap_or_default();
            if !places.contains(&true) && self.is_wanted(&one) {
                places.fill(true);
                taken.push(one);
            }
        }
        taken.sort_by_key(|one| one.from);
        // Nobody has as many wishes; whoever repeats himself has said them by then.
        taken.truncate(300);
        let services = &self.shop.terms.services;
        let id = |service: usize| {
            services
                .get(service)
                .map_or("", |service| service.id.as_str())
        };
        // A new site is no change to the old one.
        let has_site = |sentence: u32, taken: &[Candidate]| {
            taken
                .iter()
                .any(|one| id(one.service) == "site" && self.place(one.from).sentence == sentence)
        };
        let mut wishes: Vec<(Wish, usize, usize)> = Vec::new();
        for one in &taken {
            let name = id(one.service);
            if name == "rework" && has_site(self.place(one.from).sentence, &taken) {
                continue;
            }
            let is_reworked = taken.iter().any(|other| {
                id(other.service) == "rework"
                    && self.place(other.from).sentence == self.place(one.from).sentence
            });
            if self.is_ours(one.from)
                && !is_reworked
                && taken.iter().any(|other| self.is_about(other, one))
            {
                continue;
            }
            if wishes.iter().any(
                |(wish, ..)| matches!(&wish.want, Want::Service { service } if service == name),
            ) {
                continue;
            }
            let mut wish = Wish::new(Want::Service {
                service: name.to_owned(),
            });
            wish.count = self.count(one);
            let clause = self.clause(one.from);
            if clause & COULD != 0 {
                wish.priority = Priority::Could;
            } else if clause & MUST != 0 {
                wish.priority = Priority::Must;
            }
            wishes.push((wish, one.from, one.to));
        }
        for (wish, from, to) in wishes {
            self.found("wishes", Said::Wish(wish), from, to);
        }
        self.own_wishes();
    }

    /// Returns `true` if "our" stands before a place.
    fn is_ours(&self, at: usize) -> bool {
        let from = self.hits.partition_point(|hit| hit.from + 2 < at);
        let near = self.hits.iter().skip(from).take_while(|hit| hit.from < at);
        near.filter(|hit| self.key(hit) == "our")
            .any(|hit| hit.to == at)
    }

    /// Returns `true` if a wish is about what another one names, in the same sentence: "translate our website".
    fn is_about(&self, wish: &Candidate, thing: &Candidate) -> bool {
        let services = &self.shop.terms.services;
        let (Some(wished), Some(named)) = (services.get(wish.service), services.get(thing.service))
        else {
            return false;
        };
        let is_near = self.place(wish.from).sentence == self.place(thing.from).sentence;
        is_near && (wished.needs.contains(&named.id) || wished.changes && wished.id != "rework")
    }

    /// Every place where words for a service stand.
    fn candidates(&self) -> Vec<Candidate> {
        let terms = self.shop.terms;
        let mut names = Cues::default();
        let mut kinds: Vec<(usize, usize)> = Vec::new();
        for (at, service) in terms.services.iter().enumerate() {
            let key = at.to_string();
            let texts = service.label.name.iter().chain(&service.also);
            for text in texts {
                let own = self
                    .shop
                    .words
                    .iter()
                    .filter(|(tag, _)| *tag == self.language.tag);
                let translated = own
                    .flat_map(|(_, words)| words)
                    .filter(|(from, _)| *from == text.default)
                    .map(|(_, to)| to.as_str());
                for words in [text.default.as_str()]
                    .into_iter()
                    .chain(text.translation(&self.language.tag))
                    .chain(translated)
                {
                    names.add_loosely(&key, words, self.language.joins());
                }
            }
        }
        names.sort();
        let mut all = Vec::new();
        let mut hits = Vec::new();
        for at in 0..self.text.tokens.all.len() {
            hits.clear();
            names.at(&self.text.tokens, at, &mut hits);
            for hit in &hits {
                let service = names
                    .keys
                    .get(hit.key)
                    .and_then(|key| key.parse().ok())
                    .unwrap_or(0);
                let changes = terms
                    .services
                    .get(service)
                    .is_some_and(|service| service.changes);
                all.push(Candidate {
                    service,
                    from: hit.from,
                    to: hit.to,
                    is_sure: false,
                    changes,
                });
            }
        }
        for hit in &self.hits {
            let Some(kind) = self.key(hit).strip_prefix("wish:") else {
                continue;
            };
            let service = match kinds.iter().find(|(key, _)| *key == hit.key) {
                Some((_, service)) => Some(*service),
                None => self.service_of(kind),
            };
            if let Some(service) = service {
                kinds.push((hit.key, service));
                let changes = matches!(kind, "migration" | "rework" | "rescue" | "upkeep");
                all.push(Candidate {
                    service,
                    from: hit.from,
                    to: hit.to,
                    is_sure: true,
                    changes,
                });
            }
        }
        all
    }

    /// The shop's service of a kind that the lists know: by its id, or by one of the kind's words.
    fn service_of(&self, kind: &str) -> Option<usize> {
        let services = &self.shop.terms.services;
        let is_kind = |id: &str| {
            id == kind
                || id
                    .strip_prefix(kind)
                    .is_some_and(|rest| rest.starts_with('-'))
        };
        services
            .iter()
            .position(|service| service.id == kind)
            .or_else(|| services.iter().position(|service| is_kind(&service.id)))
    }

    /// Returns `true` if words for a service are a wish: somebody asks for it, and does not say that it is there or not wanted.
    fn is_wanted(&self, one: &Candidate) -> bool {
        let place = self.place(one.from);
        let (clause, sentence) = (self.clause(one.from), self.sentence(one.from));
        if place.is_aside || clause & NOT != 0 || self.is_refused(one.from) {
            return false;
        }
        // Words that say something else already.
        let (from, to) = self.text.tokens.place(one.from, one.to);
        if self.read.found.iter().any(|found| {
            found.from < to
                && from < found.to
                && found.field != "purpose"
                && !found.field.starts_with("relation")
        }) {
            return false;
        }
        if !one.changes && (clause & HAS != 0 && self.is_there(one) || self.is_old(one)) {
            return false;
        }
        // What is ours is there, unless somebody asks for something to be done with it.
        if !one.changes
            && !place.is_listed
            && self.is_ours(one.from)
            && self.last("ask", one.from).is_none()
        {
            return false;
        }
        // A single word of the terms may mean something else, unless somebody asks for it right before.
        if !one.is_sure && one.to == one.from + 1 && !place.is_listed && !self.is_asked(one.from) {
            return false;
        }
        let asks = place.is_listed || clause & ASK != 0 || sentence & (ASK | MUST) != 0;
        asks || one.is_sure && self.is_label(one.from, ASK)
    }

    /// The last phrase of a kind before a place, in its clause: the token behind it.
    fn last(&self, name: &str, at: usize) -> Option<usize> {
        let clause = self.place(at).clause;
        let end = self.hits.partition_point(|hit| hit.from < at);
        let before = self.hits.get(..end).unwrap_or_default().iter().rev();
        let inside =
            before.take_while(|hit| hit.from + 60 > at && self.place(hit.from).clause == clause);
        inside
            .filter(|hit| self.key(hit) == name && hit.to <= at)
            .map(|hit| hit.to)
            .max()
    }

    /// Returns `true` if a clause says that something is there, and does not ask for it behind that.
    fn is_there(&self, one: &Candidate) -> bool {
        match (self.last("has", one.from), self.last("ask", one.from)) {
            (Some(has), Some(asks)) => has >= asks,
            _ => true,
        }
    }

    /// Returns `true` if a word right beside says that it is an old one, or somebody else's.
    fn is_old(&self, one: &Candidate) -> bool {
        let from = self.hits.partition_point(|hit| hit.from + 3 < one.from);
        let near = self
            .hits
            .iter()
            .skip(from)
            .take_while(|hit| hit.from <= one.to);
        near.filter(|hit| self.key(hit) == "old")
            .any(|hit| hit.to <= one.from && hit.to + 1 >= one.from || hit.from == one.to)
    }

    /// Returns `true` if somebody asks within two words before a place.
    fn is_asked(&self, at: usize) -> bool {
        self.last("ask", at).is_some_and(|end| end + 2 >= at)
    }

    /// Returns `true` if a list is of what is not wanted: "What we don't need: a shop, a blog".
    fn is_refused(&self, at: usize) -> bool {
        let sentence = self.place(at).sentence;
        let from = (0..at)
            .rev()
            .take(60)
            .take_while(|at| self.place(*at).sentence == sentence);
        let colon = from
            .into_iter()
            .find(|at| self.text.tokens.is_sign(*at, ':'));
        colon.is_some_and(|colon| self.clause(colon) & NOT != 0)
    }

    /// How many of a service are wanted.
    fn count(&self, one: &Candidate) -> u32 {
        let text = &self.text;
        let fits = |value: f64| {
            ((1.0..=200.0).contains(&value) && value.fract() == 0.0).then_some(value as u32)
        };
        let unit = self
            .shop
            .terms
            .services
            .get(one.service)
            .and_then(|service| service.unit.as_ref())
            .map(|unit| unit.default.as_str());
        let sentence = self.place(one.from).sentence;
        if let Some(unit) = unit {
            let is_unit = |at: usize| match unit {
                "days" => text
                    .sense(at, Sense::Unit)
                    .is_some_and(|(unit, _)| unit == 1.0),
                _ => self
                    .hits
                    .iter()
                    .any(|hit| hit.from == at && self.key(hit).strip_prefix("unit:") == Some(unit)),
            };
            let near = one.from.saturating_sub(8)..one.to + 8;
            for at in near.filter(|at| self.place(*at).sentence == sentence) {
                if let Some((value, 1, next)) = text
                    .sense(at, Sense::Length)
                    .filter(|_| unit == "days")
                    .map(|(value, next)| (value, value as i64 % 8, next))
                {
                    let _ = next;
                    return fits((value / 8.0).floor()).unwrap_or(1);
                }
                let number = text
                    .number(at)
                    .map(|number| (number.value, number.to))
                    .or_else(|| text.sense(at, Sense::Article));
                if let Some((value, next)) = number
                    && (is_unit(next)
                        || text.tokens.class(next) == Some(Class::Word) && is_unit(next + 1))
                    && let Some(count) = fits(value)
                {
                    return count;
                }
            }
        }
        let before = (1..=2)
            .filter_map(|back| one.from.checked_sub(back))
            .find_map(|at| {
                text.number(at).filter(|number| {
                    number.to == one.from
                        || number.to + 1 == one.from
                            && text.tokens.class(number.to) == Some(Class::Word)
                })
            });
        let is_counted = unit.is_some() || before.is_some_and(|number| number.value > 1.0);
        before
            .filter(|number| is_counted && number.digits <= 2)
            .and_then(|number| fits(number.value))
            .filter(|_| unit.is_some())
            .unwrap_or(1)
    }

    /// Lines of a list that are no service of the shop become wishes of the client's own, where what stands above asks for it.
    fn own_wishes(&mut self) {
        let mut at = 0;
        let (mut head, mut asks) = (0, false);
        let mut own = Vec::new();
        while at < self.text.tokens.all.len() {
            let end = (at..self.text.tokens.all.len())
                .find(|at| self.text.tokens.class(*at) == Some(Class::Break))
                .unwrap_or(self.text.tokens.all.len());
            let place = self.place(at);
            if end > at && !place.is_listed {
                let ends_open = self.text.tokens.is_sign(end - 1, ':');
                head = self.sentence(at) | self.sentence(end - 1);
                asks = ends_open && head & ASK != 0 && head & NOT == 0;
            } else if end > at && asks && !place.is_aside {
                let start = at + 1 + usize::from(self.text.tokens.digits(at).is_some());
                let (from, to) = self.text.tokens.place(start, end);
                let is_known = self
                    .read
                    .found
                    .iter()
                    .any(|found| found.from < to && from < found.to);
                if !is_known
                    && self.sentence(at) & (NOT | NOT_DUE | DUE | PAYS) == 0
                    && end - start <= 16
                {
                    own.push((start, end));
                }
            }
            at = end + 1;
        }
        let _ = head;
        for (start, end) in own {
            let bytes = |at: usize| {
                self.text
                    .tokens
                    .all
                    .get(at)
                    .map_or((0, 0), |token| token.bytes)
            };
            let name = self
                .message
                .get(bytes(start).0..bytes(end - 1).1)
                .unwrap_or_default()
                .to_owned();
            self.found(
                "wishes",
                Said::Wish(Wish::new(Want::Sized {
                    name,
                    size: Size::Unknown,
                })),
                start,
                end,
            );
        }
    }
}

fn is_unspaced(word: &str) -> bool {
    word.starts_with(super::token::is_unspaced)
}

impl Read {
    /// The brief that was found, in the terms' currency. What was said in another currency is left out.
    pub fn brief(&self, terms: &Terms) -> Brief {
        let mut brief = Brief::default();
        for found in &self.found {
            let (group, name) = found.field.split_once('/').unwrap_or((&found.field, ""));
            match (&found.value, group) {
                (Said::Budget { budget, currency }, _)
                    if currency
                        .as_deref()
                        .is_none_or(|code| code == terms.currency) =>
                {
                    brief.budget = Some(*budget)
                }
                (Said::Deadline { deadline, .. }, _) => brief.deadline = Some(*deadline),
                (Said::Wish(wish), _) => brief.wishes.push(wish.clone()),
                (Said::Is(true), "promises") => brief.promises.push(name.to_owned()),
                (Said::Is(is), "conditions") => condition(&mut brief, name, *is),
                (Said::Choice(value), "conditions") if name == "contact" => {
                    brief.conditions.contact = Contact::from_name(value)
                }
                (Said::Choice(value), "relationship") => {
                    brief.relationship = Relationship::from_name(value)
                }
                (Said::Choice(value), "purpose") => brief.purpose = Some(value.clone()),
                (Said::Choice(value), "care") => {
                    if let (Some(kind), Some(owner)) =
                        (CareKind::from_name(name), CareOwner::from_name(value))
                    {
                        brief.care[kind] = CareDuty::by(owner);
                    }
                }
                _ => {}
            }
        }
        brief
    }
}

fn condition(brief: &mut Brief, name: &str, is: bool) {
    if name == "deposit" {
        brief.pay = Some(if is { Pay::Deposit } else { Pay::End });
    } else if let Some(topic) = Topic::from_name(&["conditions.", name].concat()) {
        let conditions: &mut Conditions = &mut brief.conditions;
        if let Some(answer) = conditions.yes_or_no(topic) {
            *answer = Some(is);
        }
    }
}
