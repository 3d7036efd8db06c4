//! Tables of the functions that are loaded after the first question.

use super::answer::{Answer, Details};
use super::answer_line::answer_line;
use super::deferred::{
    AnswerPart, AnswerProps, Keeping, RestPart, ResultsProps, Surroundings, Views,
};
use super::element::{component, el};
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
    views,
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

fn views(props: AnswerProps, keeping: &Keeping) -> Views {
    let speech = &props.setup.speech;
    let rest = props.loaded();
    let rest = rest.as_ref();
    let menu = rest.map(|(rest, results)| (rest.menu)(results, keeping));
    let surroundings = rest.map(|(rest, results)| (rest.surroundings)(results));
    let menu = el("details", "menu")
        .child(el("summary", "").message(speech, "menu"))
        .child(menu.unwrap_or_else(|| waiting(&props)));
    Views {
        bar: answer_line(&props),
        menu: Some(menu),
        waiting: waiting(&props).into(),
        rest: rest.map(|(rest, _)| *rest),
        surroundings: surroundings.unwrap_or_default(),
        answer: Some(component::<Answer>(props)),
    }
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
