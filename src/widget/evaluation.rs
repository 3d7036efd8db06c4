//! Answer to a draft, and what looks ahead from it.

use super::parts::Outcome;
use super::understood::Understood;
use crate::draft::{Draft, FieldProblem};
use crate::engine::{Appraisal, Brief, Terms, Topic};
use crate::i18n::Speech;
use crate::shared::Shared;
use std::rc::Rc;

/// Answer to a draft.
#[derive(Clone, PartialEq)]
pub struct Evaluation {
    /// Draft that was evaluated. The state may have gone on since.
    pub draft: Rc<Draft>,
    /// Brief of the draft.
    pub brief: Shared<Brief>,
    /// Appraisal of the brief.
    pub appraisal: Shared<Appraisal>,
    /// Topics whose answers would change the verdict, or move its figures enough to be asked.
    pub asked: Rc<Vec<Topic>>,
    /// Fields of the draft that cannot be understood.
    pub problems: Rc<Vec<FieldProblem>>,
    /// What was understood of date and money, in words.
    pub understood: Rc<Understood>,
    /// As long as nothing is wished: medians of the usual jobs, from the least to the most, of the price
    /// in the terms' currency and of the time in weeks.
    pub usual: Option<((f64, f64), (f64, f64))>,
}

/// Function that returns the outcomes of the answers to a question, after what was said already.
pub type Outcomes = fn(&Brief, &Terms, &Speech, Topic) -> Vec<Outcome>;

/// Function that returns amounts of money to pick from, once or if `true` a month, as they are shown and
/// typed.
pub type Picks = fn(&Terms, &Speech, bool) -> Vec<(String, String)>;

/// Function that returns the ids of the services that are not wished for, each with what it adds to the
/// price in words; nothing where the shop says no amounts.
pub type Additions = fn(&Brief, &Terms, &Speech) -> Vec<(String, String)>;

/// Evaluation, with the functions that look ahead from it.
#[derive(Clone)]
pub struct Ahead {
    /// Outcomes of answers, of the deferred part.
    pub outcomes: Outcomes,
    /// Amounts to pick from, of the deferred part.
    pub picks: Picks,
    /// What services add, of the deferred part.
    pub additions: Additions,
    /// Answer to what was typed.
    pub evaluation: Evaluation,
}

impl PartialEq for Ahead {
    /// There is one deferred part, so only the evaluation can be another.
    fn eq(&self, other: &Ahead) -> bool {
        self.evaluation == other.evaluation
    }
}
