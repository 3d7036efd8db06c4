//! Invariants of all briefs and terms.

#![allow(clippy::unwrap_used)]

mod common;

use common::sane::{NOISE, assert_figures, assert_offers};
use common::{Case, case, cases};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use takeon::config::{read_brief, read_terms};
use takeon::engine::{
    Appraisal, Brief, Budget, CareKind, Change, Needed, OfferKind, Verdict, appraise, fit_to_terms,
};
use takeon::json;

/// Returns the case with another member of the brief's conditions or care.
fn with_answer(case: &Case, group: &str, key: &str, value: Value) -> Case {
    let mut answers = case.brief[group].clone();
    answers[key] = value;
    case.with(group, answers)
}

/// Returns the case with its budget multiplied. `None` without an amount.
fn with_money(case: &Case, factor: f64) -> Option<Case> {
    let mut brief = case.brief.clone();
    let mut raised = None;
    for at in [
        "/budget/fixed",
        "/budget/fixed/from",
        "/budget/fixed/to",
        "/budget/monthly",
        "/budget/hourly/cap",
    ] {
        if let Some(amount) = brief.pointer_mut(at)
            && let Some(value) = amount.as_f64()
        {
            *amount = json!((value * factor).min(1e12));
            raised = Some(());
        }
    }
    raised.map(|()| case.with_brief(brief))
}

/// Returns the case with its date multiplied. `None` without a date.
fn with_time(case: &Case, factor: f64) -> Option<Case> {
    let mut brief = case.brief.clone();
    let weeks = brief.pointer_mut("/deadline/weeks")?;
    *weeks = json!((weeks.as_f64()? * factor).min(1e5));
    Some(case.with_brief(brief))
}

/// Returns the value after a round trip through CBOR, which keeps every bit of a number.
/// `serde_json` does so only with its feature `float_roundtrip` and without `arbitrary_precision`,
/// which other tests need.
fn through_cbor<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    ciborium::from_reader(bytes.as_slice()).unwrap()
}

/// Limits every range of hours to this multiple of the likely ones. Unknown sizes become medium.
fn narrowed(document: &mut Value, times: f64) {
    match document {
        Value::String(word) if word == "unknown" => *word = "medium".to_owned(),
        Value::Object(range) if range.contains_key("likely") => {
            let likely = range["likely"].as_f64().unwrap();
            let low = range["low"].as_f64().unwrap().max(likely / 2.0);
            let high = range["high"].as_f64().unwrap().min(likely * times);
            *document = json!({ "low": low, "likely": likely, "high": high });
        }
        Value::Object(members) => members
            .values_mut()
            .for_each(|member| narrowed(member, times)),
        Value::Array(members) => members
            .iter_mut()
            .for_each(|member| narrowed(member, times)),
        _ => {}
    }
}

/// Returns the case with ranges of at most this multiple of the likely hours, and the existing
/// thing seen.
fn with_ranges(case: &Case, times: f64) -> Case {
    let mut case = case.clone();
    narrowed(&mut case.terms, times);
    narrowed(&mut case.brief, times);
    if case.brief["existing"] == "unseen" {
        case.brief["existing"] = json!("seen");
    }
    case
}

/// Returns the case without each of its wishes in turn.
fn with_fewer_wishes(case: &Case) -> Vec<Case> {
    let wishes = case.wishes();
    let without = |left_out: usize| {
        let mut fewer = wishes.clone();
        fewer.remove(left_out);
        case.with("wishes", json!(fewer))
    };
    (0..wishes.len()).map(without).collect()
}

