//! What is folded at the end of the answer: to play with, the reasons, how such jobs end, what was told,
//! versions, and what it rests on.

use super::editing::Editing;
use super::{basis, curves, earnings, figures, notes, told, triangle, versions};
use crate::widget::case::Case;
use crate::widget::element::{component, el, group};
use crate::widget::setup::Audience;
use versions::Aside;
use yew::prelude::*;

/// Folded sections of the answer.
#[derive(Properties, Clone, PartialEq)]
pub struct FoldsProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub editing: Editing,
    /// Version that was set aside.
    pub aside: Aside,
}

/// Folded sections of the answer. The one to play with is open where there is room beside the questions.
#[component]
pub fn Folds(props: &FoldsProps) -> Html {
    let FoldsProps {
        case,
        editing,
        aside,
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
    let is_shop = case.audience == Audience::Shop;
    let fold = |key: &str| {
        let title = el("h3", "").message(&case.speech, key);
        el("details", "fold").child(el("summary", "").child(title))
    };
    let reasons = notes::reasons(case);
    let conflicts = notes::conflicts(case);
    let why = (reasons.is_some() || conflicts.is_some()).then(|| {
        fold("reasons.title")
            .maybe_child(reasons)
            .maybe_child(conflicts)
    });
    let earnings = is_shop.then(|| earnings::earnings(case)).flatten();
    let earnings = earnings.map(|earnings| fold("earnings.title").child(earnings));
    group()
        .child(
            fold("play.title")
                .node_ref(&play)
                .child(triangle::triangle(case, editing)),
        )
        .maybe_child(why)
        .maybe_child(earnings)
        .child(
            fold("curve.legend")
                .node(component::<curves::Curves>(case.clone()))
                .child(figures::figures(case)),
        )
        .maybe_child(told::told(case, editing).map(|told| fold("told.title").child(told)))
        .child(versions::versions(case, aside))
        .child(basis::basis(case, &editing.on_go))
        .content()
}

/// Returns `true` if both the answer and the questions are seen.
fn is_beside_the_questions(fold: &web_sys::Element) -> bool {
    let is_seen = |element: &web_sys::Element| element.get_bounding_client_rect().width() > 0.0;
    let view = fold.closest(".view").ok().flatten();
    let questions = view.and_then(|view| view.query_selector(".questions").ok().flatten());
    is_seen(fold) && questions.is_some_and(|questions| is_seen(&questions))
}
