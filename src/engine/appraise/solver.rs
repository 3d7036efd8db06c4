//! Solver for the smallest money and the earliest date that reach the confidence.

use crate::appraise::job::Job;
use crate::appraise::scenario::Scenario;
use crate::math::smallest;
use crate::model::{Budget, Deadline};

/// Margin above the confidence, so that an offer still reaches it when it is appraised as a brief,
/// with amounts rounded up.
const MARGIN: f64 = 1e-7;

/// Margin for odds that only approach the target asymptotically, in which case no money and no date
/// reaches it.
const ASYMPTOTE: f64 = 1e-6;

/// Money and date of an offer; `None` leaves the brief's own.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct MoneyAndDate {
    /// Rate of an hourly deal.
    pub rate: Option<f64>,
    /// Fixed price, monthly fee, cap, or hours of a gift, before rounding.
    pub amount: Option<f64>,
    /// Weeks, before rounding.
    pub weeks: Option<f64>,
}

impl MoneyAndDate {
    /// Returns another rate, and nothing else.
    pub fn rate(rate: Option<f64>) -> MoneyAndDate {
        MoneyAndDate {
            rate,
            ..MoneyAndDate::default()
        }
    }

    /// Returns another amount, and nothing else.
    pub fn amount(amount: f64) -> MoneyAndDate {
        MoneyAndDate {
            amount: Some(amount),
            ..MoneyAndDate::default()
        }
    }

    /// Returns other weeks, and nothing else.
    pub fn weeks(weeks: f64) -> MoneyAndDate {
        MoneyAndDate {
            weeks: Some(weeks),
            ..MoneyAndDate::default()
        }
    }
}

/// Returns the deal whose amount an offer changes: the one asked for, by default a fixed price.
/// `None` for hourly deals without a cap and gifts, which cannot be raised.
fn deal(scenario: &Scenario) -> Option<Budget> {
    match deal_or_fixed(scenario) {
        Budget::Hourly { cap: None, .. } | Budget::Gift { .. } => None,
        deal => Some(deal),
    }
}

/// Returns the deal asked for, by default a fixed price.
pub(crate) fn deal_or_fixed(scenario: &Scenario) -> Budget {
    scenario.deal.unwrap_or(Budget::fixed(0.0))
}

/// Returns a deal at a rate and for an amount.
pub(crate) fn changed_deal(deal: Budget, needed: MoneyAndDate) -> Budget {
    let deal = match (deal, needed.rate) {
        (Budget::Hourly { cap, .. }, Some(_)) => Budget::Hourly {
            rate: needed.rate,
            cap,
        },
        _ => deal,
    };
    match (deal, needed.amount) {
        (_, None) => deal,
        (Budget::Gift { months, .. }, hours) => Budget::Gift { hours, months },
        (deal, Some(amount)) => deal.with_amount(amount),
    }
}

/// Returns the job with other money and another date.
pub(crate) fn changed(scenario: &Scenario, job: &Job, needed: MoneyAndDate) -> Job {
    let budget = if needed.amount.is_some() || needed.rate.is_some() {
        Some(changed_deal(deal_or_fixed(scenario), needed))
    } else {
        job.budget
    };
    let deadline = needed.weeks.map(|weeks| later(scenario, weeks));
    job.with_budget(budget)
        .with_deadline(deadline.or(job.deadline))
}

/// Returns a date in other weeks, counted from the same day.
pub(crate) fn later(scenario: &Scenario, weeks: f64) -> Deadline {
    scenario
        .deadline
        .map_or(Deadline::within(weeks), |asked| asked.with_weeks(weeks))
}

/// Returns the money and date for the smallest positive number with which the odds reach the
/// target, if any.
fn least(
    scenario: &Scenario,
    job: &Job,
    (target, guess): (f64, f64),
    with: &dyn Fn(f64) -> MoneyAndDate,
) -> Option<MoneyAndDate> {
    let odds = |x| changed(scenario, job, with(x)).both().unwrap_or(0.0);
    smallest(target, guess, &odds).map(with)
}

/// Returns the least rate an hour needs if it is paid less, as quoted to the client, rounded up to
/// hundredths.
pub(crate) fn rate(scenario: &Scenario, job: &Job) -> Option<f64> {
    job.low_rate(scenario.deal?)?;
    let rate = job.quoted(job.floor());
    let rounded = (rate * 100.0).round() / 100.0;
    Some(if rounded >= rate {
        rounded
    } else {
        (rate * 100.0).ceil() / 100.0
    })
}