/// Returns the case with the money and date needed, if it had less, and whether anything fell
/// short.
fn with_what_is_needed(case: &Case, needed: Needed) -> (Case, bool) {
    let (mut raised, mut lacks) = (case.clone(), false);
    let mut raise = |at: &str, to: Option<f64>| {
        if let Some(given) = raised.brief.pointer_mut(at)
            && let (Some(value), Some(to)) = (given.as_f64(), to)
            && value < to
        {
            *given = json!(to);
            lacks = true;
        }
    };
    for at in [
        "/budget/fixed",
        "/budget/fixed/from",
        "/budget/monthly",
        "/budget/hourly/cap",
        "/budget/gift/hours",
    ] {
        raise(at, needed.money);
    }
    raise("/deadline/weeks", needed.weeks);
    if let Some(from) = raised.brief.pointer("/budget/fixed/from").cloned() {
        let to = raised.brief["budget"]["fixed"]["to"].as_f64();
        if to < from.as_f64() {
            raised.brief["budget"]["fixed"]["to"] = from;
        }
    }
    (raised, lacks)
}

/// Returns the case with a missing answer filled in.
fn with_assumed(case: &Case, id: &str, value: Value) -> Case {
    match id.split_once('.') {
        Some((group, key)) => match &case.brief[group][key] {
            // Hours or a response time of care may have been given.
            Value::Object(_) => {
                let mut duty = case.brief[group][key].clone();
                duty["by"] = value;
                with_answer(case, group, key, duty)
            }
            _ => with_answer(case, group, key, value),
        },
        None => case.with(id, value),
    }
}

