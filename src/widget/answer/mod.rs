//! The answer: the verdict with its figures, the decisive question, the request next to the needs
//! of a yes, the ways to a yes, and its folded basis.

mod affordable;
mod agreement;
mod announcer;
pub mod answers;
mod basis;
mod curves;
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
mod triangle;
mod usual;
mod verdict;
mod versions;

pub use agreement::agreement;
pub use folds::inside;

use super::case::Case;
use super::deferred::{FoldsProps, RestState};
use super::element::{arrive, component, el, focus, group};
use super::reply;
use super::reply::props::ReplyProps;
use super::setup::Audience;
use crate::engine::defaults;
use announcer::{Announcer, AnnouncerProps};
use editing::{Aside, Editing, Trial};
use open_points::OpenPoints;
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
    /// Version set aside for comparison.
    pub aside: Aside,
    /// Letter that can be sent.
    pub reply: ReplyProps,
    /// Rest of the program.
    pub rest: RestState,
    /// `true` if the terms are an example.
    pub example: bool,
    /// Number of times that the visitor has asked to see the answer; 0 while it is not shown.
    pub shown: u32,
}

/// Answer to one brief. Page translators must leave it alone: they would keep outdated numbers.
#[component]
pub fn AnswerPanel(props: &AnswerProps) -> Html {
    let Case {
        terms,
        speech,
        brief,
        ..
    } = &props.case;
    let heading = use_node_ref();
    {
        // A visitor who asks to see the answer is taken to it.
        let heading = heading.clone();
        use_effect_with(props.shown, move |shown| {
            if *shown > 0 {
                arrive(&heading, ".view");
            }
        });
    }
    let text = announcer::sentence(&props.case);
    let shop = [("shop", terms.shop.name.as_str())];
    let note = if props.example {
        speech.format("example.note", &shop)
    } else if terms.learned.jobs > 0 {
        speech.plural("basis.note.learned", f64::from(terms.learned.jobs), &shop)
    } else if terms.overrun == defaults::OVERRUN {
        speech.format("basis.note", &shop)
    } else {
        speech.format("basis.note.set", &shop)
    };
    let is_empty = brief.wishes.is_empty();
    let strip = (!is_empty).then(|| verdict::strip(&props.case));
    el("div", "")
        .attr("translate", "no")
        .maybe_child(strip)
        .child(verdict::verdict(&props.case, &props.editing, &heading))
        .node(component::<Announcer>(AnnouncerProps { text }))
        .node(if is_empty {
            before(props, &heading)
        } else {
            details(props, &heading)
        })
        .child(el("footer", "basis").child(el("p", "").text(note)))
        .into()
}

/// Everything below the head before the first wish: the usual jobs.
fn before(props: &AnswerProps, heading: &NodeRef) -> Html {
    let heading = heading.clone();
    // The button that was pressed is gone.
    let on_begin = Callback::from(move |()| focus(&heading));
    group()
        .maybe_child(usual::usual_table(&props.case, &props.editing, &on_begin))
        .node(reply::start(&props.reply, props.rest))
        .content()
}

/// Everything below the head.
fn details(props: &AnswerProps, heading: &NodeRef) -> Html {
    let (case, editing, trial) = (&props.case, &props.editing, &props.trial);
    let is_shop = case.audience == Audience::Shop;
    let later = props.rest.loaded().filter(|_| agreement::is_shown(case));
    let written = later.map(|later| (later.agreement)(case, trial, &props.reply));
    let reply = || reply::start(&props.reply, props.rest);
    let (deciding, questions) = questions::questions(case, editing, heading);
    let folds = FoldsProps {
        case: case.clone(),
        editing: editing.clone(),
        deciding,
        aside: props.aside.clone(),
        rest: props.rest,
        host: props.reply.host.clone(),
    };
    let open = (!is_shop).then(|| component::<OpenPoints>(folds.clone()));
    let (first, last) = if is_shop {
        (reply(), Html::default())
    } else {
        (Html::default(), reply())
    };
    group()
        .child(printed_brief::printed_brief(case))
        .maybe_child(questions)
        .node(written.unwrap_or_default())
        .node(first)
        .maybe_child(is_shop.then(|| earnings::flags(case)).flatten())
        .maybe_child(needs::needs(case, editing, trial))
        .maybe_child(offers::offers(case, trial))
        .node(open.unwrap_or_default())
        .maybe_child(offers::elsewhere(case))
        .node(last)
        .node(component::<folds::Folds>(folds))
        .content()
}
