//! Date and money of a draft in short words, for the sentence of the start.

use super::setup::Setup;
use crate::draft::{DeadlineKind, Draft};
use crate::engine::{Brief, CountedFrom, Deadline};
use crate::i18n::{amount, speak};

/// Date and money in words; none where nothing was said that can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Date, as it follows "ready".
    pub date: Option<String>,
    /// Money, as it follows "for".
    pub money: Option<String>,
}

/// Returns the words of a draft, which was read as a brief.
pub fn said(setup: &Setup, draft: &Draft, brief: &Brief) -> Said {
    let (words, terms) = (&setup.speech, &setup.terms);
    let date = brief.deadline.map(|deadline| match deadline {
        _ if draft.deadline.kind == Some(DeadlineKind::Date) => {
            words.with("start.by", &[("date", &draft.deadline.date)])
        }
        Deadline::Weeks {
            weeks,
            from: CountedFrom::Today,
        } => words.with("start.in", &[("weeks", &speak::weeks(words, weeks))]),
        Deadline::Weeks { .. } => speak::deadline(words, deadline),
        Deadline::Open => words.say("start.open"),
    });
    let money = brief.budget.map(|budget| {
        let said = amount::budget(words, terms, budget);
        match budget.amount() {
            Some(_) => words.with("start.about", &[("money", &said)]),
            None => said,
        }
    });
    Said { date, money }
}
