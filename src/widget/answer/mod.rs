//! The answer: the verdict, the three tests, the figures, why, and what would make it a yes.

mod agreement;
mod announcer;
mod asked;
mod basis;
mod curves;
mod earnings;
pub mod editing;
mod figures;
mod notes;
mod offers;
mod questions;
mod three_tests;
pub mod told;
mod triangle;
mod verdict;
mod versions;

pub use editing::Editing;
pub use offers::Trial;
pub use versions::Aside;

use super::case::Case;
use super::element::{component, el, focus, group};
use super::reply::{Reply, ReplyProps};
use super::setup::Audience;
use announcer::{Announcer, AnnouncerProps};
use yew::prelude::*;

/// Answer to one brief.
#[derive(Properties, Clone, PartialEq)]
pub struct AnswerProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub editing: Editing,
    /// Offer that is tried on.
    pub trial: Trial,
    /// Version that was set aside.
    pub aside: Aside,
    /// Letter that can be sent.
    pub reply: ReplyProps,
    /// `true` if the terms are an example.
    pub example: bool,
    /// Number of times that the visitor has asked to see the answer; 0 while it is not shown.
    pub shown: u32,
}

/// Answer to one brief. None of it is for page translators: they would keep an outdated number.
#[component]
pub fn AnswerPanel(props: &AnswerProps) -> Html {
    let Case {
        terms,
        speech,
        appraisal,
        ..
    } = &props.case;
    let heading = use_node_ref();
    {
        // Whoever asks to see the answer is taken to it.
        let heading = heading.clone();
        use_effect_with(props.shown, move |shown| {
            if *shown > 0 {
                focus(&heading);
            }
        });
    }
    let text = announcer::sentence(speech, &props.case.brief, appraisal);
    let note = if props.example {
        "example.note"
    } else {
        "basis.note"
    };
    let note = speech.with(note, &[("shop", &terms.shop.name)]);
    el("div", "")
        .attr("translate", "no")
        .child(verdict::verdict(&props.case, &heading))
        .node(component::<Announcer>(AnnouncerProps { text }))
        .node(details(props))
        .node(component::<Reply>(props.reply.clone()))
        .child(el("footer", "basis").child(el("p", "").text(note)))
        .into()
}

/// Everything below the verdict; nothing until there is a wish.
fn details(props: &AnswerProps) -> Html {
    let (case, editing) = (&props.case, &props.editing);
    if case.brief.wishes.is_empty() {
        return Html::default();
    }
    let is_shop = case.audience == Audience::Shop;
    let written = agreement::is_shown(case).then(|| {
        component::<agreement::Agreement>(agreement::of(case, &props.trial, &props.reply))
    });
    let written = written.unwrap_or_default();
    group()
        .child(asked::asked(case))
        .node(written)
        .child(three_tests::three_tests(&case.speech, &case.appraisal))
        .child(triangle::triangle(case, editing))
        .node(component::<curves::Curves>(case.clone()))
        .child(figures::figures(case))
        .maybe_child(is_shop.then(|| earnings::earnings(case)).flatten())
        .maybe_child(is_shop.then(|| earnings::flags(case)).flatten())
        .maybe_child(notes::reasons(case))
        .maybe_child(offers::offers(case, &props.trial))
        .maybe_child(questions::questions(case, editing))
        .child(versions::versions(case, &props.aside))
        .maybe_child(notes::conflicts(case))
        .child(basis::basis(case, &editing.on_go))
        .content()
}
