//! An entry of the log, with its outcome to select.

use super::state::{LogAction, LogEntry};
use crate::engine::Verdict;
use crate::i18n::{Speech, speak};
use yew::prelude::*;

/// Props of [`EntryRow`].
#[derive(Properties, Clone, PartialEq)]
pub struct EntryRowProps {
    /// Words.
    pub speech: Speech,
    /// Index in the log.
    pub index: usize,
    /// Entry.
    pub entry: LogEntry,
    /// Called to change the log.
    pub on_action: Callback<LogAction>,
}

/// An entry of the log.
#[component]
pub fn EntryRow(props: &EntryRowProps) -> Html {
    let EntryRowProps {
        speech,
        index,
        entry,
        on_action,
    } = props;
    let index = *index;
    let outcome = |value: Option<bool>, key: &str| {
        let checked = entry.came_true == value;
        let onchange = on_action.reform(move |_: Event| LogAction::SetOutcome(index, value));
        html! {
            <label class="option">
                <input type="radio" name={format!("outcome-{index}")} {checked} {onchange} />
                <span>{ speech.say(key) }</span>
            </label>
        }
    };
    let on_remove = on_action.reform(move |_: MouseEvent| LogAction::Remove(index));
    let name = if entry.name.is_empty() {
        speech.say("log.unnamed")
    } else {
        entry.name.clone()
    };
    let verdict = Verdict::from_name(&entry.verdict)
        .map(|verdict| speech.of("shop.verdict.{}", verdict.name()))
        .unwrap_or_default();
    let odds = speak::odds(speech, entry.odds);
    // Late and unpaid are two things.
    let late = entry.late.filter(|late| *late > 0);
    let late = late.map(|late| speech.count("log.late", late as f64, &[]));
    let unpaid = (entry.paid == Some(false)).then(|| speech.say("log.unpaid"));
    let why: Vec<String> = late.into_iter().chain(unpaid).collect();
    html! {
        <li class="noted">
            <div>
                <strong>{ name }</strong>
                <span class="hint">
                    { speech.with("log.said", &[("day", &entry.day), ("verdict", &verdict), ("odds", &odds)]) }
                </span>
                if !why.is_empty() {
                    <span class="hint">{ speak::sentences(&why) }</span>
                }
            </div>
            <fieldset class="options">
                <legend class="for-listeners">{ speech.with("log.outcome", &[("name", &entry.name)]) }</legend>
                { outcome(Some(true), "log.yes") }
                { outcome(Some(false), "log.no") }
                { outcome(None, "log.open") }
            </fieldset>
            <button type="button" class="quiet" onclick={on_remove}>
                { speech.with("form.remove", &[("name", &entry.name)]) }
            </button>
        </li>
    }
}
