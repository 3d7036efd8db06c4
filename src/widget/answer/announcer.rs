//! Announcement of the answer to screen readers, once changes have settled.

use crate::engine::{Appraisal, Brief, Verdict};
use crate::i18n::{Speech, speak};
use crate::widget::element::el;
use yew::prelude::*;

/// Time without a change before the answer is announced, in milliseconds. Assumption: the pause
/// after which somebody has stopped typing.
const SETTLED: u32 = 900;

/// Sentence to announce.
#[derive(Properties, Clone, PartialEq)]
pub struct AnnouncerProps {
    /// Text of the sentence.
    pub text: String,
}

/// Live region that says a sentence once it has stopped changing.
#[component]
pub fn Announcer(props: &AnnouncerProps) -> Html {
    let announced = use_state(String::new);
    let first = use_mut_ref(|| true);
    {
        let announced = announced.clone();
        use_effect_with(props.text.clone(), move |text| {
            // Nothing is said on arrival.
            let timeout = (!first.replace(false)).then(|| {
                let text = text.clone();
                gloo::timers::callback::Timeout::new(SETTLED, move || announced.set(text))
            });
            move || drop(timeout)
        });
    }
    el("p", "for-listeners")
        .attr("role", "status")
        .attr("aria-atomic", "true")
        .text((*announced).clone())
        .into()
}

/// Returns the answer as one sentence.
pub fn sentence(speech: &Speech, brief: &Brief, appraisal: &Appraisal) -> String {
    let verdict = speak::verdict(speech, brief, appraisal);
    let said = |key: &str, odds: Option<f64>| {
        odds.map(|odds| speech.with(key, &[("odds", &speak::odds(speech, odds))]))
    };
    let (time, money) = (
        said("status.time", appraisal.odds.time),
        said("status.money", appraisal.odds.money),
    );
    match (time, money) {
        (Some(time), Some(money)) if appraisal.verdict != Verdict::Ask => speech.with(
            "status",
            &[("verdict", &verdict), ("time", &time), ("money", &money)],
        ),
        _ => format!("{verdict} {}", speak::lead(speech, brief, appraisal)),
    }
}
