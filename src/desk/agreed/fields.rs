//! Fields of a small form, whose texts stay as they are typed.

use crate::draft::{self, Separators, number};
use crate::i18n::Speech;
use crate::widget::element::{Element, el};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Texts of the fields of a form, which has a member for each.
pub type Texts<Fields> = UseStateHandle<Fields>;

/// Accessor of the text of one field.
pub type Accessor<Fields> = fn(&mut Fields) -> &mut String;

/// Kind of a field.
#[derive(Clone, Copy)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// A number, written as people of the language write it.
    Number,
    /// A date, which the browser asks for.
    Date,
}

impl FieldKind {
    /// Type and keyboard of its input.
    fn input(self) -> (&'static str, Option<&'static str>) {
        match self {
            FieldKind::Text => ("text", None),
            FieldKind::Number => ("text", Some("decimal")),
            FieldKind::Date => ("date", None),
        }
    }
}

/// A field for money with its label. Once it is left, it shows the amount that was understood.
pub fn money_field<Fields: Clone + 'static>(
    speech: &Speech,
    texts: &Texts<Fields>,
    text: Accessor<Fields>,
    id: &'static str,
    label: String,
) -> Element {
    let on_left = {
        let (speech, texts) = (speech.clone(), texts.clone());
        Callback::from(move |_: Event| {
            let mut edited = (*texts).clone();
            let text = text(&mut edited);
            if let Some(understood) = money(text).filter(|value| *value > 0.0) {
                *text = typed(&speech, understood);
                texts.set(edited);
            }
        })
    };
    field(texts, text, id, FieldKind::Number, label).on(ListenerKind::onfocusout, &on_left)
}

/// A field with its label.
pub fn field<Fields: Clone + 'static>(
    texts: &Texts<Fields>,
    text: Accessor<Fields>,
    id: &'static str,
    kind: FieldKind,
    label: String,
) -> Element {
    let on_input = {
        let texts = texts.clone();
        Callback::from(move |input: String| {
            let mut edited = (*texts).clone();
            *text(&mut edited) = input;
            texts.set(edited);
        })
    };
    let mut shown = (**texts).clone();
    let shown = std::mem::take(text(&mut shown));
    let (kind, mode) = kind.input();
    let input = el("input", "")
        .attr("id", id)
        .attr("type", kind)
        .attr("autocomplete", "off")
        .maybe_attr("inputmode", mode)
        .value(shown.into())
        .on_input(&on_input);
    el("div", "field")
        .child(el("label", "").attr("for", id).text(label))
        .child(input)
}

/// The hours in a text, from 0 on. Nothing typed is `empty`.
pub fn hours(speech: &Speech, text: &str, empty: Option<f64>) -> Option<f64> {
    if text.trim().is_empty() {
        return empty;
    }
    super::hours(text, separators(speech))
}

/// The percentage in a text, from 0 on. Nothing typed is 0.
pub fn percentage(speech: &Speech, text: &str) -> Option<f64> {
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

/// The money in a text, from 0 on. Nothing typed is 0.
pub fn money(text: &str) -> Option<f64> {
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

/// The element of a form. `on_done` is called when it is submitted.
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
