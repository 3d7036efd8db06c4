//! Open points: questions whose answers move the figures, each with the assumption in its place.

use super::basis;
use super::folds::FoldsProps;
use crate::engine::Topic;
use crate::i18n::speak;
use crate::widget::element::{Element, el};
use crate::widget::steps::{Ask, ask, is_a_choice, is_answered};
use yew::prelude::*;

/// Unanswered questions that are open: the others are folded. Assumption: as many as leave the ways
/// to a yes in sight.
const OPEN: usize = 2;

/// Questions whose answers move the figures. An answered one stays, to be seen and changed, and the
/// next one opens below it: nobody has to go from step to step.
#[component]
pub fn OpenPoints(props: &FoldsProps) -> Html {
    let FoldsProps { case, editing, .. } = props;
    let appraisal = &case.appraisal;
    let shown = use_mut_ref(Vec::<Topic>::new);
    if appraisal.is_waiting() {
        return nothing();
    }
    let worth_it = appraisal.questions.iter();
    let worth_it = worth_it.filter(|question| question.is_worth_asking());
    let worth_it = worth_it.map(|question| question.topic);
    let asked: Vec<Topic> = worth_it
        .filter(|topic| is_a_choice(*topic) && !props.deciding.contains(topic))
        .filter(|topic| basis::counts(&case.brief, *topic))
        .collect();
    let draft = &editing.draft;
    let mut shown = shown.borrow_mut();
    shown.retain(|topic| asked.contains(topic) || is_answered(*topic, draft));
    let mut behind = Vec::new();
    for topic in asked {
        let open = shown.iter().filter(|topic| !is_answered(**topic, draft));
        if shown.contains(&topic) {
            continue;
        }
        if open.count() < OPEN {
            shown.push(topic);
        } else {
            behind.push(topic);
        }
    }
    if shown.is_empty() {
        return nothing();
    }
    let question = |topic: &Topic| question(props, *topic);
    let speech = &case.speech;
    let more = (!behind.is_empty()).then(|| {
        let title = speech.plural("more.count", behind.len() as f64, &[]);
        let behind = behind.iter().map(question);
        el("details", "more")
            .child(el("summary", "").text(title))
            .child(el("div", "questions-list").children(behind))
    });
    let is_open = shown.iter().any(|topic| !is_answered(*topic, draft));
    let plain = match is_open {
        true => speak::if_open,
        false => speak::needed,
    };
    let now = speak::as_it_stands(speech, &case.terms, &case.brief, appraisal)
        .or_else(|| plain(speech, &case.terms, &case.brief, appraisal));
    let title = match is_open {
        true => el("h3", "").message(speech, "assumed.title"),
        false => el("h3", "").message(speech, "told.title"),
    };
    el("section", "open-points")
        .child(title)
        .maybe_child(now.map(|now| el("p", "").text(now)))
        .child(el("div", "questions-list").children(shown.iter().map(question)))
        .maybe_child(more)
        .into()
}

/// Hidden section in place of the questions: Yew inserts what comes before an empty component at the
/// place where its next sibling was before.
fn nothing() -> Html {
    el("section", "").attr("hidden", "").into()
}

fn question(FoldsProps { case, editing, .. }: &FoldsProps, topic: Topic) -> Element {
    let speech = &case.speech;
    let mut assumed = case.appraisal.assumed.iter();
    let is_assumed = assumed.any(|assumed| assumed.topic == topic);
    ask(Ask {
        topic,
        place: "open",
        audience: case.audience,
        terms: &case.terms,
        speech,
        draft: &editing.draft,
        on_edit: &editing.on_edit,
        quiet: false,
        outcomes: Vec::new(),
        // A thing to be changed does not start from scratch.
        assumed: Some(match topic {
            Topic::Existing => String::new(),
            _ if is_assumed => basis::assumption(speech, topic),
            _ => String::new(),
        }),
    })
}
