//! Disclosure of prices: amounts, ranges or ratios.

#![allow(clippy::unwrap_used)]

#[path = "common/numbers.rs"]
mod numbers;

use std::fs;
use takeon::config::{Config, read_config};
use takeon::engine::{Appraisal, Brief, Budget, Change, PriceDisplay, appraise};
use takeon::i18n::{Words, speak};

fn config(name: &str) -> Config {
    read_config(&fs::read_to_string(format!("static/terms/{name}.json")).unwrap()).unwrap()
}

fn words(show: PriceDisplay) -> Words {
    Words::new("en", None, Box::new(numbers::Plain::of("en"))).showing(show)
}

/// Returns every reason and every change of every offer, in words.
fn said(words: &Words, config: &Config, brief: &Brief, appraisal: &Appraisal) -> Vec<String> {
    let reasons = appraisal
        .reasons
        .iter()
        .map(|reason| speak::reason(words, &config.terms, brief, reason));
    let changes = appraisal
        .offers
        .iter()
        .flat_map(|offer| speak::changes(words, &config.terms, brief, offer));
    let to_client = appraisal
        .reasons
        .iter()
        .map(|reason| speak::reason_to_client(words, &config.terms, brief, appraisal, reason));
    let takes = speak::takes(words, &config.terms, brief, appraisal);
    reasons
        .chain(changes)
        .chain(to_client)
        .chain(takes)
        .collect()
}

#[test]
fn clients_never_read_hours_next_to_a_price() {
    let words = words(PriceDisplay::Prices);
    let mut sentences = 0;
    for name in ["web-studio", "brand-design", "software-house"] {
        let config = config(name);
        for example in &config.examples {
            let brief = Brief {
                budget: Some(Budget::fixed(1500.0)),
                ..example.brief.clone()
            };
            let appraisal = appraise(&brief, &config.terms).unwrap();
            for reason in &appraisal.reasons {
                let said =
                    speak::reason_to_client(&words, &config.terms, &brief, &appraisal, reason);
                assert!(!said.contains(" hour"), "{said}");
                sentences += 1;
            }
        }
    }
    assert!(sentences > 10, "{sentences}");
}

#[test]
fn with_ratios_neither_amounts_nor_hours_are_disclosed() {
    let words = words(PriceDisplay::Ratios);
    let mut sentences = 0;
    for name in [
        "web-studio",
        "brand-design",
        "software-house",
        "seo-content",
    ] {
        let config = config(name);
        for example in &config.examples {
            let appraisal = appraise(&example.brief, &config.terms).unwrap();
            for sentence in said(&words, &config, &example.brief, &appraisal) {
                assert!(!sentence.contains(&config.terms.currency), "{sentence}");
                assert!(!sentence.contains(" hour"), "{sentence}");
                sentences += 1;
            }
        }
    }
    assert!(sentences > 40, "{sentences}");
}

/// Returns the amounts of money in a line, as written.
fn amounts(line: &str) -> Vec<f64> {
    let amount = |rest: &str| {
        let digits: String = rest
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == ',')
            .collect();
        digits.replace(',', "").parse().unwrap()
    };
    line.split("EUR ").skip(1).map(amount).collect()
}

#[test]
fn ranges_contain_the_price() {
    let config = config("web-studio");
    let mut seen = 0;
    for example in &config.examples {
        let brief = Brief {
            budget: Some(Budget::fixed(1500.0)),
            ..example.brief.clone()
        };
        let appraisal = appraise(&brief, &config.terms).unwrap();
        for offer in &appraisal.offers {
            let Some(Change::Budget { to: price, .. }) = offer.changes.last() else {
                continue;
            };
            let Budget::Fixed(price) = price else {
                continue;
            };
            let price = price.least().unwrap();
            let changes =
                speak::changes(&words(PriceDisplay::Ranges), &config.terms, &brief, offer);
            let line = changes.iter().find(|line| line.contains("EUR ")).unwrap();
            // A range, and its budget.
            let [low, high, from] = amounts(line)[..] else {
                panic!("{line}")
            };
            assert!(
                low <= price && price <= high && from == 1500.0,
                "{price}: {line}"
            );
            let exact = words(PriceDisplay::Prices).money(price, "EUR");
            assert!(!line.contains(&exact), "{line}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn a_price_states_whether_it_includes_tax() {
    let config = config("web-studio");
    let brief = &config.examples[0].brief;
    let appraisal = appraise(brief, &config.terms).unwrap();
    for show in [PriceDisplay::Prices, PriceDisplay::Ranges] {
        let lines = said(&words(show), &config, brief, &appraisal);
        let priced = lines.iter().filter(|line| line.contains("instead of EUR"));
        assert!(
            priced.clone().count() > 0 && priced.clone().all(|line| line.ends_with(", excl. tax")),
            "{lines:#?}"
        );
    }
}

#[test]
fn how_openly_is_one_of_three_words() {
    let config = |show: &str| {
        read_config(&format!(
            r#"{{"terms": {{"shop": {{"name": "Studio Nord"}}, "currency": "EUR", "rate": 85, "team": {{"hoursPerWeek": 25}}, "services": []}}{show}}}"#
        ))
    };
    assert_eq!(config("").unwrap().show, PriceDisplay::Prices);
    for show in PriceDisplay::ALL {
        assert_eq!(
            config(&format!(r#", "show": "{}""#, show.name()))
                .unwrap()
                .show,
            show
        );
    }
    let errors = config(r#", "show": "nothing""#).unwrap_err();
    assert_eq!(errors[0].at, "/show");
    assert_eq!(
        errors[0].message(),
        r#"must be "prices" or "ranges" or "ratios", not "nothing""#
    );
}
