//! The reply: an appraisal as the paragraphs of a letter.
//!
//! Every sentence is a message of the language; what is put into it are amounts, times and names that
//! are written out already. A letter says nothing that only the shop may know: not the
//! least that an hour must bring, no earnings.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod client;
mod mail;
mod shop;

pub use mail::{MOST_MAIL, mailto};

use crate::engine::names;
use crate::engine::{Appraisal, Brief, Offer, Reason, Terms, Verdict};
use crate::i18n::{Words, speak};

/// The writer of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// The shop answers the client.
    Shop,
    /// The client sends the shop a brief.
    Client,
}

names! {
    /// The tone of a letter.
    #[derive(Default)]
    pub enum Tone {
        /// As to somebody one would like to meet again.
        Warm = "warm" #[default],
        /// Friendly, and no more words than are needed.
        Plain = "plain",
        /// The answer and what would change it.
        Brief = "brief",
    }
}

/// Everything that a letter is written from.
pub struct Request<'a> {
    /// The words of its language.
    pub words: &'a Words,
    /// The terms of the shop.
    pub terms: &'a Terms,
    /// The brief that is answered.
    pub brief: &'a Brief,
    /// The answer to it.
    pub appraisal: &'a Appraisal,
    /// The writer.
    pub sender: Sender,
    /// The tone.
    pub tone: Tone,
    /// True for a letter that says the odds.
    pub odds: bool,
    /// The date that was asked for, where it was one and no number of weeks.
    pub date: Option<&'a str>,
    /// The address that opens the brief. Absent: it is not said.
    pub link: Option<&'a str>,
}

/// A letter as plain text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Letter {
    /// The subject, in one line.
    pub subject: String,
    /// Its paragraphs, with an empty line between them.
    pub text: String,
}

/// Writes a letter.
pub fn write(request: &Request) -> Letter {
    match request.sender {
        Sender::Shop => shop::letter(request),
        Sender::Client => client::letter(request),
    }
}

/// The offer that a letter from the shop puts first, whose brief its link leads to. None where the
/// answer is yes as it stands, waits for an answer, or has grounds that stay with the shop.
pub fn proposal(appraisal: &Appraisal) -> Option<&Offer> {
    match appraisal.verdict {
        Verdict::Take | Verdict::Ask => None,
        _ if has_own_grounds(appraisal) => None,
        Verdict::Reshape | Verdict::Refer | Verdict::Decline => appraisal.offers.first(),
    }
}

/// Returns `true` if the answer is no for what only the shop knows, which no letter says.
fn has_own_grounds(appraisal: &Appraisal) -> bool {
    appraisal.stops.iter().any(|stop| stop.is_ours())
}

/// From this gain in odds on, a reason is worth a sentence in a letter.
const WORTH_A_SENTENCE: f64 = 0.1;

/// Why, in the two or three sentences that weigh most. How often people talk to each other and in how
/// many steps it is delivered are said only where nothing weightier is; what only the shop knows never is.
fn reasons(request: &Request) -> Vec<String> {
    if has_own_grounds(request.appraisal) {
        return Vec::new();
    }
    let most = match request.tone {
        Tone::Warm | Tone::Plain => 3,
        Tone::Brief => 2,
    };
    let weighs = |reason: &&&Reason| match reason {
        Reason::Contact { .. } | Reason::Phases { .. } => false,
        heavy => heavy.lift().is_none_or(|lift| lift >= WORTH_A_SENTENCE),
    };
    let all = request.appraisal.reasons.iter();
    let all: Vec<&Reason> = all
        .filter(|reason| !matches!(reason, Reason::Bid { .. }))
        .collect();
    let mut said: Vec<&Reason> = all.iter().filter(weighs).take(most).copied().collect();
    if said.is_empty() {
        said.extend(all.first());
    }
    said.into_iter()
        .map(|reason| speak::reason(request.words, request.terms, request.brief, reason))
        .collect()
}

/// The lines of one language, put together into paragraphs.
struct Paper<'a> {
    words: &'a Words,
    paragraphs: Vec<String>,
}

impl<'a> Paper<'a> {
    fn new(words: &'a Words) -> Paper<'a> {
        Paper {
            words,
            paragraphs: Vec::new(),
        }
    }

    /// Adds a paragraph of whole sentences.
    fn sentences<S: AsRef<str>>(&mut self, sentences: &[S]) {
        let lines: Vec<String> = sentences
            .iter()
            .map(|line| one_line(line.as_ref()))
            .collect();
        self.paragraphs.push(speak::sentences(&lines));
    }

    /// Adds a line, and below it what it announces.
    fn list(&mut self, title: &str, items: &[String]) {
        let mut paragraph = one_line(title);
        for item in items {
            paragraph.push_str("\n– ");
            paragraph.push_str(&one_line(item));
        }
        self.paragraphs.push(paragraph);
    }

    /// Adds the message of a key as a paragraph.
    fn say(&mut self, key: &str, values: &[(&str, &str)]) {
        self.sentences(&[self.words.with(key, values)]);
    }

    /// Adds how sure the answer is, test by test, where that is known.
    fn odds(&mut self, appraisal: &Appraisal) {
        let of = |key: &str, odds: Option<f64>| {
            odds.map(|odds| {
                self.words
                    .with(key, &[("odds", &speak::odds(self.words, odds))])
            })
        };
        let odds: Vec<String> = [
            of("status.time", appraisal.odds.time),
            of("status.money", appraisal.odds.money),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !odds.is_empty() {
            self.list(&self.words.say("letter.odds"), &odds);
        }
    }

    /// Adds a paragraph of lines.
    fn lines(&mut self, lines: &[String]) {
        let lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
        self.paragraphs.push(lines.join("\n"));
    }

    /// Adds a line below the last paragraph.
    fn below(&mut self, line: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push('\n');
            paragraph.push_str(&one_line(line));
        }
    }

    /// Adds where a brief can be opened, by the message that says which one.
    fn link(&mut self, key: &str, link: Option<&str>) {
        if let Some(link) = link {
            self.say(key, &[("link", link)]);
        }
    }

    fn text(self) -> String {
        self.paragraphs.join("\n\n")
    }
}

/// A text without what could begin another line or turn the writing round.
fn one_line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    text.chars()
        .map(|c| if c.is_control() || turns(c) { ' ' } else { c })
        .collect::<String>()
        .trim()
        .to_owned()
}
