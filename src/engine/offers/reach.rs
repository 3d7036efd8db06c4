//! Reach: whether more money, a later date or both would do without going too far from what was asked.

use super::super::bounds::{MOST_MONEY, MOST_WEEKS};
use super::super::defaults::GRACE_WEEKS;
use super::super::job::Job;
use super::super::scene::Scene;
use super::super::{Budget, Deadline, Stretch};
use super::needed::{Corners, Needed, changed, same_odds};

/// The highest amount and the latest date within reach. None where nothing was said, or there is
/// nothing to raise and no date.
fn farthest(scene: &Scene) -> Needed {
    let Stretch { money, time } = scene.terms.stretch;
    let amount = scene.budget.and_then(Budget::amount);
    Needed {
        amount: amount.map(|amount| (money * amount).min(MOST_MONEY)),
        weeks: match scene.deadline {
            Some(Deadline::Weeks(weeks)) => {
                Some((time * weeks).max(weeks + GRACE_WEEKS).min(MOST_WEEKS))
            }
            Some(Deadline::Open) | None => None,
        },
    }
}

/// Whether more money alone is within reach.
pub(crate) fn price(scene: &Scene, job: &Job) -> bool {
    let Needed { amount, .. } = farthest(scene);
    let weeks = None;
    amount.is_some() && changed(scene, job, Needed { amount, weeks }).reaches(scene.confidence)
}

/// Whether a later date alone is within reach.
pub(crate) fn date(scene: &Scene, job: &Job) -> bool {
    let Needed { weeks, .. } = farthest(scene);
    let amount = None;
    weeks.is_some() && changed(scene, job, Needed { amount, weeks }).reaches(scene.confidence)
}

/// Whether money and date together, each test at the same odds, are within reach: on the tests that
/// were said, each where it stays as asked.
pub(crate) fn both(scene: &Scene, job: &Job) -> bool {
    let farthest = farthest(scene);
    let job_there = changed(scene, job, farthest);
    if !job_there.reaches(scene.confidence) {
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
    let mut needed = same_odds(scene, job, Corners::Said, p);
    if money <= time {
        needed.amount = farthest.amount;
    } else {
        needed.weeks = farthest.weeks;
    }
    changed(scene, job, needed).reaches(scene.confidence)
}
