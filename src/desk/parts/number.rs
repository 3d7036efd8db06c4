//! An input for a number of the configuration, which stays as it is typed.

use super::typed::Typed;
use crate::desk::sheet::plain;
use crate::draft::{Separators, money, number};
use crate::i18n::Speech;
use serde_json::{Value, json};
use yew::prelude::*;

/// Props of [`NumberOf`].
#[derive(Properties, Clone, PartialEq)]
pub struct NumberProps {
    /// Words: numbers are read and shown as their language writes them.
    pub speech: Speech,
    /// Id of the input.
    pub id: AttrValue,
    /// Value; a text if it could not be read as a number.
    pub value: Option<Value>,
    /// Called with a new value.
    pub on_value: Callback<Option<Value>>,
    /// True for an amount of money, in which three digits behind a separator are thousands.
    #[prop_or_default]
    pub is_money: bool,
    /// Id of its description.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// True if the value has a problem.
    #[prop_or_default]
    pub wrong: bool,
}

/// An input whose text stays as it is typed until the value becomes another one, or the input is left:
/// then it shows the number that was understood.
#[component]
pub fn NumberOf(props: &NumberProps) -> Html {
    let (decimal, group) = props.speech.separators();
    let separators = Separators { decimal, group };
    let is_money = props.is_money;
    let read = move |text: &str| read(text, is_money, separators);
    let written = move |value: Option<&Value>| written(value, decimal);
    let typed = use_state(|| written(props.value.as_ref()));
    // A text that was refused stays until the value changes: the 0 of 0.5 is one.
    {
        let typed = typed.clone();
        use_effect_with((props.value.clone(), decimal), move |(value, _)| {
            if !same(read(&typed).as_ref(), value.as_ref()) {
                typed.set(written(value.as_ref()));
            }
        });
    }
    let value = (*typed).clone();
    let on_value = {
        let (on_value, typed) = (props.on_value.clone(), typed.setter());
        Callback::from(move |text: String| {
            on_value.emit(read(&text));
            typed.set(text);
        })
    };
    let on_done = Callback::from(move |()| {
        if let Some(understood @ Value::Number(_)) = read(&typed) {
            typed.set(written(Some(&understood)));
        }
    });
    html! {
        <Typed
            id={props.id.clone()} {value} {on_value} {on_done} described={props.described.clone()}
            wrong={props.wrong} mode="decimal"
        />
    }
}

/// Reads a typed text: as a number, as nothing, or as itself if it is no number.
fn read(text: &str, is_money: bool, separators: Separators) -> Option<Value> {
    if text.trim().is_empty() {
        return None;
    }
    let read = match is_money {
        true => money(text),
        // The sign stands beside fields of shares.
        false => number(text.trim().trim_end_matches('%'), separators),
    };
    Some(read.map_or_else(|| json!(text), plain))
}

fn written(value: Option<&Value>, decimal: char) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string().replace('.', &decimal.to_string()),
        _ => String::new(),
    }
}

fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(Value::Number(a)), Some(Value::Number(b))) => a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}
