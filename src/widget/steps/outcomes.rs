//! Outcomes of the answers to a question, in words for its buttons.

use super::ask::{in_step, value_of};
use super::props::StepProps;
use crate::engine::{Brief, Terms, Topic};
use crate::i18n::{Speech, speak};
use crate::widget::element::Element;
use crate::widget::parts::Outcome;

/// Question in its step with the outcome of each answer.
pub fn ask_ahead(topic: Topic, step: &StepProps) -> Element {
    let evaluation = step.evaluation.as_ref();
    let outcomes =
        evaluation.map(|evaluation| outcomes(&evaluation.brief, &step.terms, &step.speech, topic));
    in_step(topic, step, outcomes.unwrap_or_default())
}

/// Returns the outcomes of the answers to a question; empty if no answer changes the odds as
/// spoken, or there are none. Odds below the confidence do not read as it.
pub fn outcomes(brief: &Brief, terms: &Terms, speech: &Speech, topic: Topic) -> Vec<Outcome> {
    let Ok(checked) = terms.check(brief) else {
        return Vec::new();
    };
    let confidence = checked.confidence();
    let outlook = checked.outlook(topic);
    let outcomes = outlook.into_iter().filter_map(|outcome| {
        Some(Outcome {
            value: value_of(&outcome.answer),
            words: speak::odds_under(speech, outcome.both?, confidence),
            is_yes: outcome.passes,
        })
    });
    let outcomes: Vec<Outcome> = outcomes.collect();
    let first = outcomes.first();
    let first = first.map(|outcome| (&outcome.words, outcome.is_yes));
    let mut all = outcomes.iter();
    if all.all(|outcome| Some((&outcome.words, outcome.is_yes)) == first) {
        return Vec::new();
    }
    outcomes
}
