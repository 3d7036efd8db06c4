//! Rows of a brief: every part has one, with its values.

#![allow(clippy::unwrap_used)]

#[path = "common/numbers.rs"]
mod numbers;

use numbers::Plain;
use serde_json::Value;
use takeon::config::{read_brief, read_terms};
use takeon::engine::{Brief, Budget, Deadline, Rivals, ShopFacts, Terms, Topic};
use takeon::i18n::{BriefRow, Phrasing, RowKind, Words, brief_rows};

/// Request with every answer.
const EVERYTHING: &str = include_str!("corpus/everything-said.json");

fn everything() -> (Terms, Brief) {
    let request: Value = serde_json::from_str(EVERYTHING).unwrap();
    let terms = read_terms(&request["terms"].to_string()).unwrap();
    let brief = read_brief(&request["brief"].to_string(), &terms).unwrap();
    (terms, brief)
}

fn rows(brief: &Brief, date: Option<&str>, phrasing: Phrasing) -> Vec<BriefRow> {
    let (terms, _) = everything();
    let words = Words::new("en", None, Box::new(Plain::of("en")));
    brief_rows(&words, &terms, brief, date, phrasing)
}

/// Returns the values of the row with this label.
fn values(rows: &[BriefRow], label: &str) -> Vec<String> {
    let row = rows.iter().find(|row| row.label == label);
    row.unwrap().values.clone()
}

#[test]
fn a_complete_brief_has_a_value_in_every_row() {
    let (_, brief) = everything();
    for phrasing in [Phrasing::Page, Phrasing::Names, Phrasing::Letter] {
        for row in rows(&brief, None, phrasing) {
            assert!(!row.values.is_empty(), "{}", row.label);
            let said = |value: &String| !value.trim().is_empty();
            assert!(row.values.iter().all(said), "{row:?}");
        }
    }
}

#[test]
fn an_empty_brief_has_the_same_rows_without_values() {
    let (_, brief) = everything();
    let labels = |rows: &[BriefRow]| {
        let labels = rows.iter().map(|row| row.label.clone());
        labels.collect::<Vec<_>>()
    };
    let said = rows(&brief, None, Phrasing::Letter);
    let unsaid = rows(&Brief::default(), None, Phrasing::Letter);
    assert_eq!(labels(&unsaid), labels(&said));
    assert!(unsaid.iter().all(|row| row.values.is_empty()), "{unsaid:?}");
}

/// Fails for a new question of the engine until it has a row.
#[test]
fn every_topic_for_clients_has_a_row() {
    let rows = rows(&Brief::default(), None, Phrasing::Letter);
    for topic in Topic::ALL {
        let label = match topic {
            // It concerns the shop alone, and stays out of letters and links.
            Topic::CashNeeded => continue,
            Topic::Purpose => "step.purpose".to_owned(),
            Topic::Wishes | Topic::Size => "step.wishes".to_owned(),
            Topic::Content | Topic::Updates | Topic::Hosting | Topic::Help => {
                "step.care".to_owned()
            }
            Topic::Deadline => "step.date".to_owned(),
            Topic::Budget | Topic::GiftHours => "step.budget".to_owned(),
            answer => format!("topic.{}", answer.name()),
        };
        let found = rows.iter().filter(|row| row.label == label).count();
        assert_eq!(found, 1, "{label}");
    }
}

