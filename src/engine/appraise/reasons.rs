//! Reasons for an answer: the tests that are passed, or what stands in the way.

use crate::appraise::obstacles::obstacles;
use crate::appraise::scenario::Scenario;
use crate::model::{Appraisal, Brief, Deadline, Flag, Odds, Pay, Quantiles, Reason, Verdict};
use crate::record::spoken_tenths;

/// Figures of an answer, from which its reasons are derived.
pub(crate) struct Figures {
    /// The answer.
    pub verdict: Verdict,
    /// Chance of passing each test.
    pub odds: Odds,
    /// Conditions of the brief that the shop never accepts.
    pub stops: Vec<Flag>,
    /// Ids of the promises that nobody can keep.
    pub broken: Vec<String>,
    /// Work, in person-hours.
    pub hours: Quantiles,
    /// Work and unpaid care together, in person-hours.
    pub total: Quantiles,
    /// Likely person-hours of unpaid care over the care months.
    pub care_hours: f64,
    /// Weeks to delivery, counted from the same day as the deadline; without one, from today.
    pub weeks: Quantiles,
    /// Fixed price that pays, in the terms' currency.
    pub price: Quantiles,
}

/// Returns the reasons for an answer, given its figures.
///
/// Promises, stops, a share and a job that is too small have no number and come first. The reasons
/// for `take` are the tests that hold.
pub(crate) fn reasons(brief: &Brief, scenario: &Scenario, figures: &Figures) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for stop in &figures.stops {
        reasons.push(Reason::Stop { stop: *stop });
    }
    for promise in &figures.broken {
        let promise = promise.clone();
        reasons.push(Reason::Promise { promise });
    }
    let job = scenario.job();
    if scenario.is_share() {
        reasons.push(Reason::Pay {
            lift: None,
            pay: Pay::Share,
            unpaid: 0.0,
            said: true,
        });
    }
    if let (Some(smallest), Some(money)) = (job.missed_minimum(), job.brings()) {
        reasons.push(Reason::Smallest {
            money: job.quoted(money),
            smallest: job.quoted(smallest),
        });
    }
    if figures.verdict == Verdict::Take {
        passed_tests(brief, figures, &mut reasons);
    } else {
        obstacles(brief, scenario, &job, figures, &mut reasons);
    }
    reasons
}

/// Adds the tests that are passed.
fn passed_tests(brief: &Brief, figures: &Figures, reasons: &mut Vec<Reason>) {
    if let Some(odds) = figures.odds.time {
        reasons.push(Reason::TimeHolds {
            odds,
            p80: figures.weeks.p80,
            weeks: brief
                .deadline
                .map(Deadline::weeks)
                .filter(|weeks| weeks.is_finite()),
        });
    }
    if let Some(odds) = figures.odds.money {
        let p80 = figures.price.p80;
        reasons.push(Reason::MoneyHolds { odds, p80 });
    }
    let count = brief.promises.len();
    if count > 0 {
        reasons.push(Reason::PromisesHold { count });
    }
}

/// Returns the odds in tenths now, and with a reason settled. `None` if they are the same.
pub fn lifted_tenths(appraisal: &Appraisal, reason: &Reason) -> Option<(u8, u8)> {
    let (both, lift) = (appraisal.odds.both?, reason.lift()?);
    // The lift may be that of one test alone: both hold no more often than the other test.
    let other = match reason {
        Reason::Budget { .. } | Reason::Care { .. } | Reason::Pay { .. } | Reason::Costs { .. } => {
            appraisal.odds.time
        }
        Reason::Deadline { .. } | Reason::LeastWeeks { .. } | Reason::Depends { .. } => {
            appraisal.odds.money
        }
        _ => None,
    };
    let settled = (both + lift).min(other.unwrap_or(1.0));
    let (from, to) = (spoken_tenths(both), spoken_tenths(settled));
    (from < to).then_some((from, to))
}
