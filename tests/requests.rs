//! Errors in requests for usual jobs, outcomes, changes and agreements, each with its place.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use takeon::config::{
    affordable_line, agreement_line, changed_line, check_line, outcomes_line, usual_line,
};
use takeon::engine::Topic;

/// Brief with every answer, and terms with every member.
fn everything() -> (Value, Value) {
    let document: Value =
        serde_json::from_str(include_str!("corpus/everything-said.json")).unwrap();
    (document["brief"].clone(), document["terms"].clone())
}

fn said(line: &str) -> Value {
    assert!(!line.contains('\n'));
    serde_json::from_str(line).unwrap()
}

/// Returns the places of the errors in a line, in their order.
fn places(line: &str) -> Vec<String> {
    let said = said(line);
    let errors = said["errors"].as_array().unwrap().iter();
    errors
        .map(|error| error["at"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn errors_have_their_places_in_each_document() {
    let (brief, mut terms) = everything();
    let mut wrong = brief.clone();
    wrong["wishes"][0]["service"] = json!("blgo");
    terms["rate"] = json!(0);
    assert_eq!(places(&usual_line(&terms.to_string())), ["/rate"]);
    assert_eq!(
        places(&usual_line(&terms.to_string())),
        places(&check_line(&terms.to_string()))
    );
    let request = json!({ "agreed": wrong, "now": wrong, "terms": terms });
    assert_eq!(
        places(&changed_line(&request.to_string())),
        [
            "/terms/rate",
            "/agreed/wishes/0/service",
            "/now/wishes/0/service"
        ]
    );
    let request = json!({ "brief": wrong, "terms": terms, "question": "care.hostin" });
    assert_eq!(
        places(&outcomes_line(&request.to_string())),
        ["/terms/rate", "/brief/wishes/0/service", "/question"]
    );
    let request = json!({ "brief": wrong, "terms": terms });
    for line in [agreement_line, affordable_line] {
        assert_eq!(
            places(&line(&request.to_string())),
            ["/terms/rate", "/brief/wishes/0/service"]
        );
    }
}

#[test]
fn the_error_about_an_unknown_question_lists_the_known_ones() {
    let (brief, terms) = everything();
    let request = json!({ "brief": brief, "terms": terms, "question": "weather" });
    let errors = said(&outcomes_line(&request.to_string()));
    let message = errors["errors"][0]["message"].as_str().unwrap();
    assert!(message.contains(r#"not "weather""#), "{message}");
    for name in Topic::NAMES {
        assert!(message.contains(name), "{message}");
    }
}

#[test]
fn missing_members_and_malformed_json_are_errors() {
    assert_eq!(
        places(&outcomes_line("{}")),
        ["/terms", "/brief", "/question"].map(String::from)
    );
    assert_eq!(
        places(&changed_line("{}")),
        ["/terms", "/agreed", "/now"].map(String::from)
    );
    for line in [
        usual_line,
        outcomes_line,
        changed_line,
        agreement_line,
        affordable_line,
    ] {
        assert_eq!(places(&line("{")), [""]);
    }
}