/// Returns the position of a verdict on the way from yes to no.
fn distance_from_yes(verdict: Verdict) -> Option<usize> {
    let way = [
        Verdict::Take,
        Verdict::Reshape,
        Verdict::Refer,
        Verdict::Decline,
    ];
    way.into_iter().position(|known| known == verdict)
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn every_figure_is_finite_and_every_chance_is_one(case in case()) {
        assert_figures(&case.appraisal());
    }

    #[test]
    fn more_money_never_lowers_the_odds(case in case(), factor in 1.0..3.0) {
        let richer = with_money(&case, factor);
        prop_assume!(richer.is_some());
        prop_assert!(richer.unwrap().both() >= case.both() - NOISE);
    }

    #[test]
    fn a_later_date_never_lowers_the_odds(case in case(), factor in 1.0..3.0) {
        let later = with_time(&case, factor);
        prop_assume!(later.is_some());
        let later = later.unwrap().both();
        prop_assert!(later >= case.both() - NOISE);
        prop_assert!(case.with("deadline", json!("open")).both() >= later - NOISE);
    }

    #[test]
    fn fewer_unpaid_kinds_of_care_never_lower_the_odds(case in case()) {
        for kind in CareKind::NAMES {
            let unpaid = with_answer(&case, "care", kind, json!("us-unpaid"));
            let paid = with_answer(&case, "care", kind, json!("us-paid"));
            prop_assert!(paid.both() >= unpaid.both() - NOISE, "{kind}");
        }
    }

    #[test]
    fn content_that_is_ready_never_lowers_the_odds(case in case()) {
        let late = with_answer(&case, "conditions", "contentReady", json!(false));
        let ready = with_answer(&case, "conditions", "contentReady", json!(true));
        prop_assert!(ready.both() >= late.both() - NOISE);
    }

    #[test]
    fn fewer_wishes_or_rounds_never_lower_the_odds_where_no_range_is_wide(case in case()) {
        let case = with_ranges(&case, 2.0);
        for fewer in with_fewer_wishes(&case) {
            prop_assert!(fewer.both() >= case.both() - NOISE);
        }
        let rounds = |rounds: u32| with_answer(&case, "conditions", "rounds", json!(rounds)).both();
        prop_assert!(rounds(2) >= rounds(4) - NOISE);
    }

    #[test]
    fn a_review_and_fewer_wishes_or_rounds_never_turn_a_yes_into_a_no(case in case(), rounds in 2..8_u32) {
        let case = with_ranges(&case, 6.0);
        let confidence = case.appraisal().confidence;
        let is_yes = |case: &Case| case.both() >= confidence + NOISE;
        let is_no = |case: &Case| case.both() < confidence - NOISE;
        if is_yes(&case) {
            for fewer in with_fewer_wishes(&case) {
                prop_assert!(!is_no(&fewer), "{fewer:?}");
            }
        }
        let expecting = |rounds: u32| with_answer(&case, "conditions", "rounds", json!(rounds));
        prop_assert!(!(is_yes(&expecting(rounds)) && is_no(&expecting(rounds / 2))));
        let existing = |existing: &str| case.with("existing", json!(existing));
        prop_assert!(!(is_yes(&existing("unseen")) && is_no(&existing("seen"))));
    }

    #[test]
    fn a_higher_rate_never_lowers_the_odds(case in case(), factor in 1.0..3.0) {
        prop_assume!(case.brief.pointer("/budget/hourly").is_some());
        let rate = case.brief.pointer("/budget/hourly/rate").unwrap_or(&case.terms["rate"]);
        let rate = rate.as_f64().unwrap();
        let paid = |rate: f64| with_answer(&case, "budget", "hourly", {
            let mut deal = case.brief["budget"]["hourly"].clone();
            deal["rate"] = json!(rate);
            deal
        });
        prop_assert!(paid(rate * factor).both() >= paid(rate).both() - NOISE);
    }

    #[test]
    fn no_third_party_and_charges_paid_by_the_client_never_lower_the_odds(case in case()) {
        let depends = |depends: bool| with_answer(&case, "conditions", "depends", json!(depends));
        prop_assert!(depends(false).both() >= depends(true).both() - NOISE);
        let costs = |payer: &str| case.with("costs", json!(payer));
        prop_assert!(costs("client").both() >= costs("us").both() - NOISE);
    }

    #[test]
    fn pay_that_comes_earlier_never_lowers_the_odds(case in case()) {
        let mut pays = vec![json!("later"), json!("end"), json!("deposit")];
        pays.extend([2, 3, 5, 8].map(|stages| json!({ "stages": stages })));
        let odds: Vec<f64> = pays.into_iter().map(|pay| case.with("pay", pay).both()).collect();
        prop_assert!(odds.windows(2).all(|pair| pair[1] >= pair[0] - NOISE), "{odds:?}");
    }

    #[test]
    fn more_progress_in_the_same_hours_never_leaves_more_work(case in case(), done in (0.25..1.0_f64, 0.25..1.0_f64)) {
        let hours = |done: f64| {
            let mut so_far = case.brief.get("sofar").cloned().unwrap_or(json!({ "hours": 30 }));
            so_far["done"] = json!(done.min(0.99));
            case.with("sofar", so_far).appraisal().hours
        };
        let (less, more) = (hours(done.0.min(done.1)), hours(done.0.max(done.1)));
        prop_assert!(more.p50 <= less.p50 * (1.0 + NOISE), "{less:?} {more:?}");
        prop_assert!(more.p90 <= less.p90 * (1.0 + NOISE), "{less:?} {more:?}");
    }

    #[test]
    fn a_yes_falls_short_of_nothing_and_the_need_makes_a_yes(case in case()) {
        let mut case = case;
        // The smallest acceptable amount is another matter.
        case.terms["smallest"] = json!({ "price": 0 });
        let appraisal = case.appraisal();
        if let (Some(needed), Some(both)) = (appraisal.needed, appraisal.odds.both) {
            let (raised, lacks) = with_what_is_needed(&case, needed);
            prop_assert_eq!(both < appraisal.confidence, lacks, "{} {:?}", both, needed);
            prop_assert!(raised.both() >= appraisal.confidence, "{needed:?}");
        }
    }

    #[test]
    fn an_answer_that_was_assumed_changes_no_figure(case in case()) {
        let appraisal = case.appraisal();
        for assumed in &appraisal.assumed {
            let assumed = json!(assumed);
            if assumed["value"] == "usual" {
                // Between two answers, neither of which it equals.
                continue;
            }
            let id = assumed["id"].as_str().unwrap();
            let answered = with_assumed(&case, id, assumed["value"].clone()).appraisal();
            prop_assert_eq!(answered.odds, appraisal.odds, "{}", id);
            prop_assert_eq!(answered.hours, appraisal.hours, "{}", id);
            prop_assert_eq!(answered.weeks, appraisal.weeks, "{}", id);
            prop_assert_eq!(answered.price, appraisal.price, "{}", id);
            prop_assert_eq!(answered.needed, appraisal.needed, "{}", id);
        }
    }

    #[test]
    fn more_confidence_never_moves_the_verdict_towards_take(case in case(), ends in (0.5..0.9_f64, 0.5..0.9_f64)) {
        let asking = |confidence: f64| {
            let mut case = case.clone();
            case.terms["confidence"] = json!(confidence);
            case.appraisal()
        };
        let (less, more) = (asking(ends.0.min(ends.1)), asking(ends.0.max(ends.1)));
        prop_assert_eq!(less.leaning.is_some(), more.leaning.is_some());
        prop_assert!(less.leaning.and_then(distance_from_yes) <= more.leaning.and_then(distance_from_yes));
        prop_assert!(less.verdict == Verdict::Take || more.verdict != Verdict::Take);
    }

    #[test]
    fn every_offer_appraised_again_is_what_it_says(case in case()) {
        let terms = read_terms(&case.terms.to_string()).unwrap();
        let asked = read_brief(&case.brief.to_string(), &terms).unwrap();
        assert_offers(&asked, &case.appraisal(), |brief| case.with_brief(json!(brief)).appraisal());
    }

    #[test]
    fn a_change_of_money_or_date_a_twentieth_smaller_does_not_suffice(case in case()) {
        let appraisal = case.appraisal();
        for offer in &appraisal.offers {
            let mut exact = case.with_brief(json!(offer.brief));
            let (mut money, mut time, mut rate) = (false, false, None);
            for change in &offer.changes {
                match change {
                    // By the hour an offer may raise the rate and leave the limit.
                    Change::Budget {
                        from: Some(Budget::Hourly { cap: from, .. }),
                        to: Budget::Hourly { rate: Some(to), cap },
                        ..
                    } if from == cap => rate = Some(*to),
                    Change::Budget { to, exact: amount, .. } => {
                        exact = exact.with("budget", json!(to.with_amount(*amount)));
                        // No price is below a hundredth.
                        money = *amount > 0.01;
                    }
                    Change::Deadline { to, exact: weeks, .. } => {
                        exact = exact.with("deadline", json!(to.with_weeks(*weeks)));
                        time = true;
                    }
                    _ => {}
                }
            }
            prop_assert!(exact.both() >= appraisal.confidence - NOISE, "{offer:?}");
            let smaller = [
                with_money(&exact, 0.95).filter(|_| money),
                with_time(&exact, 0.95).filter(|_| time),
                rate.map(|rate| {
                    let mut lower = exact.clone();
                    lower.brief["budget"]["hourly"]["rate"] = json!(0.95 * rate);
                    lower
                }),
            ];
            for smaller in smaller.into_iter().flatten() {
                // A job may also be too small.
                let is_yes = smaller.appraisal().leaning == Some(Verdict::Take);
                prop_assert!(smaller.both() < appraisal.confidence + NOISE || !is_yes, "{offer:?}");
            }
        }
    }

    #[test]
    fn briefs_and_appraisals_round_trip(case in case()) {
        let terms = read_terms(&case.terms.to_string()).unwrap();
        let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
        prop_assert_eq!(&through_cbor::<Brief>(&brief), &brief);
        prop_assert_eq!(&read_brief(&json::write(&brief).unwrap(), &terms).unwrap(), &brief);
        let appraisal = case.appraisal();
        prop_assert_eq!(&through_cbor::<Appraisal>(&appraisal), &appraisal);
    }

    #[test]
    fn the_order_of_wishes_changes_nothing((case, wishes) in case().prop_flat_map(|case| {
        let wishes = case.wishes();
        (Just(case), Just(wishes).prop_shuffle())
    })) {
        // The positions of wishes differ, and the choice among equal ones.
        let essence = |case: &Case| {
            let mut appraisal = json!(case.appraisal());
            let offers = appraisal["offers"].as_array_mut().unwrap();
            for offer in offers {
                let offer = offer.as_object_mut().unwrap();
                offer.remove("changes");
                let brief = offer.remove("brief").unwrap();
                if offer["id"] == "less" {
                    offer.remove("odds");
                }
                offer.insert("brief".to_owned(), json!([brief["budget"], brief["deadline"]]));
            }
            appraisal
        };
        prop_assert_eq!(essence(&case), essence(&case.with("wishes", json!(wishes))));
    }

    #[test]
    fn a_brief_that_is_fitted_to_other_terms_loses_what_they_do_not_have_and_no_more(case in case()) {
        let mut terms = read_terms(&case.terms.to_string()).unwrap();
        let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
        prop_assert_eq!(fit_to_terms(brief.clone(), &terms), (brief.clone(), vec![]));
        terms.services.truncate(2);
        terms.promises.clear();
        let unknown = appraise(&brief, &terms).err().unwrap_or_default();
        let (fitting, names) = fit_to_terms(brief.clone(), &terms);
        prop_assert!(appraise(&fitting, &terms).is_ok());
        let lost = brief.wishes.len() + brief.promises.len() - fitting.wishes.len();
        prop_assert_eq!(lost, unknown.len());
        prop_assert!(unknown.iter().all(|name| names.contains(&name.id)));
        prop_assert!((1..names.len()).all(|at| !names[..at].contains(&names[at])));
    }

    #[test]
    fn a_count_of_two_is_as_much_work_as_two_wishes(case in case()) {
        let mut wishes = case.wishes();
        prop_assume!(!wishes.is_empty());
        wishes[0]["count"] = json!(1);
        let mut apart = wishes.clone();
        apart.push(apart[0].clone());
        wishes[0]["count"] = json!(2);
        let together = case.with("wishes", json!(wishes)).appraisal().hours.p50;
        let apart = case.with("wishes", json!(apart)).appraisal().hours.p50;
        prop_assert!((together - apart).abs() <= 1e-12 * together);
    }
}

