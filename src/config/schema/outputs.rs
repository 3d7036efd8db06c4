//! Schemas of the engine's output.

use super::derived::derived;
use super::written::document;
use crate::config::brief::BRIEF;
use crate::engine::{
    AffordableService, AnswerOutcome, Appraisal, ChangeEffect, Clause, UsualJob, conflicts,
};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// Returns the schema of an appraisal.
///
/// The briefs of its offers have the schema of brief documents.
pub fn appraisal() -> Value {
    let mut schema = given::<Appraisal>("Takeon appraisal");
    let rules: Vec<&str> = conflicts::RULES.iter().map(|rule| rule.id).collect();
    schema["$defs"]["Conflict"]["properties"]["id"]["enum"] = json!(rules);
    schema
}

/// Returns the schema of usual jobs.
pub fn usual() -> Value {
    given::<Vec<UsualJob>>("Takeon usual jobs")
}

/// Returns the schema of the outcomes of the answers to a question.
pub fn outcomes() -> Value {
    given::<Vec<AnswerOutcome>>("Takeon outcomes")
}

/// Returns the schema of the effect of a change.
pub fn changed() -> Value {
    given::<ChangeEffect>("Takeon change")
}

/// Returns the schema of an agreement.
pub fn agreement() -> Value {
    given::<Vec<Clause>>("Takeon agreement")
}

/// Returns the schema of affordable services.
pub fn affordable() -> Value {
    given::<Vec<AffordableService>>("Takeon affordable services")
}

/// Returns the schema of an output. Its briefs have the schema of brief documents.
fn given<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = derived::<T>(settings, title);
    let mut brief = document(&BRIEF, "Takeon brief");
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

/// Removes definitions that are no longer referred to.
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

/// Returns the names of the definitions that a schema refers to.
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
