//! Evaluation of a draft, and previews of further answers.

use super::echoes::Echoes;
use super::parts::Outcome;
use crate::draft::{Draft, FieldProblem};
use crate::engine::{Appraisal, Brief, Terms, Topic};
use crate::i18n::Speech;
use crate::shared::Shared;
use std::rc::Rc;

/// Answer to a draft.
#[derive(Clone, PartialEq)]
pub struct Evaluation {
    /// Draft that was evaluated. The state may have changed since.
    pub draft: Rc<Draft>,
    /// Brief of the draft.
    pub brief: Shared<Brief>,
    /// Appraisal of the brief.
    pub appraisal: Shared<Appraisal>,
    /// Topics whose answers would change the verdict, or move its figures enough to be asked.
    pub asked: Rc<Vec<Topic>>,
    /// Fields of the draft that cannot be understood.
    pub problems: Rc<Vec<FieldProblem>>,
    /// Date and money as they were understood, in words.
    pub echoes: Rc<Echoes>,
    /// Ranges of the usual jobs, before the first wish: medians from the lowest to the highest, of
    /// the price in the terms' currency and of the time in weeks.
    pub usual: Option<((f64, f64), (f64, f64))>,
}
/// Function that returns the outcomes of the answers to a question, given the other answers.
pub type Outcomes = fn(&Brief, &Terms, &Speech, Topic) -> Vec<Outcome>;

/// Function that returns amounts of money to pick from, in total or if `true` a month, as displayed
/// and as typed.
pub type Picks = fn(&Terms, &Speech, bool) -> Vec<(String, String)>;

/// Function that returns the ids of the services that are not wished for, each with the amount it
/// adds to the price in words; empty if the shop discloses no amounts.
pub type Additions = fn(&Brief, &Terms, &Speech) -> Vec<(String, String)>;

/// Evaluation, with functions that look ahead.
#[derive(Clone)]
pub struct Ahead {
    /// Outcomes of answers, from the answer part.
    pub outcomes: Outcomes,
    /// Amounts to pick from, from the answer part.
    pub picks: Picks,
    /// Amounts that services add, from the answer part.
    pub additions: Additions,
    /// Answer to the draft.
    pub evaluation: Evaluation,
}

impl PartialEq for Ahead {
    /// The answer part is unique, so only the evaluation can differ.
    fn eq(&self, other: &Ahead) -> bool {
        self.evaluation == other.evaluation
    }
}
