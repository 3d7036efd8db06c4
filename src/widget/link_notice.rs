//! Links that open a brief, and the banner about them: opened at once if nothing was typed,
//! otherwise offered.

use super::element::{Element, button, el};
use super::localized::draft_of;
use super::setup::{Audience, Setup};
use crate::draft::{Draft, DraftDeadline};
use crate::i18n::Speech;
use crate::share;
use std::rc::Rc;
use yew::prelude::*;

/// Content of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkContent {
    /// Brief, and notes on it.
    Brief(Rc<Draft>, Vec<AttrValue>),
    /// Reason why it cannot be read.
    Unreadable(AttrValue),
}

/// Reads a link. The shop need not be told that it is one: its desk opens every brief by a link.
pub fn linked(link: &str, setup: &Setup) -> LinkContent {
    let Setup { terms, speech, .. } = setup;
    let Ok(linked) = share::read(link, terms) else {
        return LinkContent::Unreadable(speech.get("link.broken").into());
    };
    let mut draft = draft_of(&linked.brief, speech);
    if let Some(date) = linked.date {
        draft.deadline = DraftDeadline::date(date);
    }
    let opened = (setup.audience == Audience::Visitor).then(|| speech.get("link.opened").into());
    let mut notes = Vec::from_iter(opened);
    if linked.other_terms {
        notes.push(speech.get("link.other-terms").into());
    }
    notes.extend(unknown_names(speech, &linked.unknown));
    LinkContent::Brief(Rc::new(draft), notes)
}

/// Returns a note on names that the terms do not have, if there are any.
pub fn unknown_names(speech: &Speech, names: &[String]) -> Option<AttrValue> {
    let names = (!names.is_empty()).then(|| speech.list(names))?;
    Some(speech.format("file.unknown", &[("names", &names)]).into())
}

/// Content of the banner about a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkNotice {
    /// Notes on a link that is open, or could not be read.
    Notes(Vec<AttrValue>),
    /// Another brief than the one typed, to be opened or dismissed, with the notes on it.
    Choice(Rc<Draft>, Vec<AttrValue>),
}

/// Banner about a link, empty without one. `on_open` is called to open its brief, `on_leave` to
/// dismiss it.
pub fn link_notice(
    speech: &Speech,
    notice: &Option<LinkNotice>,
    on_open: &Callback<()>,
    on_leave: &Callback<()>,
) -> Element {
    let quiet = |key: &str, on_click| button("quiet", speech, key, on_click);
    let is_empty =
        |notice: &&LinkNotice| matches!(notice, LinkNotice::Notes(notes) if notes.is_empty());
    let notice = notice.as_ref().filter(|notice| !is_empty(notice));
    let content = notice.map(|notice| match notice {
        LinkNotice::Notes(notes) => {
            let notes = notes.iter().map(|note| el("p", "").text(note.clone()));
            el("div", "note")
                .child(el("div", "").children(notes))
                .child(quiet("link.close", on_leave))
        }
        LinkNotice::Choice(..) => {
            let choice = el("p", "").message(speech, "link.choice");
            el("div", "note")
                .child(el("div", "").child(choice))
                .child(quiet("link.open", on_open))
                .child(quiet("nav.keep-mine", on_leave))
        }
    });
    // A live region is announced only if it existed before its text.
    el("div", "arrived")
        .attr("role", "status")
        .maybe_child(content)
}
