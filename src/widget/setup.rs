//! Setup of a calculator, assembled by the host from the page's options.

use crate::config::Example;
use crate::draft::Reading;
use crate::engine::Terms;
use crate::i18n::Speech;
use crate::reader::Language;
use crate::shared::Shared;

/// Reader of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Client: no floor rates, no earnings.
    #[default]
    Visitor,
    /// Owner of the shop: plain language, with earnings and flags.
    Shop,
}

impl Audience {
    /// Returns the message of a key; for the shop that of another key, if it has one.
    pub fn says(self, speech: &Speech, key: &str, to_shop: &str) -> String {
        let is_shop = self == Audience::Shop && speech.has(to_shop);
        speech.get(if is_shop { to_shop } else { key })
    }
}

/// Setup of a calculator.
#[derive(Clone, PartialEq)]
pub struct Setup {
    /// Reader of the answer.
    pub audience: Audience,
    /// Terms of the shop.
    pub terms: Shared<Terms>,
    /// Briefs that a visitor can start from.
    pub examples: Shared<Vec<Example>>,
    /// Words of the visitor's language.
    pub speech: Speech,
    /// Language for reading typed text, once the answer part is loaded.
    pub language: Option<Shared<Language>>,
    /// BCP 47 tag of the messages in use.
    pub spoken: String,
    /// Languages to choose from: tags with names.
    pub languages: Vec<(String, String)>,
    /// `true` if the terms are an example, which the answer must say.
    pub example: bool,
    /// Day from which a date is counted, in days since 1 January 1970.
    pub today: i64,
}

impl Setup {
    /// Returns the reading of drafts typed in a language.
    pub fn reading<'a>(&'a self, language: &'a Language) -> Reading<'a> {
        Reading {
            language,
            terms: &self.terms,
            today: self.today,
        }
    }
}
