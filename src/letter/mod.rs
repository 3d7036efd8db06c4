//! The reply: an appraisal as the paragraphs of a letter.
//!
//! Every sentence is a message of the language; what is put into it are amounts, times and names that
//! are written out already. A letter says nothing that only the shop may know: not the
//! least that an hour must bring, no earnings.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod client;
mod mail;
mod sender;
mod shop;

pub use mail::{MOST_MAIL, mailto};
pub use sender::{Sender, Unreachable, sender};

use crate::engine::names;
use crate::engine::{Appraisal, Brief, Offer, Reason, Terms, Verdict};
use crate::i18n::{Words, speak};

/// The writer of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
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

/// What a client signs a letter with, as typed, and the offers that the client could live with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signature<'a> {
    /// The name. Empty: the letter is not signed.
    pub name: &'a str,
    /// The e-mail address or telephone number.
    pub reach: &'a str,
    /// The ids of the offers.
    pub accepts: &'a [String],
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
    pub writer: Writer,
    /// What a client signs with, and could live with.
    pub signature: Signature<'a>,
    /// The tone of the shop.
    pub tone: Tone,
    /// True for a letter from the shop that says the odds.
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
    match request.writer {
        Writer::Shop => shop::letter(request),
        Writer::Client => client::letter(request),
    }
}

/// Carries a change of a letter, from `before` to `after`, into the text that somebody made of it, such as a
/// signature. None where the paragraphs that change are not as they were written.
///
/// ```
/// # use takeon::letter::carried;
/// let text = carried("Hi.\n\nMine.\n\nBye.", "Hi.\n\nBye.", "Hi.\n\nBye.\nAnna");
/// assert_eq!(text.as_deref(), Some("Hi.\n\nMine.\n\nBye.\nAnna"));
/// ```
pub fn carried(text: &str, before: &str, after: &str) -> Option<String> {
    let paragraphs =
        |text: &'_ str| -> Vec<String> { text.split("\n\n").map(str::to_owned).collect() };
    let (mut text, before, after) = (paragraphs(text), paragraphs(before), paragraphs(after));
    let same = |(one, other): &(&String, &String)| one == other;
    let start = before.iter().zip(&after).take_while(same).count();
    let (before_tail, after_tail) = (before.get(start..)?, after.get(start..)?);
    let end = before_tail
        .iter()
        .rev()
        .zip(after_tail.iter().rev())
        .take_while(same)
        .count();
    let gone = before_tail.get(..before_tail.len() - end)?;
    let come = after_tail.get(..after_tail.len() - end)?;
    let at = if gone.is_empty() {
        // In front of what follows it, or else behind what it follows.
        let next = before_tail.first();
        let last = before.get(..start)?.last();
        let place = |wanted: Option<&String>| text.iter().position(|it| Some(it) == wanted);
        place(next).or_else(|| place(last).map(|at| at + 1))?
    } else {
        text.windows(gone.len()).position(|window| window == gone)?
    };
    text.splice(at..at + gone.len(), come.iter().cloned());
    Some(text.join("\n\n"))
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

    /// Adds a line across.
    fn rule(&mut self) {
        self.paragraphs.push("———".to_owned());
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
