//! Public requests by freelancers and agencies, under the ready-made shops, compared with the
//! answers of experienced people.
//!
//! `tests/cases/real.json` has each in our own words. `terms` names the ready-made shop that is
//! nearest, `expert` is the verdict of whoever answered, `grounds` the main ground of a decline,
//! `with` the teller's own rate. No figure of the engine is fitted to them, and no agreement is
//! asked for: people tell what they doubted or were burnt by, so they are no measure of ordinary
//! work.
//!
//! `cargo test --test public_requests -- --nocapture` prints how far the two agree.

#![allow(clippy::unwrap_used)]
#![allow(clippy::disallowed_macros, reason = "it prints how far the two agree")]

use serde_json::{Value, json};
use std::fs;
use takeon::config::answer;
use takeon::engine::{Appraisal, Verdict};

/// Amount above every cost in these requests, in any of the currencies.
const A_LOT: u32 = 1_000_000_000;

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("cases/real.json")).unwrap()
}

fn text<'a>(case: &'a Value, member: &str) -> &'a str {
    case[member].as_str().unwrap_or_default()
}

/// Returns the terms of the ready-made shop of a case, unchanged or `with` figures of its teller.
fn terms(case: &Value, with: bool) -> Value {
    let file = format!("static/terms/{}.json", text(case, "terms"));
    let mut config: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let mut terms = config["terms"].take();
    if let (true, Some(own)) = (with, case["with"].as_object()) {
        terms.as_object_mut().unwrap().extend(own.clone());
    }
    terms
}

fn appraisal(case: &Value, brief: &Value, with: bool) -> Appraisal {
    let line = json!({"brief": brief, "terms": terms(case, with)}).to_string();
    answer(&line).unwrap_or_else(|errors| panic!("{}: {errors:?}", text(case, "id")))
}

/// Returns the same deal with ample money. A gift has none to raise.
fn unlimited(brief: &Value) -> Value {
    let mut brief = brief.clone();
    brief["budget"] = match &brief["budget"] {
        Value::Object(deal) if deal.contains_key("gift") => brief["budget"].clone(),
        Value::Object(deal) if deal.contains_key("hourly") => {
            json!({"hourly": {"rate": A_LOT, "cap": A_LOT}})
        }
        Value::Object(deal) if deal.contains_key("monthly") => json!({ "monthly": A_LOT }),
        _ => json!({ "fixed": A_LOT }),
    };
    brief
}

fn name(verdict: Verdict) -> String {
    serde_json::to_value(verdict)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

/// Returns `true` if the answer is the expert's, or leans to it while it asks.
fn agrees(expert: &str, got: &Appraisal) -> bool {
    let leaning = got.leaning.filter(|_| got.verdict == Verdict::Ask);
    name(got.verdict) == expert || leaning.is_some_and(|leaning| name(leaning) == expert)
}

/// Prints the answer to each case, and the number of agreements.
fn print(with: bool) {
    let cases = cases();
    let (mut agreed, mut same, mut asked) = (0, 0, 0);
    println!(
        "\n{}",
        if with {
            "With the tellers' own rates"
        } else {
            "As the shops are"
        }
    );
    for case in &cases {
        let expert = text(case, "expert");
        let got = appraisal(case, &case["brief"], with);
        let agree = agrees(expert, &got);
        agreed += usize::from(agree);
        same += usize::from(name(got.verdict) == expert);
        asked += usize::from(got.verdict == Verdict::Ask);
        let leaning = got.leaning.map_or("nothing".to_owned(), name);
        let answered = match got.verdict {
            Verdict::Ask => format!("ask, leaning to {leaning}"),
            verdict => name(verdict),
        };
        let mark = if agree { " " } else { "≠" };
        println!(
            "{mark} {:30} expert {expert:8} ours {answered}",
            text(case, "id")
        );
    }
    let all = cases.len();
    println!("{agreed} of {all} agree, {same} by the verdict itself, {asked} ask first");
}

#[test]
fn no_request_that_experts_declined_is_taken() {
    for with in [false, true] {
        print(with);
        for case in cases() {
            let got = appraisal(&case, &case["brief"], with);
            let declined = text(&case, "expert") == "decline";
            assert!(
                !declined || got.verdict != Verdict::Take,
                "{}",
                text(&case, "id")
            );
        }
    }
}

#[test]
fn requests_declined_on_other_grounds_are_not_taken_for_any_money() {
    let mut taken = Vec::new();
    for case in cases() {
        if text(&case, "expert") == "decline" && text(&case, "grounds") != "money" {
            let got = appraisal(&case, &unlimited(&case["brief"]), false);
            if got.verdict == Verdict::Take {
                taken.push(text(&case, "id").to_owned());
            }
        }
    }
    assert!(taken.is_empty(), "{taken:?}");
}

#[test]
fn every_decline_has_its_main_ground_and_every_case_is_unique() {
    let grounds = [
        "care", "fit", "law", "money", "pay", "promise", "rivals", "trust", "unseen",
    ];
    let mut ids = Vec::new();
    for case in cases() {
        let id = text(&case, "id").to_owned();
        let said = case.get("grounds").is_some();
        assert_eq!(said, text(&case, "expert") == "decline", "{id}");
        assert!(!said || grounds.contains(&text(&case, "grounds")), "{id}");
        ids.push(id);
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(count, ids.len());
}
