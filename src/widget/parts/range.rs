//! Note about a range: its cautious end is counted.

use crate::draft::{Separators, range};
use crate::i18n::Speech;
use crate::widget::element::{Element, el};

/// Note about the end of a range that is counted, if a range was typed.
pub fn range_note(speech: &Speech, typed: &str) -> Option<Element> {
    let (decimal, group) = speech.separators();
    let (low, high) =
        range(typed, Separators { decimal, group }).filter(|(low, high)| low < high)?;
    let (low, high) = (speech.number(low, 2), speech.number(high, 2));
    let note = speech.with("range.note", &[("low", &low), ("high", &high)]);
    Some(el("p", "note calm").attr("translate", "no").text(note))
}
