//! The configuration in the editor: JSON that may have problems.

#[cfg(feature = "widget")]
mod dictionary;
mod edit;
#[cfg(feature = "widget")]
mod editor;
mod figures;
mod gone;
mod ids;
pub mod languages;
mod many;
mod tongue;

#[cfg(feature = "widget")]
pub(super) use dictionary::learn;
#[cfg(feature = "widget")]
pub use editor::Work;
#[cfg(feature = "widget")]
pub(super) use editor::{Editor, Sheet, first};

pub use edit::{ASSUMED, Edit, Past, change};
pub use figures::{Scale, is_ready_made};
pub use gone::{GONE, asks_for, keep_service, with_removed};
pub use ids::{ids, new_id};
pub use many::join;
pub use tongue::languages_of;

use edit::unset;
use serde_json::Value;

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

/// Keeps the floor rate where a file has none of the same shop: published terms do not have it.
pub fn keep_floor(file: &mut Value, config: &Value) {
    let is_same = text(file, "/terms/shop/name") == text(config, "/terms/shop/name")
        && text(file, "/terms/currency") == text(config, "/terms/currency");
    if let (true, None, Some(floor)) = (
        is_same,
        at(file, "/terms/floorRate"),
        at(config, "/terms/floorRate"),
    ) && let Some(Value::Object(terms)) = file.pointer_mut("/terms")
    {
        terms.insert("floorRate".to_owned(), floor.clone());
    }
}

/// Returns the public part of a configuration: without the floor rate, unless the owner allows it.
pub fn public(config: &Value, floor: bool) -> Value {
    let mut public = config.clone();
    if !floor {
        unset(&mut public, "/terms/floorRate");
    }
    public
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use serde_json::json;

    #[test]
    fn published_terms_that_are_opened_again_leave_the_floor_rate_as_it_is() {
        let own = json!({"terms": {"shop": {"name": "Nord"}, "currency": "EUR", "rate": 85, "floorRate": 70}});
        let mut published = public(&own, false);
        keep_floor(&mut published, &own);
        assert_eq!(published, own);
        let mut other = json!({"terms": {"shop": {"name": "Syd"}, "currency": "EUR"}});
        keep_floor(&mut other, &own);
        assert_eq!(at(&other, "/terms/floorRate"), None);
    }

    #[test]
    fn the_floor_rate_is_not_for_visitors_unless_the_owner_says_so() {
        let config = json!({"terms": {"rate": 85, "floorRate": 70}});
        assert_eq!(public(&config, false), json!({"terms": {"rate": 85}}));
        assert_eq!(public(&config, true), config);
    }
}
