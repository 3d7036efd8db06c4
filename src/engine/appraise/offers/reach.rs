//! Reach: more money, a later date or both that suffice without going too far from the request.

use crate::appraise::job::Job;
use crate::appraise::scenario::Scenario;
use crate::appraise::solver::{self, MoneyAndDate, Tests, changed, deal_or_fixed, same_odds};
use crate::model::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::model::defaults::GRACE_WEEKS;
use crate::model::{Budget, Deadline};

/// Largest multiple of the client's money that an offer may take; more is no help to either side.
/// Assumption.
pub(crate) const MOST_TIMES: f64 = 4.0;

/// Returns the highest amount and the latest date within reach. `None` for those without an answer,
/// money that cannot be raised and an open date.
fn farthest(scenario: &Scenario, job: &Job) -> MoneyAndDate {
    let stretch = scenario.terms.stretch;
    let money = stretch.money.min(MOST_TIMES);
    let budget = scenario.budget().filter(|_| !scenario.is_share());
    let rate = solver::rate(scenario, job).filter(|rate| match scenario.deal {
        Some(Budget::Hourly {
            rate: Some(asked), ..
        }) => *rate <= money * asked,
        _ => true,
    });
    MoneyAndDate {
        rate,
        amount: budget
            .and_then(Budget::most)
            .map(|amount| (money * amount).min(MOST_MONEY)),
        weeks: match scenario.deadline {
            Some(Deadline::Weeks { weeks, .. }) => {
                let grace = GRACE_WEEKS + 2.0 * scenario.terms.schedule.wait;
                Some((stretch.time * weeks).max(weeks + grace).min(MOST_WEEKS))
            }
            Some(Deadline::Open) | None => None,
        },
    }
}

/// Returns `true` if the tests that have an answer are passed with this money and date, by a job
/// that is not too small.
fn suffices(scenario: &Scenario, job: &Job, given: MoneyAndDate) -> bool {
    let job = changed(scenario, job, given);
    !job.is_too_small() && job.reaches(scenario.confidence)
}

/// Returns `true` if more money alone is within reach.
pub(crate) fn price(scenario: &Scenario, job: &Job) -> bool {
    let farthest = farthest(scenario, job);
    let money = MoneyAndDate {
        weeks: None,
        ..farthest
    };
    (money.amount.is_some() || money.rate.is_some()) && suffices(scenario, job, money)
}

/// Returns `true` if a later date alone is within reach.
pub(crate) fn date(scenario: &Scenario, job: &Job) -> bool {
    let MoneyAndDate { weeks, .. } = farthest(scenario, job);
    let later = MoneyAndDate {
        weeks,
        ..MoneyAndDate::default()
    };
    weeks.is_some() && suffices(scenario, job, later)
}

/// Returns `true` if money and date together, each test at the same odds, are within reach: for the
/// tests that have an answer, neither below it.
pub(crate) fn both(scenario: &Scenario, job: &Job) -> bool {
    let farthest = farthest(scenario, job);
    if !suffices(scenario, job, farthest) {
        return false;
    }
    if farthest.amount.is_none() || farthest.weeks.is_none() {
        return true;
    }
    // At the limit of one test the other need not go further than the same odds.
    let odds = changed(scenario, job, farthest).odds_if_paid();
    let (Some(money), Some(time)) = (odds.money, odds.time) else {
        return true;
    };
    let p = money.min(time);
    if p >= 1.0 {
        return true;
    }
    let mut needed = same_odds(scenario, job, Tests::Answered, p);
    if money <= time {
        needed.amount = farthest.amount;
    } else {
        needed.weeks = farthest.weeks;
        let least = job.least_amount(deal_or_fixed(scenario));
        needed.amount = needed
            .amount
            .or(job.budget.and_then(Budget::amount))
            .map(|amount| amount.max(least));
    }
    suffices(scenario, job, needed)
}
