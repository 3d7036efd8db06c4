//! State of the configuration's editor, and the handle on it that a tool gets.

use super::appraiser::Appraiser;
use super::edit::{Edit, Past, change};
use super::figures::{Scale, is_ready_made};
use super::floor::keep_floor;
use super::ids::ids;
use super::languages::{self, Dictionaries, ENGLISH};
use super::looks::Looks;
use super::many::join;
use super::tongue::languages_of;
use super::value::at;
use super::work::Work;
use crate::config::{ConfigError, read_config};
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

/// A step of the history: the work before an edit, and the key that edits like it have in common.
#[derive(Clone, PartialEq)]
struct Step {
    before: Work,
    mark: String,
}

/// Number of steps that can be undone.
const STEPS: usize = 200;

/// State of the editor.
#[derive(Clone, PartialEq)]
pub struct Editor {
    /// The work.
    pub work: Work,
    /// Problems of the configuration.
    pub problems: Rc<Vec<ConfigError>>,
    /// Last configuration without a problem.
    pub good: Rc<Value>,
    /// The one before the last step, if it had no problem either.
    pub before: Option<Rc<Value>>,
    /// True if this device's storage has this work already.
    pub is_stored: bool,
    /// Ids that have left the page, and are never given again.
    pub given: Rc<Vec<String>>,
    /// Words of the ready-made shops in the languages that were asked for.
    pub dictionaries: Rc<Dictionaries>,
    /// Steps back, the last one at the end.
    past: Vec<Step>,
    /// Steps that were undone, the last one at the end.
    undone: Vec<Step>,
    /// Scale of the ready-made amounts, by the last rate that was a number.
    scale: Option<Scale>,
}

impl Editor {
    /// An editor of stored work, with the ids that have left the page before, and the last configuration
    /// without a problem.
    pub fn new(work: Work, given: Vec<String>, good: Option<Value>) -> Editor {
        let problems = problems(&work.config);
        Editor {
            given: Rc::new(with_ids(given, &work.config)),
            scale: Scale::of(&work.config, &work.ready),
            good: if problems.is_empty() {
                Rc::clone(&work.config)
            } else {
                let good = good.filter(|good| self::problems(good).is_empty());
                Rc::new(good.unwrap_or_else(first))
            },
            before: None,
            problems: Rc::new(problems),
            is_stored: true,
            dictionaries: Rc::default(),
            past: Vec::new(),
            undone: Vec::new(),
            work,
        }
    }

    /// Returns `true` if there is a step to undo, and one to do again.
    pub fn can_go(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.undone.is_empty())
    }

    /// The editor with other work.
    fn with(&self, work: Work) -> Editor {
        let problems = problems(&work.config);
        let is_good = problems.is_empty();
        Editor {
            good: if is_good {
                Rc::clone(&work.config)
            } else {
                Rc::clone(&self.good)
            },
            problems: Rc::new(problems),
            scale: Scale::of(&work.config, &work.ready).or(self.scale),
            is_stored: false,
            work,
            ..self.clone()
        }
    }

    /// Work after an edit.
    fn edited(&self, edit: Edit, given: &[String]) -> Work {
        let Work {
            config,
            ready,
            languages,
            ..
        } = &self.work;
        let mut work = self.work.clone();
        let spoken = |value: &Value, from: &[String], to: &[String]| {
            let mut value = value.clone();
            languages::speak(&mut value, from, to, &self.dictionaries);
            Rc::new(value)
        };
        match edit {
            Edit::Begin(shop) => {
                work.ready = spoken(&shop, &[ENGLISH.to_owned()], languages);
                work.config = Rc::clone(&work.ready);
            }
            Edit::Load(other, _) => work = other,
            Edit::Join(shop) => {
                let scaled = |shop: &Value, to: Option<Scale>| {
                    let mut scaled = shop.clone();
                    if let Some((from, to)) = Scale::of(shop, shop).zip(to) {
                        from.rescale(&mut scaled, shop, to);
                    }
                    scaled
                };
                // Assumptions are known by the amounts of `ready` at its rate, which need not be the shop's.
                let base = scaled(&shop, Scale::of(ready, &shop));
                let own = scaled(&base, Scale::of(config, ready));
                let joined = |value: &Value, shop: &Value| {
                    let mut value = value.clone();
                    let shop = spoken(shop, &[ENGLISH.to_owned()], languages);
                    join(&mut value, &shop);
                    Rc::new(value)
                };
                work.config = joined(config, &own);
                work.ready = joined(ready, &base);
            }
            Edit::Look(looks) => work.looks = Rc::new(looks),
            Edit::Speak(tags) => {
                work.config = spoken(config, languages, &tags);
                work.ready = spoken(ready, languages, &tags);
                work.languages = Rc::new(tags);
            }
            edit => {
                let is_rate = matches!(&edit, Edit::Set(pointer, _) if pointer == "/terms/rate");
                let is_file = matches!(edit, Edit::Replace(_));
                let mut changed = (**config).clone();
                change(&mut changed, edit, Past { ready, given });
                if is_file {
                    keep_floor(&mut changed, config);
                    let spoken = languages_of(&changed);
                    // In the same main language, the others stay that visitors read.
                    let mut tags = match spoken.first() == languages.first() {
                        true => (**languages).clone(),
                        false => Vec::new(),
                    };
                    for tag in spoken {
                        if !tags.contains(&tag) {
                            tags.push(tag);
                        }
                    }
                    work.languages = Rc::new(tags);
                }
                let now = Scale::of(&changed, ready);
                if let (true, Some(from), Some(to)) = (is_rate, self.scale, now) {
                    from.rescale(&mut changed, ready, to);
                }
                work.config = Rc::new(changed);
            }
        }
        work
    }
}

