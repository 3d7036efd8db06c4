//! A number to type: it stays as it is typed, and is said as JSON.

use super::typed::Typed;
use crate::draft::{Separators, number};
use serde_json::{Value, json};
use yew::prelude::*;

/// A number as JSON.
#[derive(Properties, Clone, PartialEq)]
pub struct NumberProps {
    /// Its id.
    pub id: AttrValue,
    /// What is said; a text where no number could be read.
    pub value: Option<Value>,
    /// Called with what is said now.
    pub on_value: Callback<Option<Value>>,
    /// The id of what describes it.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Whether something is wrong with it.
    #[prop_or_default]
    pub wrong: bool,
}

/// A number, which stays as it is typed for as long as it means what is said.
#[component]
pub fn NumberOf(props: &NumberProps) -> Html {
    let typed = use_state(|| written(props.value.as_ref()));
    let value = if same(read(&typed).as_ref(), props.value.as_ref()) {
        (*typed).clone()
    } else {
        written(props.value.as_ref())
    };
    let on_value = {
        let on_value = props.on_value.clone();
        Callback::from(move |text: String| {
            on_value.emit(read(&text));
            typed.set(text);
        })
    };
    html! {
        <Typed id={props.id.clone()} {value} {on_value} described={props.described.clone()} wrong={props.wrong} mode="decimal" />
    }
}

/// What a typed text says: a number, nothing, or a text where no number can be read.
fn read(text: &str) -> Option<Value> {
    if text.trim().is_empty() {
        return None;
    }
    let english = Separators {
        decimal: '.',
        group: ',',
    };
    Some(number(text, english).map_or_else(|| json!(text), plain))
}

/// A number as JSON, whole where it is whole.
pub fn plain(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        json!(number as i64)
    } else {
        json!(number)
    }
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
