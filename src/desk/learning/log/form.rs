//! The form that adds a verdict to the log.

use super::state::LogEntry;
use crate::desk::parts::Typed;
use crate::engine::Verdict;
use crate::i18n::{Speech, speak};
use yew::prelude::*;

/// Props of [`EntryForm`].
#[derive(Properties, Clone, PartialEq)]
pub struct EntryFormProps {
    /// Words.
    pub speech: Speech,
    /// Called with a new entry.
    pub on_add: Callback<LogEntry>,
}

/// The form that adds a verdict to the log.
#[component]
pub fn EntryForm(props: &EntryFormProps) -> Html {
    let EntryFormProps { speech, on_add } = props;
    let name = use_state(String::new);
    let verdict = use_state(|| Verdict::Take);
    let tenths = use_state(|| 8_u8);
    let onsubmit = {
        let (on_add, name) = (on_add.clone(), name.clone());
        let (verdict, tenths) = (*verdict, *tenths);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let odds = f64::from(tenths) / 10.0;
            on_add.emit(LogEntry::new((*name).clone(), verdict, odds));
            name.set(String::new());
        })
    };
    let on_name = {
        let name = name.setter();
        Callback::from(move |text| name.set(text))
    };
    let on_verdict = {
        let verdict = verdict.setter();
        on_select(move |value| {
            if let Some(selected) = Verdict::from_name(value) {
                verdict.set(selected);
            }
        })
    };
    let on_tenths = {
        let tenths = tenths.setter();
        on_select(move |value| {
            if let Ok(selected) = value.parse() {
                tenths.set(selected);
            }
        })
    };
    let verdicts = Verdict::ALL.map(|one| {
        let text = speech.of("shop.verdict.{}", one.name());
        html! { <option value={one.name()} selected={one == *verdict}>{ text }</option> }
    });
    let odds = (0..=10_u8).map(|n| {
        let text = speak::odds(speech, f64::from(n) / 10.0);
        html! { <option value={n.to_string()} selected={n == *tenths}>{ text }</option> }
    });
    html! {
        <form class="row" {onsubmit}>
            <div class="field wide">
                <label for="log-name">{ speech.say("log.name") }</label>
                <Typed id="log-name" value={(*name).clone()} on_value={on_name} />
            </div>
            <div class="field">
                <label for="log-verdict">{ speech.say("log.verdict") }</label>
                <select id="log-verdict" onchange={on_verdict}>{ for verdicts }</select>
            </div>
            <div class="field">
                <label for="log-odds">{ speech.say("log.odds") }</label>
                <select id="log-odds" onchange={on_tenths}>{ for odds }</select>
            </div>
            <button class="strong">{ speech.say("log.add") }</button>
        </form>
    }
}

/// Returns a handler of a select's `change` that passes on the selected value.
fn on_select(on_value: impl Fn(&str) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let select = event.target_unchecked_into::<web_sys::HtmlSelectElement>();
        on_value(&select.value());
    })
}
