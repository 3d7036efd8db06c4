//! Plain-language cases: each brief has a sentence for its name, and figures of an independent
//! reference.

#![allow(clippy::unwrap_used)]

#[path = "common/written.rs"]
mod written;

use serde_json::{Value, json};
use takeon::config::answer_line;
use written::{Written, written};

/// Tolerance of odds.
const ODDS: f64 = 0.001;
/// Relative tolerance of figures; those written with one decimal may also differ by half of it.
const FIGURES: f64 = 0.005;

fn appraisal(brief: &Value, terms: &Value) -> Value {
    let line = answer_line(&json!({ "brief": brief, "terms": terms }).to_string());
    let appraisal: Value = serde_json::from_str(&line).unwrap();
    assert!(appraisal.get("errors").is_none(), "{line}");
    appraisal
}

/// Compares every member of `expected` with the actual one.
fn compare(name: &str, at: &str, got: &Value, expected: &Value, near: fn(f64, f64) -> bool) {
    match expected {
        Value::Object(members) => {
            for (key, expected) in members {
                compare(name, &format!("{at}/{key}"), &got[key], expected, near);
            }
        }
        Value::Array(members) => {
            let found = got.as_array().unwrap();
            assert_eq!(found.len(), members.len(), "{name}: {at} is {got}");
            for (index, (got, expected)) in found.iter().zip(members).enumerate() {
                compare(name, &format!("{at}/{index}"), got, expected, near);
            }
        }
        Value::Number(_) => {
            let (got, expected) = (got.as_f64().unwrap(), expected.as_f64().unwrap());
            assert!(near(got, expected), "{name}: {at} is {got}, not {expected}");
        }
        _ => assert_eq!(got, expected, "{name}: {at}"),
    }
}

/// Returns the ids in the list under `key`.
fn ids(appraisal: &Value, key: &str) -> Vec<String> {
    let listed = appraisal[key].as_array().unwrap().iter();
    let id = |it: &Value| it.get("id").unwrap_or(it).as_str().unwrap().to_owned();
    listed.map(id).collect()
}

/// Fails unless every id that is expected under `key` is there.
fn assert_ids(name: &str, appraisal: &Value, key: &str, expected: &Value) {
    let found = ids(appraisal, key);
    for id in expected.as_array().unwrap() {
        let id = id.as_str().unwrap().to_owned();
        assert!(
            found.contains(&id),
            "{name}: {key} are {found:?}, without {id}"
        );
    }
    assert!(
        !expected.as_array().unwrap().is_empty() || found.is_empty(),
        "{name}: {key} are {found:?}"
    );
}

/// Fails unless every expected offer exists, with its properties.
fn assert_offers(name: &str, appraisal: &Value, expected: &Value) {
    assert_ids(
        name,
        appraisal,
        "offers",
        &json!(ids(&json!({ "offers": expected }), "offers")),
    );
    for expected in expected.as_array().unwrap() {
        let offers = appraisal["offers"].as_array().unwrap();
        let offer = offers.iter().find(|offer| offer["id"] == expected["id"]);
        for (key, expected) in expected.as_object().unwrap() {
            let offer = offer.unwrap();
            let got = offer.get(key).unwrap_or(&offer["brief"][key]);
            compare(name, &format!("offers/{key}"), got, expected, |a, b| a == b);
        }
    }
}

/// Fails unless these are the assumed reasons.
fn assert_unsaid(name: &str, appraisal: &Value, expected: &Value) {
    let reasons = appraisal["reasons"].as_array().unwrap().iter();
    let unsaid = reasons.filter(|reason| reason["said"] == json!(false));
    let found: Vec<Value> = unsaid.map(|reason| reason["id"].clone()).collect();
    assert_eq!(json!(found), *expected, "{name}");
}

/// Fails unless the appraisal matches the case.
fn assert_expected(case: &Written) {
    let name = case.name.as_str();
    let got = appraisal(&case.brief, &case.terms);
    let verdict = &case.expect["verdict"];
    assert_eq!(got["verdict"], *verdict, "{name}");
    let leaning = case.expect.get("leaning").unwrap_or(verdict);
    let is_leaning_said = case.expect.get("leaning").is_some() || verdict != "ask";
    assert!(
        !is_leaning_said || got["leaning"] == *leaning,
        "{name}: {}",
        got["leaning"]
    );
    for (figure, expected) in case.expect.as_object().unwrap() {
        let near: fn(f64, f64) -> bool = match figure.as_str() {
            "verdict" | "leaning" => continue,
            "broken" => {
                assert_eq!(got["promises"]["broken"], *expected, "{name}");
                continue;
            }
            "conflicts" | "reasons" | "flags" | "stops" => {
                assert_ids(name, &got, figure, expected);
                continue;
            }
            "questions" => {
                // Other questions may stand between them.
                let mut found = ids(&got, figure).into_iter();
                for id in expected.as_array().unwrap() {
                    assert!(
                        found.any(|found| found == *id),
                        "{name}: {}",
                        got["questions"]
                    );
                }
                assert_eq!(got["questions"][0]["id"], expected[0], "{name}");
                continue;
            }
            "offers" => {
                assert_offers(name, &got, expected);
                continue;
            }
            "unsaid" => {
                assert_unsaid(name, &got, expected);
                continue;
            }
            "referral" => {
                assert_eq!(got["referral"]["partner"], *expected, "{name}");
                continue;
            }
            "odds" => |a, b| (a - b).abs() <= ODDS,
            "price" => |a, b| (a - b).abs() <= 0.5 + FIGURES * b.abs(),
            "hours" | "careHours" | "weeks" => |a, b| (a - b).abs() <= 0.05 + FIGURES * b.abs(),
            "needed" => |a, b| a == b,
            _ => panic!("{name}: nobody knows how to compare {figure}"),
        };
        compare(name, figure, &got[figure], expected, near);
    }
}

#[test]
fn every_case_has_the_figures_and_the_verdict_of_the_reference() {
    written().iter().for_each(assert_expected);
}

#[test]
fn every_offer_of_every_case_reaches_the_confidence_when_appraised_again() {
    let mut offers = 0;
    for Written {
        name, brief, terms, ..
    } in written()
    {
        let first = appraisal(&brief, &terms);
        for offer in first["offers"].as_array().unwrap() {
            let again = appraisal(&offer["brief"], &terms);
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
    assert!(offers > 80, "{offers} offers");
}
