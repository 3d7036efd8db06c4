//! Text area of the letter, for the visitor to edit.

use crate::config::EditedLetter;
use crate::config::limits::LETTER_CHARACTERS;
use crate::i18n::Speech;
use crate::widget::element::{Element, button, el};
use yew::prelude::*;

/// Characters in a line of the sheet, roughly. Assumption: our widest column with a common font.
const LINE: usize = 48;

/// Lines of the smallest sheet. Assumption: a letter of two sentences still looks like one.
const FEWEST_LINES: usize = 8;

/// Lines of the largest sheet, which scrolls from there on. Assumption: about two screens.
const MOST_LINES: usize = 60;

/// Text area with the letter. `on_input` is called with its text.
pub fn sheet(speech: &Speech, text: &str, paper: &NodeRef, on_input: &Callback<String>) -> Element {
    el("textarea", "paper")
        .node_ref(paper)
        .attr("aria-label", speech.get("reply.text"))
        .attr("rows", lines(text).to_string())
        .attr("spellcheck", "true")
        .attr("maxlength", LETTER_CHARACTERS.to_string())
        .value(text.to_owned().into())
        .on_input(on_input)
}

/// Returns the number of lines that show a whole letter, within limits.
fn lines(text: &str) -> usize {
    let lines = text.lines().map(|line| 1 + line.chars().count() / LINE);
    lines.sum::<usize>().clamp(FEWEST_LINES, MOST_LINES)
}

/// Returns the letter as an edited one. A text equal to the generated one does not count as edited,
/// and follows the answer again.
pub fn edited(text: String, written: &str, before: Option<&EditedLetter>) -> Option<EditedLetter> {
    let of = before.map_or(written, |before| &before.of);
    (text != written).then(|| EditedLetter {
        text,
        of: of.to_owned(),
    })
}

/// Note that the answer has changed since the letter was edited, with a choice between both
/// letters.
pub fn outdated(
    speech: &Speech,
    edited: &EditedLetter,
    written: &str,
    on_letter: &Callback<Option<EditedLetter>>,
) -> Element {
    let anew = on_letter.reform(|()| None);
    let kept = EditedLetter {
        text: edited.text.clone(),
        of: written.to_owned(),
    };
    let keep = on_letter.reform(move |()| Some(kept.clone()));
    el("div", "note")
        .child(el("p", "").message(speech, "reply.changed"))
        .child(button("quiet", speech, "reply.anew", &anew))
        .child(button("quiet", speech, "nav.keep-mine", &keep))
}
