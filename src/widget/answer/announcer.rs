//! Announcement of the answer to screen readers, once changes have settled.

use super::verdict::title;
use crate::engine::{Verdict, odds_in_head};
use crate::i18n::speak;
use crate::widget::case::Case;
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

/// Live region that announces a sentence once it has stopped changing.
#[component]
pub fn Announcer(props: &AnnouncerProps) -> Html {
    let announced = use_state(String::new);
    let first = use_mut_ref(|| true);
    {
        let announced = announced.clone();
        use_effect_with(props.text.clone(), move |text| {
            // Nothing is announced on mount.
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

/// Returns the answer in a sentence or two: the head, and the odds if there are any.
pub fn sentence(case: &Case) -> String {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    let said =
        |odds: Option<f64>| odds.map(|odds| speak::odds_under(speech, odds, appraisal.confidence));
    let verdict = title(case);
    let odds = odds_in_head(brief, terms, appraisal);
    match said(odds.time).zip(said(odds.money)) {
        Some((time, money)) if appraisal.verdict != Verdict::Ask => speech.format(
            "status",
            &[("verdict", &verdict), ("time", &time), ("money", &money)],
        ),
        _ => verdict,
    }
}
