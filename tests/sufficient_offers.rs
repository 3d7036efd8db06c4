//! Consistency of an answer: sufficient figures suffice, offers are sensible, and assumptions count
//! against nobody.

#![allow(clippy::unwrap_used)]
#![allow(clippy::disallowed_methods, reason = "the last bits do not matter")]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;
#[path = "common/numbers.rs"]
mod numbers;

use common::{Case, case, cases};
use numbers::Plain;
use proptest::prelude::*;
use takeon::config::{read_brief, read_terms};
use takeon::engine::{
    Appraisal, Brief, Budget, CareKind, Change, Conditions, Deadline, Estimate, Needed, OfferKind,
    PerCareKind, PriceDisplay, Reason, Service, Team, Terms, Verdict, Want, Wish, appraise,
    defaults, is_yes_once_settled, need_in_head, settled_needs, sufficient,
};
use takeon::i18n::{Words, speak};

/// Terms of the ready-made web studio.
const WEB_STUDIO: &str = include_str!("../static/terms/web-studio.json");

fn read(case: &Case) -> (Brief, Terms) {
    let terms = read_terms(&case.terms.to_string()).unwrap();
    let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
    (brief, terms)
}

/// Returns the budget of an amount, in the given deal, by default a fixed price.
fn with_money(budget: Option<Budget>, money: f64) -> Budget {
    match budget {
        Some(Budget::Gift { months, .. }) => Budget::Gift {
            hours: Some(money),
            months,
        },
        _ => budget.unwrap_or(Budget::fixed(0.0)).with_amount(money),
    }
}

/// Returns the brief with exactly this money and date.
fn given(brief: &Brief, needed: Needed) -> Brief {
    let mut brief = brief.clone();
    if let Some(money) = needed.money {
        brief.budget = Some(with_money(brief.budget, money));
    }
    if let Some(weeks) = needed.weeks {
        let asked = brief.deadline;
        brief.deadline =
            Some(asked.map_or(Deadline::within(weeks), |asked| asked.with_weeks(weeks)));
    }
    brief
}

/// Returns the first number of an English text.
fn number(text: &str) -> f64 {
    let digits = text.chars().skip_while(|c| !c.is_ascii_digit());
    let digits = digits.take_while(|c| c.is_ascii_digit() || ",.".contains(*c));
    digits
        .filter(|c| *c != ',')
        .collect::<String>()
        .parse()
        .unwrap()
}

/// Returns `true` if only money and time can prevent a yes.
fn is_free(answer: &Appraisal) -> bool {
    answer.stops.is_empty() && answer.promises.broken.is_empty()
}

