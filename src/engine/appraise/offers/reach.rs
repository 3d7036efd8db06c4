//! Reach: whether more money, a later date or both would do without going too far from what was asked.

use super::needed::{Corners, MoneyAndDate, changed, same_odds};
use crate::appraise::job::Job;
use crate::appraise::scenario::Scenario;
use crate::model::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::model::defaults::GRACE_WEEKS;
use crate::model::{Budget, Deadline, Stretch};

/// The highest amount and the latest date within reach. None where nothing was said, or there is
/// nothing to raise and no date.
fn farthest(scenario: &Scenario) -> MoneyAndDate {
    let Stretch { money, time, .. } = scenario.terms.stretch;
    let amount = scenario.budget.and_then(Budget::amount);
    MoneyAndDate {
        amount: amount.map(|amount| (money * amount).min(MOST_MONEY)),
        weeks: match scenario.deadline {
            Some(Deadline::Weeks { weeks, .. }) => {
                Some((time * weeks).max(weeks + GRACE_WEEKS).min(MOST_WEEKS))
            }
            Some(Deadline::Open) | None => None,
        },
    }
}

/// Returns `true` if more money alone is within reach.
pub(crate) fn price(scenario: &Scenario, job: &Job) -> bool {
    let MoneyAndDate { amount, .. } = farthest(scenario);
    let weeks = None;
    amount.is_some()
        && changed(scenario, job, MoneyAndDate { amount, weeks }).reaches(scenario.confidence)
}

/// Returns `true` if a later date alone is within reach.
pub(crate) fn date(scenario: &Scenario, job: &Job) -> bool {
    let MoneyAndDate { weeks, .. } = farthest(scenario);
    let amount = None;
    weeks.is_some()
        && changed(scenario, job, MoneyAndDate { amount, weeks }).reaches(scenario.confidence)
}

/// Whether money and date together, each test at the same odds, are within reach: on the tests that
/// were said, each where it stays as asked.
pub(crate) fn both(scenario: &Scenario, job: &Job) -> bool {
    let farthest = farthest(scenario);
    let job_there = changed(scenario, job, farthest);
    if !job_there.reaches(scenario.confidence) {
        return false;
    }
    // At the limit of one test the other need not go further than the same odds.
    let odds = job_there.odds();
    let (Some(money), Some(time)) = (odds.money, odds.time) else {
        return true;
    };
    let p = money.min(time);
    if p >= 1.0 {
        return true;
    }
    let mut needed = same_odds(scenario, job, Corners::Said, p);
    if money <= time {
        needed.amount = farthest.amount;
    } else {
        needed.weeks = farthest.weeks;
    }
    changed(scenario, job, needed).reaches(scenario.confidence)
}
