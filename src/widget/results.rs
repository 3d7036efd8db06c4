//! Results pane, and the tables of the functions that are loaded after the first question.

use super::answer::{AnswerPanel, Details};
use super::answer_line::answer_line;
use super::deferred::{AnswerPart, AnswerProps, Keeping, RestPart};
use super::element::{Element, component, el, region};
use super::evaluation::evaluate;
use super::handlers::handlers;
use super::menu::menu_content;
use super::message::Messages;
use super::placeholder::waiting;
use super::session::{Session, banner};
use super::steps::{BlankQuestions, Conversation};
use crate::draft::Draft;
use crate::reader::Language;
use yew::prelude::*;

/// Answer part of every calculator.
pub const ANSWER_PART: AnswerPart = AnswerPart {
    language,
    rewrite: Draft::rewritten,
    evaluate,
    results: component::<Results>,
    waiting,
    answer_line,
    menu,
};

/// Part of every calculator that is loaded last.
pub const REST_PART: RestPart = RestPart {
    blank: component::<BlankQuestions>,
    conversation: component::<Conversation>,
    details: component::<Details>,
    session: component::<Session>,
    link_notice: banner,
    menu: menu_content,
    message: component::<Messages>,
    handlers,
};

/// Unreadable lists are ignored: fields then only read plain numbers.
fn language(tag: &str, lists: &[String], point: char) -> Option<Language> {
    let own = ["{\"point\":\"", point.encode_utf8(&mut [0; 4]), "\"}"].concat();
    let lists: Vec<&str> = lists.iter().map(String::as_str).chain([&*own]).collect();
    Language::read(tag, &lists).or_else(|| Language::read(tag, &[&own]))
}

fn menu(props: &AnswerProps, keeping: &Keeping) -> Element {
    let inside = match props.loaded() {
        Some((rest, results)) => (rest.menu)(&results, keeping),
        None => waiting(props),
    };
    el("details", "menu")
        .child(el("summary", "").message(&props.setup.speech, "menu"))
        .child(inside)
}

/// Answer next to the questions.
#[component]
fn Results(props: &AnswerProps) -> Html {
    let loaded = props.loaded();
    // An empty answer would only flash before the restored one, but one that is seen stays.
    let was_shown = use_mut_ref(|| false);
    let is_shown = loaded.is_none() || props.state.is_restored || *was_shown.borrow();
    was_shown.replace(is_shown);
    let session = loaded.map(|(rest, props)| (rest.session)(props));
    let answer = is_shown.then(|| component::<AnswerPanel>(props.clone()));
    region("answer", props.setup.speech.get("region.answer"))
        .node(session.unwrap_or_default())
        .node(answer.unwrap_or_default())
        .into()
}
