//! Curves and other data of pictures, compared with the appraisal next to them.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use takeon::config::{read_brief, read_terms};
use takeon::engine::{Brief, Figure, Terms, appraise, curve, wished_hours};

fn shop() -> Terms {
    read_terms(include_str!("cases/terms.json")).unwrap()
}

/// Returns the briefs of the plain-language cases.
fn briefs(terms: &Terms) -> Vec<Brief> {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/cases.json")).unwrap();
    cases
        .iter()
        .map(|case| read_brief(&case["brief"].to_string(), terms).unwrap())
        .collect()
}

#[track_caller]
fn near(got: f64, expected: f64) {
    assert!(
        (got - expected).abs() <= 1e-7 * expected.abs(),
        "{got}, not {expected}"
    );
}

#[test]
fn a_curve_rises_and_contains_the_published_quantiles() {
    let terms = shop();
    for brief in briefs(&terms) {
        let appraisal = appraise(&brief, &terms).unwrap();
        for (figure, known) in [
            (Figure::Price, appraisal.price),
            (Figure::Weeks, appraisal.weeks),
            (Figure::Hours, appraisal.hours),
        ] {
            if figure == Figure::Weeks && brief.conditions.content_ready == Some(false) {
                continue;
            }
            let curve = curve(&brief, &terms, &appraisal, figure);
            for pair in curve.windows(2) {
                assert!(pair[0].value < pair[1].value, "{figure:?}: {pair:?}");
                assert!(pair[0].chance < pair[1].chance, "{figure:?}: {pair:?}");
            }
            let published = curve.iter().filter(|point| {
                known.at(point.chance).is_some_and(|value| {
                    near(point.value, value);
                    true
                })
            });
            assert_eq!(published.count(), 3, "{figure:?}");
            assert!(curve.len() > 15, "{} points", curve.len());
            assert!(curve[0].chance < 0.05 && curve[curve.len() - 1].chance > 0.95);
        }
    }
}

#[test]
fn with_a_wait_the_curve_has_only_the_middle_of_each_fifth() {
    let terms = shop();
    let brief = read_brief(
        r#"{ "wishes": [{ "service": "blog" }], "conditions": { "contentReady": false } }"#,
        &terms,
    )
    .unwrap();
    let appraisal = appraise(&brief, &terms).unwrap();
    let curve = curve(&brief, &terms, &appraisal, Figure::Weeks);
    let chances: Vec<f64> = curve.iter().map(|point| point.chance).collect();
    assert_eq!(chances, [0.1, 0.3, 0.5, 0.7, 0.9]);
    assert_eq!(curve[2].value, appraisal.weeks.p50);
    assert_eq!(curve[4].value, appraisal.weeks.p90);
}

#[test]
fn the_need_is_the_request_over_the_ratios_of_the_triangle() {
    let terms = shop();
    let mut seen = 0;
    for brief in briefs(&terms) {
        let appraisal = appraise(&brief, &terms).unwrap();
        let triangle = appraisal.triangle;
        if let Some((budget, share)) = brief.budget.zip(triangle.money) {
            let money = appraisal.needed.unwrap().money.unwrap();
            near(money * share, budget.amount().unwrap());
            seen += 1;
        }
        if let Some((deadline, share)) = brief.deadline.zip(triangle.time) {
            let weeks = appraisal.needed.unwrap().weeks.unwrap();
            near(weeks * share, deadline.weeks());
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn without_wishes_only_the_overhead_remains() {
    let terms = shop();
    let brief = Brief::default();
    let appraisal = appraise(&brief, &terms).unwrap();
    assert_eq!(wished_hours(&brief, &terms, &appraisal), 0.0);
    for figure in Figure::ALL {
        assert!(curve(&brief, &terms, &appraisal, figure).len() > 15);
    }
}

#[test]
fn the_hours_of_the_wishes_are_the_work_without_overhead() {
    // 12 hours of wishes and 5 of overhead, each range half to double: 12 of the 17.
    let terms = read_terms(
        r#"{
            "shop": { "name": "Studio Nord" }, "currency": "EUR", "rate": 85, "overhead": 5,
            "team": { "hoursPerWeek": 25 }, "services": [{ "id": "blog", "hours": 12 }]
        }"#,
    )
    .unwrap();
    let brief = read_brief(r#"{ "wishes": [{ "service": "blog" }] }"#, &terms).unwrap();
    let appraisal = appraise(&brief, &terms).unwrap();
    near(
        wished_hours(&brief, &terms, &appraisal),
        appraisal.hours.p50 * 12.0 / 17.0,
    );
}

#[test]
fn a_certain_figure_has_equal_quantiles() {
    let terms = read_terms(
        r#"{
            "shop": { "name": "Studio Nord" }, "currency": "EUR", "rate": 85,
            "overrun": { "median": 1, "p90": 1 }, "schedule": { "median": 1, "p90": 1 },
            "team": { "hoursPerWeek": 10 }, "services": [{ "id": "blog", "hours": 10 }]
        }"#,
    )
    .unwrap();
    let brief = read_brief(r#"{ "wishes": [{ "service": "blog" }] }"#, &terms).unwrap();
    let appraisal = appraise(&brief, &terms).unwrap();
    for figure in Figure::ALL {
        let curve = curve(&brief, &terms, &appraisal, figure);
        assert_eq!(curve.len(), 3, "{figure:?}");
        near(curve[2].value, curve[0].value);
    }
}
