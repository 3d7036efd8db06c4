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
use calibration::calibration;
use entry::EntryRow;
use form::EntryForm;
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
            browser::store(LOG, &**entries);
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
        Callback::from(move |_: MouseEvent| {
            let text = serde_json::to_string_pretty(&*entries).unwrap_or_default();
            browser::save("verdicts.json", &(text + "\n"));
        })
    };
    let row = |(index, entry): (usize, &LogEntry)| {
        html! {
            <EntryRow key={index} speech={speech.clone()} {index} entry={entry.clone()} on_action={on_action.clone()} />
        }
    };
    let outcome = |entry: &LogEntry| Outcome::new(entry.odds, entry.came_true?).ok();
    let outcomes: Vec<Outcome> = log.entries.iter().filter_map(outcome).collect();
    html! {
        <div class="log" ondrop={on_drop(on_open.clone())} ondragover={allow_drop()}>
            <EntryForm speech={speech.clone()} on_add={on_action.reform(LogAction::Add)} />
            { calibration(speech, &outcomes) }
            <ul class="list">{ for log.entries.iter().enumerate().rev().map(row) }</ul>
            <div class="row">
                { open_file(speech.say("log.import"), JSON, false, &on_open) }
                if !log.entries.is_empty() {
                    <button type="button" onclick={on_save}>{ speech.say("log.save") }</button>
                }
                if *is_unreadable {
                    <p class="problem" role="alert">{ speech.say("import.trouble") }</p>
                }
            </div>
        </div>
    }
}
