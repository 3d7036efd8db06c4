//! Reasons: what stands in the way, and what each is worth repaired alone.

use crate::appraise::figures::Figures;
use crate::appraise::job::{Job, Pace};
use crate::appraise::scenario::Scenario;
use crate::math::insert;
use crate::model::{Brief, Budget, Contact, Deadline, Odds, Reason, Terms, Verdict};

/// A reason is worth naming from this gain in odds on.
const LEAST_LIFT: f64 = 0.02;

/// Returns the reasons for an answer whose figures are known.
///
/// Promises and stops have no number and come first. For `take` they are the tests that hold.
pub(crate) fn reasons(
    brief: &Brief,
    terms: &Terms,
    scenario: &Scenario,
    known: &Figures,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for stop in &known.stops {
        reasons.push(Reason::Stop { stop: *stop });
    }
    for promise in &known.broken {
        let promise = promise.clone();
        reasons.push(Reason::Promise { promise });
    }
    if known.verdict == Verdict::Take {
        what_holds(brief, known, &mut reasons);
    } else {
        obstacles(terms, scenario, known, &mut reasons);
    }
    reasons
}

/// Adds the tests that hold.
fn what_holds(brief: &Brief, known: &Figures, reasons: &mut Vec<Reason>) {
    if let Some(odds) = known.odds.time {
        reasons.push(Reason::TimeHolds {
            odds,
            p80: known.weeks.p80,
            weeks: brief
                .deadline
                .map(Deadline::weeks)
                .filter(|weeks| weeks.is_finite()),
        });
    }
    if let Some(odds) = known.odds.money {
        let p80 = known.price.p80;
        reasons.push(Reason::MoneyHolds { odds, p80 });
    }
    let count = brief.promises.len();
    if count > 0 {
        reasons.push(Reason::PromisesHold { count });
    }
}

/// Adds each obstacle that is worth repairing alone, the largest lift first.
fn obstacles(terms: &Terms, scenario: &Scenario, known: &Figures, reasons: &mut Vec<Reason>) {
    let job = scenario.job();
    let now = known.odds;
    let mut add = |reason: Reason| {
        if reason.lift() >= Some(LEAST_LIFT) {
            insert(reasons, reason, |a, b| {
                b.lift().is_some() && a.lift() > b.lift()
            });
        }
    };
    // The hours that a price pays for at the floor rate.
    let total = |price: f64| {
        if terms.floor_rate > 0.0 {
            price / terms.floor_rate
        } else {
            0.0
        }
    };
    if let Some(budget) = scenario.budget
        && let Some(money) = budget.over(terms.care_months)
    {
        add(Reason::Budget {
            lift: gain(now, unlimited(&job, budget)),
            money,
            pays_hours: total(money),
            total_p50: total(known.price.p50),
            total_p80: total(known.price.p80),
        });
    }
    if let Some(Deadline::Weeks { weeks, .. }) = scenario.deadline {
        add(Reason::Deadline {
            lift: gain(now, job.due(Some(Deadline::Open)).odds()),
            weeks,
            p50: known.weeks.p50,
            p80: known.weeks.p80,
        });
    }
    if scenario.unpaid_care() > 0.0 {
        add(Reason::Care {
            lift: gain(now, scenario.care_paid().job().odds()),
            kinds: scenario.unpaid_kinds(),
            hours: known.care_hours,
            work_p50: known.hours.p50,
            months: terms.care_months,
            said: true,
        });
    }
    let with = |pace: Pace| gain(now, scenario.with_pace(pace).job().odds());
    if scenario.pace.content_ready == Some(false) {
        add(Reason::Content {
            lift: with(Pace {
                content_ready: Some(true),
                ..scenario.pace
            }),
            weeks: terms.content_wait.median,
        });
    }
    if scenario.pace.contact != Some(Contact::Daily) {
        add(Reason::Contact {
            lift: with(Pace {
                contact: Some(Contact::Daily),
                ..scenario.pace
            }),
            contact: scenario.pace.contact,
            said: scenario.pace.contact.is_some(),
        });
    }
    if scenario.pace.phased != Some(true) {
        add(Reason::Phases {
            lift: with(Pace {
                phased: Some(true),
                ..scenario.pace
            }),
            said: scenario.pace.phased.is_some(),
        });
    }
}

/// The odds with no limit to the budget.
fn unlimited(job: &Job, budget: Budget) -> Odds {
    let limitless = match budget {
        Budget::Hourly { .. } => Budget::HOURLY,
        _ => Budget::fixed(f64::INFINITY),
    };
    job.paid(Some(limitless)).odds()
}

/// The largest gain of any of the odds.
fn gain(now: Odds, then: Odds) -> f64 {
    let gain = |now: Option<f64>, then: Option<f64>| match (now, then) {
        (Some(now), Some(then)) => then - now,
        _ => 0.0,
    };
    gain(now.both, then.both)
        .max(gain(now.time, then.time))
        .max(gain(now.money, then.money))
}
