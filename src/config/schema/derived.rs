//! The schemas of brief and appraisal: the docstrings of the engine's types, tidied for documents.

use super::parts::{NOT_EMPTY, limit, plain, schema_address};
use crate::config::allowed::ranges;
use crate::config::limits::CHARACTERS;
use crate::config::reader::Range;
use crate::engine::bounds::MOST_MEMBERS;
use crate::engine::{Appraisal, Brief, CareKind, Estimate, conflicts};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schema of a brief: what the client asks for.
pub fn brief() -> Value {
    let mut schema = written::<Brief>("Takeon brief");
    schema["properties"]["$schema"] = schema_address();
    schema["properties"]["promises"]["uniqueItems"] = json!(true);
    let shapes = &mut schema["$defs"];
    shapes["Estimate"] = with_shorthand(shapes["Estimate"].take());
    shapes["Wish"] = one_object(shapes["Wish"].take());
    if let Value::Object(name) = &mut shapes["Wish"]["properties"]["name"] {
        name.remove("pattern");
    }
    schema
}

/// The schema of an appraisal: the whole answer for one brief.
///
/// The briefs of its offers are as they may be written.
pub fn appraisal() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = derived::<Appraisal>(settings, "Takeon appraisal");
    let rules: Vec<&str> = conflicts::RULES.iter().map(|rule| rule.id).collect();
    schema["$defs"]["Conflict"]["properties"]["id"]["enum"] = json!(rules);
    let mut brief = brief();
    if let (Value::Object(shapes), Value::Object(brief)) = (&mut schema["$defs"], &mut brief) {
        if let Some(Value::Object(own)) = brief.remove("$defs") {
            shapes.extend(own);
        }
        brief.retain(|key, _| key != "$schema" && key != "title");
        shapes.insert("Brief".to_owned(), Value::Object(brief.clone()));
    }
    schema
}

/// The shape of an estimate: a bare number, or low, likely and high.
pub(super) fn estimate() -> Value {
    with_shorthand(shape::<Estimate>())
}

/// The kinds of care.
pub(super) fn care_kinds() -> Value {
    shape::<CareKind>()
}

/// The schema of a type that is a document of its own.
fn derived<T: JsonSchema>(settings: SchemaSettings, title: &str) -> Value {
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

/// The schema of a type that people write: every text is a text, every list is not too long.
fn written<T: JsonSchema>(title: &str) -> Value {
    let mut schema = derived::<T>(SchemaSettings::draft2020_12(), title);
    bound(&mut schema);
    schema
}

/// The schema of a type that is part of a document.
fn shape<T: JsonSchema>() -> Value {
    let mut schema = written::<T>("");
    if let Value::Object(schema) = &mut schema {
        schema.retain(|key, _| key != "$schema" && key != "title" && key != "$defs");
    }
    schema
}

/// Tidies a schema and everything in it. `of` is the name of the type, `about` the description of
/// what it is in.
///
/// Formats of Rust's numbers go. What may be absent is never null. Objects hold what is described
/// and nothing else. A property without words of its own has those of its object.
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
            None => property["minimum"] = plain(0.0),
        }
    }
    tidy(property, of, about);
}

/// From where to where a number lies. `None`: from 0 on.
fn range(of: &str, name: &str) -> Option<Range> {
    match (of, name) {
        ("Budget", _) => Some(ranges::MONEY),
        ("Deadline", _) => Some(ranges::WEEKS),
        ("Estimate", _) => Some(ranges::POINT),
        ("Wish", "count") => Some(ranges::COUNT),
        ("Appraisal", "confidence") => Some(ranges::CONFIDENCE),
        ("Odds", _) | (_, "lift" | "odds" | "flips" | "swing" | "scope") => {
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

/// Takes null away from what a schema accepts.
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

/// What is `None` in Rust is null in JSON.
fn say_null(schema: &mut Map<String, Value>) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace("None", "Null");
    }
}

/// Says of every text that it is not empty, and of texts and lists how long they may be.
fn bound(schema: &mut Value) {
    match schema {
        Value::Array(schemas) => schemas.iter_mut().for_each(bound),
        Value::Object(members) => {
            let kind = members.get("type").cloned();
            if kind == Some(json!("array")) {
                members.insert("maxItems".to_owned(), json!(MOST_MEMBERS));
            }
            if kind == Some(json!("string"))
                && !members.contains_key("const")
                && !members.contains_key("enum")
            {
                members.insert("pattern".to_owned(), json!(NOT_EMPTY));
                members.insert("maxLength".to_owned(), json!(CHARACTERS));
            }
            members.values_mut().for_each(bound);
        }
        _ => {}
    }
}

/// An estimate, or the bare number that stands for one.
fn with_shorthand(points: Value) -> Value {
    let mut bare = json!({
        "description": "The likely person-hours alone. They mean half to double: 8 is low 4, likely 8, high 16.",
        "type": "number",
    });
    limit(&mut bare, ranges::HOURS);
    let mut points = points;
    points["description"] =
        json!("Low, likely and high person-hours: low is not above likely, likely not above high.");
    json!({
        "description": "How much work it is, in person-hours: a number, or low, likely and high.",
        "anyOf": [bare, points],
    })
}

/// A type with one of several sets of members, as one object: closed, and each set says what it
/// needs and what belongs to the others.
fn one_object(mut schema: Value) -> Value {
    let choices = match schema["anyOf"].take() {
        Value::Array(choices) => choices,
        _ => Vec::new(),
    };
    let mut own: Map<String, Value> = Map::new();
    for choice in &choices {
        if let Value::Object(properties) = &choice["properties"] {
            own.extend(properties.clone());
        }
    }
    let one_of: Vec<Value> = choices
        .iter()
        .map(|choice| {
            let belongs = |name: &String| choice["properties"].get(name).is_some();
            let members: Map<String, Value> = own
                .keys()
                .map(|name| (name.clone(), json!(belongs(name))))
                .collect();
            json!({
                "description": choice["description"],
                "required": choice["required"],
                "properties": members,
            })
        })
        .collect();
    if let Value::Object(schema) = &mut schema {
        schema.remove("anyOf");
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            properties.extend(own);
        }
        schema.insert("oneOf".to_owned(), json!(one_of));
    }
    schema
}
