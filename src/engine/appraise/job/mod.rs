//! A job in numbers: what a brief comes to under the terms, and its odds.
//!
//! ```text
//! effort   E = base · R                    R, the overrun, is log-logistic
//! care     C = unpaid hours · spread       log-logistic, independent of R
//! pays     money in ≥ floor rate · (E + C)
//! in time  start + plan · T + W ≤ deadline T, the schedule factor, follows R a little
//! ```
//!
//! Given R, lateness and care are independent, so every chance is one integral over R.

mod money;
mod time;

use crate::math::{Breakpoints, LogLogistic};
use crate::model::{Budget, Contact, Deadline, MEAN_OF_HALF_TO_DOUBLE, Odds, Terms};
use libm::log;

/// How much of an overrun of effort passes into the calendar, per unit of its logarithm.
///
/// Source: 0.20 ± 0.11 over 42 Norwegian projects (Moløkken-Østvold & Jørgensen 2004) and
/// 0.22 ± 0.08 over 141 projects of one outsourcer (Kitchenham et al. 2002).
const PASSED_ON: f64 = 0.2;

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

/// The chances at which the wait for content is taken, each as likely.
pub(crate) const WAITS: [f64; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];

/// Breakpoints of a smooth step on the logistic scale, in multiples of its scale.
const BENDS: [f64; 5] = [-6.0, -2.0, 2.0, 6.0, 12.0];

/// Work of some wishes and priced promises.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Work {
    /// The estimate, in person-hours: the mean over the mean of a half-to-double range.
    pub base: f64,
    /// How much wider than half-to-double the ranges are, as variance in hours². May be negative.
    pub excess: f64,
}

impl Work {
    /// From the sums of means and of excess variances.
    pub fn new(mean: f64, excess: f64) -> Work {
        Work {
            base: mean / MEAN_OF_HALF_TO_DOUBLE,
            excess,
        }
    }

    /// How much the ranges add to the squared scale of the overrun. Narrow ranges take nothing
    /// away: people type ranges too narrow.
    pub fn extra_scale_squared(self) -> f64 {
        use core::f64::consts::PI;
        if self.base > 0.0 {
            self.excess.max(0.0) / (self.base * self.base) * 3.0 / (PI * PI)
        } else {
            0.0
        }
    }
}

/// The answers about working together that move the odds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Pace {
    /// Texts and pictures are ready before the start.
    pub content_ready: Option<bool>,
    /// How often the client can be reached.
    pub contact: Option<Contact>,
    /// It may be delivered in phases.
    pub phased: Option<bool>,
}

/// A job in numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Job {
    /// The estimate, in person-hours.
    base: f64,
    /// Actual effort over the estimate.
    overrun: LogLogistic,
    /// Unpaid care in hours, or `None` where there is none.
    care: Option<LogLogistic>,
    /// Weeks until the start.
    start: f64,
    /// Weeks that the estimate takes.
    plan: f64,
    /// Actual duration over the plan, at the logistic middle of the overrun.
    schedule: LogLogistic,
    /// `ln` of the schedule factor per unit of the overrun's logistic scale.
    drag: f64,
    /// The wait for content, in weeks: five values, each as likely; or none.
    waits: Option<[f64; 5]>,
    /// Price of an hour.
    rate: f64,
    /// Least that an hour must bring.
    floor: f64,
    /// Months over which a monthly fee is paid.
    months: f64,
    /// Budget of the client.
    pub budget: Option<Budget>,
    /// When it must be delivered.
    pub deadline: Option<Deadline>,
}

