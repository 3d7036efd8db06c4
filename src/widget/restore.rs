//! Restoration of the visitor's work: from the shell, this device or a link.

use super::client_message::ClientMessage;
use super::deferred::ResultsProps;
use super::link_notice::{linked, unknown_names};
use super::localized::draft_of;
use super::notice::Notice;
use super::setup::Setup;
use super::state::{Action, Restored};
use crate::config::SavedBrief;
use crate::draft::{Draft, TypedText};
use crate::engine::{Brief, fit_to_terms};
use crate::shared::Shared;
use std::rc::Rc;
use yew::prelude::*;

/// Brief from before the calculator was created.
struct Before {
    /// Brief saved by the shell, or else on this device.
    saved: Option<SavedBrief>,
    /// `true` if it is stored on this device.
    is_stored: bool,
    /// Link that the page was opened with, unless it was handled before the element was removed and
    /// re-inserted.
    link: Option<String>,
}

impl Before {
    /// Returns the state to restore under these terms.
    fn restored(&self, setup: &Setup) -> Restored {
        let saved = self.saved.as_ref();
        let (draft, notice) = saved.map(|saved| reopened(saved, setup)).unzip();
        let aside = saved.and_then(|saved| saved.aside.as_ref());
        let aside = aside.map(|aside| reopened_version(&aside.brief, &aside.typed, setup));
        Restored {
            draft: Rc::new(draft.unwrap_or_default()),
            notice: notice.flatten(),
            letter: saved
                .and_then(|saved| saved.letter.clone())
                .map(Shared::new),
            signed: Rc::new(
                saved
                    .and_then(|saved| saved.signed.clone())
                    .unwrap_or_default(),
            ),
            view: saved.and_then(|saved| saved.view.clone()),
            aside: aside.map(|(draft, _)| Rc::new(draft)),
            keep: self.is_stored,
            message: saved
                .and_then(|saved| saved.message.clone())
                .map(|text| Shared::new(ClientMessage::known(text))),
            link: self.link.as_ref().map(|link| linked(link, setup)),
        }
    }
}

/// Restores on the first render, before the first paint, and then tells the host. Restores again
/// for other terms, because a brief may have names that only those know.
#[hook]
pub fn use_restored(props: &ResultsProps) {
    let ResultsProps {
        host, setup, state, ..
    } = props;
    let before = use_memo((), |()| {
        let (saved, stored) = (host.saved(), host.stored());
        Before {
            link: host.link().filter(|_| saved.is_none()),
            is_stored: stored.is_some(),
            saved: saved.or(stored),
        }
    });
    {
        let terms = use_mut_ref(|| None);
        let (setup, state) = (setup.clone(), state.clone());
        use_effect(move || {
            // With another language, only once the state has been converted into it.
            let is_written = state.language.is_none() || state.language == setup.language;
            if is_written && terms.borrow().as_ref() != Some(&setup.terms) {
                terms.replace(Some(setup.terms.clone()));
                state.dispatch(Action::Restore(Box::new(before.restored(&setup))));
            }
        });
    }
    let host = host.clone();
    use_effect_with(state.is_restored, move |is_restored| {
        if *is_restored {
            host.emit_complete();
        }
    });
}

/// Returns a saved brief as the visitor typed it, and a note about names that the terms do not
/// have.
pub fn reopened(saved: &SavedBrief, setup: &Setup) -> (Draft, Option<Notice>) {
    let (draft, unknown) = reopened_version(&saved.brief, &saved.typed, setup);
    (draft, unknown_names(unknown))
}

/// Returns a version of a brief as the visitor typed it, and the names that the terms do not have.
fn reopened_version(brief: &Brief, typed: &TypedText, setup: &Setup) -> (Draft, Vec<String>) {
    let (brief, unknown) = fit_to_terms(brief.clone(), &setup.terms);
    let draft = draft_of(&brief, &setup.speech);
    let draft = match &setup.language {
        Some(language) => draft.retyped(typed.clone(), setup.reading(language)),
        None => draft,
    };
    (draft, unknown)
}
