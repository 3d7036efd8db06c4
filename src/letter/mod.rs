//! The reply: an appraisal as the paragraphs of a letter.
//!
//! Every sentence is a message of the language; what is put into it are amounts, times and names that
//! are written out already.
//!
//! A letter says nothing that only the shop may know: no earnings, and not the least that an hour must
//! bring, nor what it can be worked out from. Every price is that rate times hours. So a letter to a client
//! - has no hours of work or care but those of a gift, which has no price,
//! - makes one offer, so that no two prices of the same work stand side by side: a price and what it
//!   comes to by the hour are as the least is to the rate, which everybody may know,
//! - asks whoever pays too little for an hour for the shop's rate, and not for the least,
//! - says what work comes to in two digits, and only what it asks in three.
//!
//! Somebody with all terms but that rate can still ask the engine at which one it says such a price. That is
//! so of every price that is made of published hours, and no rounding short of none hides it.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod client;
mod mail;
mod no;
mod posted;
mod sender;
mod shop;
mod way;
mod why;
mod yes;

pub use mail::{MOST_MAIL, mailto};
pub use posted::{Posted, booked, media_type};
pub use sender::{Sender, Unreachable, sender};

use crate::engine::names;
use crate::engine::{Appraisal, Brief, Offer, Terms, Topic, Verdict, Wish};
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

/// Signature of a client as typed, and the offers that the client could live with.
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
    /// Signature and accepted offers of a client.
    pub signature: Signature<'a>,
    /// The tone of the shop.
    pub tone: Tone,
    /// The date that was asked for, where it was one and no number of weeks.
    pub date: Option<&'a str>,
    /// Questions about what the client's message leaves open, by their topics. The shop asks them first.
    pub open: &'a [(Topic, String)],
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

/// Merges a change of a letter, from `before` to `after`, into a text that was edited meanwhile: a
/// three-way merge by paragraphs. Returns `None` if a paragraph that changes was edited, too.
///
/// ```
/// # use takeon::letter::merged;
/// let text = merged("Hi.\n\nMine.\n\nBye.", "Hi.\n\nBye.", "Hi.\n\nBye.\nAnna");
/// assert_eq!(text.as_deref(), Some("Hi.\n\nMine.\n\nBye.\nAnna"));
/// ```
pub fn merged(text: &str, before: &str, after: &str) -> Option<String> {
    if before == after {
        return Some(text.to_owned());
    }
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

/// Returns the offer that a letter from the shop makes, and that its link leads to. `None` if the
/// answer is yes, waits for an answer, or has reasons that stay with the shop.
pub fn proposal(terms: &Terms, appraisal: &Appraisal) -> Option<Offer> {
    let offer = match appraisal.verdict {
        Verdict::Take | Verdict::Ask => None,
        _ if has_own_grounds(appraisal) => None,
        Verdict::Reshape | Verdict::Refer | Verdict::Decline => appraisal.offers.first().cloned(),
    }?;
    Some(offer.at_rate_of(terms))
}

/// Returns `true` if the answer is no for what only the shop knows, which no letter says.
fn has_own_grounds(appraisal: &Appraisal) -> bool {
    appraisal.stops.iter().any(|stop| stop.is_internal())
}

/// So many names stand in a sentence; of more the first two do.
const NAMED: usize = 3;

/// Names a wish within a sentence, with how many of it.
fn name(words: &Words, terms: &Terms, wish: &Wish) -> String {
    let name = speak::wish(words, terms, &wish.want);
    let name = words.format("letter.name", &[("name", &name)]);
    if wish.count == 1 {
        return name;
    }
    let count = words.number(f64::from(wish.count), 0);
    words.format("agreement.counted", &[("count", &count), ("name", &name)])
}

/// Lists names within a sentence.
fn named(words: &Words, mut names: Vec<String>) -> String {
    let left = names.len().saturating_sub(2);
    if names.len() > NAMED {
        names.truncate(2);
        names.push(words.plural("letter.more", left as f64, &[]));
    }
    words.list(&names)
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
        let paragraph = speak::sentences(&lines);
        self.paragraphs
            .extend(Some(paragraph).filter(|it| !it.is_empty()));
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
        self.sentences(&[self.words.format(key, values)]);
    }

    /// Returns `true` if there is a figure in it, apart from what is in the link.
    fn has_figures(&self, link: Option<&str>) -> bool {
        self.paragraphs.iter().any(|paragraph| {
            let said = link.map_or_else(|| paragraph.clone(), |link| paragraph.replace(link, ""));
            said.contains(char::is_numeric)
        })
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