/// Returns the least money, before rounding, with which the odds of `job` reach a target. `None` if
/// no money does, or the deal cannot be raised.
pub(crate) fn amount(scenario: &Scenario, job: &Job, deal: Budget, target: f64) -> Option<f64> {
    if !can_reach(job, deal, target) {
        return None;
    }
    let guess = job.rough_amount(target, deal);
    let scenario = scenario.with_deal(Some(deal));
    least(&scenario, job, (target, guess), &MoneyAndDate::amount)?.amount
}

/// Returns `true` if some money of a deal reaches a target.
pub(crate) fn can_reach(job: &Job, deal: Budget, target: f64) -> bool {
    job.with_budget(Some(unlimited(deal)))
        .reaches(target + ASYMPTOTE)
}

/// Returns a deal of the same kind without a limit.
pub(crate) fn unlimited(deal: Budget) -> Budget {
    let most = Some(f64::INFINITY);
    match deal {
        Budget::Fixed(_) => Budget::fixed(f64::INFINITY),
        Budget::Monthly(_) => Budget::monthly(f64::INFINITY),
        Budget::Hourly { rate, .. } => Budget::Hourly { rate, cap: None },
        Budget::Gift { months, .. } => Budget::Gift {
            hours: most,
            months,
        },
    }
}

/// Returns the least money that reaches the confidence with the date asked for, by a job that is
/// not too small, if any.
pub(crate) fn price(scenario: &Scenario) -> Option<MoneyAndDate> {
    let mut job = scenario.job();
    let target = scenario.confidence + MARGIN;
    let rate = rate(scenario, &job);
    let Some(deal) = deal(scenario) else {
        // An hourly deal without a limit only has its rate.
        let needed = MoneyAndDate::rate(rate);
        let reaches =
            rate.is_some() && changed(scenario, &job, needed).reaches(scenario.confidence);
        return reaches.then_some(needed);
    };
    let deal = changed_deal(deal, MoneyAndDate::rate(rate));
    job = job.with_budget(Some(deal));
    let amount = amount(scenario, &job, deal, target)?.max(job.least_amount(deal));
    // If only the rate is too low, the limit may be high enough.
    let is_enough = rate.is_some() && deal.amount().is_some_and(|asked| amount <= asked);
    Some(MoneyAndDate {
        rate,
        amount: (!is_enough).then_some(amount),
        weeks: None,
    })
}

/// Returns the earliest date, in weeks before rounding, that reaches the confidence with the money
/// offered. `None` if none does, or there is no date.
pub(crate) fn date(scenario: &Scenario) -> Option<f64> {
    date_at(scenario, scenario.confidence + MARGIN)
}

/// Returns the earliest date, before rounding, with which the odds reach a target. `None` if none
/// does, or there is no date.
pub(crate) fn date_at(scenario: &Scenario, target: f64) -> Option<f64> {
    if scenario.deadline == Some(Deadline::Open) {
        return None;
    }
    let job = scenario.job();
    if job.budget.is_some() && !job.with_deadline(None).reaches(target + ASYMPTOTE) {
        return None;
    }
    let start = job.start();
    let guess = job.rough_weeks(scenario.confidence);
    let with = |after| MoneyAndDate::weeks(start + after);
    least(scenario, &job, (target, guess), &with)?.weeks
}

/// Tests to solve for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tests {
    /// Those that have an answer, neither below it; the others are not considered.
    Answered,
    /// Both, neither below its answer; missing answers are filled in.
    Both,
    /// Both, regardless of the answers.
    Anew,
}

/// Returns money and date together, each test at the same odds, neither below its answer. An amount
/// below the smallest acceptable one counts as that.
pub(crate) fn both(scenario: &Scenario, tests: Tests) -> Option<MoneyAndDate> {
    let job = scenario.job();
    let target = scenario.confidence + MARGIN;
    if let Some(asked) = job.budget
        && asked.amount().is_some()
        && job.is_too_small()
    {
        let least = job.least_amount(asked);
        let raised = scenario.with_deal(Some(asked.with_amount(least)));
        let needed = both(&raised, tests)?;
        return Some(MoneyAndDate {
            amount: needed.amount.or(Some(least)),
            ..needed
        });
    }
    if tests == Tests::Answered && job.budget.is_none() && job.deadline.is_none() {
        return None;
    }
    let complete = job.budget.is_some() && job.deadline.is_some();
    if (complete || tests == Tests::Answered) && job.reaches(target) {
        return Some(MoneyAndDate::default());
    }
    let mut needed = solved(scenario, &job, tests, target)?;
    let deal = deal_or_fixed(scenario);
    needed.rate = rate(scenario, &job);
    if let Some(amount) = needed.amount {
        needed.amount = Some(amount.max(job.least_amount(deal)));
    }
    Some(needed)
}

