//! What becomes of a range: its cautious end is counted, and the other one is asked about.

use crate::draft::{Separators, range};
use crate::i18n::Speech;
use yew::prelude::*;

/// What becomes of a range.
#[derive(Properties, Clone, PartialEq)]
pub struct RangeProps {
    /// The words.
    pub speech: Speech,
    /// What was typed.
    pub typed: AttrValue,
}

/// Says which end of a range is counted. Nothing where no range was typed.
#[component]
pub fn Range(props: &RangeProps) -> Html {
    let speech = &props.speech;
    let (decimal, group) = speech.separators();
    match range(&props.typed, Separators { decimal, group }) {
        Some((low, high)) if low < high => {
            let (low, high) = (speech.number(low, 2), speech.number(high, 2));
            html! {
                <p class="note calm" translate="no">{ speech.with("range.note", &[("low", &low), ("high", &high)]) }</p>
            }
        }
        _ => Html::default(),
    }
}
