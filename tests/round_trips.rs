//! What serde reads of a brief is what documents mean.

#![allow(clippy::unwrap_used)]

use takeon::config::{read_brief, read_terms};
use takeon::engine::{Brief, Wish};

#[test]
fn what_was_not_said_is_read_as_in_a_document() {
    let terms = read_terms(include_str!("cases/terms.json")).unwrap();
    for text in [
        "{}",
        r#"{ "wishes": [{ "service": "blog" }, { "name": "Poster", "size": "small" }] }"#,
        r#"{ "care": { "help": "client" }, "conditions": { "phased": true } }"#,
        r#"{ "deadline": "open", "budget": { "hourly": {} } }"#,
        r#"{ "deadline": { "weeks": 6 }, "budget": { "hourly": { "cap": 800 } } }"#,
    ] {
        let brief: Brief = serde_json::from_str(text).unwrap();
        assert_eq!(brief, read_brief(text, &terms).unwrap(), "{text}");
    }
}

#[test]
fn a_wish_is_a_service_or_has_a_name_with_a_size_or_hours() {
    for text in [
        "{}",
        r#"{ "name": "Poster" }"#,
        r#"{ "service": "blog", "name": "Poster", "size": "small" }"#,
        r#"{ "size": "small" }"#,
    ] {
        assert!(serde_json::from_str::<Wish>(text).is_err(), "{text}");
    }
}
