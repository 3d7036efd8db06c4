//! Properties that every step has.

use crate::draft::{Draft, FieldProblem};
use crate::engine::{Terms, Topic};
use crate::i18n::Speech;
use crate::reader::Language;
use crate::shared::Shared;
use crate::widget::additions::additions;
use crate::widget::echoes::Echoes;
use crate::widget::evaluation::Evaluation;
use crate::widget::setup::Audience;
use crate::widget::state::Change;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of every step.
#[derive(Properties, Clone, PartialEq)]
pub struct StepProps {
    /// Reader of the answer.
    pub audience: Audience,
    /// Terms of the shop.
    pub terms: Shared<Terms>,
    /// Words of the visitor's language.
    pub speech: Speech,
    /// Language for reading typed text, once the answer part is loaded.
    pub language: Option<Shared<Language>>,
    /// Draft as it was typed.
    pub draft: Rc<Draft>,
    /// Day from which a date is counted, in days since 1 January 1970.
    pub today: i64,
    /// Requested care in hours a month: 0 as long as there is no answer.
    pub care_hours: f64,
    /// Topics whose answers would change the verdict, or move its figures enough to be asked.
    pub asked: Rc<Vec<Topic>>,
    /// Fields that cannot be understood.
    pub problems: Rc<Vec<FieldProblem>>,
    /// Answer so far, once the answer part is loaded.
    pub evaluation: Option<Evaluation>,
    /// Text in the field that searches for wishes.
    pub search: AttrValue,
    /// Called with that text.
    pub on_search: Callback<String>,
    /// Called with a change of the draft.
    pub on_edit: Callback<Change<Draft>>,
    /// Called with a message to be read.
    pub on_message: Callback<String>,
}

impl StepProps {
    /// Returns a callback that changes the draft.
    pub fn edit<T: 'static>(&self, change: impl Fn(&mut Draft, T) + 'static) -> Callback<T> {
        let change = Rc::new(change);
        self.on_edit.reform(move |value| {
            let change = Rc::clone(&change);
            Change::new(move |draft| change(draft, value))
        })
    }

    /// Returns a callback that changes the draft by the value of a choice.
    pub fn choose(&self, change: fn(&mut Draft, &str)) -> Callback<AttrValue> {
        self.edit(move |draft, id: AttrValue| change(draft, &id))
    }

    /// Returns the ids of services with the amount each adds to the price, in words, as far as it
    /// is known.
    pub fn additions(&self) -> Vec<(String, String)> {
        let evaluation = self.evaluation.as_ref();
        let additions =
            evaluation.map(|evaluation| additions(&evaluation.brief, &self.terms, &self.speech));
        additions.unwrap_or_default()
    }

    /// Returns the message of a key in the voice of the audience.
    pub fn voiced(&self, key: &str) -> String {
        let shop = ["shop.", key].concat();
        if self.audience == Audience::Shop && self.speech.has(&shop) {
            self.speech.get(&shop)
        } else {
            self.speech.get(key)
        }
    }

    /// Returns the interpretation of date and money, once the answer part is loaded.
    pub fn echoes(&self) -> Option<&Echoes> {
        let evaluation = self.evaluation.as_ref();
        evaluation.map(|evaluation| &*evaluation.echoes)
    }

    /// Returns the message of a key if a field has an error.
    pub fn problem(&self, problem: FieldProblem, key: &str) -> Option<String> {
        let is_wrong = self.problems.contains(&problem);
        is_wrong.then(|| self.speech.get(key))
    }
}