#[test]
fn rows_are_phrased_for_their_reader() {
    let (_, brief) = everything();
    let (page, letter) = (
        rows(&brief, None, Phrasing::Page),
        rows(&brief, None, Phrasing::Letter),
    );
    assert!(values(&page, "step.care").contains(&"Text and images: by you".to_owned()));
    assert!(values(&letter, "step.care").contains(&"Text and images: me".to_owned()));
    assert_eq!(
        values(&page, "step.date"),
        ["6 weeks from the start of the work"]
    );
    let dated = rows(&brief, Some("2027-01-15"), Phrasing::Letter);
    assert_eq!(values(&dated, "step.date"), ["2027-01-15"]);
    let soon = Brief {
        deadline: Some(Deadline::Open),
        ..brief.clone()
    };
    let soon = rows(&soon, Some("asap"), Phrasing::Page);
    assert_eq!(values(&soon, "step.date"), ["asap"]);
    assert_eq!(values(&page, "step.budget"), ["EUR 2,000 to EUR 3,000"]);
    assert_eq!(values(&letter, "topic.pay"), ["Paid in 3 stages"]);
    assert_eq!(values(&page, "topic.costs"), ["Included in the price"]);
    assert_eq!(values(&page, "topic.conditions.rounds"), ["3 rounds"]);
    let care = "Answering questions: you, included in the price, 4 hours a month, within a day";
    assert!(values(&letter, "step.care").contains(&care.to_owned()));
    let import = "Import (Should), at least 2 weeks, third-party costs EUR 120 and EUR 15 a month";
    assert!(values(&page, "step.wishes").contains(&import.to_owned()));
    let names = rows(&brief, None, Phrasing::Names);
    assert_eq!(
        values(&names, "step.wishes")[1..],
        ["Members' area", "Import", "Export"]
    );
    assert!(values(&page, "step.wishes")[1].contains("Members' area"));
    let limits = page.iter().filter(|row| row.kind == RowKind::Limit);
    assert_eq!(limits.count(), 2);
}

#[test]
fn hours_spent_so_far_are_in_no_letter() {
    let (_, brief) = everything();
    assert_eq!(
        values(&rows(&brief, None, Phrasing::Page), "sofar.title"),
        ["40 hours spent", "EUR 1,500 paid", "50% of the work done"]
    );
    assert_eq!(
        values(&rows(&brief, None, Phrasing::Letter), "sofar.title"),
        ["EUR 1,500 paid", "50% of the work done"]
    );
}

#[test]
fn no_row_has_answers_that_only_the_shop_knows() {
    let (_, brief) = everything();
    let known = ShopFacts {
        rivals: Some(Rivals::Insider),
        bid_hours: Some(77.0),
        fit: Some(false),
        lawful: Some(false),
        doubt: Some(true),
    };
    let kept = Brief {
        ours: ShopFacts::default(),
        cash_needed: None,
        ..brief.clone()
    };
    let told = Brief {
        ours: known,
        ..brief
    };
    for phrasing in [Phrasing::Page, Phrasing::Names, Phrasing::Letter] {
        assert_eq!(rows(&told, None, phrasing), rows(&kept, None, phrasing));
    }
}

#[test]
fn every_deal_is_listed_even_if_incomplete() {
    let said = |budget: &str| {
        let budget: Budget = serde_json::from_str(budget).unwrap();
        let brief = Brief {
            budget: Some(budget),
            ..Brief::default()
        };
        values(&rows(&brief, None, Phrasing::Page), "step.budget").concat()
    };
    let deals = [
        (r#"{"fixed": {}}"#, "a fixed price, amount to be decided"),
        (
            r#"{"monthly": {"from": 200, "to": 300}}"#,
            "EUR 200 to EUR 300 a month",
        ),
        (r#"{"monthly": {}}"#, "a monthly fee, amount to be decided"),
        (r#"{"hourly": {}}"#, "by the hour"),
        (r#"{"hourly": {"cap": 900}}"#, "by the hour, up to EUR 900"),
        (r#"{"hourly": {"rate": 120}}"#, "EUR 120 an hour"),
        (
            r#"{"hourly": {"rate": 120, "cap": 900}}"#,
            "EUR 120 an hour, up to EUR 900",
        ),
        (r#"{"gift": {}}"#, "as a gift"),
        (r#"{"gift": {"hours": 40}}"#, "as a gift of 40 hours"),
        (
            r#"{"gift": {"months": 1}}"#,
            "as a gift, with 1 month of aftercare",
        ),
        (
            r#"{"gift": {"hours": 40, "months": 3}}"#,
            "as a gift of 40 hours, with 3 months of aftercare",
        ),
    ];
    for (budget, expected) in deals {
        assert_eq!(said(budget), expected);
    }
}
