//! A job in numbers: the load of a brief under the terms, and its odds.
//!
//! ```text
//! effort   E = base · R                    R, the overrun, is log-logistic
//! care     C = unpaid hours · spread       log-logistic, independent of R
//! bid      B = hours of a bid / chance     certain
//! pays     money in ≥ floor rate · (E + C + B)
//! in time  start + max((plan + wait) · T, least) + W ≤ deadline
//!                                          T, the schedule factor, follows R a little
//! ```
//!
//! Given R, lateness and care are independent, so every chance is one integral over R. Outstanding
//! payments may never come: then every chance of paying is a mixture of two, with all of the money
//! and with the part that is safe.

pub(crate) mod demand;
mod earnings;
mod money;
mod money_odds;
mod time_odds;
mod waits;

use super::scenario::Scenario;
use crate::math::{Breakpoints, LogLogistic};
use crate::model::{Budget, Contact, CountedFrom, Deadline, OVERRUN_WEIGHT, Odds, Progress};
use libm::log;
use money::Money;
pub(crate) use waits::WAITS;
use waits::Waits;

/// Elasticity of the schedule to the overrun of effort: share of its logarithm that carries over.
///
/// Source: 0.20 ± 0.11 over 42 Norwegian projects (Moløkken-Østvold & Jørgensen 2004) and
/// 0.22 ± 0.08 over 141 projects of one outsourcer (Kitchenham et al. 2002).
const OVERRUN_ELASTICITY: f64 = 0.2;

/// `ln` of the factor on the median overrun: less in phases, more in one go.
///
/// Source: flexible against sequential process, 42 projects, p = 0.007 (Moløkken-Østvold &
/// Jørgensen 2005), shrunk to half the difference seen.
const PHASED: f64 = 0.12;

/// `ln` of the factor on the median overrun: less with daily contact, more with rare contact.
///
/// Source: daily against not daily contact, 18 projects, p = 0.04 (Moløkken-Østvold & Furulund
/// 2007): weak, so only a fraction of the difference seen.
const CONTACT: f64 = 0.05;

/// Breakpoints of a smooth step on the logistic scale, in multiples of its scale.
const BENDS: [f64; 5] = [-6.0, -2.0, 2.0, 6.0, 12.0];

impl Scenario<'_> {
    /// Returns the job in numbers.
    pub fn job(&self) -> Job {
        Job::new(self)
    }

    /// Returns `true` if the tests that have an answer are passed with the confidence, by a job
    /// that is not too small.
    pub fn suffices(&self) -> bool {
        let job = self.job();
        !job.is_too_small() && job.reaches(self.confidence)
    }
}

/// Job in numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Job {
    /// Estimate of the remaining work, in person-hours.
    base: f64,
    /// Share of the work that remains: above 0, at most 1.
    left: f64,
    /// Actual effort over the estimate.
    overrun: LogLogistic,
    /// Unpaid care in hours, or `None` if there is none.
    care: Option<LogLogistic>,
    /// Weeks until the start, counted from the same day as the deadline.
    start: f64,
    /// Weeks that the estimate takes, and those that every job waits.
    plan: f64,
    /// Least duration in weeks, however many people work on it.
    least: f64,
    /// Actual duration over the plan, at the median overrun.
    schedule: LogLogistic,
    /// `ln` of the schedule factor per unit of the overrun's logistic scale.
    drag: f64,
    /// The waits for content and for somebody outside, in weeks.
    waits: Waits,
    /// Figures of the money test.
    money: Money,
    /// The client's budget, if it has an amount.
    pub budget: Option<Budget>,
    /// Latest acceptable delivery.
    pub deadline: Option<Deadline>,
}

impl Job {
    /// Returns the job of a scenario.
    fn new(scenario: &Scenario) -> Job {
        let terms = scenario.terms;
        let pace = scenario.pace;
        let work = scenario.work();
        let so_far = scenario.so_far.unwrap_or_default();
        let left = 1.0 - so_far.done;
        let borrowed = LogLogistic::new(terms.overrun);
        let phased = pace
            .phased
            .map_or(0.0, |phased| if phased { -PHASED } else { PHASED });
        let contact = match pace.contact {
            Some(Contact::Daily) => -CONTACT,
            Some(Contact::Rarely) => CONTACT,
            Some(Contact::Weekly) | None => 0.0,
        };
        let overrun = LogLogistic {
            ln_median: seen_so_far(borrowed.ln_median, work.base(), so_far) + phased + contact,
            scale: (borrowed.scale * borrowed.scale + work.extra_scale_squared()).sqrt(),
        };
        let schedule = LogLogistic::new(terms.schedule.spread);
        let passed = OVERRUN_ELASTICITY * borrowed.scale;
        let schedule = LogLogistic {
            ln_median: schedule.ln_median
                + OVERRUN_ELASTICITY * (overrun.ln_median - borrowed.ln_median),
            scale: (schedule.scale * schedule.scale - passed * passed)
                .max(0.0)
                .sqrt(),
        };
        let care = LogLogistic::new(terms.care_spread);
        let unpaid_care = scenario.unpaid_care();
        let from = scenario.deadline.map(Deadline::from).unwrap_or_default();
        let starts_today = from == CountedFrom::Today && scenario.so_far.is_none();
        let waits_for_content = pace.content_ready == Some(false) && from != CountedFrom::Content;
        let base = work.base() * left;
        Job {
            base,
            left,
            overrun,
            care: (unpaid_care > 0.0).then(|| LogLogistic {
                ln_median: care.ln_median + log(unpaid_care),
                ..care
            }),
            start: if starts_today {
                terms.team.starts_in_weeks
            } else {
                0.0
            },
            plan: base / terms.team.hours_per_week + terms.schedule.wait * left,
            least: scenario.load.least_weeks * left,
            schedule,
            drag: OVERRUN_ELASTICITY * overrun.scale,
            waits: Waits::new(
                waits_for_content.then_some(terms.content_wait),
                (pace.depends == Some(true)).then_some(terms.depend_wait),
            ),
            money: Money::new(scenario),
            budget: scenario.budget(),
            deadline: scenario.deadline,
        }
    }

