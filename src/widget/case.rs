//! Case: a brief and its appraisal, with everything needed to put them into words.

use super::setup::Audience;
use crate::engine::{Appraisal, Brief, Terms};
use crate::i18n::Speech;
use crate::shared::Shared;
use yew::Properties;

/// Brief and its appraisal, for one audience in one language.
#[derive(Properties, Clone, PartialEq)]
pub struct Case {
    /// Terms that the brief is appraised by.
    pub terms: Shared<Terms>,
    /// The brief.
    pub brief: Shared<Brief>,
    /// Appraisal of the brief.
    pub appraisal: Shared<Appraisal>,
    /// Words of the visitor's language.
    pub speech: Speech,
    /// Reader of the answer.
    pub audience: Audience,
    /// Date asked for, such as `2027-01-15`, if it was a date rather than a number of weeks.
    pub date: Option<String>,
}
