//! The money and the date that a job needs, each the smallest that reaches the confidence.

use crate::appraise::job::Job;
use crate::appraise::scenario::Scenario;
use crate::math::smallest;
use crate::model::{Budget, Deadline};

/// What is solved for lies this far above the confidence, so that the offer still reaches it when
/// it is appraised as a brief of its own with amounts rounded up.
const MARGIN: f64 = 1e-7;

/// The money and the date of an offer; `None` for what stays as asked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct MoneyAndDate {
    /// The fixed price, monthly fee or cap, before rounding.
    pub amount: Option<f64>,
    /// The weeks, before rounding.
    pub weeks: Option<f64>,
}

/// The deal whose amount an offer changes: the one that was asked for, else a fixed price. None by
/// the hour without a cap, where there is nothing to raise.
fn deal(scenario: &Scenario) -> Option<Budget> {
    let deal = scenario.budget.unwrap_or(Budget::fixed(0.0));
    deal.amount().map(|_| deal)
}

/// The amount of a deal that pays for so many hours at the floor rate.
fn amount_for(scenario: &Scenario, deal: Budget, price: f64) -> f64 {
    if let Budget::Monthly(_) = deal {
        price / scenario.terms.care_months
    } else {
        price
    }
}

/// The job with other money and another date.
pub(super) fn changed(scenario: &Scenario, job: &Job, needed: MoneyAndDate) -> Job {
    let budget = match (needed.amount, deal(scenario)) {
        (Some(amount), Some(deal)) => Some(deal.with_amount(amount)),
        _ => job.budget,
    };
    let deadline = needed.weeks.map(Deadline::within).or(job.deadline);
    job.paid(budget).due(deadline)
}

/// What the smallest positive number needs for which the confidence is reached. None where none
/// does.
fn least(
    scenario: &Scenario,
    job: &Job,
    guess: f64,
    with: &dyn Fn(f64) -> MoneyAndDate,
) -> Option<MoneyAndDate> {
    let odds = |x| changed(scenario, job, with(x)).both().unwrap_or(0.0);
    smallest(scenario.confidence + MARGIN, guess, &odds).map(with)
}

/// The least money that reaches the confidence with the date as asked. None where none does.
pub(crate) fn price(scenario: &Scenario) -> Option<MoneyAndDate> {
    let deal = deal(scenario)?;
    let job = scenario.job();
    if job.deadline.is_some() && !job.paid(None).reaches(scenario.confidence + MARGIN) {
        return None;
    }
    let guess = amount_for(
        scenario,
        deal,
        job.floor() * job.rough_total(scenario.confidence),
    );
    least(scenario, &job, guess, &|amount| MoneyAndDate {
        amount: Some(amount),
        weeks: None,
    })
}

/// The earliest date that reaches the confidence with the money as asked. None where none does,
/// or where there is no date.
pub(crate) fn date(scenario: &Scenario) -> Option<MoneyAndDate> {
    if scenario.deadline == Some(Deadline::Open) {
        return None;
    }
    let job = scenario.job();
    if job.budget.is_some() && !job.due(None).reaches(scenario.confidence + MARGIN) {
        return None;
    }
    let start = scenario.terms.team.starts_in_weeks;
    let guess = job.rough_weeks(scenario.confidence);
    least(scenario, &job, guess, &|after| MoneyAndDate {
        amount: None,
        weeks: Some(start + after),
    })
}

/// Which tests are solved for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Corners {
    /// Those that were said; the others stay open.
    Said,
    /// Both: what was not said is filled in.
    All,
}

/// Money and date together, each test at the same odds, neither below what was asked.
pub(crate) fn both(scenario: &Scenario, corners: Corners) -> Option<MoneyAndDate> {
    let job = scenario.job();
    let target = scenario.confidence + MARGIN;
    let complete = job.budget.is_some() && job.deadline.is_some();
    if (complete || corners == Corners::Said) && job.reaches(target) {
        return Some(MoneyAndDate::default());
    }
    if job.is_punctual()
        || scenario.deadline == Some(Deadline::Open)
        || (scenario.deadline.is_none() && corners == Corners::Said)
    {
        // There is no date to move: money alone, its odds looked for as p / (1 − p), which grows
        // without bound.
        let guess = target / (1.0 - target);
        return least(scenario, &job, guess, &|ratio| {
            same_odds(scenario, &job, corners, ratio / (1.0 + ratio))
        });
    }
    // Every date has its odds, and the money follows from them.
    let start = scenario.terms.team.starts_in_weeks;
    let guess = job.rough_weeks((1.0 + scenario.confidence) / 2.0);
    least(scenario, &job, guess, &|after| {
        let weeks = start + after;
        at_date(scenario, &job, corners, weeks, job.odds_within(weeks))
    })
}

/// The amount and the weeks at which each test is passed with chance `p`, where that is more than
/// was asked.
pub(super) fn same_odds(scenario: &Scenario, job: &Job, corners: Corners, p: f64) -> MoneyAndDate {
    at_date(scenario, job, corners, job.weeks_quantile(p), p)
}

/// The amount and the weeks at which each test is passed with chance `p`, where that is more than
/// was asked. `weeks` are those of `p`.
fn at_date(scenario: &Scenario, job: &Job, corners: Corners, weeks: f64, p: f64) -> MoneyAndDate {
    /// So that a factor that is known for certain is not missed by the last bit.
    const JUST_ABOVE: f64 = 1.0 + 1e-12;
    /// What is certain costs no more than this.
    const NEARLY_CERTAIN: f64 = 1.0 - 1e-12;
    let all = corners == Corners::All;
    let amount = deal(scenario)
        .filter(|_| all || scenario.budget.is_some())
        .and_then(|deal| {
            let hours = job.total_quantile(p.min(NEARLY_CERTAIN));
            let amount = JUST_ABOVE * amount_for(scenario, deal, job.floor() * hours);
            (scenario.budget.is_none() || Some(amount) > deal.amount()).then_some(amount)
        });
    let open = scenario.deadline == Some(Deadline::Open);
    let later = (!open && (all || scenario.deadline.is_some())).then_some(JUST_ABOVE * weeks);
    let weeks = later.filter(|weeks| {
        scenario
            .deadline
            .is_none_or(|deadline| *weeks > deadline.weeks())
    });
    MoneyAndDate { amount, weeks }
}