/// Ids that have left the page, with those of a configuration that does.
fn with_ids(mut given: Vec<String>, config: &Value) -> Vec<String> {
    let mut new = ids(config);
    new.retain(|id| !given.contains(id));
    given.append(&mut new);
    given
}

fn problems(config: &Value) -> Vec<ConfigError> {
    read_config(&config.to_string()).err().unwrap_or_default()
}

/// Mark of an edit that is one step with those of the same mark before it, such as the letters of a name. Of ready-made shops that
/// are looked at in a row the way back leads past all.
fn mark(edit: &Edit) -> Option<String> {
    Some(match edit {
        Edit::Begin(_) => "begin".to_owned(),
        Edit::Load(..) => "load".to_owned(),
        Edit::Look(_) => "look".to_owned(),
        Edit::Set(pointer, _) | Edit::Unset(pointer) => pointer.clone(),
        Edit::Say(pointer, tag, _) => format!("{pointer} {tag}"),
        _ => return None,
    })
}

impl Reducible for Editor {
    type Action = Edit;

    fn reduce(self: Rc<Editor>, edit: Edit) -> Rc<Editor> {
        let mut editor = (*self).clone();
        match &edit {
            // Somebody may have seen the ids of removed things, and those of a file or another tab.
            Edit::Replace(_) | Edit::Take(..) | Edit::Publish => {
                editor.given = Rc::new(with_ids((*self.given).clone(), &self.work.config));
                editor.is_stored = false;
            }
            // An id that another tab has given is never another thing's here.
            Edit::Load(_, given) => {
                let mut all = (*self.given).clone();
                all.extend(given.iter().filter(|id| !self.given.contains(id)).cloned());
                editor.given = Rc::new(all);
            }
            Edit::Learn(tag, words) => {
                let mut all = (*self.dictionaries).clone();
                all.insert(tag.clone(), Rc::clone(words));
                editor.dictionaries = Rc::new(all);
            }
            Edit::Start => {
                editor.past.clear();
                editor.before = None;
            }
            _ => {}
        }
        if matches!(edit, Edit::Publish | Edit::Start | Edit::Learn(..)) {
            return Rc::new(editor);
        }
        let (mut past, mut undone) = (self.past.clone(), self.undone.clone());
        let is_loaded = matches!(edit, Edit::Load(..));
        let work = match edit {
            Edit::Undo | Edit::Redo => {
                let is_undo = edit == Edit::Undo;
                let (from, to) = match is_undo {
                    true => (&mut past, &mut undone),
                    false => (&mut undone, &mut past),
                };
                let Some(Step { before, mark }) = from.pop() else {
                    return self;
                };
                to.push(Step {
                    before: self.work.clone(),
                    mark,
                });
                before
            }
            edit => {
                let mark = mark(&edit);
                let work = self.edited(edit, &editor.given);
                if work == self.work {
                    return Rc::new(editor);
                }
                let is_same = |step: &Step| Some(&step.mark) == mark.as_ref();
                if !past.last().is_some_and(is_same) || !undone.is_empty() {
                    past.push(Step {
                        before: self.work.clone(),
                        mark: mark.unwrap_or_default(),
                    });
                }
                let more = past.len().saturating_sub(STEPS);
                past.drain(..more);
                undone.clear();
                work
            }
        };
        let before = past.last().map(|step| Rc::clone(&step.before.config));
        Rc::new(Editor {
            before: before.filter(|config| problems(config).is_empty()),
            past,
            undone,
            is_stored: is_loaded,
            ..editor.with(work)
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
    /// Tags of the languages that visitors read, the main one first.
    pub languages: Rc<Vec<String>>,
    /// Looks on the shop's page.
    pub looks: Rc<Looks>,
    /// Words.
    pub speech: Speech,
    /// Called with every edit.
    pub on_edit: Callback<Edit>,
    /// Functions of the deferred part, once it is loaded.
    pub appraiser: Option<Appraiser>,
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
        let has_source = source.is_some_and(|source| at(&self.config, &source).is_some());
        !has_source && is_ready_made(&self.config, &self.ready, pointer)
    }

    /// Sets the value at a pointer, or removes it.
    pub fn set(&self, pointer: &str, value: Option<Value>) {
        self.on_edit.emit(match value {
            Some(value) => Edit::Set(pointer.to_owned(), value),
            None => Edit::Unset(pointer.to_owned()),
        });
    }
}
