//! A log of verdicts: the odds that were given, the outcomes, and the calibration of both.

mod calibration;
mod entry;
mod form;
mod state;

pub use state::{LogEntry, append, settle};

use crate::desk::browser;
use crate::desk::hooks::use_stored_elsewhere;
use crate::desk::parts::{ImportSource, JSON, allow_drop, on_drop, open_file};
use crate::engine::Outcome;
use crate::i18n::Speech;
use crate::widget::element::{button, component, el, group};
use calibration::calibration_table;
use entry::entry_row;
use form::{EntryForm, EntryFormProps};
use state::{LOG, LogAction, LogState, stored};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Log`].
#[derive(Properties, Clone, PartialEq)]
pub struct LogProps {
    /// Words.
    pub speech: Speech,
}

/// The log that is stored on this device.
#[hook]
fn use_log() -> UseReducerHandle<LogState> {
    let log = use_reducer(|| LogState::stored(stored()));
    {
        let log = log.dispatcher();
        use_stored_elsewhere(LOG, move || log.dispatch(LogAction::Load(stored())));
    }
    let state = (Rc::clone(&log.entries), log.is_stored);
    use_effect_with(state, |(entries, is_stored)| {
        if !is_stored {
            state::store(entries);
        }
    });
    log
}

/// The log of verdicts.
#[component]
pub fn Log(props: &LogProps) -> Html {
    let speech = &props.speech;
    let log = use_log();
    let on_action = use_callback(log.dispatcher(), |action, log| log.dispatch(action));
    let is_unreadable = use_state(|| false);
    let on_open = {
        let (on_action, is_unreadable) = (on_action.clone(), is_unreadable.setter());
        Callback::from(move |files: Vec<ImportSource>| {
            let read = |file: ImportSource| serde_json::from_str::<Vec<LogEntry>>(&file.text?).ok();
            let logs: Vec<_> = files.into_iter().map(read).collect();
            is_unreadable.set(logs.contains(&None));
            on_action.emit(LogAction::Merge(logs.into_iter().flatten().collect()));
        })
    };
    let on_save = {
        let entries = Rc::clone(&log.entries);
        Callback::from(move |()| browser::save_value("verdicts.json", &**entries))
    };
    let rows = log.entries.iter().enumerate().rev();
    let rows = rows.map(|(index, entry)| entry_row(speech, index, entry, &on_action));
    let outcome = |entry: &LogEntry| Outcome::new(entry.odds, entry.came_true?).ok();
    let outcomes: Vec<Outcome> = log.entries.iter().filter_map(outcome).collect();
    let form = EntryFormProps {
        speech: speech.clone(),
        on_add: on_action.reform(LogAction::Add),
    };
    let files = el("div", "row")
        .node(open_file(speech.get("log.import"), JSON, false, &on_open))
        .maybe_child((!log.entries.is_empty()).then(|| button("", speech, "log.save", &on_save)))
        .maybe_child(is_unreadable.then(|| {
            el("p", "problem")
                .attr("role", "alert")
                .message(speech, "import.trouble")
        }));
    let content = group()
        .node(component::<EntryForm>(form))
        .node(calibration_table(speech, &outcomes))
        .child(el("ul", "list").children(rows))
        .child(files)
        .content();
    html! {
        <div class="log" ondrop={on_drop(on_open.clone())} ondragover={allow_drop()}>{ content }</div>
    }
}
