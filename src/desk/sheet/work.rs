//! What is worked on: the configuration, its problems and the way back, and what a tool gets of it.

use crate::config::{ConfigError, read_config};
use crate::desk::sheet::{self, Edit};
use crate::i18n::Speech;
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

/// What the page begins with, where nothing is kept on this device.
const FIRST: &str = include_str!("../../../static/terms/web-studio.json");

/// What the page begins with, as JSON.
pub fn first() -> Value {
    serde_json::from_str(FIRST).unwrap_or_else(|_| json!({}))
}

/// What is worked on.
#[derive(Clone, PartialEq)]
pub struct Work {
    /// The configuration, perhaps wrong.
    pub config: Rc<Value>,
    /// What is wrong in it.
    pub problems: Rc<Vec<ConfigError>>,
    /// The last configuration without a problem.
    pub good: Rc<Value>,
    /// The ready-made shop that it began with, or nothing.
    pub ready: Rc<Value>,
    /// Whether something was changed in it since all of it was exchanged.
    pub own: bool,
    /// Whether it is as another tab has kept it.
    pub elsewhere: bool,
    /// What was there before everything was exchanged, and whether that was changed.
    pub before: Option<(Rc<Value>, bool)>,
}

impl Work {
    /// A configuration that is begun with, and the ready-made shop that it comes from.
    pub fn new(config: Value, ready: Value) -> Work {
        let problems = problems(&config);
        let config = Rc::new(config);
        Work {
            good: if problems.is_empty() {
                Rc::clone(&config)
            } else {
                Rc::new(first())
            },
            problems: Rc::new(problems),
            own: *config != ready,
            ready: Rc::new(ready),
            elsewhere: false,
            before: None,
            config,
        }
    }
}

fn problems(config: &Value) -> Vec<ConfigError> {
    read_config(&config.to_string()).err().unwrap_or_default()
}

impl Reducible for Work {
    type Action = Edit;

    fn reduce(self: Rc<Work>, edit: Edit) -> Rc<Work> {
        let here = (Rc::clone(&self.config), self.own);
        let ready = match &edit {
            Edit::Ready(ready) | Edit::Elsewhere(_, ready) => Rc::new(ready.clone()),
            _ => Rc::clone(&self.ready),
        };
        let elsewhere = matches!(edit, Edit::Elsewhere(..));
        let (mut config, mut own) = ((*self.config).clone(), true);
        let mut before = self.before.clone();
        match &edit {
            Edit::All(_) | Edit::Ready(_) => {
                own = false;
                // What is as it was exchanged can be had again: the way back leads past it.
                if self.own || before.is_none() {
                    before = Some(here);
                }
            }
            Edit::Back => {
                let Some(back) = before.replace(here) else {
                    return self;
                };
                (config, own) = ((*back.0).clone(), back.1);
            }
            _ => {}
        }
        sheet::change(&mut config, edit);
        let problems = problems(&config);
        let config = Rc::new(config);
        Rc::new(Work {
            good: if problems.is_empty() {
                Rc::clone(&config)
            } else {
                Rc::clone(&self.good)
            },
            problems: Rc::new(problems),
            ready,
            own,
            elsewhere,
            before,
            config,
        })
    }
}

/// A configuration on which is worked, and how it changes.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    /// The configuration, perhaps wrong.
    pub config: Rc<Value>,
    /// What is wrong in it.
    pub problems: Rc<Vec<ConfigError>>,
    /// The ready-made shop that it began with, or nothing.
    pub ready: Rc<Value>,
    /// The words.
    pub speech: Speech,
    /// Called with every change.
    pub on_edit: Callback<Edit>,
}

impl Sheet {
    /// The problems at a pointer and below it.
    pub fn problems_at(&self, pointer: &str) -> Vec<String> {
        let here = |problem: &&ConfigError| {
            let rest = problem.at.strip_prefix(pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let messages = self.problems.iter().filter(here);
        messages.map(|problem| problem.message.clone()).collect()
    }

    /// Whether what is said at a pointer is still that of the ready-made shop, without a source of
    /// its own beside it: an assumption.
    pub fn is_assumed(&self, pointer: &str) -> bool {
        let beside = pointer
            .rsplit_once('/')
            .map(|(parent, _)| format!("{parent}/source"));
        let has_source = beside.is_some_and(|at| sheet::at(&self.config, &at).is_some());
        let said = |config| sheet::at(config, pointer);
        !has_source && said(&self.config).is_some() && said(&self.config) == said(&self.ready)
    }

    /// Says something at a pointer, or nothing any more.
    pub fn set(&self, pointer: &str, value: Option<Value>) {
        self.on_edit.emit(match value {
            Some(value) => Edit::Set(pointer.to_owned(), value),
            None => Edit::Unset(pointer.to_owned()),
        });
    }
}
