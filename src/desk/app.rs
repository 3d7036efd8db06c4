//! The root component: owns the configuration and shows one tool at a time.

use super::briefs::BriefListProps;
use super::browser;
use super::cards::CALCULATOR;
use super::configurator::Configurator;
use super::door::Everything;
use super::hooks::{use_fragment_change, use_storage_failure, use_stored_elsewhere};
use super::insight::InsightProps;
use super::later::{Later, Waiting, WaitingProps};
use super::learning::{JobsProps, LogProps};
use super::sheet::languages;
use super::sheet::{Edit, Editor, Sheet, Work, first, languages_of, learn};
use crate::engine::names;
use crate::i18n::Speech;
use crate::share;
use crate::widget::element::component;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

names! {
    /// A tool.
    enum Tool {
        /// The terms, and the calculator beside them.
        Terms = "terms",
        /// The shop's finished jobs.
        Jobs = "jobs",
        /// Clients' briefs.
        Briefs = "briefs",
        /// Past verdicts, and their outcomes.
        Log = "log",
        /// Counters of verdicts.
        Insight = "insight",
    }
}

impl Tool {
    /// Returns `true` if the tool has state of its own, and stays mounted while another is shown.
    /// The log is loaded anew, since other tools append to it.
    fn has_state(self) -> bool {
        matches!(self, Tool::Terms | Tool::Jobs | Tool::Briefs)
    }

    /// Returns the tool that the page's address names, or that the brief in it belongs to.
    fn of_address() -> Option<Tool> {
        let fragment = browser::fragment();
        let is_named = |tool: &Tool| fragment.split('&').any(|part| part == tool.name());
        Tool::ALL.into_iter().find(is_named).or_else(|| {
            let briefs = [share::key(""), share::key(CALCULATOR)];
            let has_brief = |key: &String| share::in_fragment(&fragment, key).is_some();
            briefs.iter().any(has_brief).then_some(Tool::Briefs)
        })
    }
}

/// The tool on the screen, and those that were there before.
struct OpenTools {
    shown: Tool,
    opened: Vec<Tool>,
}

impl OpenTools {
    fn new(shown: Tool) -> OpenTools {
        OpenTools {
            shown,
            opened: vec![shown],
        }
    }

    fn is_mounted(&self, tool: Tool) -> bool {
        tool == self.shown || (tool.has_state() && self.opened.contains(&tool))
    }
}

impl Reducible for OpenTools {
    type Action = Tool;

    fn reduce(self: Rc<OpenTools>, shown: Tool) -> Rc<OpenTools> {
        let mut opened = self.opened.clone();
        if !opened.contains(&shown) {
            opened.push(shown);
        }
        Rc::new(OpenTools { shown, opened })
    }
}

/// Name of the configuration in storage.
const CONFIG: &str = "config";

/// Name in storage of the last configuration without a problem, by which enquiries are judged.
const GOOD: &str = "good";

/// Name in storage of the ready-made shop that the configuration began with.
const READY: &str = "ready";

/// Name in storage of the ids that have left the page.
const IDS: &str = "ids";

/// Name in storage of the languages that visitors read.
const LANGUAGES: &str = "languages";

/// Name in storage of the looks on the shop's page.
const LOOKS: &str = "looks";

/// Returns the stored work.
fn stored() -> Option<Work> {
    let config = browser::stored(CONFIG).filter(Value::is_object)?;
    let languages = browser::stored(LANGUAGES).unwrap_or_else(|| languages_of(&config));
    Some(Work {
        config: Rc::new(config),
        ready: Rc::new(browser::stored(READY).unwrap_or_else(first)),
        languages: Rc::new(languages),
        looks: Rc::new(browser::stored(LOOKS).unwrap_or_default()),
    })
}

/// Work of a first visit.
fn begun() -> Work {
    let first = Rc::new(first());
    Work {
        config: Rc::clone(&first),
        ready: first,
        languages: Rc::new(vec![languages::ENGLISH.to_owned()]),
        looks: Rc::default(),
    }
}

/// The editor of the configuration that is stored on this device.
#[hook]
fn use_editor(lang: &str) -> UseReducerHandle<Editor> {
    let editor = use_reducer(|| {
        Editor::new(
            stored().unwrap_or_else(begun),
            browser::stored(IDS).unwrap_or_default(),
            browser::stored(GOOD),
        )
    });
    let load = {
        let editor = editor.dispatcher();
        move || {
            let work = stored()?;
            let given = browser::stored(IDS).unwrap_or_default();
            editor.dispatch(Edit::Load(work, given));
            Some(())
        }
    };
    // On a first visit another tab stores these two before the configuration.
    let load_if_stored = {
        let load = load.clone();
        move || _ = load()
    };
    use_stored_elsewhere(IDS, load_if_stored.clone());
    use_stored_elsewhere(LOOKS, load_if_stored);
    // Without a configuration everything was forgotten: what this tab still has would be kept again.
    use_stored_elsewhere(CONFIG, move || load().unwrap_or_else(browser::reload));
    {
        let (editor, lang) = (editor.clone(), lang.to_owned());
        use_effect_with((), move |()| begin(&editor, lang));
    }
    let state = (
        editor.work.clone(),
        Rc::clone(&editor.given),
        Rc::clone(&editor.good),
        editor.is_stored,
    );
    use_effect_with(state, |(work, given, good, is_stored)| {
        if !is_stored {
            browser::store(IDS, &**given);
            // Other tabs load all of it after a change of the last.
            browser::store(READY, &*work.ready);
            browser::store(LANGUAGES, &*work.languages);
            browser::store(LOOKS, &*work.looks);
            browser::store(GOOD, &**good);
            browser::store(CONFIG, &*work.config);
        }
    });
    editor
}

