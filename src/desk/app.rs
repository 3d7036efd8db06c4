//! The root of the tools: it owns the configuration, keeps it on this device, and shows one tool at
//! a time.

use super::briefs::{BriefList, CALCULATOR};
use super::configurator::Configurator;
use super::insight::Insight;
use super::learning::{jobs::Jobs, record::Log};
use super::sheet::{Edit, Sheet, Work, first};
use super::words;
use crate::host::browser;
use crate::share;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

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

    /// Whether something is worked on in it that is kept nowhere else: it stays while another is shown.
    /// The log is read anew, since other tools write into it.
    fn is_typed_into(self) -> bool {
        matches!(self, Tool::Terms | Tool::Jobs | Tool::Briefs)
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

/// Under which name the configuration is kept.
const KEPT: &str = "config";

/// Under which name the ready-made shop is kept that it began with.
const READY: &str = "ready";

/// The configuration that is kept on this device, with the ready-made shop that it began with.
fn kept() -> Option<(Value, Value)> {
    let kept = |name| serde_json::from_str(&browser::kept(name)?).ok();
    let config = kept(KEPT).filter(Value::is_object)?;
    Some((config, kept(READY).unwrap_or_else(first)))
}

/// The tools.
#[component]
pub fn Tools() -> Html {
    let speech = use_memo((), |()| words::speech(browser::numbers("en")));
    let speech = (*speech).clone();
    let work = use_reducer(|| {
        let (config, ready) = kept().unwrap_or_else(|| (first(), first()));
        Work::new(config, ready)
    });
    let unkept = use_state(|| false);
    {
        let (unkept, work) = (unkept.setter(), work.dispatcher());
        use_effect_with((), move |()| {
            let told = browser::on_unkept(Callback::from(move |()| unkept.set(true)));
            let read = Callback::from(move |()| {
                kept()
                    .into_iter()
                    .for_each(|(config, ready)| work.dispatch(Edit::Elsewhere(config, ready)));
            });
            let watching = browser::on_kept(KEPT, read);
            move || drop((told, watching))
        });
    }
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
        let kept = (work.config.clone(), work.ready.clone(), work.elsewhere);
        use_effect_with(kept, move |(config, ready, elsewhere)| {
            if !first.replace(false) && !elsewhere {
                // Other tabs look when the latter has changed.
                browser::keep(READY, Some(&ready.to_string()));
                browser::keep(KEPT, Some(&config.to_string()));
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
    let tabs = Tool::ALL.map(|one| {
        let (on, tool) = (*tool == one, tool.clone());
        let onclick = Callback::from(move |_: MouseEvent| tool.set(one));
        html! {
            <li key={one.id()}>
                <button type="button" class="tab" aria-current={on.then_some("page")} {onclick}>
                    { speech.of("tool.{}", one.id()) }
                </button>
            </li>
        }
    });
    let label = speech.say("tools");
    let seen = use_mut_ref(Vec::new);
    if !seen.borrow().contains(&*tool) {
        seen.borrow_mut().push(*tool);
    }
    let sections = Tool::ALL.into_iter().map(|one| {
        let is_shown = one == *tool;
        let stays = one.is_typed_into() && seen.borrow().contains(&one);
        if !is_shown && !stays {
            return Html::default();
        }
        let (id, speech, sheet) = (one.id(), speech.clone(), sheet.clone());
        let good = Rc::clone(&work.good);
        let can_go_back = work.before.is_some();
        let title = speech.say(&format!("tool.{id}.title"));
        let lead = speech.say(&format!("tool.{id}.lead"));
        let shown = match one {
            Tool::Terms => html! { <Configurator {sheet} {good} {can_go_back} /> },
            Tool::Jobs => html! { <Jobs {sheet} /> },
            Tool::Briefs => html! { <BriefList {speech} {good} /> },
            Tool::Log => html! { <Log {speech} /> },
            Tool::Insight => html! { <Insight {speech} /> },
        };
        html! {
            <section aria-labelledby={format!("tool-{id}")} key={id} hidden={!is_shown}>
                <h2 id={format!("tool-{id}")}>{ title }</h2>
                <p class="lead">{ lead }</p>
                { shown }
            </section>
        }
    });
    html! {
        <>
            <nav class="tools" aria-label={label}>
                <ul>{ for tabs }</ul>
            </nav>
            if *unkept {
                <p class="problem" role="alert">{ speech.say("unkept") }</p>
            }
            { for sections }
        </>
    }
}
