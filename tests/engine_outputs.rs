//! Outputs of the engine other than the appraisal, compared with it: usual jobs, outcomes of
//! answers, effects of changes and agreements.

#![allow(clippy::unwrap_used)]
#![allow(clippy::disallowed_methods, reason = "the last bits do not matter")]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;

use common::{Case, case, cases};
use proptest::prelude::*;
use serde_json::{Value, json};
use takeon::config::{read_brief, read_terms};
use takeon::engine::{
    Brief, Budget, CareKind, CareOwner, Clause, Deadline, Terms, Topic, Verdict, Want, Wish,
    add_on_prices, appraise, ballpark, sufficient, usual_jobs,
};

fn read(case: &Case) -> (Brief, Terms) {
    let terms = read_terms(&case.terms.to_string()).unwrap();
    let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
    (brief, terms)
}

/// Returns the case with an answer to a question; a size applies to every wish of unknown size.
fn with_answer(case: &Case, topic: Topic, answer: Value) -> Case {
    let id = json!(topic);
    let id = id.as_str().unwrap();
    let mut case = case.clone();
    match id.split_once('.') {
        Some(("care", kind)) => {
            let duty = &mut case.brief["care"][kind];
            if duty.is_object() {
                duty["by"] = answer;
            } else {
                *duty = answer;
            }
        }
        Some((group, key)) => case.brief[group][key] = answer,
        None if id == "size" => {
            for wish in case.brief["wishes"].as_array_mut().unwrap() {
                if wish.get("size") == Some(&json!("unknown")) {
                    wish["size"] = answer.clone();
                }
            }
        }
        None => case.brief[id] = answer,
    }
    case
}

