//! Schemas of types, from their docstrings, tidied for documents.

use super::number::{limit, plain};
use crate::config::ranges::{self, Range};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// Definition that a schema refers to.
pub struct Shape {
    /// Its name.
    pub name: String,
    /// Its schema.
    pub schema: Value,
}

/// Returns the definition of an enum.
pub fn shape<T: JsonSchema>() -> Shape {
    let mut schema = derived::<T>(SchemaSettings::draft2020_12(), "");
    if let Value::Object(schema) = &mut schema {
        schema.retain(|key, _| !["$schema", "title", "$defs"].contains(&key.as_str()));
    }
    Shape {
        name: T::schema_name().into_owned(),
        schema,
    }
}

/// Returns the schema of a type that is a document of its own.
pub(super) fn derived<T: JsonSchema>(settings: SchemaSettings, title: &str) -> Value {
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    tidy(&mut schema, &T::schema_name(), "");
    if let Value::Object(shapes) = &mut schema["$defs"] {
        for (name, shape) in shapes {
            tidy(shape, name, "");
        }
    }
    schema["title"] = json!(title);
    schema
}

/// Tidies a schema recursively. `of` is the name of the type, `about` the description of its
/// parent.
///
/// Rust's number formats are removed. Optional members are never null. Objects have no other
/// members. A property without a description inherits that of its object.
fn tidy(schema: &mut Value, of: &str, about: &str) {
    let Value::Object(schema) = schema else {
        return;
    };
    schema.remove("format");
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.split_whitespace().collect::<Vec<_>>().join(" ");
        if may_be_null(schema) {
            say_null(schema);
        }
    }
    let about = match schema.get("description") {
        Some(Value::String(own)) => own.clone(),
        _ => about.to_owned(),
    };
    let required = schema.get("required").cloned().unwrap_or(json!([]));
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (name, property) in properties {
            tidy_property(property, name, of, &about, &required);
        }
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(Value::Array(choices)) = schema.get_mut(key) {
            for choice in choices {
                tidy(choice, of, &about);
            }
        }
    }
    if let Some(items) = schema.get_mut("items") {
        tidy(items, of, &about);
    }
}

fn tidy_property(property: &mut Value, name: &str, of: &str, about: &str, required: &Value) {
    let is_required = required
        .as_array()
        .is_some_and(|required| required.iter().any(|known| known == name));
    if !is_required {
        drop_null(property);
    }
    if property.get("description").is_none() {
        property["description"] = json!(about);
    }
    if ["number", "integer"]
        .iter()
        .any(|kind| is_of_type(property, kind))
    {
        match range(of, name) {
            Some(range) => limit(property, range),
            // A difference may be negative.
            None if of == "ChangeEffect" => {}
            None => property["minimum"] = plain(0.0),
        }
    }
    tidy(property, of, about);
}

/// Returns the range of a number. `None` means from 0.
fn range(of: &str, name: &str) -> Option<Range> {
    match (of, name) {
        ("Budget", _) => Some(ranges::MONEY),
        ("Deadline", _) => Some(ranges::WEEKS),
        ("Estimate", _) => Some(ranges::POINT),
        ("Wish", "count") => Some(ranges::COUNT),
        ("Appraisal", "confidence") => Some(ranges::CONFIDENCE),
        ("Odds", _) | (_, "lift" | "odds" | "flips" | "swing" | "scope" | "both") => {
            Some(Range::Within(0.0, 1.0))
        }
        _ => None,
    }
}

fn is_of_type(schema: &Value, kind: &str) -> bool {
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().any(|known| known == kind),
        one => one == kind,
    }
}

fn is_null(schema: &Value) -> bool {
    schema["type"] == "null"
}

/// Removes null from the types of a schema.
fn drop_null(schema: &mut Value) {
    if let Some(Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = kinds.as_slice() {
            schema["type"] = kind.clone();
        }
    }
    let Value::Object(schema) = schema else {
        return;
    };
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| !is_null(choice));
        if let [Value::Object(choice)] = choices.as_slice() {
            let choice = choice.clone();
            schema.remove("anyOf");
            for (key, value) in choice {
                schema.entry(key).or_insert(value);
            }
        }
    }
}

fn may_be_null(schema: &Map<String, Value>) -> bool {
    let null_type = match schema.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "null"),
        _ => false,
    };
    let null_choice = match schema.get("anyOf") {
        Some(Value::Array(choices)) => choices.iter().any(is_null),
        _ => false,
    };
    null_type || null_choice
}

/// Mentions null in place of `None`.
fn say_null(schema: &mut Map<String, Value>) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace("None", "Null");
    }
}