/// Begins: in one's own house with the terms that lie beside the page, else in the language of the tools. Words of the languages
/// that were chosen before are fetched for the ready-made shops.
fn begin(editor: &UseReducerHandle<Editor>, lang: String) {
    let dispatcher = editor.dispatcher();
    if stored().is_some() {
        for tag in editor.work.languages.iter().cloned() {
            learn(dispatcher.clone(), tag, |_| {});
        }
        return;
    }
    let speak = {
        let dispatcher = dispatcher.clone();
        move || {
            learn(dispatcher, lang.clone(), move |editor| {
                editor.dispatch(Edit::Speak(vec![lang]));
                editor.dispatch(Edit::Start);
            });
        }
    };
    if !browser::is_own_house() {
        return speak();
    }
    let on_text = Callback::from(move |text: Option<String>| {
        // They may come so late that something was typed meanwhile.
        if stored().is_some() {
            return;
        }
        let config = text.and_then(|text| serde_json::from_str(&text).ok());
        match config.filter(Value::is_object) {
            Some(config) => {
                dispatcher.dispatch(Edit::Replace(config));
                dispatcher.dispatch(Edit::Start);
            }
            None => speak.clone()(),
        }
    });
    browser::fetch_text("./terms.json".to_owned(), on_text);
}

/// Props of [`Tools`].
#[derive(Properties, Clone, PartialEq)]
pub struct ToolsProps {
    /// Words.
    pub speech: Speech,
    /// The deferred part, once it is loaded.
    pub later: Option<Later>,
}

/// The owner's tools.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let speech = props.speech.clone();
    let editor = use_editor(speech.lang());
    let tools = use_reducer(|| OpenTools::new(Tool::of_address().unwrap_or(Tool::Terms)));
    {
        let tools = tools.dispatcher();
        use_fragment_change(move || {
            if let Some(tool) = Tool::of_address() {
                tools.dispatch(tool);
            }
        });
    }
    let on_select = use_callback(tools.dispatcher(), |tool, tools| tools.dispatch(tool));
    let on_edit = use_callback(editor.dispatcher(), |edit, editor| editor.dispatch(edit));
    let is_storage_full = use_storage_failure();
    let sheet = Sheet {
        config: Rc::clone(&editor.work.config),
        problems: Rc::clone(&editor.problems),
        ready: Rc::clone(&editor.work.ready),
        given: Rc::clone(&editor.given),
        languages: Rc::clone(&editor.work.languages),
        looks: Rc::clone(&editor.work.looks),
        speech: speech.clone(),
        on_edit: on_edit.clone(),
        appraiser: props.later.map(|later| later.appraiser),
    };
    let deferred = |view: &dyn Fn(Later) -> Html| match props.later {
        Some(later) => view(later),
        None => component::<Waiting>(WaitingProps {
            speech: speech.clone(),
        }),
    };
    let section = |tool: Tool| {
        if !tools.is_mounted(tool) {
            return Html::default();
        }
        let content = match tool {
            Tool::Terms => html! {
                <Configurator
                    sheet={sheet.clone()} good={Rc::clone(&editor.good)} before={editor.before.clone()}
                    can_go={editor.can_go()} is_shown={tools.shown == tool} editor={editor.dispatcher()}
                />
            },
            Tool::Jobs => deferred(&|later| {
                (later.jobs)(JobsProps {
                    sheet: sheet.clone(),
                    is_shown: tools.shown == tool,
                })
            }),
            Tool::Briefs => deferred(&|later| {
                (later.briefs)(BriefListProps {
                    speech: speech.clone(),
                    good: Rc::clone(&editor.good),
                    is_shown: tools.shown == tool,
                    on_publish: on_edit.reform(|()| Edit::Publish),
                })
            }),
            Tool::Log => deferred(&|later| {
                (later.log)(LogProps {
                    speech: speech.clone(),
                })
            }),
            Tool::Insight => deferred(&|later| {
                (later.insight)(InsightProps {
                    speech: speech.clone(),
                })
            }),
        };
        section_of(&speech, tool, tool == tools.shown, content)
    };
    html! {
        <>
            { tabs(&TabsProps { speech: speech.clone(), shown: tools.shown, on_select }) }
            if is_storage_full {
                <p class="problem" role="alert">{ speech.get("unkept") }</p>
            }
            { for Tool::ALL.map(section) }
            <Everything {speech} />
        </>
    }
}

#[derive(Clone, PartialEq)]
struct TabsProps {
    speech: Speech,
    shown: Tool,
    on_select: Callback<Tool>,
}

/// The buttons that select a tool.
fn tabs(props: &TabsProps) -> Html {
    let TabsProps {
        speech,
        shown,
        on_select,
    } = props;
    let tab = |tool: Tool| {
        let onclick = on_select.reform(move |_: MouseEvent| tool);
        html! {
            <li key={tool.name()}>
                <button type="button" class="tab" aria-current={(tool == *shown).then_some("page")} {onclick}>
                    { speech.get_for("tool.{}", tool.name()) }
                </button>
            </li>
        }
    };
    html! {
        <nav class="tools" aria-label={speech.get("tools")}>
            <ul>{ for Tool::ALL.map(tab) }</ul>
        </nav>
    }
}

/// The section of a tool, with its heading.
fn section_of(speech: &Speech, tool: Tool, is_shown: bool, content: Html) -> Html {
    let id = tool.name();
    html! {
        <section key={id} aria-labelledby={format!("tool-{id}")} hidden={!is_shown}>
            <h2 id={format!("tool-{id}")}>{ speech.get_for("tool.{}.title", id) }</h2>
            <p class="lead">{ speech.get_for("tool.{}.lead", id) }</p>
            { content }
        </section>
    }
}
