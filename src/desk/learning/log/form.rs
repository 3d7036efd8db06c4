//! The form that adds a verdict to the log.

use super::state::LogEntry;
use crate::engine::Verdict;
use crate::i18n::{Speech, speak};
use crate::widget::element::{Element, el};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

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
    let on_submit = {
        let (on_add, name) = (on_add.clone(), name.clone());
        let (verdict, tenths) = (*verdict, *tenths);
        Callback::from(move |event: Event| {
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
        Callback::from(move |value: String| {
            if let Some(selected) = Verdict::from_name(&value) {
                verdict.set(selected);
            }
        })
    };
    let on_tenths = {
        let tenths = tenths.setter();
        Callback::from(move |value: String| {
            if let Ok(selected) = value.parse() {
                tenths.set(selected);
            }
        })
    };
    let option = |value: String, text: String, is_selected: bool| {
        el("option", "")
            .attr("value", value)
            .text(text)
            .selected(is_selected)
    };
    let verdicts = Verdict::ALL.map(|one| {
        let text = speech.get_for("shop.verdict.{}", one.name());
        option(one.name().to_owned(), text, one == *verdict)
    });
    let odds = (0..=10_u8).map(|n| {
        let text = speak::odds(speech, f64::from(n) / 10.0);
        option(n.to_string(), text, n == *tenths)
    });
    let field = |class, id: &'static str, key, input: Element| {
        el("div", class)
            .child(el("label", "").attr("for", id).message(speech, key))
            .child(input.attr("id", id))
    };
    let input = el("input", "")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .value((*name).clone().into())
        .on_input(&on_name);
    let select = |on_select: &Callback<String>| el("select", "").on_select(on_select);
    el("form", "row")
        .on(ListenerKind::onsubmit, &on_submit)
        .child(field("field wide", "log-name", "log.name", input))
        .child(field(
            "field",
            "log-verdict",
            "log.verdict",
            select(&on_verdict).children(verdicts),
        ))
        .child(field(
            "field",
            "log-odds",
            "log.odds",
            select(&on_tenths).children(odds),
        ))
        .child(el("button", "strong").message(speech, "log.add"))
        .into()
}
