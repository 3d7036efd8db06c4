//! Fold of a step: "More details", for questions that are rarely worth asking.
//!
//! Questions that affect the answer or were answered are open among the others. A question that was
//! shown open stays so while the step lasts, and nothing leaves a fold after it was opened: no
//! question moves away from under a finger.

use crate::engine::Topic;
use crate::i18n::Speech;
use crate::widget::element::{Element, el};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Topics that are open, by the name of their fold.
type Chosen = Vec<(&'static str, Vec<Topic>)>;

/// State of the folds of a step, for as long as it is shown.
#[derive(Clone, Default)]
pub struct Folds {
    /// Names of the folds that were opened.
    seen: Rc<RefCell<Vec<String>>>,
    /// Questions that were shown open, by the names of their fold and their own.
    open: Rc<RefCell<Vec<String>>>,
    /// Topics that are open from the start.
    first: Rc<RefCell<Chosen>>,
}

/// Fold with its questions.
pub struct Fold {
    folds: Folds,
    name: String,
    inside: Vec<Element>,
}

/// State of the folds of this component.
#[hook]
pub fn use_folds() -> Folds {
    (*use_memo((), |()| Folds::default())).clone()
}

impl Folds {
    /// Starts a fold, whose name is unique in the step.
    pub fn fold(&self, name: impl Into<String>) -> Fold {
        Fold {
            folds: self.clone(),
            name: name.into(),
            inside: Vec::new(),
        }
    }

    /// Returns the topics that `choose` gave on the first call for a fold.
    pub fn once(&self, name: &'static str, choose: impl FnOnce() -> Vec<Topic>) -> Vec<Topic> {
        let mut first = self.first.borrow_mut();
        if let Some((_, known)) = first.iter().find(|(known, _)| *known == name) {
            return known.clone();
        }
        let chosen = choose();
        first.push((name, chosen.clone()));
        chosen
    }
}

impl Fold {
    /// Returns `true` if a question is open: if it is worth it now, or was.
    pub fn is_open(&self, name: &str, worth_it: bool) -> bool {
        let name = [&self.name, " ", name].concat();
        let mut open = self.folds.open.borrow_mut();
        let is_seen = || self.folds.seen.borrow().contains(&self.name);
        if open.contains(&name) {
            return true;
        }
        let opens = worth_it && !is_seen();
        if opens {
            open.push(name);
        }
        opens
    }

    /// Puts a question into the fold, or returns it if it is open.
    pub fn put(&mut self, name: &str, worth_it: bool, question: Element) -> Option<Element> {
        if self.is_open(name, worth_it) {
            return Some(question);
        }
        self.inside.push(question);
        None
    }

    /// Returns the fold with its questions; `None` if it is empty.
    pub fn closed(self, speech: &Speech) -> Option<Element> {
        self.closed_as(speech.get("more"))
    }

    /// Returns the fold, with the number of questions in its title.
    pub fn closed_counted(self, speech: &Speech) -> Option<Element> {
        let title = speech.plural("more.count", self.inside.len() as f64, &[]);
        self.closed_as(title)
    }

    /// Returns the fold with a title of its own.
    fn closed_as(self, title: String) -> Option<Element> {
        (!self.inside.is_empty()).then(|| {
            let title = self.title(title);
            let list = el("div", "questions-list").children(self.inside);
            el("details", "more").child(title).child(list)
        })
    }

    /// Returns a fold with a title of its own around `inside`, open if that is worth it.
    pub fn around(self, title: String, worth_it: bool, inside: Element) -> Element {
        let is_open = self.is_open("", worth_it);
        el("details", "more")
            .maybe_attr("open", is_open.then_some(""))
            .child(self.title(title))
            .child(inside)
    }

    /// Title, which records that the fold was opened.
    fn title(&self, title: String) -> Element {
        let (seen, name) = (Rc::clone(&self.folds.seen), self.name.clone());
        let on_click = Callback::from(move |()| {
            if !seen.borrow().contains(&name) {
                seen.borrow_mut().push(name.clone());
            }
        });
        el("summary", "").on_click(&on_click).text(title)
    }
}
