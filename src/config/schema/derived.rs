//! The schema of the appraisal: the docstrings of the engine's types, tidied for documents.

use super::written::{limit, plain};
use crate::config::ranges::{self, Range};
use crate::engine::{Affordable, AnswerOutcome, Appraisal, Changed, Clause, Usual, conflicts};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schema of an appraisal: the whole answer for one brief.
///
/// The briefs of its offers are as they may be written.
pub fn appraisal() -> Value {
    let mut schema = given::<Appraisal>("Takeon appraisal");
    let rules: Vec<&str> = conflicts::RULES.iter().map(|rule| rule.id).collect();
    schema["$defs"]["Conflict"]["properties"]["id"]["enum"] = json!(rules);
    schema
}

/// The schema of usual jobs.
pub fn usual() -> Value {
    given::<Vec<Usual>>("Takeon usual jobs")
}

/// The schema of the outcomes of the answers to a question.
pub fn outcomes() -> Value {
    given::<Vec<AnswerOutcome>>("Takeon outcomes")
}

/// The schema of what a change does to a job.
pub fn changed() -> Value {
    given::<Changed>("Takeon change")
}

/// The schema of what to have in writing.
pub fn agreement() -> Value {
    given::<Vec<Clause>>("Takeon agreement")
}

/// The schema of what the money does buy.
pub fn affordable() -> Value {
    given::<Vec<Affordable>>("Takeon affordable services")
}

/// The schema of something that the engine gives. Its briefs are as they may be written.
fn given<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = derived::<T>(settings, title);
    let mut brief = super::brief();
    if let (Value::Object(shapes), Value::Object(brief)) = (&mut schema["$defs"], &mut brief) {
        if let Some(Value::Object(own)) = brief.remove("$defs") {
            shapes.extend(own);
        }
        brief.retain(|key, _| key != "$schema" && key != "title");
        shapes.insert("Brief".to_owned(), Value::Object(brief.clone()));
    }
    drop_unused(&mut schema);
    schema
}

/// A shape that a schema describes once.
pub struct Shape {
    /// Its name.
    pub name: String,
    /// Its schema.
    pub schema: Value,
}

/// The shape of an enum.
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

/// Leaves out the shapes that nothing refers to any more.
fn drop_unused(schema: &mut Value) {
    let Some(Value::Object(shapes)) = schema.as_object_mut().and_then(|root| root.remove("$defs"))
    else {
        return;
    };
    let mut used = Map::new();
    let mut open = references(schema);
    while let Some(name) = open.pop() {
        if let Some(shape) = shapes.get(&name).filter(|_| !used.contains_key(&name)) {
            open.extend(references(shape));
            used.insert(name, shape.clone());
        }
    }
    schema["$defs"] = Value::Object(used);
}

/// The names of the shapes that a schema refers to.
fn references(schema: &Value) -> Vec<String> {
    match schema {
        Value::Array(schemas) => schemas.iter().flat_map(references).collect(),
        Value::Object(members) => {
            let own = members.get("$ref").and_then(Value::as_str);
            let own = own.and_then(|address| address.strip_prefix("#/$defs/"));
            let inner = members.values().flat_map(references);
            own.map(str::to_owned).into_iter().chain(inner).collect()
        }
        _ => Vec::new(),
    }
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
            // A difference may be below 0.
            None if of == "Changed" => {}
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

/// Says null for `None`.
fn say_null(schema: &mut Map<String, Value>) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace("None", "Null");
    }
}
