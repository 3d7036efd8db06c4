//! Values of a configuration: read, made and removed at pointers.

use serde_json::{Map, Value};

/// Returns the value at a pointer.
pub fn at<'a>(config: &'a Value, pointer: &str) -> Option<&'a Value> {
    config.pointer(pointer)
}

/// Returns the list at a pointer, empty if there is none.
pub fn list<'a>(config: &'a Value, pointer: &str) -> &'a [Value] {
    config
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// Returns the text at a pointer; of a text in several languages, the default.
pub fn text<'a>(config: &'a Value, pointer: &str) -> &'a str {
    match config.pointer(pointer) {
        Some(Value::String(text)) => text,
        Some(Value::Object(languages)) => languages
            .get("default")
            .and_then(Value::as_str)
            .unwrap_or_default(),
        _ => "",
    }
}

/// Returns a number as JSON, as an integer if it is one.
pub fn plain(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        Value::from(number as i64)
    } else {
        Value::from(number)
    }
}

/// Formats a configuration as the text of a file.
pub fn pretty(config: &Value) -> String {
    format!("{config:#}\n")
}

/// Returns the place at a pointer, after creating the objects on the way to it.
pub(super) fn place<'a>(config: &'a mut Value, pointer: &str) -> Option<&'a mut Value> {
    let mut place = config;
    for key in pointer.split('/').skip(1) {
        place = match place {
            Value::Array(list) => list.get_mut(key.parse::<usize>().ok()?)?,
            place => {
                if !place.is_object() {
                    *place = Value::Object(Map::new());
                }
                place
                    .as_object_mut()?
                    .entry(key.to_owned())
                    .or_insert(Value::Null)
            }
        };
    }
    Some(place)
}

/// Removes a member from its object, and an object that is empty then from its own.
pub(super) fn unset(config: &mut Value, pointer: &str) {
    let Some((parent, key)) = pointer.rsplit_once('/') else {
        return;
    };
    let Some(Value::Object(map)) = config.pointer_mut(parent) else {
        return;
    };
    map.remove(key);
    // Members of lists and the terms themselves stay, however empty.
    if map.is_empty()
        && parent.matches('/').count() >= 2
        && !parent.ends_with(|c: char| c.is_ascii_digit())
    {
        unset(config, parent);
    }
}

/// Appends a value to the list at a pointer.
pub(super) fn add(config: &mut Value, pointer: &str, value: Value) {
    if let Some(place) = place(config, pointer) {
        if !place.is_array() {
            *place = Value::Array(Vec::new());
        }
        if let Value::Array(list) = place {
            list.push(value);
        }
    }
}
