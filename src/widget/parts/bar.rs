//! The answer in one line, where there is room for one column only.

use crate::engine::{Appraisal, Verdict};
use crate::i18n::{Speech, speak};
use yew::prelude::*;

/// The answer in one line: it opens and closes the whole of it. `on_open` is called with whether
/// it should be open.
pub fn bar(speech: &Speech, appraisal: &Appraisal, open: bool, on_open: &Callback<bool>) -> Html {
    let onclick = on_open.reform(move |_: MouseEvent| !open);
    let odds = appraisal
        .odds
        .both
        .filter(|_| appraisal.verdict != Verdict::Ask);
    html! {
        <button class="bar" part="bar" type="button" {onclick} aria-expanded={open.to_string()}>
            if open {
                <span class="bar-verdict">{ speech.say("bar.close") }</span>
            } else {
                <span class="bar-verdict" translate="no">{ speak::verdict(speech, appraisal) }</span>
                if let Some(odds) = odds {
                    <span class="bar-odds" translate="no">{ speak::odds(speech, odds) }</span>
                }
            }
            <svg class="bar-arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 15l6-6 6 6" /></svg>
        </button>
    }
}
