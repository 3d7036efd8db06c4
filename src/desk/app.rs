//! The root of the tools: it owns the configuration, keeps it on this device, and shows one tool at
//! a time.

use super::briefs::{BriefList, CALCULATOR};
use super::configurator::Configurator;
use super::form::Sheet;
use super::insight::Insight;
use super::jobs::Jobs;
use super::record::Log;
use super::sheet::{self, Edit};
use super::words;
use crate::config::{ConfigError, read_config};
use crate::host::browser;
use crate::share;
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

/// What is worked on.
#[derive(Clone, PartialEq)]
struct Work {
    config: Rc<Value>,
    problems: Rc<Vec<ConfigError>>,
    /// The last configuration without a problem.
    good: Rc<Value>,
    /// The ready-made shop that it began with, or nothing.
    ready: Rc<Value>,
    /// What was there before everything was exchanged.
    before: Option<Rc<Value>>,
}

impl Work {
    fn new(config: Value, ready: Value) -> Work {
        let problems = problems(&config);
        let config = Rc::new(config);
        Work {
            good: if problems.is_empty() {
                Rc::clone(&config)
            } else {
                Rc::new(first())
            },
            problems: Rc::new(problems),
            ready: Rc::new(ready),
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
        let exchanged = matches!(edit, Edit::All(_) | Edit::Ready(_));
        let ready = match &edit {
            Edit::Ready(config) => Rc::new(config.clone()),
            _ => Rc::clone(&self.ready),
        };
        let mut config = (*self.config).clone();
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
            before: if exchanged {
                Some(Rc::clone(&self.config))
            } else {
                self.before.clone()
            },
            config,
        })
    }
}

/// A tool.
#[derive(Clone, Copy, PartialEq)]
enum Tool {
    Terms,
    Jobs,
    Briefs,
    Log,
    Insight,
}

impl Tool {
    const ALL: [Tool; 5] = [
        Tool::Terms,
        Tool::Jobs,
        Tool::Briefs,
        Tool::Log,
        Tool::Insight,
    ];

    fn id(self) -> &'static str {
        match self {
            Tool::Terms => "terms",
            Tool::Jobs => "jobs",
            Tool::Briefs => "briefs",
            Tool::Log => "log",
            Tool::Insight => "insight",
        }
    }

    /// The tool that the page's address names, or that a brief in it belongs to.
    fn of_address() -> Option<Tool> {
        let fragment = browser::fragment();
        let named = |tool: &Tool| fragment.split('&').any(|part| part == tool.id());
        Tool::ALL.into_iter().find(named).or_else(|| {
            let briefs = [share::key(""), share::key(CALCULATOR)];
            let is_brief = |key: &String| share::in_fragment(&fragment, key).is_some();
            briefs.iter().any(is_brief).then_some(Tool::Briefs)
        })
    }
}

/// What the page begins with, where nothing is kept on this device.
const FIRST: &str = include_str!("../../static/terms/web-studio.json");

/// What the page begins with, as JSON.
fn first() -> Value {
    serde_json::from_str(FIRST).unwrap_or_else(|_| json!({}))
}

/// Under which name the configuration is kept.
const KEPT: &str = "config";

/// Under which name the ready-made shop is kept that it began with.
const READY: &str = "ready";

/// The tools.
#[component]
pub fn Tools() -> Html {
    let speech = use_memo((), |()| words::speech(browser::numbers("en")));
    let speech = (*speech).clone();
    let work = use_reducer(|| {
        let kept = |name| serde_json::from_str(&browser::kept(name)?).ok();
        match kept(KEPT).filter(Value::is_object) {
            Some(config) => Work::new(config, kept(READY).unwrap_or_else(first)),
            None => Work::new(first(), first()),
        }
    });
    let tool = use_state(|| Tool::of_address().unwrap_or(Tool::Terms));
    {
        let tool = tool.setter();
        use_effect_with((), move |()| {
            let watching = browser::on_fragment(Callback::from(move |()| {
                Tool::of_address()
                    .into_iter()
                    .for_each(|named| tool.set(named));
            }));
            move || drop(watching)
        });
    }
    {
        let first = use_mut_ref(|| true);
        let kept = (work.config.clone(), work.ready.clone());
        use_effect_with(kept, move |(config, ready)| {
            if !first.replace(false) {
                browser::keep(KEPT, Some(&config.to_string()));
                browser::keep(READY, Some(&ready.to_string()));
            }
        });
    }
    let on_edit = {
        let work = work.dispatcher();
        Callback::from(move |edit| work.dispatch(edit))
    };
    let sheet = Sheet {
        config: Rc::clone(&work.config),
        problems: Rc::clone(&work.problems),
        ready: Rc::clone(&work.ready),
        speech: speech.clone(),
        on_edit,
    };
    let id = tool.id();
    let tabs = Tool::ALL.map(|one| {
        let (on, tool) = (*tool == one, tool.clone());
        let onclick = Callback::from(move |_: MouseEvent| tool.set(one));
        html! {
            <li key={one.id()}>
                <button type="button" class="tab" aria-current={on.then_some("page")} {onclick}>
                    { speech.say(&format!("tool.{}", one.id())) }
                </button>
            </li>
        }
    });
    let title = speech.say(&format!("tool.{id}.title"));
    let lead = speech.say(&format!("tool.{id}.lead"));
    let good = Rc::clone(&work.good);
    let label = speech.say("tools");
    let shown = match *tool {
        Tool::Terms => html! { <Configurator {sheet} {good} before={work.before.clone()} /> },
        Tool::Jobs => html! { <Jobs {sheet} /> },
        Tool::Briefs => html! { <BriefList {speech} {good} /> },
        Tool::Log => html! { <Log {speech} /> },
        Tool::Insight => html! { <Insight {speech} /> },
    };
    html! {
        <>
            <nav class="tools" aria-label={label}>
                <ul>{ for tabs }</ul>
            </nav>
            <section aria-labelledby="tool-title" key={id}>
                <h2 id="tool-title">{ title }</h2>
                <p class="lead">{ lead }</p>
                { shown }
            </section>
        </>
    }
}
