//! What stands beside the answer: why, what contradicts, and what was taken for granted.

use super::AnswerProps;
use crate::engine::{CareKind, Topic};
use crate::i18n::speak;
use crate::widget::steps::step_of;
use yew::prelude::*;

/// At most so many reasons are given: those that weigh most.
const MOST: usize = 4;

/// Why the answer is what it is, with what each reason is worth.
#[component]
pub fn Reasons(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        appraisal,
        ..
    } = props;
    if appraisal.reasons.is_empty() {
        return Html::default();
    }
    let reasons = appraisal.reasons.iter().take(MOST).map(|reason| {
        let worth = reason.lift().map(|lift| match (lift * 10.0).round() {
            tenths if tenths >= 1.0 => speech.count("reasons.worth", tenths, &[]),
            _ => speech.say("reasons.worth.little"),
        });
        html! {
            <li>
                { speak::reason(speech, terms, reason) }
                if let Some(worth) = worth {
                    <small>{ " " }{ worth }</small>
                }
            </li>
        }
    });
    html! {
        <section class="reasons">
            <h3>{ speech.say("reasons.title") }</h3>
            <ul>{ for reasons }</ul>
        </section>
    }
}

/// Answers that contradict one another, kindly put.
#[component]
pub fn Conflicts(props: &AnswerProps) -> Html {
    let AnswerProps {
        speech, appraisal, ..
    } = props;
    if appraisal.conflicts.is_empty() {
        return Html::default();
    }
    let conflicts = appraisal
        .conflicts
        .iter()
        .map(|conflict| html! { <li>{ speech.say(&format!("conflict.{}", conflict.id)) }</li> });
    html! {
        <section class="reasons conflicts">
            <h3>{ speech.say("conflicts.title") }</h3>
            <ul>{ for conflicts }</ul>
        </section>
    }
}

/// What was not said and had to be taken for something, each with the way to change it.
#[component]
pub fn Assumed(props: &AnswerProps) -> Html {
    let AnswerProps {
        speech,
        appraisal,
        on_go,
        ..
    } = props;
    if appraisal.assumed.is_empty() {
        return Html::default();
    }
    let assumed = appraisal.assumed.iter().map(|assumed| {
        let id = assumed.id;
        let onclick = on_go.reform(move |_: MouseEvent| step_of(id));
        let kind = CareKind::ALL
            .into_iter()
            .find(|kind| Topic::of_care(*kind) == id);
        let sentence = match kind {
            Some(kind) => {
                let kind = speech.say(&format!("care.{}", kind.id()));
                speech.with("assumed.care", &[("kind", &kind)])
            }
            None => speech.say(&format!("assumed.{}", id.id())),
        };
        html! {
            <li key={id.id()}>
                <span>{ sentence.clone() }</span>
                <button class="quiet" type="button" {onclick}>
                    { speech.say("assumed.change") }
                    <span class="for-listeners">{ ": " }{ sentence }</span>
                </button>
            </li>
        }
    });
    html! {
        <details class="assumed">
            <summary>{ speech.say("assumed.title") }</summary>
            <p class="hint">{ speech.say("assumed.note") }</p>
            <ul>{ for assumed }</ul>
        </details>
    }
}
