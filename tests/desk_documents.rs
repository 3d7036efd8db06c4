//! Documents that the desk writes for clients: the proposal, and the letter about additions to a job.

#![cfg(feature = "desk")]
#![allow(clippy::unwrap_used)]

#[path = "common/numbers.rs"]
mod numbers;

use numbers::Plain;
use serde_json::{Value, json};
use takeon::config::{read_brief, read_config};
use takeon::desk::agreed::{Growth, growth, letter};
use takeon::desk::cards::{Agreed, Card};
use takeon::desk::proposal::{Section, sections};
use takeon::desk::words;
use takeon::engine::{Brief, Budget, OfferKind, Terms, appraise, rounding};
use takeon::i18n::{self, Words};

fn terms() -> Terms {
    read_config(include_str!("../static/terms/web-studio.json"))
        .unwrap()
        .terms
}

fn english() -> takeon::i18n::Speech {
    words::speech(
        &[words::ENGLISH, i18n::ENGLISH].map(str::to_owned),
        "en",
        None,
        Box::new(Plain::of("en")),
    )
}

#[test]
fn missing_messages_fall_back_to_english() {
    let english = english();
    let messages = r#"{"client.language": "Kundens sprog"}"#;
    let danish = english.in_language("da", Some(messages), Box::new(Plain::of("da")));
    assert_eq!(danish.lang(), "da");
    assert_eq!(danish.get("client.language"), "Kundens sprog");
    assert_eq!(danish.get("rest.awaited"), "One moment.");
}

fn blog(more: &Value) -> Value {
    let mut brief = json!({
        "purpose": "publish",
        "wishes": [{"service": "blog", "priority": "must"}, {"service": "newsletter", "count": 2}],
        "care": {"content": "client", "updates": "us-paid", "hosting": "us-unpaid", "help": "partner"},
        "pay": {"stages": 3}, "deadline": {"weeks": 14}, "budget": {"fixed": 4300}
    });
    for (name, value) in more.as_object().unwrap() {
        brief[name] = value.clone();
    }
    brief
}

fn proposal(brief: &Value, date: Option<&str>) -> Vec<Section> {
    let terms = terms();
    let brief: Brief = read_brief(&brief.to_string(), &terms).unwrap();
    let appraisal = appraise(&brief, &terms).unwrap();
    let later = ["Shop".to_owned()];
    let week = |week: f64| format!("week {week:.0}");
    sections(
        &english(),
        &terms,
        (&brief, &appraisal),
        date,
        &week,
        &later,
        true,
    )
}

