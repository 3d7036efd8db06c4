//! Round trips of briefs through serde, compared with documents.

#![allow(clippy::unwrap_used)]

use takeon::config::{read_brief, read_terms};
use takeon::engine::{Brief, Pay, Terms, Wish};

/// Every form of every part of a brief.
const FORMS: [&str; 38] = [
    "{}",
    r#"{ "wishes": [{ "service": "blog" }, { "name": "Poster", "size": "small" }] }"#,
    r#"{ "wishes": [{ "name": "Portal", "size": "unknown", "like": "the neighbours' one" }] }"#,
    r#"{ "wishes": [{ "service": "blog", "leastWeeks": 2, "costs": { "once": 120, "monthly": 15.5 } }] }"#,
    r#"{ "wishes": [{ "service": "blog", "costs": {} }, { "service": "blog", "costs": { "monthly": 9 } }] }"#,
    r#"{ "existing": "none" }"#,
    r#"{ "existing": "unseen" }"#,
    r#"{ "care": { "help": "client" }, "conditions": { "phased": true } }"#,
    r#"{ "care": { "help": { "by": "us-unpaid", "hours": 4, "within": "day" } } }"#,
    r#"{ "care": { "help": { "by": "us-paid" }, "content": { "hours": 0 }, "updates": { "within": "hours" } } }"#,
    r#"{ "care": { "help": {} } }"#,
    r#"{ "conditions": { "rounds": 3, "depends": true, "goBetween": false } }"#,
    r#"{ "conditions": { "rounds": 0 } }"#,
    r#"{ "conditions": { "rounds": "open" } }"#,
    r#"{ "pay": "deposit" }"#,
    r#"{ "pay": "end" }"#,
    r#"{ "pay": "later" }"#,
    r#"{ "pay": "share" }"#,
    r#"{ "pay": { "stages": 3 } }"#,
    r#"{ "costs": "us" }"#,
    r#"{ "deadline": "open", "budget": { "hourly": {} } }"#,
    r#"{ "deadline": { "weeks": 6 }, "budget": { "hourly": { "cap": 800 } } }"#,
    r#"{ "deadline": { "weeks": 6, "from": "today" } }"#,
    r#"{ "deadline": { "weeks": 6, "from": "start" } }"#,
    r#"{ "deadline": { "weeks": 6.5, "from": "content" } }"#,
    r#"{ "budget": { "fixed": 3000 } }"#,
    r#"{ "budget": { "fixed": { "from": 2000, "to": 3000 } } }"#,
    r#"{ "budget": { "fixed": { "from": 2000, "to": 2000 } } }"#,
    r#"{ "budget": { "fixed": {} } }"#,
    r#"{ "budget": { "monthly": 250 } }"#,
    r#"{ "budget": { "monthly": {} } }"#,
    r#"{ "budget": { "hourly": { "rate": 60, "cap": 5000 } } }"#,
    r#"{ "budget": { "gift": { "hours": 40, "months": 3 } } }"#,
    r#"{ "budget": { "gift": {} } }"#,
    r#"{ "sofar": { "hours": 40, "paid": 1500, "done": 0.5 } }"#,
    r#"{ "sofar": {} }"#,
    r#"{ "ours": { "rivals": "few", "bidHours": 6, "fit": true, "lawful": true, "doubt": false } }"#,
    r#"{ "ours": { "rivals": "none" }, "cashNeeded": true }"#,
];

/// Forms in which a number is one of several alternatives.
fn has_number_or_else(text: &str) -> bool {
    [
        "\"weeks\"",
        "\"hours\": 4",
        "\"hours\": 0",
        "\"rounds\":",
        "\"fixed\":",
        "\"monthly\": 250",
    ]
    .iter()
    .any(|number| text.contains(number))
}

fn terms() -> Terms {
    read_terms(include_str!("cases/terms.json")).unwrap()
}

#[test]
fn a_brief_is_read_as_in_a_document() {
    let mut read = 0;
    for text in FORMS {
        let document = read_brief(text, &terms()).unwrap();
        let mut bytes = Vec::new();
        ciborium::into_writer(&document, &mut bytes).unwrap();
        let brief: Brief = ciborium::from_reader(bytes.as_slice()).unwrap();
        assert_eq!(brief, document, "{text}");
        if !has_number_or_else(text) {
            assert_eq!(
                serde_json::from_str::<Brief>(text).unwrap(),
                document,
                "{text}"
            );
            read += 1;
        }
    }
    assert!(read > 20, "{read}");
}

#[test]
fn a_serialised_brief_is_a_document_of_the_same_brief() {
    for text in FORMS {
        let brief = read_brief(text, &terms()).unwrap();
        let written = takeon::json::write(&brief).unwrap();
        assert_eq!(read_brief(&written, &terms()).unwrap(), brief, "{written}");
        // Existing answers survive, and missing ones are not written.
        let is_nothing = brief == Brief::default();
        assert_eq!(written == "{}", is_nothing, "{written}");
    }
}

#[test]
fn a_deposit_of_version_1_is_the_payment_if_none_is_given() {
    for (text, pay) in [
        (
            r#"{ "conditions": { "deposit": true } }"#,
            Some(Pay::Deposit),
        ),
        (r#"{ "conditions": { "deposit": false } }"#, Some(Pay::End)),
        (r#"{ "conditions": {} }"#, None),
        (
            r#"{ "conditions": { "deposit": false }, "pay": { "stages": 2 } }"#,
            Some(Pay::Stages(2)),
        ),
    ] {
        let brief = read_brief(text, &terms()).unwrap();
        assert_eq!(brief.pay, pay, "{text}");
        assert!(brief.conditions.is_empty(), "{text}");
        assert!(
            !takeon::json::write(&brief).unwrap().contains("conditions"),
            "{text}"
        );
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
