//! Deferred part of a calculator: code that is loaded after the first question.
//!
//! The questions know it by the pointers of [`Deferred`] alone. So nothing that they call reaches its
//! code, and the build puts that into a file of its own: `script/wasm/README.md` says how.

use super::element::Element;
use super::host::Host;
use super::parts::Outcome;
use super::setup::Setup;
use super::state::State;
use crate::draft::{Draft, FieldProblem, Separators};
use crate::engine::{Appraisal, Brief, Terms, Topic};
use crate::i18n::Speech;
use crate::shared::Shared;
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

/// Functions of the deferred part.
#[derive(Clone, Copy)]
pub struct Deferred {
    /// Returns the answer to a draft whose numbers are typed with these separators.
    pub evaluate: fn(&Rc<Draft>, Separators, &Setup) -> Option<Evaluation>,
    /// Returns the outcomes of the answers to a question, after what was said already.
    pub outcomes: fn(&Brief, &Terms, &Speech, Topic) -> Vec<Outcome>,
    /// Returns the view of the answer, and of all that is done with a brief.
    pub results: fn(ResultsProps) -> Html,
    /// Returns the banner about a link.
    pub link_notice: fn(&ResultsProps) -> Element,
    /// Saves the brief, with what was typed, to a file.
    pub save: fn(&ResultsProps),
    /// Opens a file.
    pub open: fn(&ResultsProps, File),
}

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
}

/// Evaluation, with the functions that look ahead from it.
#[derive(Clone)]
pub struct Ahead {
    /// Functions of the deferred part.
    pub functions: Deferred,
    /// Answer to what was typed.
    pub evaluation: Evaluation,
}

impl PartialEq for Ahead {
    /// There is one deferred part, so only the evaluation can be another.
    fn eq(&self, other: &Ahead) -> bool {
        self.evaluation == other.evaluation
    }
}

/// Calculator that the deferred part acts on.
#[derive(Properties, Clone, PartialEq)]
pub struct ResultsProps {
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
    /// Setup of the calculator.
    pub setup: Setup,
    /// State of the calculator.
    pub state: UseReducerHandle<State>,
    /// Answer to what was typed.
    pub evaluation: Evaluation,
}
