//! What a calculator is set up with: the host puts it together out of the page's options.

use crate::config::Example;
use crate::engine::Terms;
use crate::i18n::Speech;
use crate::shared::Shared;

/// Who is spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The client: no floor rates, no earnings.
    #[default]
    Visitor,
    /// The owner of the shop: bluntly, with earnings and flags.
    Shop,
}

/// What a calculator is set up with.
#[derive(Clone, PartialEq)]
pub struct Setup {
    /// Who is spoken to.
    pub audience: Audience,
    /// What the shop works by.
    pub terms: Shared<Terms>,
    /// Briefs that a visitor can start from.
    pub examples: Shared<Vec<Example>>,
    /// The words.
    pub speech: Speech,
    /// The tag of the messages that are spoken.
    pub spoken: String,
    /// The languages that can be chosen: tags with names.
    pub languages: Vec<(String, String)>,
    /// Whether the terms are an example and must say so.
    pub example: bool,
    /// The day from which a date is counted, in days from 1 January 1970.
    pub today: i64,
}
