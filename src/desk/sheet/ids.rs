//! Ids of the things of a configuration: given by their names, mentioned by one another, and never given twice.

use super::value::{self, unset};
use serde_json::Value;

/// Members that mention the ids of a list: lists of things, the member of each, and the member of a
/// thing in that, where it is a list of objects.
fn mentions(list: &str) -> &'static [(&'static str, &'static str)] {
    match list {
        "/terms/purposes" => &[
            ("/terms/services", "/serves"),
            ("/terms/partners", "/purposes"),
            ("/examples", "/brief/purpose"),
        ],
        "/terms/services" => &[
            ("/terms/services", "/alternatives"),
            ("/terms/services", "/needs"),
            ("/terms/services", "/sizeOf"),
            ("/terms/partners", "/services"),
            ("/examples", "/brief/wishes"),
        ],
        "/terms/promises" => &[("/examples", "/brief/promises")],
        _ => &[],
    }
}

/// Calls `replace` with every mention of the ids of a list; where it returns `None` the mention goes.
fn map_mentions(config: &mut Value, list: &str, replace: impl Fn(&str) -> Option<String>) {
    let replaced = |mention: &mut Value| -> bool {
        let id = match mention {
            Value::Object(wish) => wish.get_mut("service"),
            id => Some(id),
        };
        let Some(id) = id.filter(|id| id.is_string()) else {
            return true;
        };
        match replace(id.as_str().unwrap_or_default()) {
            Some(new) => {
                *id = Value::String(new);
                true
            }
            None => false,
        }
    };
    for (things, at) in mentions(list) {
        let Some(Value::Array(things)) = config.pointer_mut(things) else {
            continue;
        };
        for thing in things {
            match thing.pointer_mut(at) {
                Some(Value::Array(mentions)) => mentions.retain_mut(replaced),
                Some(one) => {
                    let is_kept = replaced(one);
                    if !is_kept {
                        unset(thing, at);
                    }
                }
                None => {}
            }
        }
    }
}

/// Removes the member at an index of a list, and every mention of its id.
pub(super) fn take(config: &mut Value, list: &str, index: usize) {
    let Some(Value::Array(things)) = config.pointer_mut(list) else {
        return;
    };
    if index < things.len() {
        let taken = things.remove(index);
        if let Some(id) = taken.get("id").and_then(Value::as_str) {
            forget(config, list, id);
        }
    }
}

/// Removes every mention of an id that was removed from a list, and the examples that wish for
/// nothing then.
fn forget(config: &mut Value, list: &str, id: &str) {
    let wishes = |example: &Value| value::list(example, "/brief/wishes").len();
    let before: Vec<usize> = value::list(config, "/examples")
        .iter()
        .map(wishes)
        .collect();
    map_mentions(config, list, |known| {
        (known != id).then(|| known.to_owned())
    });
    if let Some(Value::Array(examples)) = config.pointer_mut("/examples") {
        let mut before = before.into_iter();
        examples.retain(|example| before.next() == Some(0) || wishes(example) > 0);
    }
}

/// Gives a thing that is named for the first time an id from its name, with every mention of it. Ids
/// that have left the page stay as they are.
pub(super) fn rename(config: &mut Value, pointer: &str, name: &Value, given: &[String]) {
    let (Some(at), Some(name)) = (pointer.strip_suffix("/name"), name.as_str()) else {
        return;
    };
    let Some((list, index)) = at.rsplit_once('/') else {
        return;
    };
    if mentions(list).is_empty() && list != "/terms/partners" || index.parse::<usize>().is_err() {
        return;
    }
    let Some(old) = config
        .pointer(at)
        .and_then(|thing| thing.get("id")?.as_str())
    else {
        return;
    };
    if given.iter().any(|given| given == old) {
        return;
    }
    let old = old.to_owned();
    let mut others = config.clone();
    if let Some(Value::Array(things)) = others.pointer_mut(list) {
        things.retain(|thing| thing.get("id").and_then(Value::as_str) != Some(&old));
    }
    let new = new_id(&others, list, name, given);
    if let Some(id) = config.pointer_mut(&format!("{at}/id")) {
        *id = Value::String(new.clone());
    }
    map_mentions(config, list, |known| {
        Some(if known == old { &new } else { known }.to_owned())
    });
}

