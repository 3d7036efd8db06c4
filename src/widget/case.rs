//! Case: a brief and its appraisal, with all that is needed to put them into words.

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
    /// Brief as it was asked.
    pub brief: Shared<Brief>,
    /// Appraisal of the brief.
    pub appraisal: Shared<Appraisal>,
    /// Words of the visitor's language.
    pub speech: Speech,
    /// Reader of the answer.
    pub audience: Audience,
    /// Date that was asked for, such as `2027-01-15`, where it was one and no number of weeks.
    pub date: Option<String>,
}
