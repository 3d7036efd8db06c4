//! What becomes of a range: its cautious end is counted, and the other one is asked about.

use crate::draft::{Separators, range};
use crate::i18n::Speech;
use yew::prelude::*;

/// Says which end of a range is counted. Nothing where no range was typed.
pub fn range_note(speech: &Speech, typed: &str) -> Html {
    let (decimal, group) = speech.separators();
    match range(typed, Separators { decimal, group }) {
        Some((low, high)) if low < high => {
            let (low, high) = (speech.number(low, 2), speech.number(high, 2));
            html! {
                <p class="note calm" translate="no">{ speech.with("range.note", &[("low", &low), ("high", &high)]) }</p>
            }
        }
        _ => Html::default(),
    }
}