/// Returns the text of a proposal, line by line.
fn text(sections: &[Section]) -> String {
    let lines = sections.iter().flat_map(|section| {
        let lines = section.lines.iter();
        let lines = lines.flat_map(|line| [vec![line.text.clone()], line.notes.clone()].concat());
        [vec![section.title.clone()], lines.collect()].concat()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_proposal_says_scope_price_date_duties_and_care() {
    let said = text(&proposal(&blog(&json!({})), Some("26 February")));
    for part in [
        "What you get\nCustom blog\n",
        "Not included: writing posts",
        "2 × Newsletter",
        "In a second phase: Shop",
        "Price: ",
        ", before the start: about week 0",
        "Payment 2: ",
        ", on delivery: 26 February",
        "Delivery by 26 February\nWe ",
        "2 rounds of changes included",
        "From you: one person who can decide",
        "You take care of content",
        "We take care of updates, for EUR 60 a month, for 12 months",
        "Another provider takes care of answering questions",
    ] {
        assert!(said.contains(part), "{part} in\n{said}");
    }
    // Beside a price, they would reveal the earnings of an hour.
    assert!(!said.contains(" hours"), "{said}");
}

#[test]
fn without_a_date_a_proposal_states_the_p80_of_the_weeks() {
    let said = text(&proposal(&blog(&json!({"deadline": "open"})), None));
    assert!(
        said.contains("When it is ready\nDelivery within "),
        "{said}"
    );
    assert!(said.contains("about 8 in 10"), "{said}");
}

#[test]
fn content_that_is_ready_is_not_asked_for_within_weeks() {
    let said = |conditions| text(&proposal(&blog(&json!({ "conditions": conditions })), None));
    let open = said(json!({}));
    assert!(
        open.contains("From you, within 1 week: text and images"),
        "{open}"
    );
    let ready = said(json!({"contentReady": true}));
    let line = "From you, before the start: the text and images that are ready";
    assert!(ready.contains(line), "{ready}");
    assert!(!ready.contains(": text and images"), "{ready}");
}

#[test]
fn exclusions_of_a_service_wished_twice_are_stated_once() {
    let twice = json!({"wishes": [{"service": "blog"}, {"service": "blog"}]});
    let said = text(&proposal(&blog(&twice), None));
    assert_eq!(said.matches("writing posts").count(), 1, "{said}");
}

/// Returns the card of a job that was agreed, and an additional wish of this many hours.
fn grown(hours: f64, budget: f64) -> (Card, Agreed) {
    let brief = blog(&json!({"budget": {"fixed": budget}}));
    let mut card = Card::new("Museum".into(), "2026-03-01".into(), brief);
    let agreed = Agreed::new(&card, day(), &terms(), "abc123").unwrap();
    let hours = json!({"low": hours / 2.0, "likely": hours, "high": hours * 2.0});
    card.add_wish(json!({"name": "Map", "hours": hours}));
    (card, agreed)
}

fn day() -> i64 {
    takeon::draft::days("2026-03-03").unwrap()
}

fn letter_of(words: &Words, (card, agreed): &(Card, Agreed)) -> String {
    let growth = growth(card, agreed, &terms(), day()).unwrap();
    letter(words, &terms(), &growth, "3 March")
}

#[test]
fn a_letter_about_more_work_offers_more_money_or_less_work_without_hours() {
    let said = letter_of(&english(), &grown(40.0, 4300.0));
    assert!(said.contains("added: “Map”."), "{said}");
    assert!(said.contains(" instead of "), "{said}");
    assert!(said.contains("waits for a second phase"), "{said}");
    assert!(!said.contains("hour"), "{said}");
    assert!(said.ends_with("Kind regards,\nStudio Nord"), "{said}");
}

#[test]
fn additional_work_is_never_offered_below_its_cost() {
    let terms = terms();
    for (hours, budget) in [
        (40.0, 4300.0),
        (12.5, 4300.0),
        (200.0, 4300.0),
        (40.0, 6000.0),
    ] {
        let (card, agreed) = grown(hours, budget);
        let growth = growth(&card, &agreed, &terms, day()).unwrap();
        let least = budget + hours * terms.rate;
        for offer in &growth.changed.offers {
            let Some(Budget::Fixed(amount)) = offer.brief.budget else {
                panic!("{offer:?}");
            };
            let is_less = offer.kind == OfferKind::Less;
            assert!(
                is_less || amount.least() >= Some(least),
                "{least}: {offer:?}"
            );
            assert!(offer.odds.both >= Some(terms.confidence), "{offer:?}");
            // The rest stays as it was agreed.
            let same = Brief {
                wishes: growth.now.wishes.clone(),
                budget: growth.now.budget,
                deadline: growth.now.deadline,
                ..offer.brief.clone()
            };
            assert_eq!(same, growth.now);
        }
    }
}

#[test]
fn a_letter_about_an_hourly_job_asks_for_the_published_rate() {
    let terms = terms();
    let asked = (terms.floor_rate - 10.0).round();
    let brief = blog(&json!({"budget": {"hourly": {"rate": asked}}, "deadline": "open"}));
    let mut card = Card::new("Museum".into(), "2026-03-01".into(), brief);
    let agreed = Agreed::new(&card, day(), &terms, "abc123").unwrap();
    card.add_wish(json!({"service": "newsletter"}));
    let growth = growth(&card, &agreed, &terms, day()).unwrap();
    let rates: Vec<_> = ways(&growth)
        .filter_map(|brief| match brief.budget {
            Some(Budget::Hourly { rate, .. }) => rate,
            _ => None,
        })
        .collect();
    assert!(rates.contains(&terms.rate), "{rates:?}");
    let other = |rate: &f64| ![asked, terms.rate].contains(rate);
    assert!(!rates.iter().any(other), "{rates:?}");
    let said = letter(&english(), &terms, &growth, "3 March");
    assert!(said.contains(&terms.rate.to_string()), "{said}");
}

/// Returns the briefs of the offers that restore a job.
fn ways(growth: &Growth) -> impl Iterator<Item = &Brief> {
    growth.changed.offers.iter().map(|offer| &offer.brief)
}

#[test]
fn additions_that_the_price_covers_are_said_to_fit() {
    let said = letter_of(&english(), &grown(1.0, 30_000.0));
    assert!(said.contains("stay as they are"), "{said}");
    assert!(!said.contains(" instead of "), "{said}");
}

#[test]
fn the_money_of_growth_is_a_sum_from_the_agreed_figure() {
    for (hours, money) in [(2.0, 9000.0), (30.0, 3400.0), (30.0, 6000.0)] {
        let (card, agreed) = grown(hours, money);
        let (then, now) = growth(&card, &agreed, &terms(), day()).unwrap().enough;
        assert_eq!(then, rounding::three_digits_up(agreed.price));
        assert!(now > then, "{then} {now}");
        // Weeks that pass are no growth.
        let later = growth(&card, &agreed, &terms(), day() + 21).unwrap();
        assert_eq!(later.enough, (then, now));
    }
}

#[test]
fn nothing_changed_is_no_growth() {
    let (mut card, agreed) = grown(40.0, 4300.0);
    card.restore();
    assert_eq!(growth(&card, &agreed, &terms(), day()), None);
    // Progress is no change either.
    card.brief["sofar"] = json!({"hours": 20, "paid": 1000, "done": 0.5});
    assert_eq!(growth(&card, &agreed, &terms(), day()), None);
    // Money and date stay those that were agreed.
    card.brief["budget"] = json!({"fixed": 9000});
    assert_eq!(growth(&card, &agreed, &terms(), day()), None);
}
