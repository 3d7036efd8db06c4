//! What the answer rests on: what was taken for granted, and where the numbers come from.

use super::AnswerProps;
use crate::engine::{CareKind, Show, Spread, Topic, Want, defaults};
use crate::i18n::speak;
use crate::widget::steps::step_of;
use yew::prelude::*;

/// What the answer rests on.
pub fn basis(props: &AnswerProps) -> Html {
    let AnswerProps {
        speech, appraisal, ..
    } = props;
    html! {
        <details class="assumed">
            <summary>{ speech.say("basis.title") }</summary>
            if !appraisal.assumed.is_empty() {
                <h4>{ speech.say("assumed.title") }</h4>
                <ul>{ for assumed(props) }</ul>
            }
            <h4>{ speech.say("sources.title") }</h4>
            <ul>{ for sources(props).into_iter().map(|source| html! { <li>{ source }</li> }) }</ul>
        </details>
    }
}

/// What was not said and had to be taken for something, each with the way to change it.
fn assumed(props: &AnswerProps) -> Vec<Html> {
    let AnswerProps {
        speech,
        appraisal,
        on_go,
        ..
    } = props;
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
    assumed.collect()
}

/// Where the numbers come from: the shop's own hours first, then what is borrowed from elsewhere.
fn sources(props: &AnswerProps) -> Vec<String> {
    let AnswerProps {
        speech,
        terms,
        brief,
        appraisal,
        ..
    } = props;
    let assumption = || speech.say("sources.assumption");
    let mut sources = Vec::new();
    for wish in &brief.wishes {
        let Want::Service { service: id } = &wish.want else {
            continue;
        };
        let Some(service) = terms.service(id) else {
            continue;
        };
        let name = speak::name(speech, &service.label, id);
        let source = service.label.source.as_ref();
        let source = source.map_or_else(assumption, |text| speech.text(text).to_owned());
        let said = match speech.show() {
            Show::Ratios => speech.with("sources.named", &[("name", &name), ("source", &source)]),
            Show::Prices | Show::Ranges => {
                let (low, high) = (
                    speech.number(service.hours.low, 1),
                    speech.number(service.hours.high, 1),
                );
                let values = [
                    ("name", name.as_str()),
                    ("low", &low),
                    ("high", &high),
                    ("source", &source),
                ];
                speech.with("sources.hours", &values)
            }
        };
        if !sources.contains(&said) {
            sources.push(said);
        }
    }
    let borrowed = |id: &str, is: Spread, default: Spread| {
        let source = if is == default {
            speech.say(&format!("sources.{id}.from"))
        } else {
            speech.with("sources.own", &[("shop", &terms.shop.name)])
        };
        let name = speech.say(&format!("sources.{id}"));
        speech.with("sources.named", &[("name", &name), ("source", &source)])
    };
    sources.push(borrowed("overrun", terms.overrun, defaults::OVERRUN));
    sources.push(borrowed("schedule", terms.schedule, defaults::SCHEDULE));
    if brief.conditions.content_ready == Some(false) {
        sources.push(borrowed(
            "contentWait",
            terms.content_wait,
            defaults::CONTENT_WAIT,
        ));
    }
    sources.push(speech.with(
        "sources.confidence",
        &[("odds", &speak::odds(speech, appraisal.confidence))],
    ));
    sources
}
