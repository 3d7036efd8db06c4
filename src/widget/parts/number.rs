//! Field for a number that a draft stores as a number rather than as text.

use super::field::{InputField, field};
use crate::draft::{Reading, exact};
use crate::engine::Terms;
use crate::i18n::Speech;
use crate::reader::Language;
use crate::shared::Shared;
use crate::widget::localized::typed;
use std::ops::RangeInclusive;
use yew::prelude::*;

/// Field for a number.
#[derive(Properties, Clone, PartialEq)]
pub struct NumberFieldProps {
    /// Words of the visitor's language.
    pub speech: Speech,
    /// Language for reading typed text.
    pub language: Option<Shared<Language>>,
    /// Terms of the shop, which have its currency.
    pub terms: Shared<Terms>,
    /// Identifier, unique in the calculator.
    pub id: String,
    /// Label.
    pub label: String,
    /// Words after the field; empty for none.
    #[prop_or_default]
    pub suffix: String,
    /// Number in the draft.
    pub value: Option<f64>,
    /// Accepted numbers.
    pub range: RangeInclusive<f64>,
    /// Message for any other text.
    pub problem: String,
    /// Called with the number, or with none if the field is empty or not understood.
    pub on_change: Callback<Option<f64>>,
}

/// Field for a number, which keeps the typed text for as long as it means the number in the draft.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let text = use_state(String::new);
    let read = {
        let (language, terms) = (props.language.clone(), props.terms.clone());
        let range = props.range.clone();
        move |text: &str| {
            let reading = Reading {
                language: &**language.as_ref()?,
                terms: &terms,
                today: 0,
            };
            exact(text, reading).filter(|value| range.contains(value))
        }
    };
    let now = read(&text);
    // A draft may store nothing for a zero.
    let is_meant = now == props.value || (props.value.is_none() && now == Some(0.0));
    let value = match props.value {
        Some(value) if !is_meant => typed(&props.speech, value),
        _ if is_meant => (*text).clone(),
        _ => String::new(),
    };
    let is_wrong = is_meant && now.is_none() && !value.trim().is_empty();
    let on_change = props.on_change.clone();
    field(InputField {
        id: props.id.clone(),
        label: props.label.clone(),
        value,
        suffix: props.suffix.clone(),
        numeric: true,
        problem: is_wrong.then(|| props.problem.clone()),
        on_input: Callback::from(move |typed: String| {
            on_change.emit(read(&typed));
            text.set(typed);
        }),
        ..InputField::default()
    })
    .into()
}
