//! An entry of the log, with its outcome to select.

use super::state::{LogAction, LogEntry};
use crate::engine::Verdict;
use crate::i18n::{Speech, speak};
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// An entry of the log, at its index.
pub fn entry_row(
    speech: &Speech,
    index: usize,
    entry: &LogEntry,
    on_action: &Callback<LogAction>,
) -> Element {
    let outcome = |value: Option<bool>, key: &str| {
        let on_change = on_action.reform(move |()| LogAction::SetOutcome(index, value));
        let radio = el("input", "")
            .attr("type", "radio")
            .attr("name", format!("outcome-{index}"))
            .checked(entry.came_true == value)
            .on_change(&on_change);
        el("label", "option")
            .child(radio)
            .child(el("span", "").message(speech, key))
    };
    let on_remove = on_action.reform(move |()| LogAction::Remove(index));
    let name = if entry.name.is_empty() {
        speech.get("log.unnamed")
    } else {
        entry.name.clone()
    };
    let verdict = Verdict::from_name(&entry.verdict)
        .map(|verdict| speech.get_for("shop.verdict.{}", verdict.name()))
        .unwrap_or_default();
    let odds = speak::odds(speech, entry.odds);
    let values = [("day", &*entry.day), ("verdict", &verdict), ("odds", &odds)];
    // Late and unpaid are two things.
    let late = entry.late.filter(|late| *late > 0);
    let late = late.map(|late| speech.plural("log.late", late as f64, &[]));
    let unpaid = (entry.paid == Some(false)).then(|| speech.get("log.unpaid"));
    let why: Vec<String> = late.into_iter().chain(unpaid).collect();
    let hint = |text: String| el("span", "hint").text(text);
    let of = [("name", &*entry.name)];
    let legend = el("legend", "for-listeners").text(speech.format("log.outcome", &of));
    el("li", "noted")
        .key(index)
        .child(
            el("div", "")
                .child(el("strong", "").text(name))
                .child(hint(speech.format("log.said", &values)))
                .maybe_child((!why.is_empty()).then(|| hint(speak::sentences(&why)))),
        )
        .child(
            el("fieldset", "options")
                .child(legend)
                .child(outcome(Some(true), "log.yes"))
                .child(outcome(Some(false), "log.no"))
                .child(outcome(None, "log.open")),
        )
        .child(
            el("button", "quiet")
                .attr("type", "button")
                .on_click(&on_remove)
                .text(speech.format("form.remove", &of)),
        )
}