impl Job {
    /// What `work` and `unpaid_care` (hours over the whole care horizon) come to under the terms.
    pub fn new(
        terms: &Terms,
        work: Work,
        unpaid_care: f64,
        pace: Pace,
        budget: Option<Budget>,
        deadline: Option<Deadline>,
    ) -> Job {
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
            ln_median: borrowed.ln_median + phased + contact,
            scale: (borrowed.scale * borrowed.scale + work.extra_scale_squared()).sqrt(),
        };
        let late = LogLogistic::new(terms.schedule.spread);
        let passed = PASSED_ON * borrowed.scale;
        let schedule = LogLogistic {
            ln_median: late.ln_median + PASSED_ON * (overrun.ln_median - borrowed.ln_median),
            scale: (late.scale * late.scale - passed * passed).max(0.0).sqrt(),
        };
        let care = LogLogistic::new(terms.care_spread);
        let waits = (pace.content_ready == Some(false))
            .then(|| WAITS.map(|p| LogLogistic::new(terms.content_wait).quantile(p)));
        Job {
            base: work.base,
            overrun,
            care: (unpaid_care > 0.0).then(|| LogLogistic {
                ln_median: care.ln_median + log(unpaid_care),
                ..care
            }),
            start: terms.team.starts_in_weeks,
            plan: work.base / terms.team.hours_per_week,
            schedule,
            drag: PASSED_ON * overrun.scale,
            waits,
            rate: terms.rate,
            floor: terms.floor_rate,
            months: terms.care_months,
            budget,
            deadline,
        }
    }

    /// The same job for another budget.
    pub fn paid(mut self, budget: Option<Budget>) -> Job {
        self.budget = budget;
        self
    }

    /// The same job for another deadline.
    pub fn due(mut self, deadline: Option<Deadline>) -> Job {
        self.deadline = deadline;
        self
    }

    /// The odds of the tests that were said.
    pub fn odds(&self) -> Odds {
        let time = self.time();
        let money = self.budget.map(|_| self.odds_of_money());
        Odds {
            time,
            money,
            both: self.odds_of_both(time, money),
        }
    }

    /// Returns the odds of being on time. None without a deadline.
    pub fn time(&self) -> Option<f64> {
        self.deadline.map(|_| self.odds_of_time())
    }

    /// The odds of both tests, or of the one that was said, and nothing else.
    pub fn both(&self) -> Option<f64> {
        match (self.deadline, self.budget) {
            (Some(_), None) => Some(self.odds_of_time()),
            (None, Some(_)) => Some(self.odds_of_money()),
            _ => self.odds_of_both(None, None),
        }
    }

    /// Returns `true` if the tests that were said are passed with this confidence; never where none was.
    pub fn reaches(&self, confidence: f64) -> bool {
        self.both().is_some_and(|both| both >= confidence)
    }

    fn odds_of_both(&self, time: Option<f64>, money: Option<f64>) -> Option<f64> {
        match (self.deadline, self.budget) {
            (None, None) => None,
            (Some(_), None) => time,
            (None, Some(_)) => money,
            (Some(deadline), Some(budget)) => Some({
                let weeks = deadline.weeks();
                if weeks == f64::INFINITY {
                    money.unwrap_or_else(|| self.odds_of_money())
                } else if self.pays_for_certain(budget) {
                    time.unwrap_or_else(|| self.odds_of_time())
                } else if self.never_pays(budget) {
                    0.0
                } else {
                    let late = self.lateness(weeks);
                    let mut breakpoints = Breakpoints::new();
                    self.add_money_breakpoints(&mut breakpoints, budget, self.floor);
                    self.add_time_breakpoints(&mut breakpoints, &late);
                    self.mean(breakpoints, &|z| match self.pays(z, budget, self.floor) {
                        0.0 => 0.0,
                        pays => pays * self.in_time(z, &late),
                    })
                }
            }),
        }
    }

    /// The mean over the overrun; a known overrun needs no integral.
    fn mean(&self, breakpoints: Breakpoints, f: &dyn Fn(f64) -> f64) -> f64 {
        if self.overrun.scale > 0.0 {
            breakpoints.mean(f)
        } else {
            f(0.0)
        }
    }

    /// The hours of work not exceeded with chance `p`.
    pub fn effort_quantile(&self, p: f64) -> f64 {
        self.base * self.overrun.quantile(p)
    }

    /// Place of an effort on the logistic scale of the overrun.
    fn z_of_effort(&self, hours: f64) -> f64 {
        if self.base > 0.0 {
            self.overrun.z(hours / self.base)
        } else {
            f64::INFINITY
        }
    }
}
