//! The configuration in the editor: JSON that may have problems, edited at one pointer at a time.

#[cfg(feature = "widget")]
mod editor;
mod figures;

#[cfg(feature = "widget")]
pub(super) use editor::{Editor, Sheet, first};

pub use figures::{Scale, is_ready_made};

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
    /// Brings back the configuration before a removal.
    Restore(Value),
    /// The configuration leaves the page: its ids mean what they mean for good.
    Publish,
}

/// Past of the configuration that an edit goes by.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// Ready-made shop that the configuration began with.
    pub ready: &'a Value,
    /// Ids that have left the page, and are never given again.
    pub given: &'a [String],
}

impl Past<'_> {
    /// No ready-made shop, and no ids that have left the page.
    pub const NOTHING: Past<'static> = Past {
        ready: &Value::Null,
        given: &[],
    };
}

/// Applies an edit. `Edit::Undo` changes nothing here: the editor has the history.
pub fn change(config: &mut Value, edit: Edit, past: Past) {
    match edit {
        Edit::Replace(value)
        | Edit::Begin(value)
        | Edit::Restore(value)
        | Edit::Load { config: value, .. } => *config = value,
        Edit::Undo | Edit::Publish => {}
        Edit::Set(pointer, value) => {
            rename(config, &pointer, &value, past.given);
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
            follow(config, &pointer, past.ready);
        }
        Edit::Unset(pointer) => {
            unset(config, &pointer);
            follow(config, &pointer, past.ready);
        }
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

/// Members with figures that a source is about.
const FIGURES: [&str; 3] = ["hours", "care", "pricePerMonth"];

/// Applies the consequences of an edit: an edited figure loses the source that came with it and has it
/// again once it is as before, and a promise has hours only while it is priced.
fn follow(config: &mut Value, pointer: &str, ready: &Value) {
    let Some((parent, member)) = pointer.rsplit_once('/') else {
        return;
    };
    // An overrun of other figures was not learned.
    if pointer.starts_with("/terms/overrun") {
        unset(config, "/terms/learned");
    }
    let ready = figures::twin(config, ready, parent).cloned();
    let Some(Value::Object(thing)) = config.pointer_mut(parent) else {
        return;
    };
    if FIGURES.contains(&member) {
        let source = ready.as_ref().and_then(|ready| ready.get("source"));
        let as_before = ready.as_ref().is_some_and(|ready| {
            FIGURES
                .iter()
                .all(|figure| thing.get(*figure) == ready.get(*figure))
        });
        let has = thing.get("source");
        let is_theirs = has.is_some() && has == source;
        if !as_before && (is_theirs || has.and_then(Value::as_str) == Some(ASSUMED)) {
            thing.remove("source");
        } else if let (true, None, Some(source)) = (as_before, has, source) {
            thing.insert("source".to_owned(), source.clone());
        }
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

/// Removes every mention of an id that was removed from a list, and the examples that wish for
/// nothing then.
fn forget(config: &mut Value, list: &str, id: &str) {
    let wishes = |example: &Value| self::list(example, "/brief/wishes").len();
    let before: Vec<usize> = self::list(config, "/examples").iter().map(wishes).collect();
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
fn rename(config: &mut Value, pointer: &str, name: &Value, given: &[String]) {
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
        .flat_map(|list| self::list(config, &format!("/terms/{list}")));
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
        self::list(config, list)
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

    fn changed(config: Value, edit: Edit) -> Value {
        changed_after(config, edit, Past::NOTHING)
    }

    fn changed_after(mut config: Value, edit: Edit, past: Past) -> Value {
        change(&mut config, edit, past);
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
    fn a_source_goes_with_the_figures_that_it_is_about_and_comes_back_with_them() {
        let source = "22 to 36 hours for ten pages (somebody.example).";
        let ready = json!({"terms": {"services": [{"id": "a", "hours": 8}, {"id": "seo", "hours": 16, "source": source}]}});
        // The first service was removed: things are known by their ids.
        let config = json!({"terms": {"services": [{"id": "seo", "hours": 16, "source": source}]}});
        let past = Past {
            ready: &ready,
            given: &[],
        };
        let set = |config, hours: i32| {
            let edit = Edit::Set("/terms/services/0/hours".into(), json!(hours));
            changed_after(config, edit, past)
        };
        let own = set(config, 20);
        assert_eq!(text(&own, "/terms/services/0/source"), "");
        let own = set(own, 16);
        assert_eq!(text(&own, "/terms/services/0/source"), source);
    }

    #[test]
    fn an_overrun_that_is_typed_was_not_learned() {
        let learned = json!({"terms": {"overrun": {"median": 1.2, "p90": 2}, "learned": {"jobs": 3, "own": 0.5}}});
        let set = |value| Edit::Set("/terms/overrun".into(), value);
        let typed = changed(learned.clone(), set(json!({"median": 1, "p90": 2})));
        assert_eq!(
            typed,
            json!({"terms": {"overrun": {"median": 1, "p90": 2}}})
        );
        let taken_out = changed(learned, Edit::Unset("/terms/overrun".into()));
        assert_eq!(taken_out, json!({"terms": {}}));
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
                changed(config, Edit::Take(format!("/terms/{list}"), 0))
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
