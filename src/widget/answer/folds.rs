//! Folded sections at the end of the answer: playground, reasons, distribution, answers, versions
//! and basis.

use super::editing::{Aside, Editing};
use super::{answers, basis, curves, earnings, figures, notes, triangle, versions};
use crate::engine::Topic;
use crate::widget::case::Case;
use crate::widget::element::{button, component, el, group};
use crate::widget::setup::Audience;
use yew::prelude::*;

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
        basis: in_head,
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
    let fold = |class, title: String| {
        let title = el("h3", "").text(title);
        el("details", class).child(el("summary", "").child(title))
    };
    let titled = |class, key| fold(class, speech.get(key));
    let appraisal = &case.appraisal;
    let why = !in_head.appraisal.reasons.is_empty() || !appraisal.conflicts.is_empty();
    let why = why.then(|| {
        titled("fold", "reasons.title")
            .maybe_child(notes::reasons(in_head))
            .maybe_child(notes::conflicts(case))
    });
    let is_earned = case.audience == Audience::Shop && appraisal.earns_per_hour.is_some();
    let earned =
        is_earned.then(|| titled("fold", "earnings.title").maybe_child(earnings::earnings(case)));
    let told = case.audience.says(speech, "told.title", "shop.told.title");
    let versions = match aside.other {
        Some(_) => el("section", "figures versions").node(versions::versions(case, aside)),
        None => {
            let set = button("quiet", speech, "versions.set", &aside.on_set);
            el("section", "versions").child(set)
        }
    };
    group()
        .child(
            titled("fold play", "play.title")
                .node_ref(&play)
                .child(triangle::triangle(case, editing)),
        )
        .maybe_child(why)
        .maybe_child(earned)
        .child(
            titled("fold", "curve.legend")
                .node(component::<curves::Curves>(in_head.clone()))
                .child(figures::figures(in_head)),
        )
        .child(fold("fold of-answers", told).maybe_child(answers::answers(case, editing)))
        .child(versions)
        .child(titled("fold assumed", "basis.title").node(basis::basis(case, &editing.on_go)))
        .content()
}

/// Returns `true` if both the answer and the questions are visible.
fn is_beside_the_questions(fold: &web_sys::Element) -> bool {
    let is_seen = |element: &web_sys::Element| element.get_bounding_client_rect().width() > 0.0;
    let view = fold.closest(".view").ok().flatten();
    let questions = view.and_then(|view| view.query_selector(".questions").ok().flatten());
    is_seen(fold) && questions.is_some_and(|questions| is_seen(&questions))
}
