//! Counting without a server: what a page adds to have answers counted by what it counts with already.

use super::parts::Code;
use crate::i18n::Speech;
use yew::prelude::*;

/// What a page may count with, and what it then adds.
const WAYS: [(&str, &str); 4] = [
    (
        "plausible",
        include_str!("../../examples/insight/plausible.js"),
    ),
    ("matomo", include_str!("../../examples/insight/matomo.js")),
    ("ga4", include_str!("../../examples/insight/ga4.js")),
    ("beacon", include_str!("../../examples/insight/beacon.js")),
];

/// Counting without a server.
#[derive(Properties, Clone, PartialEq)]
pub struct InsightProps {
    /// The words.
    pub speech: Speech,
}

/// Counting without a server.
#[component]
pub fn Insight(props: &InsightProps) -> Html {
    let speech = &props.speech;
    let way = use_state(|| 0);
    let ways = WAYS.iter().enumerate().map(|(index, (id, _))| {
        let (on, way) = (*way == index, way.clone());
        let onchange = Callback::from(move |_: Event| way.set(index));
        html! {
            <label class="option" key={*id}>
                <input type="radio" name="insight" value={*id} checked={on} {onchange} />
                <span>{ speech.say(&format!("insight.{id}")) }</span>
            </label>
        }
    });
    let (id, text) = WAYS[*way];
    html! {
        <div class="insight">
            <fieldset class="options">
                <legend class="for-listeners">{ speech.say("insight.with") }</legend>
                { for ways }
            </fieldset>
            <p class="hint">{ speech.say("insight.how") }</p>
            <Code speech={speech.clone()} title={speech.say(&format!("insight.{id}"))} text={text} />
            <p class="hint">{ speech.say("insight.what") }</p>
        </div>
    }
}
