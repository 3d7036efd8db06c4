//! Start: a sentence with three blanks, each of which opens the questions of its step below it.

use super::budget::short_money;
use super::date::short_date;
use super::props::StepProps;
use super::step::Step;
use crate::draft::{Draft, FieldProblem};
use crate::engine::{Topic, Want};
use crate::i18n::speak;
use crate::widget::element::{Element, arrive, button, el, group, region, reveal, to_top};
use crate::widget::parts::foot;
use crate::widget::setup::Audience;
use crate::widget::state::{BLANKS, Blank, BlankReason, Place};
use yew::prelude::*;

/// Wishes that the sentence names before it counts the others. Assumption: as many as fit into two
/// lines.
const NAMED: usize = 2;

/// Properties of [`Start`].
#[derive(Properties, Clone, PartialEq)]
pub struct StartProps {
    /// Properties of every step.
    pub step: StepProps,
    /// Blank that is open.
    pub open: Option<Blank>,
    /// Questions of that blank, or their placeholder.
    pub questions: Html,
    /// `true` once they are loaded.
    pub has_questions: bool,
    /// Number of times that the visitor came here from elsewhere.
    pub arrivals: u32,
    /// Number of times that the visitor went to a place.
    pub moves: u32,
    /// Answer in one line, once the answer part is loaded.
    pub bar: Html,
    /// Called with the place to go to.
    pub on_go: Callback<Place>,
    /// Called when the answer is to be shown.
    pub on_answer: Callback<()>,
}

/// Sentence with its blanks, and the ways on.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let StartProps {
        step,
        open,
        questions,
        ..
    } = props;
    let StepProps { speech, draft, .. } = step;
    let (panel, title) = (use_node_ref(), use_node_ref());
    {
        let title = title.clone();
        use_effect_with(props.arrivals, move |arrivals| {
            if *arrivals > 0 {
                arrive(&title, ".view");
            }
        });
    }
    {
        let panel = panel.clone();
        // If its questions are still loading, again once they are there; and at each attempt to go
        // on.
        let is_there = props.has_questions;
        use_effect_with((*open, is_there, props.moves), move |(open, ..)| {
            if let Some(open) = open {
                enter(&panel, open);
            }
        });
    }
    let panel = open.map(|open| {
        let title = match open.topic {
            Topic::Wishes => "wishes.title",
            Topic::Deadline => "date.title",
            _ => "budget.title",
        };
        let why = (open.reason == BlankReason::Missing && draft.wishes.is_empty()).then(|| {
            el("p", "note")
                .attr("role", "alert")
                .message(speech, "start.missing")
        });
        let title = el("h3", "").attr("tabindex", "-1").text(step.voiced(title));
        el("div", "blank-questions")
            .key(open.topic.name())
            .attr("id", "blank-questions")
            .node_ref(&panel)
            .child(title)
            .maybe_child(why)
            .child(
                el("div", step_class(open.reason == BlankReason::Unreadable))
                    .node(questions.clone()),
            )
    });
    let first_open = Step::first_open(&step.terms, draft);
    let steps = || {
        let on_steps = props.on_go.reform(move |()| Place::Step(first_open));
        button("quiet", speech, "start.steps", &on_steps).attr("data-step", "")
    };
    let title = el("h2", "for-listeners")
        .attr("tabindex", "-1")
        .node_ref(&title)
        .message(speech, "start.title");
    let (key, on_next) = next(props);
    let next = match key {
        // Next to the answer in one line only one word fits.
        "start.see" => vec![
            el("span", "wide").message(speech, key),
            el("span", "narrow").message(speech, "bar.see"),
        ],
        _ => vec![el("span", "").message(speech, key)],
    };
    let start = region("questions", speech.get("region.questions"))
        .child(title)
        .child(sentence(props))
        .maybe_child(panel)
        .child(el("div", "ways narrow").child(steps()));
    group()
        .child(start)
        .child(foot(
            "foot of-start",
            props.bar.clone(),
            vec![steps()],
            el("button", "main")
                .attr("type", "button")
                .on_click(&on_next)
                .children(next),
        ))
        .content()
}

/// Returns the class of a step, which differs if somebody was led to an error.
pub fn step_class(is_led: bool) -> &'static str {
    if is_led { "step led" } else { "step" }
}

/// Sentence with a blank in each of its places.
fn sentence(props: &StartProps) -> Element {
    let StepProps {
        audience, speech, ..
    } = &props.step;
    let key = match audience {
        Audience::Visitor => "start.sentence",
        Audience::Shop => "shop.start.sentence",
    };
    let mut sentence = el("p", "sentence");
    // Last blank, with the punctuation that must not be separated from it.
    let mut last: Option<Element> = None;
    for (text, place) in speech.pieces(key) {
        let of_text = |c: char| c.is_alphabetic() || c.is_whitespace();
        let (marks, text) = text.split_at(text.find(of_text).unwrap_or(text.len()));
        sentence = match last.take() {
            Some(blank) => sentence.child(blank.text(marks.to_owned())),
            None => sentence.text(marks.to_owned()),
        }
        .text(text.to_owned());
        let blank = match place {
            "wishes" => {
                let (said, more) = wishes(props);
                match more {
                    Some(more) => {
                        sentence = sentence.child(said).text(" ");
                        more
                    }
                    None => said,
                }
            }
            "date" => blank(
                props,
                Topic::Deadline,
                short_date(&props.step),
                "start.date",
            ),
            "money" => blank(
                props,
                Topic::Budget,
                short_money(&props.step),
                "start.money",
            ),
            _ => continue,
        };
        last = Some(el("span", "bound").child(blank));
    }
    match last {
        Some(blank) => sentence.child(blank),
        None => sentence,
    }
}