#[test]
fn the_cases_hold_every_verdict_and_every_offer() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let (case, mut runner) = (case(), TestRunner::deterministic());
    let appraisals: Vec<_> = (0..1500)
        .map(|_| case.new_tree(&mut runner).unwrap().current().appraisal())
        .collect();
    for verdict in Verdict::ALL {
        let count = appraisals
            .iter()
            .filter(|appraisal| appraisal.verdict == verdict)
            .count();
        assert!(count >= 5, "{count} times {verdict:?}");
    }
    for id in OfferKind::ALL {
        let offers = appraisals.iter().flat_map(|appraisal| &appraisal.offers);
        let count = offers.filter(|offer| offer.kind == id).count();
        assert!(count >= 5, "{count} times {id:?}");
    }
}

#[test]
fn of_equal_wishes_the_first_is_left_out() {
    let of = |low: f64, high: f64| json!({ "name": "", "hours": { "low": low, "likely": 8, "high": high }, "priority": "could" });
    let must = json!({ "name": "", "hours": 40, "priority": "must" });
    // Their likely hours tie, and nothing else of them does.
    for (first, second) in [(of(4.0, 12.0), of(7.0, 9.0)), (of(7.0, 9.0), of(4.0, 12.0))] {
        let request = json!({
            "terms": {
                "shop": { "name": "Studio Nord" }, "currency": "EUR", "rate": 100,
                "team": { "hoursPerWeek": 20 }, "services": [],
            },
            "brief": {
                "wishes": [must, first, second], "budget": { "fixed": 6000 }, "deadline": "open",
            },
        });
        let answer = takeon::config::answer(&request.to_string()).unwrap();
        let less = answer
            .offers
            .iter()
            .find(|offer| offer.kind == OfferKind::Less)
            .unwrap();
        assert_eq!(less.brief.wishes.len(), 2);
        let stays = json!(less.brief)["wishes"][1]["hours"]["low"].as_f64();
        let second = request["brief"]["wishes"][2]["hours"]["low"].as_f64();
        assert_eq!(stays, second);
    }
}
