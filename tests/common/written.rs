//! Plain-language cases in `tests/cases`.

use serde_json::Value;
use std::fs;
use std::path::Path;

/// Plain-language case.
#[allow(dead_code, reason = "each test reads its own part")]
pub struct Written {
    /// Sentence about its subject.
    pub name: String,
    /// Brief of the client.
    pub brief: Value,
    /// Terms of the shop: those of its file, with the overrides of the case.
    pub terms: Value,
    /// Expected answer.
    pub expect: Value,
}

/// A file of `tests/cases`.
fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let text = fs::read_to_string(path.join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Returns all plain-language cases, in the order of `files.json`.
pub fn written() -> Vec<Written> {
    let mut all = Vec::new();
    for file in read("files.json").as_array().unwrap() {
        let name = |key: &str| file[key].as_str().unwrap();
        let terms = read(name("terms"));
        for case in read(name("cases")).as_array().unwrap() {
            let mut terms = terms.clone();
            if let Some(instead) = case.get("terms") {
                for (key, value) in instead.as_object().unwrap() {
                    terms[key] = value.clone();
                }
            }
            all.push(Written {
                name: case["name"].as_str().unwrap().to_owned(),
                brief: case["brief"].clone(),
                terms,
                expect: case["expect"].clone(),
            });
        }
    }
    all
}
