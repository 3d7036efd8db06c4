//! The answer: the verdict with its figures, the decisive question, the request next to the needs
//! of a yes, the ways to a yes, and its folded basis.

pub mod affordable;
mod agreement;
mod announcer;
pub mod answers;
mod basis;
mod curves;
mod details;
mod earnings;
pub mod editing;
mod figures;
mod folds;
mod needs;
mod notes;
pub mod offers;
mod open_points;
mod printed_brief;
mod questions;
mod trial;
mod triangle;
mod usual;
mod verdict;
mod versions;

pub use details::Details;

use super::case::Case;
use super::deferred::{AnswerProps, DetailsProps};
use super::element::{arrive, el, focus, region};
use super::placeholder::waiting;
use super::state::{Action, BLANKS, Blank, BlankReason, Place, dispatching};
use super::steps::step_of;
use crate::engine::defaults;
use editing::Editing;
use std::rc::Rc;
use yew::prelude::*;

/// Answer to one brief. Page translators must leave it alone: they would keep outdated numbers.
#[component]
pub fn Answer(props: &AnswerProps) -> Html {
    let AnswerProps {
        setup,
        state,
        evaluation,
        ..
    } = props;
    let (terms, speech) = (&setup.terms, &setup.speech);
    let heading = use_node_ref();
    {
        // A visitor who asks to see the answer is taken to it.
        let heading = heading.clone();
        let shown = if state.answer_shown { state.sought } else { 0 };
        use_effect_with(shown, move |shown| {
            if *shown > 0 {
                arrive(&heading, ".view");
            }
        });
    }
    let loaded = props.loaded();
    let session = loaded.clone().map(|(rest, props)| (rest.session)(props));
    let region = region("answer", speech.get("region.answer")).node(session.unwrap_or_default());
    if !props.is_shown {
        // Both children keep their place.
        return region.node(Html::default()).into();
    }
    let case = case(props);
    let editing = Editing {
        draft: Rc::clone(&evaluation.draft),
        step: state.place.step(),
        on_edit: dispatching(state, Action::Edit),
        on_go: on_go(props),
    };
    let is_empty = evaluation.brief.wishes.is_empty();
    let strip = (!is_empty).then(|| verdict::strip(&case));
    let head = verdict::verdict(&case, &editing, &heading);
    let usual = is_empty.then(|| {
        let heading = heading.clone();
        // The button that was pressed is gone.
        let on_begin = Callback::from(move |()| focus(&heading));
        usual::usual_table(&case, &editing, &on_begin)
    });
    let is_whole = is_empty || loaded.is_some();
    let details = match loaded {
        Some((rest, results)) => (rest.details)(DetailsProps {
            results,
            case,
            editing,
            heading,
        }),
        None if is_empty => Html::default(),
        None => waiting(props).into(),
    };
    let note = is_whole.then(|| {
        let shop = [("shop", terms.shop.name.as_str())];
        let note = if setup.example {
            speech.format("example.note", &shop)
        } else if terms.learned.jobs > 0 {
            speech.plural("basis.note.learned", f64::from(terms.learned.jobs), &shop)
        } else if terms.overrun == defaults::OVERRUN {
            speech.format("basis.note", &shop)
        } else {
            speech.format("basis.note.set", &shop)
        };
        el("footer", "basis").child(el("p", "").text(note))
    });
    let content = el("div", "")
        .attr("translate", "no")
        .maybe_child(strip)
        .child(head)
        .maybe_child(usual.flatten())
        .node(details)
        .maybe_child(note);
    region.child(content).into()
}

/// Returns the brief and its appraisal, with everything that words them.
fn case(
    AnswerProps {
        setup, evaluation, ..
    }: &AnswerProps,
) -> Case {
    Case {
        terms: setup.terms.clone(),
        brief: evaluation.brief.clone(),
        appraisal: evaluation.appraisal.clone(),
        speech: setup.speech.clone(),
        audience: setup.audience,
        date: evaluation.echoes.day.clone(),
        today: setup.today,
    }
}

/// Callback that goes to the question of a step: at the start, to its blank if it has one.
fn on_go(AnswerProps { setup, state, .. }: &AnswerProps) -> Callback<usize> {
    let (terms, state) = (setup.terms.clone(), state.clone());
    Callback::from(move |step| {
        let topic = BLANKS
            .into_iter()
            .find(|topic| step_of(*topic, &terms) == step);
        let place = match (state.place, topic) {
            (Place::Start(_), Some(topic)) => Place::Start(Some(Blank {
                topic,
                reason: BlankReason::Chosen,
            })),
            _ => Place::Step(step),
        };
        state.dispatch(Action::Go(place));
    })
}
