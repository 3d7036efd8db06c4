//! Briefs to start from, for whoever does not know where to begin.

use super::element::{El, el};
use crate::config::Example;
use crate::i18n::Speech;
use yew::prelude::*;

/// Briefs to start from. `on_choose` is called with the place of the one that was chosen.
pub fn examples(speech: &Speech, examples: &[Example], on_choose: &Callback<usize>) -> Option<El> {
    if examples.is_empty() {
        return None;
    }
    let chips = examples.iter().enumerate().map(|(index, example)| {
        let chip = el("button", "chip")
            .attr("type", "button")
            .on_click(&on_choose.reform(move |()| index))
            .text(speech.text(&example.name).to_owned());
        el("li", "").key(index).with(chip)
    });
    Some(
        el("section", "examples")
            .with(el("h3", "").say(speech, "examples.title"))
            .with(el("ul", "chips").each(chips)),
    )
}
