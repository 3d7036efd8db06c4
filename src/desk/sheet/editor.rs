//! State of the configuration's editor, and the handle on it that a tool gets.

use crate::config::{ConfigError, read_config};
use crate::desk::sheet::{self, Edit, Past, Scale};
use crate::i18n::Speech;
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

/// Ready-made shop of a first visit.
const FIRST: &str = include_str!("../../../static/terms/web-studio.json");

/// Returns the configuration of a first visit.
pub fn first() -> Value {
    serde_json::from_str(FIRST).unwrap_or_else(|_| json!({}))
}

/// State of the editor.
#[derive(Clone, PartialEq)]
pub struct Editor {
    /// Configuration, perhaps with problems.
    pub config: Rc<Value>,
    /// Problems of the configuration.
    pub problems: Rc<Vec<ConfigError>>,
    /// Last configuration without a problem.
    pub good: Rc<Value>,
    /// Ready-made shop that the configuration began with, or an empty one.
    pub ready: Rc<Value>,
    /// Configuration before the last replacement, for undo.
    pub previous: Option<Previous>,
    /// True if this device's storage has this configuration already.
    pub is_stored: bool,
    /// Ids that have left the page, and are never given again.
    pub given: Rc<Vec<String>>,
    /// Scale of the ready-made amounts, by the last rate that was a number.
    scale: Option<Scale>,
    /// True if the configuration was edited since its last replacement.
    is_edited: bool,
}

/// A configuration that was replaced.
#[derive(Clone, PartialEq)]
pub struct Previous {
    config: Rc<Value>,
    is_edited: bool,
}

impl Editor {
    /// An editor of a stored configuration, with the ready-made shop that it began with, and the ids
    /// that have left the page before.
    pub fn new(config: Value, ready: Value, given: Vec<String>) -> Editor {
        let problems = problems(&config);
        let config = Rc::new(config);
        Editor {
            given: Rc::new(with_ids(given, &config)),
            scale: Scale::of(&config, &ready),
            good: if problems.is_empty() {
                Rc::clone(&config)
            } else {
                Rc::new(first())
            },
            problems: Rc::new(problems),
            previous: None,
            is_stored: true,
            is_edited: *config != ready,
            ready: Rc::new(ready),
            config,
        }
    }
}

/// Ids that have left the page, with those of a configuration that does.
fn with_ids(mut given: Vec<String>, config: &Value) -> Vec<String> {
    let mut new = sheet::ids(config);
    new.retain(|id| !given.contains(id));
    given.append(&mut new);
    given
}

fn problems(config: &Value) -> Vec<ConfigError> {
    read_config(&config.to_string()).err().unwrap_or_default()
}

impl Reducible for Editor {
    type Action = Edit;

    fn reduce(self: Rc<Editor>, edit: Edit) -> Rc<Editor> {
        let here = Previous {
            config: Rc::clone(&self.config),
            is_edited: self.is_edited,
        };
        let ready = match &edit {
            Edit::Begin(ready) | Edit::Load { ready, .. } => Rc::new(ready.clone()),
            _ => Rc::clone(&self.ready),
        };
        let is_stored = matches!(edit, Edit::Load { .. });
        let (mut config, mut is_edited) = ((*self.config).clone(), true);
        let mut previous = self.previous.clone();
        match &edit {
            Edit::Replace(_) | Edit::Begin(_) => {
                is_edited = false;
                // An unedited configuration can be had again: undo leads past it.
                if self.is_edited || previous.is_none() {
                    previous = Some(here);
                }
            }
            Edit::Undo => {
                let Some(back) = previous.replace(here) else {
                    return self;
                };
                (config, is_edited) = ((*back.config).clone(), back.is_edited);
            }
            Edit::Publish => is_edited = self.is_edited,
            _ => {}
        }
        // Somebody may have seen the ids of removed things, and those of a file or another tab.
        let given = match edit {
            Edit::Replace(_) | Edit::Take(..) | Edit::Publish => {
                Rc::new(with_ids((*self.given).clone(), &config))
            }
            _ => Rc::clone(&self.given),
        };
        let is_rate = matches!(&edit, Edit::Set(pointer, _) if pointer == "/terms/rate");
        let past = Past {
            ready: &ready,
            given: &given,
        };
        let is_file = matches!(edit, Edit::Replace(_));
        sheet::change(&mut config, edit, past);
        if is_file {
            sheet::keep_floor(&mut config, &self.config);
        }
        let now = Scale::of(&config, &ready);
        if let (true, Some(from), Some(to)) = (is_rate, self.scale, now) {
            from.rescale(&mut config, &ready, to);
        }
        let problems = problems(&config);
        let config = Rc::new(config);
        Rc::new(Editor {
            good: if problems.is_empty() {
                Rc::clone(&config)
            } else {
                Rc::clone(&self.good)
            },
            problems: Rc::new(problems),
            scale: now.or(self.scale),
            given,
            ready,
            previous,
            is_stored,
            is_edited,
            config,
        })
    }
}

/// Handle of a tool on the configuration.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    /// Configuration, perhaps with problems.
    pub config: Rc<Value>,
    /// Problems of the configuration.
    pub problems: Rc<Vec<ConfigError>>,
    /// Ready-made shop that the configuration began with, or an empty one.
    pub ready: Rc<Value>,
    /// Ids that have left the page, and are never given again.
    pub given: Rc<Vec<String>>,
    /// Words.
    pub speech: Speech,
    /// Called with every edit.
    pub on_edit: Callback<Edit>,
}

impl Sheet {
    /// Messages of the problems at a pointer and below it.
    pub fn problems_at(&self, pointer: &str) -> Vec<String> {
        let here = |problem: &&ConfigError| {
            let rest = problem.at.strip_prefix(pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let messages = self.problems.iter().filter(here);
        messages.map(|problem| problem.message()).collect()
    }

    /// Returns `true` if the value at a pointer is an assumption: that of the ready-made shop, without
    /// a source next to it.
    pub fn is_assumed(&self, pointer: &str) -> bool {
        let source = pointer
            .rsplit_once('/')
            .map(|(parent, _)| format!("{parent}/source"));
        let has_source = source.is_some_and(|at| sheet::at(&self.config, &at).is_some());
        !has_source && sheet::is_ready_made(&self.config, &self.ready, pointer)
    }

    /// Sets the value at a pointer, or removes it.
    pub fn set(&self, pointer: &str, value: Option<Value>) {
        self.on_edit.emit(match value {
            Some(value) => Edit::Set(pointer.to_owned(), value),
            None => Edit::Unset(pointer.to_owned()),
        });
    }
}
