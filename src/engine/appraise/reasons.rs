//! Reasons: obstacles, and the gain from repairing each of them alone.

use crate::appraise::figures::Figures;
use crate::appraise::job::Job;
use crate::appraise::pace::Pace;
use crate::appraise::scenario::{self, Scenario};
use crate::appraise::solver::unlimited;
use crate::math::insert;
use crate::model::{
    Brief, Budget, CareKind, Contact, Deadline, Existing, Odds, Pay, Payer, Reason, Verdict,
};

/// Least gain in odds for a reason to be worth naming.
const LEAST_LIFT: f64 = 0.02;

/// Share of the work from which unpaid care is worth naming, whatever the gain. Assumption.
const LEAST_CARE: f64 = 0.25;

/// Returns the reasons for an answer, given its figures.
///
/// Promises, stops, a share and a job that is too small have no number and come first. The reasons
/// for `take` are the tests that hold.
pub(crate) fn reasons(brief: &Brief, scenario: &Scenario, known: &Figures) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for stop in &known.stops {
        reasons.push(Reason::Stop { stop: *stop });
    }
    for promise in &known.broken {
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
    if known.verdict == Verdict::Take {
        what_holds(brief, known, &mut reasons);
    } else {
        obstacles(brief, scenario, &job, known, &mut reasons);
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

/// Adds the obstacles that are worth repairing alone, in descending order of lift.
fn obstacles(
    brief: &Brief,
    scenario: &Scenario,
    job: &Job,
    known: &Figures,
    reasons: &mut Vec<Reason>,
) {
    let terms = scenario.terms;
    let now = known.odds;
    let mut add = |reason: Reason, always: bool| {
        if always || reason.lift() >= Some(LEAST_LIFT) {
            insert(reasons, reason, |a, b| {
                b.lift().is_some() && a.lift() > b.lift()
            });
        }
    };
    let with = |change: &dyn Fn(&mut Scenario)| {
        let mut changed = *scenario;
        change(&mut changed);
        gain(now, changed.job().odds())
    };
    if let Some(budget) = scenario.budget().filter(|_| !scenario.is_share())
        && let Some(money) = money_of(budget, scenario, job)
    {
        // The cost of a bid is a reason of its own, known only to the shop.
        let pays_hours = job.pays_hours().unwrap_or(0.0);
        let rate = job.low_rate(budget);
        add(
            Reason::Budget {
                lift: gain(now, well_paid(job, budget).odds()),
                money,
                rate: rate.map(|rate| job.quoted(rate)),
                pays_hours,
                total_p50: known.total.p50,
                total_p80: known.total.p80,
            },
            // With unpaid care, neither a better rate nor paid care suffices alone.
            rate.is_some() && scenario.unpaid_care() > 0.0,
        );
    }
    if let Some(Deadline::Weeks { weeks, .. }) = scenario.deadline {
        add(
            Reason::Deadline {
                lift: gain(now, job.with_deadline(Some(Deadline::Open)).odds()),
                weeks,
                p50: known.weeks.p50,
                p80: known.weeks.p80,
            },
            false,
        );
        if scenario.load.least_weeks > 0.0 {
            add(
                Reason::LeastWeeks {
                    lift: with(&|changed| changed.load.least_weeks = 0.0),
                    weeks: scenario.load.least_weeks,
                },
                false,
            );
        }
    }
    let unpaid = scenario.unpaid_care();
    if unpaid > 0.0 {
        let kinds = scenario.unpaid_kinds();
        let is_said = |kind: &CareKind| scenario.owners[*kind].is_some();
        add(
            Reason::Care {
                lift: gain(now, scenario.care_paid().job().odds()),
                said: kinds.iter().all(is_said),
                kinds,
                hours: known.care_hours,
                work_p50: known.hours.p50,
                months: scenario.months(),
            },
            unpaid >= LEAST_CARE * job.whole_effort_quantile(0.5),
        );
    }
    let pace = scenario.pace;
    let paced = |pace: Pace| gain(now, scenario.with_pace(pace).job().odds());
    if pace.content_ready == Some(false) {
        let lift = paced(Pace {
            content_ready: Some(true),
            ..pace
        });
        let weeks = terms.content_wait.median;
        add(Reason::Content { lift, weeks }, false);
    }
    if pace.depends == Some(true) {
        let lift = paced(Pace {
            depends: Some(false),
            ..pace
        });
        let weeks = terms.depend_wait.median;
        add(Reason::Depends { lift, weeks }, false);
    }
    if pace.contact != Some(Contact::Daily) {
        let lift = paced(Pace {
            contact: Some(Contact::Daily),
            ..pace
        });
        let said = pace.contact.is_some();
        let contact = pace.contact;
        add(
            Reason::Contact {
                lift,
                contact,
                said,
            },
            false,
        );
    }
    if pace.phased != Some(true) {
        let lift = paced(Pace {
            phased: Some(true),
            ..pace
        });
        let said = pace.phased.is_some();
        add(Reason::Phases { lift, said }, false);
    }
    if scenario.is_unseen() {
        let lift = with(&|changed| changed.existing = Some(Existing::Seen));
        add(Reason::Existing { lift }, false);
    }
    let (unpaid, _) = scenario.risk();
    if unpaid > 0.0 && !scenario.is_share() {
        add(
            Reason::Pay {
                lift: Some(with(&|changed| changed.pay_in_advance())),
                pay: scenario.pay.unwrap_or(Pay::Deposit),
                unpaid,
                said: scenario.pay.is_some(),
            },
            false,
        );
    }
    if scenario.is_dear_to_get() {
        let rivals = brief.ours.rivals.unwrap_or(crate::model::Rivals::None);
        add(
            Reason::Bid {
                lift: with(&|changed| changed.bid = 0.0),
                hours: scenario.bid,
                chance: terms.wins.against(rivals),
            },
            true,
        );
    }
    if scenario.costs() > 0.0 {
        add(
            Reason::Costs {
                lift: with(&|changed| changed.payer = Some(Payer::Client)),
                money: scenario.costs(),
            },
            false,
        );
    }
    if let Some(rounds) = brief.conditions.rounds.and_then(|rounds| rounds.count())
        && rounds > terms.rounds.included
    {
        let mut brief = brief.clone();
        brief.conditions.rounds = None;
        let items = scenario::items(&brief, terms);
        let load = scenario::load(terms, &brief.promises, &items);
        add(
            Reason::Rounds {
                lift: with(&|changed| changed.load = load),
                rounds,
                included: terms.rounds.included,
            },
            false,
        );
    }
}

/// Returns the money of the obstacle, as the client quoted it: the limit, or for an hourly deal
/// below the floor rate its median total. For a gift, the cost of its hours.
fn money_of(budget: Budget, scenario: &Scenario, job: &Job) -> Option<f64> {
    let limited = match budget {
        Budget::Gift { hours, .. } => hours.map(|hours| job.quoted(hours * job.floor())),
        _ => budget.over(scenario.terms.care_months),
    };
    let is_low = job.low_rate(budget).is_some();
    limited.or_else(|| {
        job.brings()
            .filter(|_| is_low)
            .map(|money| job.quoted(money))
    })
}

/// Returns the job without a limit to its money, and for an hourly deal at no less than the floor
/// rate.
fn well_paid(job: &Job, budget: Budget) -> Job {
    let budget = match (unlimited(budget), job.low_rate(budget)) {
        (Budget::Hourly { cap, .. }, Some(_)) => Budget::Hourly {
            rate: Some(job.quoted(job.floor())),
            cap,
        },
        (unlimited, _) => unlimited,
    };
    job.with_budget(Some(budget))
}

/// Returns the largest gain of any of the odds.
fn gain(now: Odds, then: Odds) -> f64 {
    let gain = |now: Option<f64>, then: Option<f64>| match (now, then) {
        (Some(now), Some(then)) => then - now,
        _ => 0.0,
    };
    gain(now.both, then.both)
        .max(gain(now.time, then.time))
        .max(gain(now.money, then.money))
}
