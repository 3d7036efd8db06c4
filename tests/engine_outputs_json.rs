//! JSON of the engine's other outputs: usual jobs, outcomes, changes, agreements.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use takeon::config::{
    affordable_line, agreement_line, answer_line, changed_line, check_line, outcomes_line,
    usual_line,
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
fn usual_jobs_have_figures_without_a_brief() {
    let (_, terms) = everything();
    let usual = said(&usual_line(&terms.to_string()));
    let services: Vec<&str> = usual
        .as_array()
        .unwrap()
        .iter()
        .map(|usual| usual["service"].as_str().unwrap())
        .collect();
    assert_eq!(services, ["blog"]);
    for figure in ["price", "weeks"] {
        let figure = &usual[0][figure];
        assert!(figure["p50"].as_f64() < figure["p80"].as_f64(), "{figure}");
    }
}

#[test]
fn the_outcome_of_an_answer_is_what_its_appraisal_says() {
    let (brief, terms) = everything();
    for (question, place) in [
        ("conditions.contentReady", "/conditions/contentReady"),
        ("existing", "/existing"),
        ("care.hosting", "/care/hosting"),
        ("pay", "/pay"),
    ] {
        let request = json!({ "brief": brief, "terms": terms, "question": question });
        let outcomes = said(&outcomes_line(&request.to_string()));
        let outcomes = outcomes.as_array().unwrap();
        assert!(outcomes.len() > 1, "{question}");
        for outcome in outcomes {
            let mut brief = brief.clone();
            *brief.pointer_mut(place).unwrap() = outcome["answer"].clone();
            let request = json!({ "brief": brief, "terms": terms });
            let appraisal = said(&answer_line(&request.to_string()));
            assert_eq!(outcome["verdict"], appraisal["verdict"], "{question}");
            assert_eq!(outcome["both"], appraisal["odds"]["both"], "{question}");
        }
    }
}

#[test]
fn no_change_gives_no_difference() {
    let (brief, terms) = everything();
    let request = json!({ "agreed": brief, "now": brief, "terms": terms });
    let changed = said(&changed_line(&request.to_string()));
    for figure in ["hours", "money", "weeks"] {
        assert_eq!(changed[figure].as_f64(), Some(0.0), "{figure}");
    }
    let mut more = request;
    more["now"]["wishes"][0]["count"] = json!(4);
    let changed = said(&changed_line(&more.to_string()));
    for figure in ["hours", "money", "weeks"] {
        assert!(changed[figure].as_f64() > Some(0.0), "{figure}");
    }
}

#[test]
fn an_agreement_lists_only_what_applies() {
    let (mut brief, terms) = everything();
    let clauses = |brief: &Value| -> Vec<String> {
        let request = json!({ "brief": brief, "terms": terms });
        let clauses = said(&agreement_line(&request.to_string()));
        let ids = clauses.as_array().unwrap().iter();
        ids.map(|clause| clause["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = clauses(&brief);
    assert_eq!(all[0], "scope");
    assert!(all.contains(&"third-party".to_owned()) && all.contains(&"costs".to_owned()));
    assert!(all.contains(&"hand-over".to_owned()) && !all.contains(&"gift-ends".to_owned()));
    brief["conditions"]["depends"] = json!(false);
    brief["budget"] = json!({ "gift": { "hours": 40, "months": 3 } });
    let gift = clauses(&brief);
    assert!(!gift.contains(&"third-party".to_owned()) && !gift.contains(&"price".to_owned()));
    assert_eq!(gift.last().unwrap(), "gift-ends");
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
fn a_wrong_question_is_told_the_right_ones() {
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
fn what_is_missing_or_no_json_is_told() {
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