/// Takes the visitor to the questions of a blank: into its text field, or to their title.
fn enter(panel: &NodeRef, open: &Blank) {
    let Some(panel) = panel.cast::<web_sys::Element>() else {
        return;
    };
    to_top(&panel, ".view");
    let view = panel.closest(".view").ok().flatten();
    let bar = view.and_then(|view| view.query_selector(".standing").ok().flatten());
    // In one column a field would bring a keyboard over the answers to pick from.
    let is_narrow = bar.is_some_and(|bar| bar.get_bounding_client_rect().width() > 0.0);
    let field = match (open.reason, open.topic) {
        (BlankReason::Unreadable, _) => "[aria-invalid]",
        (BlankReason::Chosen | BlankReason::Missing, Topic::Wishes | Topic::Deadline)
            if is_narrow =>
        {
            "h3"
        }
        _ => "textarea, input:not([type=radio]):not([type=checkbox])",
    };
    let find = |place| panel.query_selector(place).ok().flatten();
    if let Some(place) = find(field).or_else(|| find("h3")) {
        reveal(place);
    }
}

/// Blanks of the wishes: the names, and one to add another.
fn wishes(props: &StartProps) -> (Element, Option<Element>) {
    let StepProps {
        terms,
        speech,
        draft,
        ..
    } = &props.step;
    let wished = draft.wishes.iter().map(|wish| match &wish.want {
        Want::Service { service } => speak::service(speech, terms, service),
        Want::Sized { name, .. } | Want::Estimated { name, .. } if name.is_empty() => {
            speech.get("wishes.own")
        }
        Want::Sized { name, .. } | Want::Estimated { name, .. } => name.clone(),
    });
    let mut names: Vec<String> = wished.collect();
    // Naming one more takes no more room than its count.
    if names.len() > NAMED + 1 {
        let others = names.len() - NAMED;
        names.truncate(NAMED);
        names.push(speech.plural("start.others", others as f64, &[]));
    }
    let said = (!names.is_empty()).then(|| speech.list(&names));
    let more = said.is_some().then(|| {
        let more = el("button", "blank")
            .attr("type", "button")
            .on_click(&opening(props, Topic::Wishes, BlankReason::Chosen));
        more.message(speech, "start.more")
    });
    (blank(props, Topic::Wishes, said, "start.wishes"), more)
}

/// Blank of the sentence: its answer, or a question.
fn blank(props: &StartProps, topic: Topic, said: Option<String>, question: &str) -> Element {
    let StepProps { speech, .. } = &props.step;
    let is_open = props.open.is_some_and(|open| open.topic == topic);
    // Text that is not understood is no answer yet.
    let is_read = !props.step.problems.iter().any(|it| topic_of(it) == topic);
    let class = if said.is_some() && is_read {
        "blank said"
    } else {
        "blank"
    };
    let on_click = if is_open {
        props.on_go.reform(|()| Place::Start(None))
    } else {
        opening(props, topic, BlankReason::Chosen)
    };
    el("button", class)
        .key(topic.name())
        .attr("type", "button")
        .attr("aria-expanded", if is_open { "true" } else { "false" })
        .maybe_attr("aria-controls", is_open.then_some("blank-questions"))
        // Page translators would keep an outdated number.
        .maybe_attr("translate", said.is_some().then_some("no"))
        .on_click(&on_click)
        .text(said.unwrap_or_else(|| speech.get(question)))
}

/// Callback that opens a blank.
fn opening(props: &StartProps, topic: Topic, reason: BlankReason) -> Callback<()> {
    let place = Place::Start(Some(Blank { topic, reason }));
    props.on_go.reform(move |()| place)
}

/// Returns `true` if a blank is filled in.
fn is_filled(draft: &Draft, topic: Topic) -> bool {
    match topic {
        Topic::Wishes => !draft.wishes.is_empty(),
        Topic::Deadline => draft.deadline.is_answered(),
        _ => draft.budget.is_answered(),
    }
}

/// Returns the label and callback of the way on: errors first, then from an open blank to the next
/// empty one, and finally to the answer.
fn next(props: &StartProps) -> (&'static str, Callback<()>) {
    let draft = &props.step.draft;
    let empty = |topic: &Topic| !is_filled(draft, *topic);
    let unreadable = |topic| opening(props, topic, BlankReason::Unreadable);
    let mut problems = props.step.problems.iter().map(topic_of);
    if let Some(open) = props.open {
        let after = BLANKS.into_iter().skip_while(|topic| *topic != open.topic);
        let before = BLANKS.into_iter().take_while(|topic| *topic != open.topic);
        if let Some(topic) = after.skip(1).chain(before).find(empty) {
            let stays = problems.any(|topic| topic == open.topic);
            let on_next = if stays {
                unreadable(open.topic)
            } else {
                opening(props, topic, BlankReason::Chosen)
            };
            return ("nav.next", on_next);
        }
    }
    let on_see = problems.next().map(unreadable);
    (
        "start.see",
        on_see.unwrap_or_else(|| props.on_answer.clone()),
    )
}

/// Returns the topic of the blank that an error is in.
fn topic_of(problem: &FieldProblem) -> Topic {
    match problem {
        FieldProblem::Count(_) | FieldProblem::Name(_) => Topic::Wishes,
        FieldProblem::Weeks | FieldProblem::Date => Topic::Deadline,
        FieldProblem::Amount
        | FieldProblem::Currency
        | FieldProblem::Tax
        | FieldProblem::Rate
        | FieldProblem::Hours
        | FieldProblem::Months => Topic::Budget,
    }
}
