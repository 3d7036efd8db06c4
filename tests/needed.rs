//! What is called needed is enough: the answer agrees with itself.

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
    Appraisal, Brief, Budget, Deadline, Needed, Show, Terms, Verdict, appraise, enough,
};
use takeon::i18n::{Words, speak};

fn read(case: &Case) -> (Brief, Terms) {
    let terms = read_terms(&case.terms.to_string()).unwrap();
    let brief = read_brief(&case.brief.to_string(), &terms).unwrap();
    (brief, terms)
}

/// The budget of an amount, in the deal that was said; a fixed price where none was.
fn with_money(budget: Option<Budget>, money: f64) -> Budget {
    match budget {
        Some(Budget::Gift { months, .. }) => Budget::Gift {
            hours: Some(money),
            months,
        },
        _ => budget.unwrap_or(Budget::fixed(0.0)).with_amount(money),
    }
}

/// The brief with exactly this money and date.
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

/// The first number of an English text.
fn number(text: &str) -> f64 {
    let digits = text.chars().skip_while(|c| !c.is_ascii_digit());
    let digits = digits.take_while(|c| c.is_ascii_digit() || ",.".contains(*c));
    digits
        .filter(|c| *c != ',')
        .collect::<String>()
        .parse()
        .unwrap()
}

/// Whether nothing but money and time could stand in the way.
fn is_free(answer: &Appraisal) -> bool {
    answer.stops.is_empty() && answer.promises.broken.is_empty()
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn whoever_gives_what_is_enough_is_told_yes(case in case()) {
        let (brief, terms) = read(&case);
        let answer = appraise(&brief, &terms).unwrap();
        prop_assert!(answer.needed.is_some() || enough(&brief, &terms, &answer).is_none());
        if let Some(enough) = enough(&brief, &terms, &answer).filter(|_| is_free(&answer)) {
            let raised = appraise(&given(&brief, enough), &terms).unwrap();
            prop_assert_eq!(raised.leaning, Some(Verdict::Take), "{:?}", enough);
            prop_assert!(raised.odds.both >= Some(answer.confidence));
            let needed = answer.needed.unwrap();
            prop_assert_eq!(needed.money.is_some(), enough.money.is_some());
            prop_assert_eq!(needed.weeks.is_some(), enough.weeks.is_some());
        }
    }

    #[test]
    fn whoever_gives_what_is_said_to_be_enough_is_told_yes(case in case()) {
        let (brief, terms) = read(&case);
        let answer = appraise(&brief, &terms).unwrap();
        let words = Words::new("en", None, Box::new(Plain::of("en"))).showing(Show::Prices);
        let (money, weeks) = speak::needed_of(&words, &terms, &brief, &answer);
        let Some(enough) = enough(&brief, &terms, &answer).filter(|_| is_free(&answer)) else {
            return Ok(());
        };
        // What the visitor typed is not typed again as it is shown.
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
}
