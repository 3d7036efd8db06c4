//! Fields of a small form, whose texts stay as they are typed.

use crate::draft::{self, Separators, number};
use crate::i18n::Speech;
use crate::widget::element::{Element, el};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Texts of the fields of a form, in their order.
pub type Texts = UseStateHandle<Vec<String>>;

/// A field for money with its label. Once it is left, it shows what was understood.
pub fn money_field(
    speech: &Speech,
    texts: &Texts,
    at: usize,
    id: &'static str,
    label: String,
) -> Element {
    let on_left = {
        let (speech, texts) = (speech.clone(), texts.clone());
        Callback::from(move |_: Event| {
            let understood = money(&texts, at).filter(|value| *value > 0.0);
            let understood = understood.map(|value| typed(&speech, value));
            let mut all = (*texts).clone();
            if let Some((old, understood)) = all.get_mut(at).zip(understood) {
                *old = understood;
                texts.set(all);
            }
        })
    };
    field(texts, at, id, "decimal", label).on(ListenerKind::onfocusout, &on_left)
}

/// A field with its label. `kind` is the type of the input, or `decimal` for a number.
pub fn field(
    texts: &Texts,
    at: usize,
    id: &'static str,
    kind: &'static str,
    label: String,
) -> Element {
    let on_input = {
        let texts = texts.clone();
        Callback::from(move |text: String| {
            let mut all = (*texts).clone();
            if let Some(old) = all.get_mut(at) {
                *old = text;
            }
            texts.set(all);
        })
    };
    let (kind, mode) = match kind {
        "decimal" => ("text", Some(kind)),
        _ => (kind, None),
    };
    let input = el("input", "")
        .attr("id", id)
        .attr("type", kind)
        .attr("autocomplete", "off")
        .maybe_attr("inputmode", mode)
        .value(said(texts, at).to_owned().into())
        .on_input(&on_input);
    el("div", "field")
        .child(el("label", "").attr("for", id).text(label))
        .child(input)
}

/// The text of a field.
pub fn said(texts: &Texts, at: usize) -> &str {
    texts.get(at).map_or("", String::as_str)
}

/// The hours in a field, from 0 on. Nothing typed is `empty`.
pub fn hours(speech: &Speech, texts: &Texts, at: usize, empty: Option<f64>) -> Option<f64> {
    let text = said(texts, at);
    if text.trim().is_empty() {
        return empty;
    }
    super::hours(text, separators(speech))
}

/// The percentage in a field, from 0 on. Nothing typed is 0.
pub fn percentage(speech: &Speech, texts: &Texts, at: usize) -> Option<f64> {
    let text = said(texts, at);
    if text.trim().is_empty() {
        return Some(0.0);
    }
    let text = text.trim().trim_end_matches('%');
    number(text, separators(speech)).filter(|value| *value >= 0.0)
}

/// Separators of numbers as people of the language write them.
fn separators(speech: &Speech) -> Separators {
    let (decimal, group) = speech.separators();
    Separators { decimal, group }
}

/// The money in a field, from 0 on. Nothing typed is 0.
pub fn money(texts: &Texts, at: usize) -> Option<f64> {
    let text = said(texts, at);
    if text.trim().is_empty() {
        return Some(0.0);
    }
    draft::money(text).filter(|value| *value >= 0.0)
}

/// A number as it would be typed; nothing for 0.
pub fn typed(speech: &Speech, value: f64) -> String {
    if value > 0.0 {
        speech.number(value, 2)
    } else {
        String::new()
    }
}

/// A form of fields. `on_done` is called when it is submitted.
pub fn form(on_done: impl Fn() + 'static) -> Element {
    let on_submit = Callback::from(move |event: Event| {
        event.prevent_default();
        on_done();
    });
    el("form", "about").on(ListenerKind::onsubmit, &on_submit)
}

/// The problem of a field by its label, in the words of a key.
pub fn wrong(speech: &Speech, key: &str, label: &str) -> String {
    speech.format(key, &[("field", label)])
}

/// The problem of a form that could not be used as it is.
pub fn problem(problem: Option<String>) -> Option<Element> {
    problem.map(|problem| el("p", "problem").attr("role", "alert").text(problem))
}

/// The button that submits a form.
pub fn submit(speech: &Speech, key: &'static str) -> Element {
    el("p", "row").child(el("button", "").message(speech, key))
}
