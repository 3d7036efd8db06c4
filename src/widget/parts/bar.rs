//! The answer in one line, where there is room for one column only.

use super::mark::icon;
use crate::engine::{Appraisal, Verdict};
use crate::i18n::{Speech, speak};
use crate::widget::element::{El, el};
use yew::prelude::*;

/// The answer in one line: it opens and closes the whole of it. `on_open` is called with whether
/// it should be open.
pub fn bar(speech: &Speech, appraisal: &Appraisal, open: bool, on_open: &Callback<bool>) -> El {
    let bar = el("button", "bar")
        .attr("part", "bar")
        .attr("type", "button")
        .attr("aria-expanded", if open { "true" } else { "false" })
        .on_click(&on_open.reform(move |()| !open));
    let said = |class, text| el("span", class).attr("translate", "no").text(text);
    let bar = if open {
        bar.with(el("span", "bar-verdict").say(speech, "bar.close"))
    } else {
        let odds = appraisal
            .odds
            .both
            .filter(|_| appraisal.verdict != Verdict::Ask);
        bar.with(said("bar-verdict", speak::verdict(speech, appraisal)))
            .maybe(odds.map(|odds| said("bar-odds", speak::odds(speech, odds))))
    };
    bar.with(icon("bar-arrow", "M6 15l6-6 6 6"))
}
