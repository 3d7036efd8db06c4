//! Tables of the functions that are loaded after the first question.

use super::answer::{Answer, Details};
use super::answer_line::answer_line;
use super::deferred::{AnswerPart, AnswerProps, Keeping, RestPart, ResultsProps, Surroundings};
use super::element::{Element, component, el};
use super::evaluation::evaluate;
use super::handlers::handlers;
use super::menu::menu_content;
use super::message::Messages;
use super::placeholder::waiting;
use super::session::{Session, banner};
use super::steps::{BlankQuestions, Conversation};
use crate::draft::Draft;
use crate::reader::Language;

/// Answer part of every calculator.
pub const ANSWER_PART: AnswerPart = AnswerPart {
    language,
    rewrite: Draft::rewritten,
    evaluate,
    results: component::<Answer>,
    waiting,
    answer_line,
    menu,
    surroundings: |props| {
        let rest = props.loaded();
        let surroundings = rest.map(|(rest, results)| (rest.surroundings)(&results));
        surroundings.unwrap_or_default()
    },
};

/// Part of every calculator that is loaded last.
pub const REST_PART: RestPart = RestPart {
    blank: component::<BlankQuestions>,
    conversation: component::<Conversation>,
    details: component::<Details>,
    session: component::<Session>,
    menu: menu_content,
    surroundings,
};

/// Unreadable lists are ignored: fields then only read plain numbers.
fn language(tag: &str, lists: &[String], point: char) -> Option<Language> {
    let own = ["{\"point\":\"", point.encode_utf8(&mut [0; 4]), "\"}"].concat();
    let lists: Vec<&str> = lists.iter().map(String::as_str).chain([&*own]).collect();
    Language::read(tag, &lists).or_else(|| Language::read(tag, &[&own]))
}

fn menu(props: &AnswerProps, keeping: &Keeping) -> Element {
    let speech = &props.setup.speech;
    let inside = match props.loaded() {
        Some((rest, results)) => (rest.menu)(&results, keeping),
        None => waiting(props),
    };
    el("details", "menu")
        .child(el("summary", "").message(speech, "menu"))
        .child(inside)
}

fn surroundings(props: &ResultsProps) -> Surroundings {
    let message = props.state.message.as_ref();
    let message = message.map(|_| component::<Messages>(props.clone()));
    Surroundings {
        link_notice: Some(banner(props)),
        message: message.unwrap_or_default(),
        handlers: Some(handlers(props)),
    }
}
