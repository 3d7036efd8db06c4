//! What was asked, for paper only: on the screen it stands beside the answer.

use super::AnswerProps;
use crate::engine::CareKind;
use crate::i18n::speak;
use yew::prelude::*;

/// What was asked.
pub fn asked(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        brief,
        ..
    } = props;
    let purpose = brief.purpose.as_ref().and_then(|id| {
        let known = terms.purposes.iter().find(|known| known.id == *id)?;
        Some(speak::name(speech, &known.label, id))
    });
    let wishes: Vec<String> = brief
        .wishes
        .iter()
        .map(|wish| speak::wished(speech, terms, wish))
        .collect();
    let care: Vec<String> = CareKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let owner = brief.care[kind]?;
            let kind = speech.say(&format!("care.{}", kind.id()));
            Some(speech.with(&format!("change.care.{}", owner.id()), &[("kind", &kind)]))
        })
        .collect();
    let promises: Vec<String> = brief
        .promises
        .iter()
        .map(|id| speak::promise(speech, terms, id))
        .collect();
    let date = brief
        .deadline
        .map(|deadline| speak::deadline(speech, deadline));
    let budget = brief
        .budget
        .map(|budget| speak::budget(speech, terms, budget));
    let row = |key: &str, values: Vec<String>| {
        html! {
            if !values.is_empty() {
                <dt>{ speech.say(key) }</dt>
                <dd>{ values.join(" · ") }</dd>
            }
        }
    };
    html! {
        <dl class="for-print">
            { row("step.purpose", purpose.into_iter().collect()) }
            { row("step.wishes", wishes) }
            { row("step.care", care) }
            { row("step.promises", promises) }
            { row("step.date", date.into_iter().collect()) }
            { row("step.budget", budget.into_iter().collect()) }
        </dl>
    }
}
