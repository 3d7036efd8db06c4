//! Evaluation of a draft.

use super::echoes::{Echoes, echoes};
use super::setup::{Audience, Setup};
use crate::draft::{Draft, FieldProblem, Interpretation};
use crate::engine::{
    Appraisal, Ballpark, Brief, ShopFacts, Topic, appraise, fit_to_terms, usual_ballparks,
    without_start,
};
use crate::reader::Language;
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

/// Returns the answer to a draft typed in a language, or `None` if the terms admit none.
pub fn evaluate(draft: &Rc<Draft>, language: &Language, setup: &Setup) -> Option<Evaluation> {
    let reading = setup.reading(language);
    let said = Interpretation::of(draft, reading);
    let (brief, problems) = draft.brief(&said, reading);
    let (brief, _) = fit_to_terms(brief, &setup.terms);
    let mut brief = without_start(brief, &setup.terms);
    if setup.audience == Audience::Visitor {
        // Facts that only the shop knows are neither asked of a visitor nor read from a file.
        brief.ours = ShopFacts::default();
        brief.cash_needed = None;
    }
    let appraisal = appraise(&brief, &setup.terms).ok()?;
    let worth_it = appraisal.questions.iter();
    let worth_it = worth_it.filter(|question| question.is_worth_asking());
    let asked = worth_it.map(|question| question.topic).collect();
    let echoes = echoes(setup, draft, &said, &brief, &appraisal);
    Some(Evaluation {
        draft: Rc::clone(draft),
        usual: if brief.wishes.is_empty() {
            usual_range(setup)
        } else {
            None
        },
        brief: Shared::new(brief),
        appraisal: Shared::new(appraisal),
        asked: Rc::new(asked),
        problems: Rc::new(problems),
        echoes: Rc::new(echoes),
    })
}

/// Returns the ranges of the usual jobs, if there are any.
fn usual_range(setup: &Setup) -> Option<((f64, f64), (f64, f64))> {
    let jobs = usual_ballparks(&setup.terms);
    let ends = |of: fn(&Ballpark) -> f64| {
        let ends = (f64::INFINITY, 0.0_f64);
        jobs.iter()
            .map(|(_, figures)| of(figures))
            .fold(ends, |(low, high), value| (low.min(value), high.max(value)))
    };
    (!jobs.is_empty()).then(|| (ends(|job| job.price.1), ends(|job| job.weeks.1)))
}
