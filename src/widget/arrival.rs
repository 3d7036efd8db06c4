//! A brief that comes with a link: opened where nothing was typed, else offered.

use super::element::{Element, button, el};
use super::written::draft_of;
use crate::draft::{DeadlineKind, Draft, DraftDeadline};
use crate::engine::Terms;
use crate::i18n::Speech;
use crate::share;
use std::rc::Rc;
use yew::prelude::*;

/// What came with a link.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// A brief, and what the visitor must know of it.
    Brief(Rc<Draft>, Vec<AttrValue>),
    /// Nothing that can be read, and why.
    Nothing(AttrValue),
}

/// Reads the word of a link.
pub fn arrival(link: &str, terms: &Terms, speech: &Speech) -> Arrival {
    let Ok(linked) = share::read(link, terms) else {
        return Arrival::Nothing(speech.say("link.broken").into());
    };
    let mut draft = draft_of(&linked.brief, speech);
    if let Some(date) = linked.date {
        draft.deadline = DraftDeadline {
            kind: Some(DeadlineKind::Date),
            date,
            ..DraftDeadline::default()
        };
    }
    let mut notes = vec![speech.say("link.opened").into()];
    if linked.other_terms {
        notes.push(speech.say("link.other-terms").into());
    }
    notes.extend(not_known(speech, &linked.unknown));
    Arrival::Brief(Rc::new(draft), notes)
}

/// What the visitor must know of names that these terms do not have. None where there are none.
pub fn not_known(speech: &Speech, names: &[String]) -> Option<AttrValue> {
    let names = (!names.is_empty()).then(|| speech.list(names))?;
    Some(speech.with("file.unknown", &[("names", &names)]).into())
}

/// What the visitor must know of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// It is open, or could not be read.
    Said(Vec<AttrValue>),
    /// It brings another brief than the one that was typed.
    Choice(Rc<Draft>, Vec<AttrValue>),
}

/// The notice of a link. `on_open` is called to open what it brought, `on_leave` to leave
/// everything as it is.
pub fn arrived(
    speech: &Speech,
    notice: &Option<Notice>,
    on_open: &Callback<()>,
    on_leave: &Callback<()>,
) -> Element {
    let quiet = |key: &str, on_click| button("quiet", speech, key, on_click);
    let content = notice.as_ref().map(|notice| match notice {
        Notice::Said(notes) => {
            let notes = notes.iter().map(|note| el("p", "").text(note.clone()));
            el("div", "note")
                .child(el("div", "").children(notes))
                .child(quiet("link.close", on_leave))
        }
        Notice::Choice(..) => {
            let choice = el("p", "").message(speech, "link.choice");
            el("div", "note")
                .child(el("div", "").child(choice))
                .child(quiet("link.open", on_open))
                .child(quiet("nav.keep-mine", on_leave))
        }
    });
    // There before it says anything, so that it is heard.
    el("div", "arrived")
        .attr("role", "status")
        .maybe_child(content)
}