#[test]
fn a_brief_of_a_wish_and_the_money_and_date_called_needed_is_a_yes() {
    let json: serde_json::Value = serde_json::from_str(WEB_STUDIO).unwrap();
    let terms = read_terms(&json["terms"].to_string()).unwrap();
    let words = Words::new("en", None, Box::new(Plain::of("en"))).showing(PriceDisplay::Prices);
    let mut raised_briefs = 0;
    for service in &terms.services {
        for money in [
            None,
            Some(500.0),
            Some(2000.0),
            Some(5000.0),
            Some(20_000.0),
        ] {
            for weeks in [2.0, 8.0, 20.0, f64::INFINITY] {
                let brief = Brief {
                    wishes: Wish::only(Want::Service {
                        service: service.id.clone(),
                    }),
                    budget: money.map(Budget::fixed),
                    deadline: Some(Deadline::within(weeks)),
                    ..Brief::default()
                };
                let answer = appraise(&brief, &terms).unwrap();
                let needed = need_in_head(&brief, &terms, &answer, words.show());
                let is_no = matches!(answer.verdict, Verdict::Reshape | Verdict::Decline);
                let Some(needed) = needed.filter(|_| is_no) else {
                    continue;
                };
                let raised = given(&brief, needed);
                let answer = appraise(&raised, &terms).unwrap();
                assert!(
                    answer.verdict == Verdict::Take || is_yes_once_settled(&raised, &answer),
                    "{service:?} for {money:?} within {weeks}: {needed:?}, {:?}",
                    answer.verdict
                );
                let more = settled_needs(&raised, &terms, &answer, words.show());
                let more = more.filter(|_| answer.verdict == Verdict::Take);
                assert_eq!(more, None, "{service:?} for {money:?} within {weeks}");
                raised_briefs += 1;
            }
        }
    }
    assert!(raised_briefs > 100);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn sufficient_figures_are_a_yes(case in case()) {
        let (brief, terms) = read(&case);
        let answer = appraise(&brief, &terms).unwrap();
        prop_assert!(answer.needed.is_some() || sufficient(&brief, &terms, &answer).is_none());
        if let Some(enough) = sufficient(&brief, &terms, &answer).filter(|_| is_free(&answer)) {
            let raised = appraise(&given(&brief, enough), &terms).unwrap();
            prop_assert_eq!(raised.leaning, Some(Verdict::Take), "{:?}", enough);
            prop_assert!(raised.odds.both >= Some(answer.confidence));
            let needed = answer.needed.unwrap();
            prop_assert_eq!(needed.money.is_some(), enough.money.is_some());
            prop_assert_eq!(needed.weeks.is_some(), enough.weeks.is_some());
        }
    }

    #[test]
    fn sufficient_figures_are_a_yes_as_they_are_displayed(case in case()) {
        let (brief, terms) = read(&case);
        let answer = appraise(&brief, &terms).unwrap();
        let words = Words::new("en", None, Box::new(Plain::of("en"))).showing(PriceDisplay::Prices);
        let speak::NeedInWords { money, weeks } =
            speak::needed_of(&words, &terms, &brief, &answer);
        let Some(enough) = sufficient(&brief, &terms, &answer).filter(|_| is_free(&answer)) else {
            return Ok(());
        };
        // A visitor's own text is not replaced by its formatted value.
        let asked = brief.deadline.map(Deadline::weeks);
        let own = brief.budget.and_then(Budget::amount);
        let shown = |text: Option<String>, own: Option<f64>, exact: Option<f64>| {
            let shown = text.as_deref().map(number);
            if own == exact { own } else { shown }
        };
        let shown = Needed {
            money: shown(money, own, enough.money),
            weeks: shown(weeks, asked, enough.weeks),
        };
        let raised = appraise(&given(&brief, shown), &terms).unwrap();
        prop_assert_eq!(raised.leaning, Some(Verdict::Take), "{:?} {:?}", shown, enough);
    }

    #[test]
    fn an_offer_within_reach_stays_within_the_stretch_of_the_terms(case in case()) {
        let (brief, terms) = read(&case);
        let answer = appraise(&brief, &terms).unwrap();
        // Reach is judged before a figure is rounded.
        let rounded = |most: f64| most * 1.01 + 0.01;
        for offer in answer.offers.iter().filter(|offer| offer.within) {
            let months = |budget: Budget| match budget {
                Budget::Monthly(_) => terms.care_months,
                _ => 1.0,
            };
            let most = brief.budget.and_then(|said| Some(said.most()? * months(said)));
            let money = offer.brief.budget.and_then(|now| Some(now.amount()? * months(now)));
            if let (Some(most), Some(money)) = (most, money) {
                prop_assert!(money <= rounded(most * terms.stretch.money.max(1.0)), "{offer:?}");
            }
            if let (Some(asked), Some(then)) = (brief.deadline, offer.brief.deadline) {
                let grace = defaults::GRACE_WEEKS + 2.0 * terms.schedule.wait;
                let farthest = (asked.weeks() * terms.stretch.time).max(asked.weeks() + grace);
                prop_assert!(then.weeks() <= farthest + 0.5, "{offer:?}");
            }
        }
    }

    #[test]
    fn no_offer_changes_a_missing_budget_or_date(case in case()) {
        let (brief, terms) = read(&case);
        for offer in appraise(&brief, &terms).unwrap().offers {
            if offer.kind == OfferKind::Discovery {
                continue;
            }
            for change in &offer.changes {
                if brief.deadline.is_none() {
                    prop_assert!(!matches!(change, Change::Deadline { .. }), "{offer:?}");
                }
                // Need of a yes; for an hourly deal, its likely total.
                if let Change::Budget { from: None, .. } = change {
                    prop_assert!(brief.budget.is_none() && !offer.within, "{offer:?}");
                }
            }
        }
    }

    #[test]
    fn missing_answers_are_never_a_reason(case in case()) {
        let (mut brief, terms) = read(&case);
        brief.conditions = Conditions::default();
        brief.care = PerCareKind::default();
        (brief.pay, brief.existing, brief.costs) = (None, None, None);
        let answer = appraise(&brief, &terms).unwrap();
        for reason in &answer.reasons {
            let is_accused = match reason {
                Reason::Care { said, .. }
                | Reason::Contact { said, .. }
                | Reason::Phases { said, .. }
                | Reason::Pay { said, .. } => *said,
                Reason::Content { .. }
                | Reason::Depends { .. }
                | Reason::Costs { .. }
                | Reason::Existing { .. }
                | Reason::Rounds { .. }
                | Reason::Stop { .. } => !matches!(reason, Reason::Stop { stop } if stop.is_internal()),
                _ => false,
            };
            prop_assert!(!is_accused, "{reason:?}");
        }
        let from_wishes_money_and_date = [
            "everything-is-a-must",
            "all-three-fixed",
            "musts-off-purpose",
            "mostly-off-purpose",
            "many-wishes-no-purpose",
            "promise-without-budget",
            "due-before-the-start",
            "wished-twice",
        ];
        for conflict in &answer.conflicts {
            prop_assert!(from_wishes_money_and_date.contains(&conflict.id), "{conflict:?}");
        }
    }

    #[test]
    fn an_offer_keeps_a_wish_that_serves_the_purpose(case in case()) {
        let (brief, terms) = read(&case);
        for offer in appraise(&brief, &terms).unwrap().offers {
            if offer.kind != OfferKind::Less {
                continue;
            }
            let serves = |brief: &Brief| brief.wishes.iter().any(|wish| serves(wish, brief, &terms));
            prop_assert!(serves(&offer.brief) || !serves(&brief), "{offer:?}");
        }
    }
}