/// The ids of all things of a configuration.
pub fn ids(config: &Value) -> Vec<String> {
    let lists = ["purposes", "services", "promises", "partners"];
    let things = lists
        .iter()
        .flat_map(|list| value::list(config, &format!("/terms/{list}")));
    let ids = things.filter_map(|thing| thing.get("id")?.as_str());
    ids.map(str::to_owned).collect()
}

/// Returns an id for a new member of a list: the letters and digits of its name, and a number if that
/// is taken or was given before.
pub fn new_id(config: &Value, list: &str, name: &str, given: &[String]) -> String {
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
        value::list(config, list)
            .iter()
            .any(|thing| thing.get("id").and_then(Value::as_str) == Some(id))
            || given.iter().any(|given| given == id)
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::edit::{Edit, Past, changed_after};
    use super::super::value::text;
    use super::*;
    use serde_json::json;

    #[test]
    fn a_service_that_goes_takes_every_mention_of_it_along() {
        let config = json!({"terms": {
            "services": [{"id": "a"}, {"id": "b", "alternatives": ["a"], "needs": ["a"], "sizeOf": "a"}],
            "partners": [{"id": "p", "services": ["a", "b"]}],
        }});
        let left = changed_after(
            config,
            Edit::Take("/terms/services".into(), 0),
            Past::NOTHING,
        );
        assert_eq!(
            left,
            json!({"terms": {
                "services": [{"id": "b", "alternatives": [], "needs": []}],
                "partners": [{"id": "p", "services": ["b"]}],
            }})
        );
    }

    #[test]
    fn what_is_removed_is_left_out_of_examples_too() {
        let config = json!({
            "terms": {
                "purposes": [{"id": "p"}],
                "services": [{"id": "a"}, {"id": "b"}],
                "promises": [{"id": "first"}],
            },
            "examples": [
                {"name": "Both", "brief": {"purpose": "p", "wishes": [{"service": "a"}, {"service": "b"}, {"name": "c"}], "promises": ["first"]}},
                {"name": "One", "brief": {"wishes": [{"service": "a"}]}},
                {"name": "None", "brief": {"budget": {"fixed": 1}}},
            ],
        });
        let left = ["purposes", "services", "promises"]
            .into_iter()
            .fold(config, |config, list| {
                let edit = Edit::Take(format!("/terms/{list}"), 0);
                changed_after(config, edit, Past::NOTHING)
            });
        assert_eq!(
            left.get("examples"),
            Some(&json!([
                {"name": "Both", "brief": {"wishes": [{"service": "b"}, {"name": "c"}], "promises": []}},
                {"name": "None", "brief": {"budget": {"fixed": 1}}},
            ]))
        );
    }

    #[test]
    fn an_id_follows_the_name_until_it_has_left_the_page() {
        let config = json!({
            "terms": {"services": [{"id": "new-service", "name": "New service"}, {"id": "b", "needs": ["new-service"]}]},
            "examples": [{"brief": {"wishes": [{"service": "new-service"}]}}],
        });
        let name = |config, name: &str, given: &[String]| {
            let edit = Edit::Set("/terms/services/0/name".into(), json!(name));
            let ready = &Value::Null;
            changed_after(config, edit, Past { ready, given })
        };
        let app = name(name(config, "Phone", &[]), "Phone app", &[]);
        assert_eq!(
            app,
            json!({
                "terms": {"services": [{"id": "phone-app", "name": "Phone app"}, {"id": "b", "needs": ["phone-app"]}]},
                "examples": [{"brief": {"wishes": [{"service": "phone-app"}]}}],
            })
        );
        let given = ids(&app);
        let renamed = name(app, "Application", &given);
        assert_eq!(text(&renamed, "/terms/services/0/id"), "phone-app");
        assert_eq!(text(&renamed, "/terms/services/0/name"), "Application");
    }

    #[test]
    fn every_new_thing_gets_an_id_of_its_own() {
        let config = json!({"terms": {"services": [{"id": "small-shop"}]}});
        let new_id = |name, given: &[String]| new_id(&config, "/terms/services", name, given);
        assert_eq!(new_id("Small shop", &[]), "small-shop-2");
        assert_eq!(new_id(" …", &[]), "new");
        // The id of a thing that was removed stays its own.
        assert_eq!(
            new_id("Small shop", &["small-shop-2".into()]),
            "small-shop-3"
        );
    }
}
