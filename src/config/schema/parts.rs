//! The parts that schemas are put together from.

use crate::config::limits::CHARACTERS;
use crate::config::reader::Range;
use crate::engine::bounds::MOST_MEMBERS;
use serde_json::{Map, Value, json};

/// The dialect of every schema.
pub(super) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What a text that is not empty matches.
pub(super) const NOT_EMPTY: &str = "\\S";

/// An object that holds these members and no others.
///
/// `names` are those that the reader knows; the members are described one for one.
pub(super) fn object<const N: usize>(
    names: &[&str],
    required: &[&str],
    description: &str,
    members: [(&str, Value); N],
) -> Value {
    debug_assert_eq!(names, members.each_ref().map(|(name, _)| *name).as_slice());
    let properties: Map<String, Value> = members
        .into_iter()
        .map(|(name, schema)| (name.to_owned(), schema))
        .collect();
    let mut object = json!({
        "description": description,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}

/// A number within a range. The description names its unit.
pub(super) fn number(range: Range, description: &str) -> Value {
    let mut schema = json!({ "description": description, "type": "number" });
    limit(&mut schema, range);
    schema
}

/// Says from where to where the number of a schema may lie.
pub(super) fn limit(schema: &mut Value, range: Range) {
    match range {
        Range::Within(least, most) => {
            schema["minimum"] = plain(least);
            schema["maximum"] = plain(most);
        }
        Range::Above0(most) => {
            schema["exclusiveMinimum"] = plain(0.0);
            schema["maximum"] = plain(most);
        }
    }
}

/// A number as a person would write it: without `.0` where it is whole.
pub(super) fn plain(number: f64) -> Value {
    /// From here on not every whole number is there.
    const EXACT: f64 = 9e15;
    if number.fract() == 0.0 && number.abs() < EXACT {
        json!(number as i64)
    } else {
        json!(number)
    }
}

/// A schema with the value that holds where the member is absent.
pub(super) fn absent_means(mut schema: Value, default: Value) -> Value {
    schema["default"] = default;
    schema
}

/// What every text must be: not empty, and not longer than is read.
pub(super) fn text(description: &str) -> Value {
    json!({ "description": description, "type": "string", "pattern": NOT_EMPTY, "maxLength": CHARACTERS })
}

/// A text of a certain form.
pub(super) fn text_like(pattern: &str, description: &str) -> Value {
    let mut schema = text(description);
    schema["pattern"] = json!(pattern);
    schema
}

/// One of some words, each with what it means.
pub(super) fn one_of(description: &str, words: &[(&str, &str)]) -> Value {
    let words: Vec<Value> = words
        .iter()
        .map(|(word, meaning)| json!({ "const": word, "description": meaning }))
        .collect();
    json!({ "description": description, "type": "string", "oneOf": words })
}

/// Yes or no.
pub(super) fn yes_or_no(description: &str) -> Value {
    json!({ "description": description, "type": "boolean" })
}

/// A list of such members.
pub(super) fn list(description: &str, members: Value) -> Value {
    json!({ "description": description, "type": "array", "items": members, "maxItems": MOST_MEMBERS })
}

/// A shape described once, under its name in `$defs`.
pub(super) fn shape(name: &str, description: &str) -> Value {
    json!({ "description": description, "$ref": format!("#/$defs/{name}") })
}

/// What `$schema` is for. The reader passes over it.
pub(super) fn schema_address() -> Value {
    json!({ "description": "The address of this schema, for editors.", "type": "string" })
}
