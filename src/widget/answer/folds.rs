//! Folded sections at the end of the answer: playground, reasons, distribution, answers, versions
//! and basis.

use super::editing::{Aside, Editing};
use super::{answers, basis, curves, earnings, figures, notes, triangle, versions};
use crate::engine::Topic;
use crate::widget::case::Case;
use crate::widget::element::{Element, button, component, el, group};
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Time after a change until what is folded follows, in milliseconds. Assumption: 0.1 seconds pass
/// as immediate, and the answer is painted by then.
const LATER: u32 = 100;

/// Properties of [`Folds`].
#[derive(Properties, Clone, PartialEq)]
pub struct FoldsProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Brief and appraisal that the figures of the head are about.
    pub basis: Case,
    /// Draft behind the brief.
    pub editing: Editing,
    /// Topics of the questions below the head.
    pub deciding: Vec<Topic>,
    /// Version set aside for comparison.
    pub aside: Aside,
}

/// Folded sections of the answer. The playground is open in a layout
/// with two columns.
#[component]
pub fn Folds(props: &FoldsProps) -> Html {
    let FoldsProps {
        case,
        basis,
        editing,
        aside,
        ..
    } = props;
    let play = use_node_ref();
    {
        let play = play.clone();
        use_effect_with((), move |()| {
            if let Some(play) = play.cast::<web_sys::Element>()
                && is_beside_the_questions(&play)
            {
                let _ = play.set_attribute("open", "");
            }
        });
    }
    let speech = &case.speech;
    let versions = match aside.other {
        Some(_) => el("section", "figures versions").node(versions::versions(case, aside)),
        None => {
            let set = button("quiet", speech, "versions.set", &aside.on_set);
            el("section", "versions").child(set)
        }
    };
    let later = |part| {
        component::<Later>(LaterProps {
            part,
            case: case.clone(),
            basis: basis.clone(),
            editing: editing.clone(),
        })
    };
    group()
        .child(
            fold("fold play", speech.get("play.title"))
                .node_ref(&play)
                .child(triangle::triangle(case, editing)),
        )
        .node(later(Part::Reasons))
        .child(versions)
        .node(later(Part::Assumptions))
        .content()
}

/// Folded section.
fn fold(class: &'static str, title: String) -> Element {
    let title = el("h3", "").text(title);
    el("details", class).child(el("summary", "").child(title))
}

/// Sections that follow a change later.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Reasons,
    Assumptions,
}

/// Properties of [`Later`].
#[derive(Properties, Clone, PartialEq)]
struct LaterProps {
    part: Part,
    case: Case,
    basis: Case,
    editing: Editing,
}

/// Folded sections, which follow a change a moment later so that they do not delay what is in sight.
#[component]
fn Later(props: &LaterProps) -> Html {
    let shown = use_state_eq(|| props.clone());
    {
        let shown = shown.clone();
        use_effect_with(props.clone(), move |props| {
            let props = props.clone();
            let timeout = gloo::timers::callback::Timeout::new(LATER, move || shown.set(props));
            move || drop(timeout)
        });
    }
    let view = use_memo(shown, |shown| match shown.part {
        Part::Reasons => reasons(shown),
        Part::Assumptions => assumptions(shown),
    });
    (*view).clone()
}

/// Reasons, what an hour brings, distribution and answers.
fn reasons(props: &LaterProps) -> Html {
    let LaterProps {
        case,
        basis,
        editing,
        ..
    } = props;
    let Case {
        speech, appraisal, ..
    } = case;
    let why = !basis.appraisal.reasons.is_empty() || !appraisal.conflicts.is_empty();
    let why = why.then(|| {
        fold("fold", speech.get("reasons.title"))
            .maybe_child(notes::reasons(basis))
            .maybe_child(notes::conflicts(case))
    });
    let is_earned = case.audience == Audience::Shop && appraisal.earns_per_hour.is_some();
    let earned = is_earned
        .then(|| fold("fold", speech.get("earnings.title")).maybe_child(earnings::earnings(case)));
    let told = case.audience.says(speech, "told.title", "shop.told.title");
    group()
        .maybe_child(why)
        .maybe_child(earned)
        .child(
            fold("fold", speech.get("curve.legend"))
                .node(component::<curves::Curves>(basis.clone()))
                .child(figures::figures(basis)),
        )
        .child(fold("fold of-answers", told).maybe_child(answers::answers(case, editing)))
        .content()
}

/// Assumptions behind the answer.
fn assumptions(LaterProps { case, editing, .. }: &LaterProps) -> Html {
    let assumptions = basis::basis(case, &editing.on_go);
    let fold = fold("fold assumed", case.speech.get("basis.title"));
    fold.node(assumptions).into()
}

/// Returns `true` if both the answer and the questions are visible.
fn is_beside_the_questions(fold: &web_sys::Element) -> bool {
    let is_seen = |element: &web_sys::Element| element.get_bounding_client_rect().width() > 0.0;
    let view = fold.closest(".view").ok().flatten();
    let questions = view.and_then(|view| view.query_selector(".questions").ok().flatten());
    is_seen(fold) && questions.is_some_and(|questions| is_seen(&questions))
}
