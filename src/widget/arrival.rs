//! A brief that comes with a link: opened where nothing was typed, else offered.

use super::app::typed;
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
    let mut draft = Draft::of(&linked.brief, |value| typed(speech, value));
    if let Some(date) = linked.date {
        draft.deadline = DraftDeadline {
            kind: Some(DeadlineKind::Date),
            date,
            ..DraftDeadline::default()
        };
    }
    let mut notes = vec![speech.say("link.opened")];
    if linked.other_terms {
        notes.push(speech.say("link.other-terms"));
    }
    if !linked.unknown.is_empty() {
        notes.push(speech.with("file.unknown", &[("names", &speech.list(&linked.unknown))]));
    }
    Arrival::Brief(
        Rc::new(draft),
        notes.into_iter().map(AttrValue::from).collect(),
    )
}

/// What the visitor must know of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// It is open, or could not be read.
    Said(Vec<AttrValue>),
    /// It brings another brief than the one that was typed.
    Choice(Rc<Draft>, Vec<AttrValue>),
}

/// The notice of a link.
#[derive(Properties, Clone, PartialEq)]
pub struct ArrivedProps {
    /// The words.
    pub speech: Speech,
    /// What is to be said. None: nothing.
    pub notice: Option<Notice>,
    /// Called to open what the link brought.
    pub on_open: Callback<()>,
    /// Called to leave everything as it is.
    pub on_keep: Callback<()>,
}

/// The notice of a link.
#[component]
pub fn Arrived(props: &ArrivedProps) -> Html {
    let ArrivedProps { speech, .. } = props;
    let button = |key: &str, on_click: &Callback<()>| {
        html! {
            <button class="quiet" type="button" onclick={on_click.reform(|_: MouseEvent| ())}>{ speech.say(key) }</button>
        }
    };
    let content = match &props.notice {
        None => Html::default(),
        Some(Notice::Said(notes)) => html! {
            <div class="note">
                <div>{ for notes.iter().map(|note| html! { <p>{ note.clone() }</p> }) }</div>
                { button("link.close", &props.on_keep) }
            </div>
        },
        Some(Notice::Choice(..)) => html! {
            <div class="note">
                <div><p>{ speech.say("link.choice") }</p></div>
                { button("link.open", &props.on_open) }
                { button("nav.keep-mine", &props.on_keep) }
            </div>
        },
    };
    // There before it says anything, so that it is heard.
    html! { <div class="arrived" role="status">{ content }</div> }
}
