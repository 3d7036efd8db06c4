//! Content of a letter, and the letter.

use crate::engine::names;
use crate::engine::{Appraisal, Brief, Terms, Topic};
use crate::i18n::Words;

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
    /// Date that was asked for, if it was a date rather than a number of weeks. In a client's letter
    /// also the words for none, such as "asap".
    pub date: Option<&'a str>,
    /// Questions about ambiguities of the client's message, by topic. The shop asks them first.
    pub open: &'a [(Topic, String)],
    /// Address that opens the brief. If absent, it is not mentioned.
    pub link: Option<&'a str>,
    /// Greeting of the shop. If absent, it is one without a name.
    pub hello: Option<&'a str>,
}

/// Letter as plain text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Letter {
    /// Subject, in one line.
    pub subject: String,
    /// Paragraphs, with an empty line between them.
    pub text: String,
}
