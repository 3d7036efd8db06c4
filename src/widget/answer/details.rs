//! Details of the answer: everything below its head and the usual jobs.

use super::announcer::{Announcer, AnnouncerProps};
use super::editing::{Aside, Editing, Trial};
use super::folds::{Folds, FoldsProps};
use super::open_points::OpenPoints;
use super::trial::{own, tried_on};
use super::{agreement, announcer, earnings, needs, offers, printed_brief, questions};
use crate::engine::Offer;
use crate::shared::Shared;
use crate::widget::aside::use_aside;
use crate::widget::case::Case;
use crate::widget::client_message::{ClientMessage, open_questions};
use crate::widget::deferred::{DetailsProps, ResultsProps};
use crate::widget::element::{component, group};
use crate::widget::reply::props::ReplyProps;
use crate::widget::reply::{self, Reply};
use crate::widget::setup::Audience;
use crate::widget::state::{Action, Tried, dispatching};
use std::rc::Rc;
use yew::prelude::*;

/// Details of an answer, which are announced to screen readers. Before the first wish, only a letter
/// that was edited.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let DetailsProps {
        results,
        case,
        editing,
        heading,
    } = props;
    let aside = use_aside(&results.state, &results.setup);
    let aside = Aside {
        other: aside
            .as_ref()
            .as_ref()
            .map(|other| (other.brief.clone(), other.appraisal.clone())),
        on_set: dispatching(&results.state, |()| Action::SetAside),
        on_swap: dispatching(&results.state, |()| Action::Swap),
        on_forget: dispatching(&results.state, |()| Action::Forget),
    };
    let trial = Trial {
        tried: results.state.tried.clone(),
        on_try: on_try(results),
        on_take_off: dispatching(&results.state, |()| Action::TakeOff),
    };
    let reply = use_reply(props, &trial);
    let basis = use_memo(case.clone(), Case::in_head);
    let start = || reply::start(&reply, component::<Reply>);
    let text = announcer::sentence(case);
    let announcer = component::<Announcer>(AnnouncerProps { text });
    if case.brief.wishes.is_empty() {
        return group().node(announcer).node(start()).content();
    }
    let is_shop = case.audience == Audience::Shop;
    let written = agreement::is_shown(case).then(|| agreement::agreement(case, &trial, &reply));
    let (deciding, questions) = questions::questions(case, &basis.brief, editing, heading);
    let folds = FoldsProps {
        case: case.clone(),
        basis: (*basis).clone(),
        editing: editing.clone(),
        deciding,
        aside,
    };
    let open = (!is_shop).then(|| component::<OpenPoints>(folds.clone()));
    let (first, last) = if is_shop {
        (start(), Html::default())
    } else {
        (Html::default(), start())
    };
    let details = group()
        .child(printed_brief::printed_brief(case))
        .maybe_child(questions)
        .node(written.unwrap_or_default())
        .node(first)
        .maybe_child(is_shop.then(|| earnings::flags(case)).flatten())
        .maybe_child(needs::needs(case, editing, &trial))
        .maybe_child(offers::offers(case, &trial))
        .node(open.unwrap_or_default())
        .maybe_child(offers::elsewhere(case))
        .node(last)
        .node(component::<Folds>(folds))
        .content();
    // As above the second of two children, so that the announcer stays.
    group().node(announcer).node(details).content()
}

/// Returns the properties of the reply. While an offer is tried on, it is about the visitor's own
/// brief.
#[hook]
fn use_reply(props: &DetailsProps, trial: &Trial) -> ReplyProps {
    let DetailsProps {
        results,
        case,
        editing,
        ..
    } = props;
    let ResultsProps { host, state, .. } = results;
    let own = use_memo((state.tried.clone(), case.clone()), |(tried, case)| {
        tried.as_ref().map(|tried| own(tried, case))
    });
    let open_questions = use_memo(
        (
            state.message.clone(),
            Rc::clone(&state.draft),
            case.speech.clone(),
        ),
        |(message, draft, speech)| {
            let questions = |heard: &Shared<ClientMessage>| {
                let questions = open_questions(heard, draft, speech).into_iter();
                let questions = questions.map(|question| (question.topic, question.text));
                questions.collect()
            };
            message.as_ref().map(questions).unwrap_or_default()
        },
    );
    let before = state.tried.as_ref().map(|tried| Rc::clone(&tried.before));
    ReplyProps {
        case: own.as_ref().clone().unwrap_or_else(|| case.clone()),
        editing: Editing {
            draft: before.unwrap_or_else(|| Rc::clone(&editing.draft)),
            ..editing.clone()
        },
        trial: trial.clone(),
        open: state.reply_open,
        asked: state.reply_asked,
        on_open: dispatching(state, |()| Action::OpenReply),
        edited: state.letter.clone(),
        on_letter: dispatching(state, Action::Letter),
        signed: Rc::clone(&state.signed),
        on_sign: dispatching(state, |(change, merge)| Action::Sign(change, merge)),
        open_questions,
        host: host.clone(),
    }
}

/// Returns a callback that tries an offer on.
fn on_try(
    ResultsProps {
        setup,
        state,
        evaluation,
        ..
    }: &ResultsProps,
) -> Callback<Offer> {
    let (state, speech) = (state.clone(), setup.speech.clone());
    let (asked, appraisal) = (evaluation.brief.clone(), evaluation.appraisal.clone());
    let (date, today) = (evaluation.echoes.day.clone(), setup.today);
    Callback::from(move |offer: Offer| {
        // Another offer applies to the original brief rather than to the one that is tried on.
        let tried = match &state.tried {
            Some(tried) => Tried {
                offer,
                ..Tried::clone(tried)
            },
            None => Tried {
                before: Rc::clone(&state.draft),
                asked: asked.clone(),
                appraisal: appraisal.clone(),
                date: date.clone(),
                offer,
            },
        };
        let draft = tried_on(&tried, &speech, today);
        state.dispatch(Action::Try(Shared::new(tried), draft));
    })
}