/// Returns `true` if a wish serves the purpose.
fn serves(wish: &Wish, brief: &Brief, terms: &Terms) -> bool {
    let by_service = || match (&wish.want, &brief.purpose) {
        (Want::Service { service }, Some(purpose)) => {
            let serves = &terms.service(service).unwrap().serves;
            serves
                .as_ref()
                .is_none_or(|serves| serves.contains(purpose))
        }
        _ => true,
    };
    wish.serves_purpose.unwrap_or_else(by_service)
}

/// The reason of the money for a job of ten hours and some care, at a floor of 70 an hour.
fn money_of(budget: Budget) -> Option<Reason> {
    let mut logo = Service::new("logo", Estimate::bare(10.0));
    logo.care[CareKind::Help] = 4.0;
    let terms = Terms {
        floor_rate: 70.0,
        ..Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), vec![logo])
    };
    let brief = Brief {
        wishes: Wish::only(Want::Service {
            service: "logo".to_owned(),
        }),
        deadline: Some(Deadline::Open),
        budget: Some(budget),
        ..Brief::default()
    };
    let reasons = appraise(&brief, &terms).unwrap().reasons;
    reasons
        .into_iter()
        .find(|reason| matches!(reason, Reason::Budget { .. }))
}

#[test]
fn the_reason_for_too_small_a_gift_has_its_hours() {
    let gift = |hours| Budget::Gift {
        hours: Some(hours),
        months: None,
    };
    match money_of(gift(20.0)) {
        Some(Reason::Budget {
            money, pays_hours, ..
        }) => {
            assert_eq!((money, pays_hours), (1400.0, 20.0));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(money_of(gift(500.0)), None);
}

#[test]
fn a_low_rate_is_a_reason_along_with_unpaid_care() {
    let hourly = |rate| Budget::Hourly {
        rate: Some(rate),
        cap: None,
    };
    assert!(matches!(
        money_of(hourly(50.0)),
        Some(Reason::Budget {
            rate: Some(50.0),
            ..
        })
    ));
    assert_eq!(money_of(hourly(80.0)), None);
}
