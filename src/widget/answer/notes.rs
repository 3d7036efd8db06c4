//! What stands beside the answer: why, and what contradicts.

use super::AnswerProps;
use crate::i18n::speak;
use yew::prelude::*;

/// At most so many reasons are given: those that weigh most.
const MOST: usize = 4;

/// Why the answer is what it is, with what each reason is worth.
pub fn reasons(props: &AnswerProps) -> Html {
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
pub fn conflicts(props: &AnswerProps) -> Html {
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
