//! A configuration while it is worked on: JSON that may be wrong, changed at one place at a time.

#[cfg(feature = "widget")]
mod work;

#[cfg(feature = "widget")]
pub(super) use work::{Sheet, Work, first};

use serde_json::{Map, Value};

/// What is said at a pointer.
pub fn at<'a>(config: &'a Value, pointer: &str) -> Option<&'a Value> {
    config.pointer(pointer)
}

/// The list at a pointer, empty where there is none.
pub fn list<'a>(config: &'a Value, pointer: &str) -> &'a [Value] {
    config
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The text at a pointer: of a text in several languages, the one for all others.
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

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Everything is another one.
    All(Value),
    /// Everything is as in a ready-made shop.
    Ready(Value),
    /// Everything is as it was before it was exchanged; what is there now comes back the same way.
    Back,
    /// Everything is as another tab has kept it, with the ready-made shop that it comes from.
    Elsewhere(Value, Value),
    /// Something is said at a pointer.
    Set(String, Value),
    /// Nothing is said there any more.
    Unset(String),
    /// Something is added to the list at a pointer.
    Add(String, Value),
    /// The member of a list is taken out, and with it every mention of its id.
    Take(String, usize),
}

/// Makes a change.
pub fn change(config: &mut Value, edit: Edit) {
    match edit {
        Edit::All(value) | Edit::Ready(value) | Edit::Elsewhere(value, _) => *config = value,
        // The way back is not in the configuration.
        Edit::Back => {}
        Edit::Set(pointer, value) => {
            if let Some(place) = made(config, &pointer) {
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
            if let Some(place) = made(config, &pointer) {
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

/// What the ready-made shops say of a figure that comes from nowhere else.
pub const ASSUMED: &str = "Our assumption.";

/// What one answer means for another: a figure of one's own is no assumption of ours any more, and
/// only a promise that has its price has hours.
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

/// The place at a pointer, with the objects that lead there made where they are missing.
fn made<'a>(config: &'a mut Value, pointer: &str) -> Option<&'a mut Value> {
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

/// Takes a member out of its object, and an object that is empty then out of its own.
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

/// Takes every mention of an id that a list has lost out of the terms.
fn forget(config: &mut Value, list: &str, id: &str) {
    let mentions: &[(&str, &str)] = match list {
        "/terms/purposes" => &[("/terms/services", "serves")],
        "/terms/services" => &[
            ("/terms/services", "alternatives"),
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

/// An id for a new thing of this name among those of a list: its letters and digits, and a number
/// where that is taken.
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

/// A configuration as the text of a file.
pub fn pretty(config: &Value) -> String {
    format!("{config:#}\n")
}

/// What visitors may read: without the floor rate, unless the owner says otherwise.
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
            "services": [{"id": "a"}, {"id": "b", "alternatives": ["a"]}],
            "partners": [{"id": "p", "services": ["a", "b"]}],
        }});
        let left = changed(config, Edit::Take("/terms/services".into(), 0));
        assert_eq!(
            left,
            json!({"terms": {
                "services": [{"id": "b", "alternatives": []}],
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
