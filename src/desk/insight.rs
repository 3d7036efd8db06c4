//! Counting without a server: scripts that send verdicts to the web analytics of a page.

use super::parts::Code;
use crate::i18n::Speech;
use yew::prelude::*;

/// Ids of the web analytics with the script for each.
const SCRIPTS: [(&str, &str); 5] = [
    (
        "plausible",
        include_str!("../../examples/insight/plausible.js"),
    ),
    ("matomo", include_str!("../../examples/insight/matomo.js")),
    ("ga4", include_str!("../../examples/insight/ga4.js")),
    (STEPS, include_str!("../../examples/insight/datalayer.js")),
    ("beacon", include_str!("../../examples/insight/beacon.js")),
];

/// Id of the one that is told more than verdicts: which questions were answered, and that a letter left.
const STEPS: &str = "datalayer";

/// Props of [`Insight`].
#[derive(Properties, Clone, PartialEq)]
pub struct InsightProps {
    /// Words.
    pub speech: Speech,
}

/// The script for the web analytics that the owner selects.
#[component]
pub fn Insight(props: &InsightProps) -> Html {
    let speech = &props.speech;
    let selected = use_state(|| 0);
    let options = SCRIPTS.iter().enumerate().map(|(index, (id, _))| {
        let (checked, selected) = (*selected == index, selected.setter());
        let onchange = Callback::from(move |_: Event| selected.set(index));
        html! {
            <label class="option" key={*id}>
                <input type="radio" name="insight" value={*id} {checked} {onchange} />
                <span>{ speech.get_for("insight.{}", id) }</span>
            </label>
        }
    });
    let (id, text) = SCRIPTS[*selected];
    html! {
        <div class="insight">
            <fieldset class="options">
                <legend class="for-listeners">{ speech.get("insight.with") }</legend>
                { for options }
            </fieldset>
            <p class="hint">{ speech.get("insight.how") }</p>
            <Code speech={speech.clone()} title={speech.get_for("insight.{}", id)} {text} />
            <p class="hint">{ speech.get("insight.what") }</p>
            if id == STEPS {
                <p class="hint">{ speech.get("insight.steps") }</p>
            }
        </div>
    }
}