    /// Returns the same job for another budget.
    pub fn with_budget(mut self, budget: Option<Budget>) -> Job {
        self.budget = budget;
        self
    }

    /// Returns the same job for another deadline.
    pub fn with_deadline(mut self, deadline: Option<Deadline>) -> Job {
        self.deadline = deadline;
        self
    }

    /// Returns the odds of the tests that have an answer.
    pub fn odds(&self) -> Odds {
        let time = self.time();
        let money = self.budget.map(|_| self.odds_of_money());
        Odds {
            time,
            money,
            both: self.odds_of_both(time, money),
        }
    }

    /// Returns `true` if there is unpaid care.
    pub fn has_unpaid_care(&self) -> bool {
        self.care.is_some()
    }

    /// Returns the odds of each test that has an answer, if everything is paid.
    pub fn odds_if_paid(&self) -> Odds {
        let mut paid = *self;
        paid.money.pay_in_advance();
        paid.odds()
    }

    /// Returns the odds of being on time, or `None` without a deadline.
    pub fn time(&self) -> Option<f64> {
        self.deadline.map(|_| self.odds_of_time())
    }

    /// Returns the odds of both tests, or of the only one that has an answer. Cheaper than
    /// [`Job::odds`], which has the single odds too.
    pub fn both(&self) -> Option<f64> {
        match (self.deadline, self.budget) {
            (Some(_), None) => Some(self.odds_of_time()),
            (None, Some(_)) => Some(self.odds_of_money()),
            _ => self.odds_of_both(None, None),
        }
    }

    /// Returns `true` if the tests that have an answer are passed with this confidence; `false` if
    /// none has.
    pub fn reaches(&self, confidence: f64) -> bool {
        // If some of the money may never come, the odds with all of it are mostly enough to tell.
        let safe = self.money.safe();
        if safe < 1.0 && self.budget.is_some() {
            let mut paid = *self;
            paid.money.pay_in_advance();
            let whole = paid.both().unwrap_or(0.0);
            if whole < confidence || safe * whole >= confidence {
                return whole >= confidence;
            }
        }
        self.both().is_some_and(|both| both >= confidence)
    }

    fn odds_of_both(&self, time: Option<f64>, money: Option<f64>) -> Option<f64> {
        match (self.deadline, self.budget) {
            (None, None) => None,
            (Some(_), None) => time,
            (None, Some(_)) => money,
            (Some(deadline), Some(budget)) => Some({
                if deadline.weeks() == f64::INFINITY {
                    money.unwrap_or_else(|| self.odds_of_money())
                } else {
                    self.mixed(budget, &|part| {
                        if self.pays_for_certain(budget, part) {
                            time.unwrap_or_else(|| self.odds_of_time())
                        } else if is_negligible(self.pays_at_most(budget, part), part) {
                            0.0
                        } else {
                            self.odds_with_part(budget, part, deadline.weeks())
                        }
                    })
                }
            }),
        }
    }

    /// Returns the odds of both tests if this part of the money comes: see [`Job::mixed`].
    fn odds_with_part(&self, budget: Budget, part: f64, weeks: f64) -> f64 {
        let limits = self.schedule_limits(weeks);
        let mut breakpoints = Breakpoints::new();
        self.add_money_breakpoints(&mut breakpoints, budget, part);
        self.add_time_breakpoints(&mut breakpoints, &limits);
        self.mean(breakpoints, &|z| match self.pays(z, budget, part) {
            0.0 => 0.0,
            pays => pays * self.in_time(z, &limits),
        })
    }

    /// Returns the mean over the overrun; a certain overrun needs no integral.
    fn mean(&self, breakpoints: Breakpoints, f: &dyn Fn(f64) -> f64) -> f64 {
        if self.overrun.scale > 0.0 {
            breakpoints.mean(f)
        } else {
            f(0.0)
        }
    }

    /// Returns the hours of remaining work not exceeded with chance `p`.
    pub fn effort_quantile(&self, p: f64) -> f64 {
        self.base * self.overrun.quantile(p)
    }

    /// Returns the hours of all the work not exceeded with chance `p`, including what is done.
    pub fn whole_effort_quantile(&self, p: f64) -> f64 {
        self.effort_quantile(p) / self.left
    }

    /// Returns the position of an effort on the logistic scale of the overrun.
    fn z_of_effort(&self, hours: f64) -> f64 {
        if self.base > 0.0 {
            self.overrun.z(hours / self.base)
        } else if hours >= 0.0 {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        }
    }
}

/// Returns `true` for a chance that is not worth an integral: 0, or next to 0 in the rare case that
/// some of the money never comes.
fn is_negligible(chance: f64, part: f64) -> bool {
    const NEXT_TO_NONE: f64 = 1e-9;
    chance <= 0.0 || part < 1.0 && chance < NEXT_TO_NONE
}

/// Returns `ln` of the median overrun, updated by the progress of this job: the finished share
/// counts as that share of one of the shop's own jobs.
fn seen_so_far(ln_median: f64, base: f64, so_far: Progress) -> f64 {
    let Progress { hours, done, .. } = so_far;
    if hours > 0.0 && done > 0.0 && base > 0.0 {
        let own = done / (done + OVERRUN_WEIGHT);
        (1.0 - own) * ln_median + own * log(hours / (done * base))
    } else {
        ln_median
    }
}
