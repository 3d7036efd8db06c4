//! Folded sections at the end of the answer: playground, reasons, distribution, answers, versions
//! and basis.

use super::{answers, basis, curves, earnings, figures, notes, triangle, versions};
use crate::widget::deferred::{FoldsProps, Section};
use crate::widget::element::{Element, button, component, el, group};
use crate::widget::placeholder::waiting;
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Folded sections of the answer, whose content is loaded last. The playground is open in a layout
/// with two columns.
#[component]
pub fn Folds(props: &FoldsProps) -> Html {
    let FoldsProps {
        case, aside, rest, ..
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
    let inside = |fold| match rest.loaded() {
        Some(later) => (later.inside)(fold, props),
        None => waiting(*rest, speech, &props.host).into(),
    };
    let fold = |class, key: &str, fold| {
        let title = match fold {
            Section::Answers => case.audience.says(speech, key, "shop.told.title"),
            _ => speech.get(key),
        };
        let title = el("h3", "").text(title);
        el("details", class)
            .child(el("summary", "").child(title))
            .node(inside(fold))
    };
    let appraisal = &case.appraisal;
    let has_why = !appraisal.reasons.is_empty() || !appraisal.conflicts.is_empty();
    let is_earned = case.audience == Audience::Shop && appraisal.earns_per_hour.is_some();
    let versions = match aside.other {
        Some(_) => el("section", "figures versions").node(inside(Section::Versions)),
        None => {
            let set = button("quiet", speech, "versions.set", &aside.on_set);
            el("section", "versions").child(set)
        }
    };
    group()
        .child(fold("fold play", "play.title", Section::Play).node_ref(&play))
        .maybe_child(has_why.then(|| fold("fold", "reasons.title", Section::Why)))
        .maybe_child(is_earned.then(|| fold("fold", "earnings.title", Section::Earnings)))
        .child(fold("fold", "curve.legend", Section::Ends))
        .child(fold("fold of-answers", "told.title", Section::Answers))
        .child(versions)
        .child(fold("fold assumed", "basis.title", Section::Basis))
        .content()
}

/// Returns the content of a section.
pub fn inside(fold: Section, props: &FoldsProps) -> Html {
    let FoldsProps {
        case,
        editing,
        aside,
        ..
    } = props;
    let html = |element: Option<Element>| element.map_or_else(Html::default, Html::from);
    match fold {
        Section::Play => triangle::triangle(case, editing).into(),
        Section::Why => group()
            .maybe_child(notes::reasons(case))
            .maybe_child(notes::conflicts(case))
            .content(),
        Section::Earnings => html(earnings::earnings(case)),
        Section::Ends => group()
            .node(component::<curves::Curves>(case.clone()))
            .child(figures::figures(case))
            .content(),
        Section::Answers => html(answers::answers(case, editing)),
        Section::Versions => versions::versions(case, aside),
        Section::Basis => basis::basis(case, &editing.on_go),
    }
}

/// Returns `true` if both the answer and the questions are visible.
fn is_beside_the_questions(fold: &web_sys::Element) -> bool {
    let is_seen = |element: &web_sys::Element| element.get_bounding_client_rect().width() > 0.0;
    let view = fold.closest(".view").ok().flatten();
    let questions = view.and_then(|view| view.query_selector(".questions").ok().flatten());
    is_seen(fold) && questions.is_some_and(|questions| is_seen(&questions))
}