/// Returns the case with defaults for missing answers about care, content, contact and phases.
fn settled(case: &Case, brief: &Brief) -> Case {
    let said = &brief.conditions;
    let care = |kind| {
        (
            brief.care[kind].by.is_none(),
            Topic::of_care(kind),
            json!("client"),
        )
    };
    let answers = CareKind::ALL.map(care).into_iter().chain([
        (
            said.content_ready.is_none(),
            Topic::ContentReady,
            json!(true),
        ),
        (said.contact.is_none(), Topic::Contact, json!("weekly")),
        (said.phased.is_none(), Topic::Phased, json!(true)),
    ]);
    let open = answers.filter(|(is_open, ..)| *is_open);
    open.fold(case.clone(), |case, (_, topic, answer)| {
        with_answer(&case, topic, answer)
    })
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn a_usual_job_costs_and_lasts_what_its_appraisal_says(case in case()) {
        let (_, terms) = read(&case);
        let shown = usual_jobs(&terms);
        let said = terms.services.iter().filter(|service| service.usual).count();
        prop_assert_eq!(shown.len(), if said > 0 { said } else { terms.services.len().min(5) });
        for job in shown {
            let alone = case.with_brief(json!({
                "wishes": [{ "service": job.service, "priority": "must" }],
                "care": { "content": "client", "updates": "client", "hosting": "client", "help": "client" },
                "conditions": { "contentReady": true, "contact": "weekly", "phased": true },
            }));
            let appraisal = alone.appraisal();
            prop_assert_eq!((job.price.p50, job.price.p80), (appraisal.price.p50, appraisal.price.p80));
            prop_assert_eq!((job.weeks.p50, job.weeks.p80), (appraisal.weeks.p50, appraisal.weeks.p80));
        }
    }

    #[test]
    fn every_outcome_is_that_of_the_appraisal_with_its_answer(case in case()) {
        let (brief, terms) = read(&case);
        for topic in Topic::ALL {
            let outcomes = terms.check(&brief).unwrap().outcomes(topic);
            prop_assert_eq!(terms.check(&brief).unwrap().confidence(), case.appraisal().confidence);
            let outlook = terms.check(&brief).unwrap().outlook(topic);
            prop_assert_eq!(outlook.len(), outcomes.len());
            for (outcome, outlook) in outcomes.into_iter().zip(outlook) {
                prop_assert_eq!((&outlook.answer, outlook.both), (&outcome.answer, outcome.both));
                prop_assert!(outlook.passes || outcome.verdict != Verdict::Take);
                let answered = with_answer(&case, topic, json!(outcome.answer)).appraisal();
                prop_assert_eq!(outcome.verdict, answered.verdict, "{:?} {:?}", topic, outcome.answer);
                prop_assert_eq!(outcome.both, answered.odds.both, "{:?} {:?}", topic, outcome.answer);
            }
        }
    }

    #[test]
    fn affordable_services_are_a_yes_by_themselves(case in case()) {
        let (asked, terms) = read(&case);
        let bought = terms.check(&asked).unwrap().affordable_services();
        prop_assert!(bought.len() <= 3);
        for one in bought {
            let alone = case.with_brief(json!(one.brief)).appraisal();
            prop_assert_eq!(alone.verdict, Verdict::Take, "{:?}", one);
            prop_assert_eq!(alone.odds.both, Some(one.both));
            prop_assert_eq!((one.price.p50, one.price.p80), (alone.price.p50, alone.price.p80));
            prop_assert_eq!((one.weeks.p50, one.weeks.p80), (alone.weeks.p50, alone.weeks.p80));
            let money = |brief: &Brief| brief.budget.and_then(Budget::amount);
            prop_assert!(money(&one.brief) <= money(&asked));
            match (asked.deadline, one.brief.deadline) {
                (None, then) => prop_assert_eq!(then, Some(Deadline::Open)),
                (Some(asked), Some(then)) => prop_assert!(then.weeks() >= asked.weeks()),
                (Some(_), None) => prop_assert!(false),
            }
            let want = Want::Service { service: one.service.clone() };
            prop_assert_eq!(&one.brief.wishes[0].want, &want);
            let wish = asked.wishes.iter().find(|wish| wish.want == want);
            let is_other = wish.is_none_or(|wish| {
                asked.wishes.len() > 1 && wish.serves_purpose != Some(false)
            });
            prop_assert!(is_other);
            for kind in CareKind::ALL {
                let said = asked.care[kind].by.or(Some(CareOwner::Client));
                prop_assert_eq!(one.brief.care[kind].by, said);
            }
        }
    }

    #[test]
    fn the_price_of_an_addition_is_the_difference_of_two_prices(case in case()) {
        let (brief, terms) = read(&case);
        if case.wishes().is_empty() {
            return Ok(());
        }
        let usual = settled(&case, &brief);
        let before = usual.appraisal().price;
        prop_assert!((ballpark(&brief, &terms).price.0 - before.p50).abs() <= 1e-9 * before.p50);
        // By the hour and as a gift there is no price to solve for.
        let has_price = terms.smallest.is_none() && matches!(brief.budget, None | Some(Budget::Fixed(_)));
        for added in add_on_prices(&brief, &terms) {
            let mut wishes = case.wishes();
            wishes.push(json!({ "service": added.service }));
            let after = usual.with("wishes", json!(wishes)).appraisal().price;
            let near = |got: f64, from: f64, to: f64| (got - (to - from)).abs() <= 1e-9 * to.abs();
            prop_assert!(near(added.price.0, before.p50, after.p50), "{:?}", added);
            // Of the two upper ends each has its own odds, which differ a little, and is rounded.
            let mut more = brief.clone();
            more.wishes.push(Wish::new(Want::Service { service: added.service.clone() }));
            let (with, without) = (ballpark(&more, &terms), ballpark(&brief, &terms));
            let difference = with.price.1 - without.price.1;
            let is_near = (added.price.1 - difference).abs() <= 0.25 * with.price.1 + 1.0;
            prop_assert!(!has_price || is_near, "{:?} {}", added, difference);
        }
    }

    #[test]
    fn the_ballpark_is_a_yes_once_all_else_is_as_assumed(case in case()) {
        let (brief, terms) = read(&case);
        let is_price = matches!(brief.budget, None | Some(Budget::Fixed(_)));
        prop_assume!(is_price && !brief.wishes.is_empty());
        let figures = ballpark(&brief, &terms);
        let (mut asked, _) = read(&settled(&case, &brief));
        let open = Brief { budget: None, deadline: None, ..asked.clone() };
        // The upper ends are only typical if no money and no date suffice.
        prop_assume!(sufficient(&open, &terms, &appraise(&open, &terms).unwrap()).is_some());
        asked.budget = Some(Budget::fixed(figures.price.1));
        asked.deadline = Some(match brief.deadline {
            Some(Deadline::Open) => Deadline::Open,
            Some(said) => said.with_weeks(figures.weeks.1),
            None => Deadline::within(figures.weeks.1),
        });
        let appraisal = appraise(&asked, &terms).unwrap();
        prop_assert!(appraisal.odds.both >= Some(appraisal.confidence), "{:?} {:?}", figures, appraisal.odds);
    }

    #[test]
    fn no_change_makes_no_difference(case in case()) {
        let (brief, terms) = read(&case);
        let change = terms.check(&brief).unwrap().change_effect(&brief).unwrap();
        let differences = json!([change.hours, change.money, change.weeks]).to_string();
        prop_assert_eq!(differences, "[0.0,0.0,0.0]");
        prop_assert_eq!(change.odds, case.appraisal().odds);
    }

    #[test]
    fn a_change_makes_the_difference_of_its_figures(case in case(), wish in 0..6_usize) {
        let mut case = case;
        case.terms["confidence"] = json!(0.8);
        case.brief.as_object_mut().unwrap().remove("sofar");
        if case.brief["relationship"] == "friend" || case.brief["ours"]["doubt"] == true {
            return Ok(());
        }
        let mut wishes = case.wishes();
        wishes.push(json!({ "service": format!("s{wish}"), "priority": "must" }));
        let wanted = case.with("wishes", json!(wishes));
        let ((agreed, terms), (now, _)) = (read(&case), read(&wanted));
        let change = terms.check(&agreed).unwrap().change_effect(&now).unwrap();
        let (before, after) = (case.appraisal(), wanted.appraisal());
        let near = |got: f64, then: f64, now: f64| (got - (now - then)).abs() <= 1e-9 * now.abs();
        prop_assert!(near(change.hours, before.hours.p80, after.hours.p80));
        prop_assert!(near(change.money, before.price.p80, after.price.p80));
        prop_assert!(near(change.weeks, before.weeks.p80, after.weeks.p80));
        prop_assert_eq!(change.odds, after.odds);
        for offer in change.offers {
            let odds = case.with_brief(json!(offer.brief)).appraisal().odds;
            prop_assert!(odds.both >= Some(0.8), "{offer:?}");
        }
    }

    #[test]
    fn the_agreement_states_the_answers_of_the_brief(case in case()) {
        let (brief, terms) = read(&case);
        let clauses = terms.check(&brief).unwrap().agreement();
        let ids: Vec<Value> = clauses.iter().map(|clause| json!(clause)["id"].clone()).collect();
        let there = |id: &str| ids.contains(&json!(id));
        prop_assert!(there("scope") && there("changes") && there("rounds") && there("decider"));
        let gift = case.brief.pointer("/budget/gift").is_some();
        prop_assert!(there("gift-ends") == gift && there("hand-over") != gift);
        prop_assert_eq!(there("third-party"), case.brief["conditions"]["depends"] == true);
        prop_assert_eq!(there("date"), case.brief.pointer("/deadline/weeks").is_some());
        for clause in &clauses {
            match clause {
                Clause::Scope { wishes } => prop_assert_eq!(wishes.len(), brief.wishes.len()),
                Clause::Price { budget, payments } if !payments.is_empty() => {
                    let sum: f64 = payments.iter().map(|payment| payment.money).sum();
                    let paid = brief.so_far.map_or(0.0, |so_far| so_far.paid);
                    let left = (budget.amount().unwrap() - paid).max(0.0);
                    prop_assert!((sum - left).abs() <= 1e-9 * left);
                    prop_assert!(payments.is_sorted_by(|a, b| a.week <= b.week));
                }
                _ => {}
            }
        }
    }
}
