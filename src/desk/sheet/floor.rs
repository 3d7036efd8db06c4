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

/// Returns `true` if an edit changed the rate of an hour and moved no price, because the floor rate is set.
pub fn floor_decides(before: &Value, after: &Value) -> bool {
    let floor = at(after, "/terms/floorRate");
    let is_other = at(before, "/terms/rate") != at(after, "/terms/rate");
    is_other && floor.is_some() && floor == at(before, "/terms/floorRate")
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

    #[test]
    fn the_rate_moves_no_price_where_the_floor_rate_is_set() {
        let terms = |rate: u32, floor: Option<u32>| match floor {
            Some(floor) => json!({"terms": {"rate": rate, "floorRate": floor}}),
            None => json!({"terms": {"rate": rate}}),
        };
        assert!(floor_decides(&terms(85, Some(60)), &terms(120, Some(60))));
        assert!(!floor_decides(&terms(85, None), &terms(120, None)));
        assert!(!floor_decides(&terms(85, Some(60)), &terms(85, Some(60))));
        assert!(!floor_decides(&terms(85, Some(60)), &terms(120, Some(70))));
    }
}
