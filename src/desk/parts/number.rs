//! An input for a number of the configuration, which stays as it is typed.

use super::typed::Typed;
use crate::desk::sheet::plain;
use crate::draft::{Separators, number};
use serde_json::{Value, json};
use yew::prelude::*;

/// Props of [`NumberOf`].
#[derive(Properties, Clone, PartialEq)]
pub struct NumberProps {
    /// Id of the input.
    pub id: AttrValue,
    /// Value; a text if it could not be read as a number.
    pub value: Option<Value>,
    /// Called with a new value.
    pub on_value: Callback<Option<Value>>,
    /// Id of its description.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// True if the value has a problem.
    #[prop_or_default]
    pub wrong: bool,
    /// True for a sum of money: three digits behind its only separator are thousands then, as half of the world writes them.
    #[prop_or_default]
    pub money: bool,
}

/// An input whose text stays as it is typed until the value becomes another one.
#[component]
pub fn NumberOf(props: &NumberProps) -> Html {
    let typed = use_state(|| written(props.value.as_ref()));
    let money = props.money;
    // A text that was refused stays until the value changes: the 0 of 0.5 is one.
    {
        let typed = typed.clone();
        use_effect_with(props.value.clone(), move |value| {
            if !same(read(&typed, money).as_ref(), value.as_ref()) {
                typed.set(written(value.as_ref()));
            }
        });
    }
    let value = (*typed).clone();
    let on_value = {
        let on_value = props.on_value.clone();
        Callback::from(move |text: String| {
            on_value.emit(read(&text, money));
            typed.set(text);
        })
    };
    html! {
        <Typed id={props.id.clone()} {value} {on_value} described={props.described.clone()} wrong={props.wrong} mode="decimal" />
    }
}

/// Reads a typed text: as a number, as nothing, or as itself if it is no number.
fn read(text: &str, is_money: bool) -> Option<Value> {
    if text.trim().is_empty() {
        return None;
    }
    let whole = is_money.then(|| in_thousands(text)).flatten();
    let text = whole.as_deref().unwrap_or(text);
    let english = Separators {
        decimal: '.',
        group: ',',
    };
    Some(number(text, english).map_or_else(|| json!(text), plain))
}

/// A sum whose only separator has three digits behind it, without that: nobody says a sum in thousandths. `None` for
/// another one.
pub fn in_thousands(text: &str) -> Option<String> {
    let (before, after) = text.split_once(['.', ','])?;
    let digits = after.chars().take_while(char::is_ascii_digit).count();
    let is_whole = before.contains(|c: char| ('1'..='9').contains(&c));
    let is_only = !after.contains(['.', ',']) && !before.contains(['.', ',']);
    (is_whole && is_only && digits == 3).then(|| [before, after].concat())
}

fn written(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(Value::Number(a)), Some(Value::Number(b))) => a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}
