//! Bar with the answer in one line, where there is room for one column only.

use super::mark::icon;
use crate::engine::{Appraisal, Brief, Verdict};
use crate::i18n::{Speech, speak};
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Bar that shows and hides the answer. `on_show` is called with `true` to show it.
pub fn bar(
    speech: &Speech,
    brief: &Brief,
    appraisal: &Appraisal,
    shown: bool,
    on_show: &Callback<bool>,
) -> Element {
    let bar = el("button", "bar")
        .attr("part", "bar")
        .attr("type", "button")
        .attr("aria-expanded", if shown { "true" } else { "false" })
        .on_click(&on_show.reform(move |()| !shown));
    let said = |class, text| el("span", class).attr("translate", "no").text(text);
    let bar = if shown {
        bar.child(el("span", "bar-verdict").message(speech, "bar.close"))
    } else {
        let odds = appraisal
            .odds
            .both
            .filter(|_| appraisal.verdict != Verdict::Ask);
        bar.child(said(
            "bar-verdict",
            speak::verdict(speech, brief, appraisal),
        ))
        .maybe_child(odds.map(|odds| said("bar-odds", speak::odds(speech, odds))))
    };
    bar.child(icon("bar-arrow", "M6 15l6-6 6 6"))
}
