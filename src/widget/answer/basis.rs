//! Basis of the answer: assumptions in place of missing answers, and sources of the figures.

use crate::engine::{Brief, Budget, CareKind, Rounds, Topic, Want, defaults};
use crate::i18n::{Speech, key, speak};
use crate::widget::case::Case;
use crate::widget::element::{Element, button, el, group};
use crate::widget::setup::Audience;
use crate::widget::steps::step_of;
use yew::{Callback, Html};

/// Assumptions and sources. `on_go` is called with the step to go to.
pub fn basis(case: &Case, on_go: &Callback<usize>) -> Html {
    let Case {
        speech, appraisal, ..
    } = case;
    let assumed = (!appraisal.assumed.is_empty()).then(|| {
        [
            el("h4", "").message(speech, "assumed.title"),
            el("ul", "").children(assumed(case, on_go)),
        ]
    });
    let sources = sources(case).into_iter();
    group()
        .children(assumed.into_iter().flatten())
        .child(el("h4", "").message(speech, "sources.title"))
        .child(el("ul", "").children(sources.map(|source| el("li", "").text(source))))
        .content()
}

/// Assumptions in place of missing answers, each with a link to its step.
fn assumed(case: &Case, on_go: &Callback<usize>) -> Vec<Element> {
    let Case {
        terms,
        speech,
        appraisal,
        ..
    } = case;
    // A thing to be changed exists.
    let wants = case.brief.wishes.iter().map(|wish| &wish.want);
    let is_change = terms.is_change(case.brief.purpose.as_deref(), wants);
    let assumed = appraisal.assumed.iter();
    let assumed = assumed.filter(|assumed| !is_change || assumed.topic != Topic::Existing);
    let assumed = assumed.filter(|assumed| counts(&case.brief, assumed.topic));
    let assumed = assumed.map(|assumed| {
        let id = assumed.topic;
        let there = step_of(id, terms);
        let on_click = on_go.reform(move |()| there);
        let sentence = assumption(speech, id);
        let heard = [": ", &sentence].concat();
        let change = button("quiet", speech, "assumed.change", &on_click)
            .child(el("span", "for-listeners").text(heard));
        el("li", "")
            .key(id.name())
            .child(el("span", "").text(sentence))
            .child(change)
    });
    assumed.collect()
}

/// Returns `true` unless a topic is about a delivery, which ongoing work has not.
pub fn counts(brief: &Brief, topic: Topic) -> bool {
    let is_delivery = matches!(
        topic,
        Topic::Existing | Topic::ContentReady | Topic::Phased | Topic::Depends
    );
    !(is_delivery && brief.is_ongoing())
}

/// Returns the assumption in place of an answer, in words.
pub fn assumption(speech: &Speech, topic: Topic) -> String {
    match topic.care_kind() {
        Some(kind) => {
            let kind = speech.get_for("care.{}", kind.name());
            speech.format("assumed.care", &[("kind", &kind)])
        }
        None => speech.get_for("assumed.{}", topic.name()),
    }
}

/// Sources of the figures: the shop's own hours first, then what is borrowed from elsewhere.
fn sources(case: &Case) -> Vec<String> {
    let Case {
        speech,
        terms,
        brief,
        appraisal,
        ..
    } = case;
    let assumption = || speech.get("sources.assumption");
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
        let said = match case.audience {
            // Hours next to a price would reveal the shop's rate.
            Audience::Visitor => {
                speech.format("sources.named", &[("name", &name), ("source", &source)])
            }
            Audience::Shop => {
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
                speech.format("sources.hours", &values)
            }
        };
        if !sources.contains(&said) {
            sources.push(said);
        }
    }
    let shop = [("shop", terms.shop.name.as_str())];
    let named = |id: &str, source: String| {
        let name = speech.get_for("sources.{}", id);
        speech.format("sources.named", &[("name", &name), ("source", &source)])
    };
    let own = || speech.format("sources.own", &shop);
    // Learned figures are partly the shop's own and may be typed, so their source is not certain.
    let set = || speech.format("sources.set", &shop);
    let from = |id: &str| speech.format(&key("sources.{}.from", id), &shop);
    let borrowed =
        |id: &str, is_default: bool| named(id, if is_default { from(id) } else { set() });
    let assumed =
        |id: &str, is_default: bool| named(id, if is_default { assumption() } else { own() });
    sources.push(match terms.learned.jobs {
        0 => borrowed("overrun", terms.overrun == defaults::OVERRUN),
        jobs => named(
            "overrun",
            speech.plural("sources.learned", f64::from(jobs), &shop),
        ),
    });
    sources.push(borrowed("schedule", terms.schedule == defaults::SCHEDULE));
    if brief.conditions.content_ready == Some(false) {
        let is_default = terms.content_wait == defaults::CONTENT_WAIT;
        sources.push(borrowed("contentWait", is_default));
    }
    if brief.conditions.depends == Some(true) {
        let is_default = terms.depend_wait == defaults::DEPEND_WAIT;
        sources.push(assumed("dependWait", is_default));
    }
    if matches!(brief.budget, Some(Budget::Hourly { .. })) && appraisal.care_hours > 0.0 {
        sources.push(assumed("careFree", terms.care_free == defaults::CARE_FREE));
    }
    let rounds = brief.conditions.rounds.and_then(Rounds::count);
    if rounds > Some(terms.rounds.included) {
        sources.push(assumed("rounds", terms.rounds == defaults::ROUNDS));
    }
    if CareKind::ALL
        .into_iter()
        .any(|kind| brief.care[kind].within.is_some())
    {
        sources.push(named("within", assumption()));
    }
    if terms.unpaid.with(brief.relationship.unwrap_or_default()) > 0.0 {
        sources.push(named("unpaid", from("unpaid")));
    }
    let chance = brief.ours.rivals.map(|rivals| terms.wins.against(rivals));
    if chance.is_some_and(|chance| chance < 1.0) {
        sources.push(named("wins", from("wins")));
    }
    if !appraisal.offers.is_empty() {
        sources.push(assumed("stretch", terms.stretch == defaults::STRETCH));
    }
    sources.push(speech.format(
        "sources.confidence",
        &[("odds", &speak::odds(speech, appraisal.confidence))],
    ));
    sources
}