/// Returns the least money and date, each test at the same odds, with which both reach the target.
pub(crate) fn pair(scenario: &Scenario, job: &Job, target: f64) -> Option<MoneyAndDate> {
    if !job.has_unpaid_care() {
        return solved(scenario, job, Tests::Anew, target);
    }
    // Every amount has its odds, which determine the date: with care that is the cheaper way round.
    let deal = deal_or_fixed(scenario);
    let guess = job.rough_amount((1.0 + target) / 2.0, deal);
    let odds = |needed: MoneyAndDate| {
        let paid = job.with_budget(Some(changed_deal(deal, needed)));
        paid.with_deadline(None).odds_if_paid().money.unwrap_or(0.0)
    };
    let pair = least(scenario, job, (target, guess), &|amount| {
        let needed = MoneyAndDate::amount(amount);
        MoneyAndDate {
            weeks: Some(job.weeks_quantile(odds(needed))),
            ..needed
        }
    })?;
    if odds(pair) < 1.0 {
        return Some(pair);
    }
    // If the effort is certain, less money has no odds and this amount has all of them.
    let paid = scenario.with_deal(Some(changed_deal(deal, pair)));
    Some(MoneyAndDate {
        weeks: date_at(&paid, target),
        ..pair
    })
}

fn solved(scenario: &Scenario, job: &Job, tests: Tests, target: f64) -> Option<MoneyAndDate> {
    if job.is_punctual()
        || job.lasts()
        || scenario.deadline == Some(Deadline::Open)
        || (scenario.deadline.is_none() && tests == Tests::Answered)
    {
        // Without a date to move, or with a date for a whole range of odds, the search is over the
        // odds themselves, as p / (1 − p), which is unbounded.
        let guess = target / (1.0 - target);
        return least(scenario, job, (target, guess), &|ratio| {
            same_odds(scenario, job, tests, ratio / (1.0 + ratio))
        });
    }
    // Every date has its odds, which determine the money.
    let start = job.start();
    let guess = job.rough_weeks((1.0 + scenario.confidence) / 2.0);
    least(scenario, job, (target, guess), &|after| {
        let weeks = start + after;
        at_date(scenario, job, tests, weeks, job.odds_within(weeks))
    })
}

/// Returns the amount and the weeks at which each test is passed with chance `p`, where they exceed
/// the answers.
pub(crate) fn same_odds(scenario: &Scenario, job: &Job, tests: Tests, p: f64) -> MoneyAndDate {
    at_date(scenario, job, tests, job.weeks_quantile(p), p)
}

/// Returns the amount and the weeks at which each test is passed with chance `p` if everything is
/// paid, where they exceed the answers. `weeks` are those for `p`.
fn at_date(scenario: &Scenario, job: &Job, tests: Tests, weeks: f64, p: f64) -> MoneyAndDate {
    /// Factor by which a certain quantity is not missed by the last bit.
    const JUST_ABOVE: f64 = 1.0 + 1e-12;
    /// Odds at which the cost of a certain quantity is taken.
    const NEARLY_CERTAIN: f64 = 1.0 - 1e-12;
    let all = tests != Tests::Answered;
    let raise = |given: Option<f64>, needed: f64| {
        tests == Tests::Anew || given.is_none_or(|given| needed > given)
    };
    let rate = rate(scenario, job).filter(|_| tests != Tests::Anew);
    let raised = match tests {
        Tests::Anew => Some(deal_or_fixed(scenario)),
        Tests::Both | Tests::Answered => deal(scenario),
    };
    let amount = raised
        .filter(|_| all || job.budget.is_some())
        .and_then(|deal| {
            let deal = changed_deal(deal, MoneyAndDate::rate(rate));
            let amount = JUST_ABOVE * job.amount_at(p.min(NEARLY_CERTAIN), deal)?;
            raise(job.budget.and_then(Budget::amount), amount).then_some(amount)
        });
    let open = scenario.deadline == Some(Deadline::Open);
    let later = (!open && (all || scenario.deadline.is_some())).then_some(JUST_ABOVE * weeks);
    let weeks = later.filter(|weeks| raise(scenario.deadline.map(Deadline::weeks), *weeks));
    MoneyAndDate {
        rate,
        amount,
        weeks,
    }
}
