//! Edits of a configuration, at one pointer at a time, and their consequences.

use super::figures;
use super::ids::{rename, take};
use super::languages::{self, Dictionary};
use super::lines::Line;
use super::looks::Looks;
use super::many::put;
use super::value::{add, place, unset};
use super::work::Work;
use serde_json::Value;
use std::rc::Rc;

/// An edit of the work.
#[derive(Clone, PartialEq)]
pub enum Edit {
    /// Replaces the configuration.
    Replace(Value),
    /// Replaces the configuration by a ready-made shop, which is in English.
    Begin(Value),
    /// Takes the last step back.
    Undo,
    /// Takes the last step again that was undone.
    Redo,
    /// Begins the history here: nothing before can be undone.
    Start,
    /// Loads the work that another tab has stored, and the ids that it has given.
    Load(Work, Vec<String>),
    /// Changes the looks.
    Look(Looks),
    /// Writes the texts in these languages, the main one first.
    Speak(Vec<String>),
    /// Words of the ready-made shops in a language have come.
    Learn(String, Rc<Dictionary>),
    /// Sets the value at a pointer.
    Set(String, Value),
    /// Removes the value at a pointer.
    Unset(String),
    /// Says the text at a pointer in a language besides the main one.
    Say(String, String, String),
    /// Appends a value to the list at a pointer.
    Add(String, Value),
    /// Adds services that were typed as lines; `true` for in the place of all others.
    Put(Vec<Line>, bool),
    /// Adds the services of a ready-made shop, which is in English.
    Join(Value),
    /// Removes the member at an index of a list, and every mention of its id.
    Take(String, usize),
    /// The configuration leaves the page: its ids keep their meaning for good.
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

/// Applies an edit of the configuration. Those of the whole work are the editor's.
pub fn change(config: &mut Value, edit: Edit, past: Past) {
    match edit {
        Edit::Replace(value) => *config = value,
        Edit::Say(pointer, tag, text) => {
            if let Some(place) = place(config, &pointer) {
                languages::say(place, &tag, text);
            }
        }
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
        Edit::Add(pointer, value) => add(config, &pointer, value),
        Edit::Put(lines, replaces) => put(config, &lines, replaces, past.given),
        Edit::Take(pointer, index) => take(config, &pointer, index),
        _ => {}
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

/// The configuration after a step.
#[cfg(test)]
pub(super) fn changed_after(mut config: Value, edit: Edit, past: Past) -> Value {
    change(&mut config, edit, past);
    config
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::value::text;
    use super::*;
    use serde_json::json;

    fn changed(config: Value, edit: Edit) -> Value {
        changed_after(config, edit, Past::NOTHING)
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
}
