//! Links that open a brief, and the banner about them: opened at once if nothing was typed,
//! otherwise offered.

use super::element::{Element, button, el};
use super::localized::draft_of;
use super::notice::Notice;
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
    Brief(Rc<Draft>, Vec<Notice>),
    /// Nothing that can be read.
    Unreadable,
}

/// Reads a link. The shop need not be told that it is one: its desk opens every brief by a link.
pub fn linked(link: &str, setup: &Setup) -> LinkContent {
    let Setup { terms, speech, .. } = setup;
    let Ok(linked) = share::read(link, terms) else {
        return LinkContent::Unreadable;
    };
    let mut draft = draft_of(&linked.brief, speech);
    if let Some(date) = linked.date {
        draft.deadline = DraftDeadline::date(date);
    }
    let is_told = setup.audience == Audience::Visitor;
    let mut notes = Vec::from_iter(is_told.then(|| Notice::new("link.opened")));
    if linked.other_terms {
        notes.push(Notice::new("link.other-terms"));
    }
    notes.extend(unknown_names(linked.unknown));
    LinkContent::Brief(Rc::new(draft), notes)
}

/// Returns a note on names that the terms do not have, if there are any.
pub fn unknown_names(names: Vec<String>) -> Option<Notice> {
    Notice::about("file.unknown", names)
}

/// Content of the banner about a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkNotice {
    /// Notes on a link that is open, or could not be read.
    Notes(Vec<Notice>),
    /// Another brief than the one typed, to be opened or dismissed, with the notes on it.
    Choice(Rc<Draft>, Vec<Notice>),
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
            let notes = notes.iter().map(|note| el("p", "").text(note.text(speech)));
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
