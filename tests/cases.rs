//! Plain-language cases: briefs named as sentences, with the figures an independent reference gives.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use takeon::config::answer_line;

/// Odds must be met within this.
const ODDS: f64 = 0.001;
/// Figures must be met within this share; those written with one decimal, within its half besides.
const FIGURES: f64 = 0.005;

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("cases/cases.json")).unwrap()
}

fn terms() -> Value {
    serde_json::from_str(include_str!("cases/terms.json")).unwrap()
}

fn appraisal(brief: &Value) -> Value {
    let line = answer_line(&json!({"brief": brief, "terms": terms()}).to_string());
    let appraisal: Value = serde_json::from_str(&line).unwrap();
    assert!(appraisal.get("errors").is_none(), "{line}");
    appraisal
}

/// Compares every number of `expected` with the one at the same place.
fn compare(name: &str, at: &str, got: &Value, expected: &Value, near: fn(f64, f64) -> bool) {
    match expected {
        Value::Object(members) => {
            for (key, expected) in members {
                compare(name, &format!("{at}/{key}"), &got[key], expected, near);
            }
        }
        Value::Number(_) => {
            let (got, expected) = (got.as_f64().unwrap(), expected.as_f64().unwrap());
            assert!(near(got, expected), "{name}: {at} is {got}, not {expected}");
        }
        _ => assert_eq!(got, expected, "{name}: {at}"),
    }
}

#[test]
fn every_case_has_the_figures_and_the_verdict_of_the_reference() {
    for case in cases() {
        let name = case["name"].as_str().unwrap();
        let expected = &case["expect"];
        let got = appraisal(&case["brief"]);
        assert_eq!(got["verdict"], expected["verdict"], "{name}");
        for (figure, expected) in expected.as_object().unwrap() {
            let (appraised, got) = (&got, &got[figure]);
            let near: fn(f64, f64) -> bool = match figure.as_str() {
                "verdict" => continue,
                "broken" => {
                    assert_eq!(appraised["promises"]["broken"], *expected, "{name}");
                    continue;
                }
                "conflicts" | "reasons" => {
                    let ids: Vec<&Value> =
                        got.as_array().unwrap().iter().map(|it| &it["id"]).collect();
                    for id in expected.as_array().unwrap() {
                        assert!(ids.contains(&id), "{name}: {figure} are {ids:?}");
                    }
                    continue;
                }
                "odds" => |a, b| (a - b).abs() <= ODDS,
                "price" => |a, b| (a - b).abs() <= 0.5 + FIGURES * b.abs(),
                "hours" | "careHours" | "weeks" => |a, b| (a - b).abs() <= 0.05 + FIGURES * b.abs(),
                _ => panic!("{name}: nobody knows how to compare {figure}"),
            };
            compare(name, figure, got, expected, near);
        }
    }
}

#[test]
fn every_offer_of_every_case_reaches_the_confidence_when_appraised_again() {
    let mut offers = 0;
    for case in cases() {
        let name = case["name"].as_str().unwrap();
        let first = appraisal(&case["brief"]);
        for offer in first["offers"].as_array().unwrap() {
            let again = appraisal(&offer["brief"]);
            let both = again["odds"]["both"].as_f64().unwrap();
            assert!(
                both >= again["confidence"].as_f64().unwrap(),
                "{name}: {offer}"
            );
            assert_eq!(again["odds"], offer["odds"], "{name}");
            assert_eq!(again["promises"]["broken"], json!([]), "{name}");
            assert_eq!(again["stops"], json!([]), "{name}");
            offers += 1;
        }
    }
    assert!(offers > 10, "{offers} offers");
}
