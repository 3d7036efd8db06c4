//! Reports of the visitor's changes to the host, and their storage on this device.

use super::aside::use_aside;
use super::deferred::ResultsProps;
use super::evaluation::Evaluation;
use super::host::Host;
use super::notice::Notice;
use super::state::{Action, Tried};
use crate::config::{EditedLetter, SavedBrief, SavedVersion, TypedSignature, View};
use crate::draft::Draft;
use crate::shared::Shared;
use std::rc::Rc;
use yew::prelude::*;

/// Most bytes of a message that are saved, so that everything fits into the browser's limits for a
/// page. Assumption.
const MOST_KEPT: usize = 60_000;

/// State of the visitor's work that is reported.
#[derive(Clone, PartialEq)]
struct Work {
    initial_draft: Rc<Draft>,
    is_restored: bool,
    draft: Rc<Draft>,
    tried: Option<Shared<Tried>>,
    letter: Option<Shared<EditedLetter>>,
    signed: Rc<TypedSignature>,
    message: Option<AttrValue>,
    aside: Rc<Option<Evaluation>>,
    view: View,
    keep: bool,
}

/// Reports every change that the visitor makes.
#[hook]
pub fn use_report(props: &ResultsProps) {
    let ResultsProps {
        host,
        state,
        evaluation,
        setup,
        ..
    } = props;
    let aside = use_aside(state, setup);
    let work = Work {
        initial_draft: Rc::clone(&state.initial_draft),
        is_restored: state.is_restored,
        draft: Rc::clone(&evaluation.draft),
        tried: state.tried.clone(),
        letter: state.letter.clone(),
        signed: Rc::clone(&state.signed),
        message: state.message.as_ref().map(|heard| heard.text.clone()),
        aside,
        view: state.view(),
        keep: state.keep,
    };
    // The host has not heard of changes from before this part was loaded.
    let reported = use_mut_ref(|| Work {
        draft: Rc::clone(&work.initial_draft),
        keep: false,
        ..work.clone()
    });
    {
        // Consent that is withdrawn in one tab is withdrawn in all.
        let (host, state) = (host.clone(), state.dispatcher());
        use_effect_with(host.clone(), move |_| {
            let then = Callback::from(move |()| state.dispatch(Action::KeepOnDevice(false)));
            let subscription = host.on_removal(then);
            move || drop(subscription)
        });
    }
    let (host, evaluation) = (host.clone(), evaluation.clone());
    let state = state.dispatcher();
    use_effect(move || {
        let before = reported.replace(work.clone());
        if !work.report(&before, &*host, &evaluation) {
            state.dispatch(Action::KeepOnDevice(false));
            state.dispatch(Action::Notice(Notice::new("keep.failed")));
        }
    });
}

impl Work {
    /// Reports the changes since a former state. Restored data is no change by the visitor, and
    /// stays stored unchanged. Returns `false` if they could not be stored.
    fn report(&self, before: &Work, host: &dyn Host, evaluation: &Evaluation) -> bool {
        let is_by_restoring =
            self.is_restored != before.is_restored || self.initial_draft != before.initial_draft;
        if self == before || is_by_restoring {
            return true;
        }
        let Evaluation {
            brief, appraisal, ..
        } = evaluation;
        // A tried offer is not the visitor's request.
        let (asked, draft, day) = match &self.tried {
            Some(tried) => (&tried.asked, &tried.before, &tried.date),
            None => (brief, &self.draft, &evaluation.echoes.day),
        };
        let mut saved = SavedBrief::new((**asked).clone(), draft.typed(day.as_deref()));
        saved.letter = self.letter.as_ref().map(|letter| (**letter).clone());
        saved.signed = (*self.signed != TypedSignature::default()).then(|| (*self.signed).clone());
        let message = self.message.as_ref().filter(|text| text.len() <= MOST_KEPT);
        saved.message = message.map(|text| text.to_string());
        let aside = self.aside.as_ref().as_ref();
        saved.aside = aside.map(|aside| SavedVersion {
            brief: (*aside.brief).clone(),
            typed: aside.draft.typed(aside.echoes.day.as_deref()),
        });
        let is_stored = if self.keep || before.keep {
            host.store(self.keep.then_some(&saved))
        } else {
            true
        };
        saved.view = Some(self.view.clone());
        host.emit_saved(&saved);
        if self.draft != before.draft {
            host.emit_change(brief, appraisal);
        }
        is_stored || !self.keep
    }
}
