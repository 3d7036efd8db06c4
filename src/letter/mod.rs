//! Letters: an appraisal as the paragraphs of a reply.
//!
//! Every sentence is a message of the language. Amounts, times and names are written out before
//! they are put into it.
//!
//! A letter reveals nothing that only the shop may know: neither earnings, nor the floor rate, nor
//! figures that it follows from. Every price is the floor rate times hours. So a letter to a client
//! - has no hours of work or care, except those of a gift, which has no price,
//! - makes one offer: a fixed price and an hourly one of the same work would give the floor rate
//!   away, because the rate is published,
//! - asks a client who offers too little for an hour for the shop's rate, not for the floor rate,
//! - rounds the cost of work to two digits, and only the price that it asks to three.
//!
//! Somebody who has all other terms can still search for the floor rate at which the engine gives
//! such a price. That holds for every price that is made of published hours, however it is rounded.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod acceptance;
mod client;
mod mail;
mod offer;
mod reasons;
mod refusal;
mod sender;
mod shop;
mod submission;

pub use mail::{MOST_MAIL, mailto};
pub use sender::{MissingContact, Sender, sender};
pub use submission::{Submission, booked, media_type};

use crate::engine::names;
use crate::engine::{Appraisal, Brief, Offer, Terms, Topic, Verdict, Wish};
use crate::i18n::{Words, speak};

/// Author of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// The shop answers the client.
    Shop,
    /// The client sends the shop a brief.
    Client,
}

names! {
    /// Tone of a letter.
    #[derive(Default)]
    pub enum Tone {
        /// Cordial: for somebody the shop would like to hear from again.
        Warm = "warm" #[default],
        /// Friendly, without a word more than needed.
        Plain = "plain",
        /// The bare answer, and what would change it.
        Brief = "brief",
    }
}

/// Signature of a client as typed, with the offers that the client could accept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signature<'a> {
    /// Name. If empty, the letter is not signed.
    pub name: &'a str,
    /// E-mail address or telephone number.
    pub reach: &'a str,
    /// Ids of the offers.
    pub accepts: &'a [String],
}

/// Content of a letter.
pub struct Request<'a> {
    /// Words of its language.
    pub words: &'a Words,
    /// Terms of the shop.
    pub terms: &'a Terms,
    /// Brief that is answered.
    pub brief: &'a Brief,
    /// Appraisal of the brief.
    pub appraisal: &'a Appraisal,
    /// Author.
    pub writer: Author,
    /// Signature and accepted offers of a client.
    pub signature: Signature<'a>,
    /// Tone of the shop.
    pub tone: Tone,
    /// Date that was asked for, if it was a date rather than a number of weeks.
    pub date: Option<&'a str>,
    /// Questions about ambiguities of the client's message, by topic. The shop asks them first.
    pub open: &'a [(Topic, String)],
    /// Address that opens the brief. If absent, it is not mentioned.
    pub link: Option<&'a str>,
}

/// Letter as plain text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Letter {
    /// Subject, in one line.
    pub subject: String,
    /// Paragraphs, with an empty line between them.
    pub text: String,
}

/// Writes a letter.
pub fn write(request: &Request) -> Letter {
    match request.writer {
        Author::Shop => shop::letter(request),
        Author::Client => client::letter(request),
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
        // Before the paragraph that follows it, or else after the one that precedes it.
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
    Some(offer.at_published_rate(terms))
}

/// Returns `true` if the answer is no for a reason that only the shop knows, which no letter gives.
fn has_own_grounds(appraisal: &Appraisal) -> bool {
    appraisal.stops.iter().any(|stop| stop.is_internal())
}

/// Maximum number of names in a sentence. A longer list is cut to its first two.
const NAMED: usize = 3;

/// Formats a wish with its count, for a sentence.
fn name(words: &Words, terms: &Terms, wish: &Wish) -> String {
    let name = speak::wish(words, terms, &wish.want);
    let name = words.format("letter.name", &[("name", &name)]);
    if wish.count == 1 {
        return name;
    }
    let count = words.number(f64::from(wish.count), 0);
    words.format("agreement.counted", &[("count", &count), ("name", &name)])
}

/// Joins names, for a sentence.
fn named(words: &Words, mut names: Vec<String>) -> String {
    let left = names.len().saturating_sub(2);
    if names.len() > NAMED {
        names.truncate(2);
        names.push(words.plural("letter.more", left as f64, &[]));
    }
    words.list(&names)
}

/// Builder of the paragraphs of a letter.
struct LetterBuilder<'a> {
    words: &'a Words,
    paragraphs: Vec<String>,
}

impl<'a> LetterBuilder<'a> {
    fn new(words: &'a Words) -> LetterBuilder<'a> {
        LetterBuilder {
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

    /// Adds a title with a list below it.
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

    /// Returns `true` if it has a figure outside the link.
    fn has_figures(&self, link: Option<&str>) -> bool {
        self.paragraphs.iter().any(|paragraph| {
            let said = link.map_or_else(|| paragraph.clone(), |link| paragraph.replace(link, ""));
            said.contains(char::is_numeric)
        })
    }

    /// Adds a horizontal rule.
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

    /// Adds the link, by the message that says what it opens.
    fn link(&mut self, key: &str, link: Option<&str>) {
        if let Some(link) = link {
            self.say(key, &[("link", link)]);
        }
    }

    fn text(self) -> String {
        self.paragraphs.join("\n\n")
    }
}

/// Returns a text in one line: without line breaks and directional marks.
fn one_line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    text.chars()
        .map(|c| if c.is_control() || turns(c) { ' ' } else { c })
        .collect::<String>()
        .trim()
        .to_owned()
}
