//! The floor rate, which published terms do not have.

use super::value::{at, text, unset};
use serde_json::Value;

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
