//! The triangle: money, time and scope, what is given as a share of what is needed.

use crate::appraise::scenario::{self, Item, Scenario};
use crate::math::smallest;
use crate::model::{Brief, Budget, Deadline, Quantiles, Triangle};

/// In how many steps the shares of the scope are gone through.
const STEPS: u32 = 16;

/// How exact the share of the scope is.
const CLOSE: f64 = 1e-5;

/// Returns what is given as a share of what is needed at the confidence: 1 or more is enough. `price`
/// and `weeks` are those of the answer.
pub(crate) fn triangle(
    brief: &Brief,
    scenario: &Scenario,
    items: &[Item],
    price: Quantiles,
    weeks: Quantiles,
) -> Triangle {
    let job = scenario.job();
    let share = |given: f64, needed: f64| (needed > 0.0).then(|| given / needed);
    let confidence = scenario.confidence;
    let money = scenario.budget.and_then(|budget| {
        share(
            budget.over(scenario.terms.care_months)?,
            job.price_at(confidence, price),
        )
    });
    let time = scenario.deadline.and_then(|deadline| match deadline {
        Deadline::Open => None,
        Deadline::Weeks { weeks: given, .. } => share(given, job.weeks_at(confidence, weeks)),
    });
    Triangle {
        money,
        time,
        scope: scope(brief, scenario, items),
    }
}

/// The largest share of the wishes' hours that reaches the confidence, with overhead and care
/// unchanged: 0 where none does. None where nothing is wished for, or neither budget nor deadline was said.
fn scope(brief: &Brief, scenario: &Scenario, items: &[Item]) -> Option<f64> {
    let odds = |share: f64| {
        let mut shared = items.to_vec();
        for item in &mut shared {
            item.each = item.each.times(share);
        }
        let work = scenario::work(scenario.terms, &brief.promises, &shared);
        scenario.with_work(work).job().both()
    };
    if items.is_empty() {
        return None;
    }
    let reaches = |share: f64| odds(share).is_some_and(|odds| odds >= scenario.confidence);
    if odds(1.0)? >= scenario.confidence {
        return Some(1.0);
    }
    let by_the_hour = matches!(scenario.budget, Some(Budget::Hourly { .. }));
    if by_the_hour && scenario.unpaid_care() > 0.0 {
        return Some(from_above(reaches));
    }
    if !reaches(0.0) {
        return Some(0.0);
    }
    // Odds fall as the share grows, so the largest share is looked for as the least of its inverse.
    let inverse = smallest(scenario.confidence, 1.5, &|inverse| {
        odds(1.0 / inverse).unwrap_or(0.0)
    });
    Some(inverse.map_or(0.0, |inverse| 1.0 / inverse))
}

/// The largest share that reaches, where less work is not always surer: by the hour it also pays
/// for less of the unpaid care. The shares are gone through from above, and the border is looked
/// for below the last that does not reach.
fn from_above(reaches: impl Fn(f64) -> bool) -> f64 {
    let share = |step: u32| 1.0 - f64::from(step) / f64::from(STEPS);
    let Some(step) = (1..=STEPS).find(|step| reaches(share(*step))) else {
        return 0.0;
    };
    let (mut enough, mut too_much) = (share(step), share(step - 1));
    while too_much - enough > CLOSE {
        let middle = (enough + too_much) / 2.0;
        if reaches(middle) {
            enough = middle
        } else {
            too_much = middle
        }
    }
    enough
}
