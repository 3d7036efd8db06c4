//! The schema of an agency's JSON: the terms, and how the calculator shows itself.

use super::parts::{list, object, one_of, schema_address, shape};
use super::{brief, terms};
use crate::config::allowed::names;
use serde_json::{Map, Value, json};

/// The schema of what `config-src` names: terms, examples, and what visitors see.
pub fn config() -> Value {
    let mut shapes = Map::new();
    let example = object(
        names::EXAMPLE,
        &["name", "brief"],
        "A brief that a visitor can start from.",
        [
            ("name", shape("Text", "What it is called.")),
            ("brief", shape("Brief", "What is asked for.")),
        ],
    );
    let mut config = object(
        names::CONFIG,
        &["terms"],
        "An agency's JSON: its terms, and how the calculator shows itself.",
        [
            ("$schema", schema_address()),
            ("terms", shape("Terms", "What the shop works by.")),
            (
                "examples",
                list("Briefs that a visitor can start from.", example),
            ),
            (
                "show",
                one_of(
                    "How much of what the shop asks its visitors are shown. Absent: prices.",
                    &[
                        ("prices", "Prices as they are."),
                        ("ranges", "Ranges instead of single prices."),
                        (
                            "ratios",
                            "No amounts and no hours: the verdict, the odds and the weeks.",
                        ),
                    ],
                ),
            ),
        ],
    );
    for (name, mut document) in [("Terms", terms()), ("Brief", brief())] {
        if let Value::Object(document) = &mut document {
            if let Some(Value::Object(own)) = document.remove("$defs") {
                shapes.extend(own);
            }
            config["$schema"] = document.remove("$schema").unwrap_or_default();
            document.remove("title");
        }
        shapes.insert(name.to_owned(), document);
    }
    config["title"] = json!("Takeon config");
    config["$defs"] = Value::Object(shapes);
    config
}
