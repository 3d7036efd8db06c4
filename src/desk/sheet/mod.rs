//! The configuration in the editor: JSON that may have problems, edited at one pointer at a time.

#[cfg(feature = "widget")]
mod editor;

#[cfg(feature = "widget")]
pub(super) use editor::{Editor, Sheet, first};

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

/// An edit of the configuration.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Replaces the configuration.
    Replace(Value),
    /// Replaces the configuration by a ready-made shop.
    Begin(Value),
    /// Swaps the configuration with the one before the last replacement.
    Undo,
    /// Loads what another tab has stored.
    Load {
        /// The configuration.
        config: Value,
        /// The ready-made shop that it began with.
        ready: Value,
    },
    /// Sets the value at a pointer.
    Set(String, Value),
    /// Removes the value at a pointer.
    Unset(String),
    /// Appends a value to the list at a pointer.
    Add(String, Value),
    /// Removes the member at an index of a list, and every mention of its id.
    Take(String, usize),
}

/// Applies an edit. `Edit::Undo` changes nothing here: the editor has the history.
pub fn change(config: &mut Value, edit: Edit) {
    match edit {
        Edit::Replace(value) | Edit::Begin(value) | Edit::Load { config: value, .. } => {
            *config = value
        }
        Edit::Undo => {}
        Edit::Set(pointer, value) => {
            if let Some(place) = place(config, &pointer) {
                // A text in several languages keeps the others.
                match place {
                    Value::Object(languages)
                        if value.is_string() && languages.contains_key("default") =>
                    {
                        languages.insert("default".to_owned(), value);
                    }
                    place => *place = value,
                }
            }
            follow(config, &pointer);
        }
        Edit::Unset(pointer) => unset(config, &pointer),
        Edit::Add(pointer, value) => {
            if let Some(place) = place(config, &pointer) {
                if !place.is_array() {
                    *place = Value::Array(Vec::new());
                }
                if let Value::Array(list) = place {
                    list.push(value);
                }
            }
        }
        Edit::Take(pointer, index) => {
            let Some(Value::Array(list)) = config.pointer_mut(&pointer) else {
                return;
            };
            if index < list.len() {
                let taken = list.remove(index);
                if let Some(id) = taken.get("id").and_then(Value::as_str) {
                    forget(config, &pointer, id);
                }
            }
        }
    }
}

/// Source of a figure in the ready-made shops that comes from nowhere else.
pub const ASSUMED: &str = "Our assumption.";

/// Applies the consequences of an edit: an edited figure loses our assumption as its source, and a
/// promise has hours only while it is priced.
fn follow(config: &mut Value, pointer: &str) {
    let Some((parent, member)) = pointer.rsplit_once('/') else {
        return;
    };
    let Some(Value::Object(thing)) = config.pointer_mut(parent) else {
        return;
    };
    let is_figure = ["hours", "care", "pricePerMonth"].contains(&member);
    if is_figure && thing.get("source").and_then(Value::as_str) == Some(ASSUMED) {
        thing.remove("source");
    }
    if member != "keepable" {
        return;
    }
    if thing.get("keepable").and_then(Value::as_str) == Some("priced") {
        thing.entry("hours").or_insert(Value::from(8));
    } else {
        thing.remove("hours");
        thing.remove("source");
    }
}

/// Returns the place at a pointer, after creating the objects on the way to it.
fn place<'a>(config: &'a mut Value, pointer: &str) -> Option<&'a mut Value> {
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
fn unset(config: &mut Value, pointer: &str) {
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

/// Removes every mention of an id that was removed from a list.
fn forget(config: &mut Value, list: &str, id: &str) {
    let mentions: &[(&str, &str)] = match list {
        "/terms/purposes" => &[
            ("/terms/services", "serves"),
            ("/terms/partners", "purposes"),
        ],
        "/terms/services" => &[
            ("/terms/services", "alternatives"),
            ("/terms/services", "needs"),
            ("/terms/partners", "services"),
        ],
        _ => &[],
    };
    for (list, key) in mentions {
        let Some(Value::Array(things)) = config.pointer_mut(list) else {
            continue;
        };
        for thing in things {
            if let Some(Value::Array(ids)) = thing.get_mut(*key) {
                ids.retain(|known| known.as_str() != Some(id));
            }
        }
    }
}

/// Returns an id for a new member of a list: the letters and digits of its name, and a number if that
/// is taken.
pub fn new_id(config: &Value, list: &str, name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let plain = if words.is_empty() {
        "new".to_owned()
    } else {
        words.join("-")
    };
    let taken = |id: &str| {
        self::list(config, list)
            .iter()
            .any(|thing| thing.get("id").and_then(Value::as_str) == Some(id))
    };
    (1..)
        .map(|n| {
            if n == 1 {
                plain.clone()
            } else {
                format!("{plain}-{n}")
            }
        })
        .find(|id| !taken(id))
        .unwrap_or(plain)
}

/// Formats a configuration as the text of a file.
pub fn pretty(config: &Value) -> String {
    format!("{config:#}\n")
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

    fn changed(mut config: Value, edit: Edit) -> Value {
        change(&mut config, edit);
        config
    }

    #[test]
    fn what_leads_to_a_place_is_made_and_goes_when_it_is_empty() {
        let set = changed(
            json!({"terms": {}}),
            Edit::Set("/terms/stretch/money".into(), json!(2)),
        );
        assert_eq!(set, json!({"terms": {"stretch": {"money": 2}}}));
        let unset = changed(set, Edit::Unset("/terms/stretch/money".into()));
        assert_eq!(unset, json!({"terms": {}}));
    }

    #[test]
    fn a_service_that_goes_takes_every_mention_of_it_along() {
        let config = json!({"terms": {
            "services": [{"id": "a"}, {"id": "b", "alternatives": ["a"], "needs": ["a"]}],
            "partners": [{"id": "p", "services": ["a", "b"]}],
        }});
        let left = changed(config, Edit::Take("/terms/services".into(), 0));
        assert_eq!(
            left,
            json!({"terms": {
                "services": [{"id": "b", "alternatives": [], "needs": []}],
                "partners": [{"id": "p", "services": ["b"]}],
            }})
        );
    }

    #[test]
    fn a_text_in_several_languages_keeps_the_others() {
        let config = json!({"name": {"default": "Blog", "da": "Blog"}});
        let named = changed(config, Edit::Set("/name".into(), json!("Diary")));
        assert_eq!(named, json!({"name": {"default": "Diary", "da": "Blog"}}));
        assert_eq!(text(&named, "/name"), "Diary");
    }

    #[test]
    fn a_figure_that_is_changed_is_no_assumption_of_ours_any_more() {
        let config = json!({"terms": {"services": [
            {"id": "a", "hours": 8, "source": ASSUMED},
            {"id": "b", "hours": 8, "source": "Our last ten."},
        ]}});
        let own = |n| Edit::Set(format!("/terms/services/{n}/hours"), json!(9));
        let changed = changed(changed(config, own(0)), own(1));
        assert_eq!(changed.pointer("/terms/services/0/source"), None);
        assert_eq!(text(&changed, "/terms/services/1/source"), "Our last ten.");
    }

    #[test]
    fn every_new_thing_gets_an_id_of_its_own() {
        let config = json!({"terms": {"services": [{"id": "small-shop"}]}});
        assert_eq!(
            new_id(&config, "/terms/services", "Small shop"),
            "small-shop-2"
        );
        assert_eq!(new_id(&config, "/terms/services", " …"), "new");
    }

    #[test]
    fn the_floor_rate_is_not_for_visitors_unless_the_owner_says_so() {
        let config = json!({"terms": {"rate": 85, "floorRate": 70}});
        assert_eq!(public(&config, false), json!({"terms": {"rate": 85}}));
        assert_eq!(public(&config, true), config);
    }
}
