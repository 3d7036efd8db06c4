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

use super::log_logistic::{LogLogistic, logistic, logit};
use super::quadrature::{Cuts, smallest};
use super::{Budget, Contact, Deadline, MEAN_OF_HALF_TO_DOUBLE, Quantiles, Terms};
use libm::{exp, log};

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

/// Where a smooth step of the logistic scale bends: cuts at so many of its scales.
const BENDS: [f64; 5] = [-6.0, -2.0, 2.0, 6.0, 12.0];

/// What some wishes and priced promises come to.
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
    /// What an hour is sold at.
    rate: f64,
    /// What an hour must bring.
    floor: f64,
    /// Months over which a monthly fee is paid.
    months: f64,
    /// What the client would pay.
    pub budget: Option<Budget>,
    /// When it must be delivered.
    pub deadline: Option<Deadline>,
}

/// The odds of the tests, each from 0 to 1; `None` for a test whose answer was not said.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Odds {
    /// The chance of being on time. None without a deadline.
    pub time: Option<f64>,
    /// The chance that the job pays a modest income. None without a budget.
    pub money: Option<f64>,
    /// The chance of both, or of the one that was said. None where neither was.
    pub both: Option<f64>,
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
        let late = LogLogistic::new(terms.schedule);
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
        let time = self.deadline.map(|_| self.odds_of_time());
        let money = self.budget.map(|_| self.odds_of_money());
        Odds {
            time,
            money,
            both: self.odds_of_both(time, money),
        }
    }

    /// The odds of both tests, or of the one that was said, and nothing else.
    pub fn both(&self) -> Option<f64> {
        match (self.deadline, self.budget) {
            (Some(_), None) => Some(self.odds_of_time()),
            (None, Some(_)) => Some(self.odds_of_money()),
            _ => self.odds_of_both(None, None),
        }
    }

    /// Whether the tests that were said are passed with this confidence. Never where none was.
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
                    let mut cuts = Cuts::new();
                    self.cut_money(&mut cuts, budget, self.floor);
                    self.cut_time(&mut cuts, &late);
                    self.mean(cuts, &|z| match self.pays(z, budget, self.floor) {
                        0.0 => 0.0,
                        pays => pays * self.in_time(z, &late),
                    })
                }
            }),
        }
    }

    /// The mean over the overrun; a known overrun needs no integral.
    fn mean(&self, cuts: Cuts, f: &dyn Fn(f64) -> f64) -> f64 {
        if self.overrun.scale > 0.0 {
            cuts.mean(f)
        } else {
            f(0.0)
        }
    }

    // ---- Effort ----------------------------------------------------------------------------

    /// The hours of work not exceeded with chance `p`.
    pub fn effort_quantile(&self, p: f64) -> f64 {
        self.base * self.overrun.quantile(p)
    }

    /// Where an effort lies on the logistic scale of the overrun.
    fn z_of_effort(&self, hours: f64) -> f64 {
        if self.base > 0.0 {
            self.overrun.z(hours / self.base)
        } else {
            f64::INFINITY
        }
    }

    // ---- Money -----------------------------------------------------------------------------

    /// The hours of care that are paid for once `effort` is, where an hour must bring `floor`.
    fn room_for_care(&self, effort: f64, budget: Budget, floor: f64) -> f64 {
        if floor <= 0.0 {
            return f64::INFINITY;
        }
        let limited = self.paid_effort(budget, floor) - effort;
        match budget {
            Budget::Fixed(_) | Budget::Monthly(_) => limited,
            // Written so that it is 0 to the bit where the rate is the floor.
            Budget::Hourly { .. } => limited.min(effort * (self.rate / floor - 1.0)),
        }
    }

    /// The chance that the job pays at `z`.
    fn pays(&self, z: f64, budget: Budget, floor: f64) -> f64 {
        let room = self.room_for_care(self.base * self.overrun.at(z), budget, floor);
        match self.care {
            Some(care) => care.cdf(room),
            None if room >= 0.0 => 1.0,
            None => 0.0,
        }
    }

    /// Whether the hours are sold as they come, with no limit and no unpaid care: then it pays.
    fn pays_for_certain(&self, budget: Budget) -> bool {
        self.floor <= 0.0 || (budget == Budget::Hourly { cap: None } && self.care.is_none())
    }

    /// Whether there is work and nothing to pay for it.
    fn never_pays(&self, budget: Budget) -> bool {
        self.floor > 0.0 && self.base > 0.0 && budget.amount().is_some_and(|amount| amount <= 0.0)
    }

    /// The chance that the job pays a modest income.
    fn odds_of_money(&self) -> f64 {
        let Some(budget) = self.budget else {
            return 1.0;
        };
        if self.pays_for_certain(budget) {
            1.0
        } else if self.never_pays(budget) {
            0.0
        } else {
            self.odds_of_earning(budget, self.floor)
        }
    }

    /// The chance that every hour brings at least `floor`, which is above 0.
    fn odds_of_earning(&self, budget: Budget, floor: f64) -> f64 {
        if self.care.is_none() {
            // Without care it pays up to one effort: closed form.
            return match budget {
                Budget::Hourly { .. } if floor > self.rate => 0.0,
                Budget::Hourly { cap: None } => 1.0,
                _ => logistic(self.z_of_effort(self.paid_effort(budget, floor))),
            };
        }
        let mut cuts = Cuts::new();
        self.cut_money(&mut cuts, budget, floor);
        self.mean(cuts, &|z| self.pays(z, budget, floor))
    }

    /// The most effort that a limited budget pays for, in hours, with no care.
    fn paid_effort(&self, budget: Budget, floor: f64) -> f64 {
        let money = budget.over(self.months);
        money.map_or(f64::INFINITY, |money| money / floor)
    }

    /// Cuts where [`Job::pays`] steps or bends.
    fn cut_money(&self, cuts: &mut Cuts, budget: Budget, floor: f64) {
        let paid = self.paid_effort(budget, floor);
        cuts.at(self.z_of_effort(paid));
        // By the hour money grows with effort up to the cap, where it bends.
        let by_the_hour = matches!(budget, Budget::Hourly { .. });
        let bend = if by_the_hour {
            budget.amount().map_or(f64::INFINITY, |cap| cap / self.rate)
        } else {
            0.0
        };
        if by_the_hour {
            cuts.at(self.z_of_effort(bend));
        }
        let Some(care) = self.care else { return };
        for bends in BENDS {
            let room = care.at(bends);
            if paid > room && paid - room > bend {
                cuts.at(self.z_of_effort(paid - room));
            }
            let per_hour = self.rate / floor - 1.0;
            if by_the_hour && per_hour > 0.0 && room / per_hour < bend {
                cuts.at(self.z_of_effort(room / per_hour));
            }
        }
    }

    /// About the hours of work and unpaid care together not exceeded with chance `p`: where to begin
    /// to look for them.
    pub fn rough_total(&self, p: f64) -> f64 {
        let effort = self.effort_quantile(p);
        let cared = self.care.map_or(0.0, |care| care.quantile(p));
        // Were the two one factor their quantiles would add up; apart they come to less.
        effort.max(cared) + 0.8 * effort.min(cared)
    }

    /// The hours of work and unpaid care together not exceeded with chance `p`.
    pub fn total_quantile(&self, p: f64) -> f64 {
        let guess = self.rough_total(p);
        if self.care.is_none() {
            return guess;
        }
        smallest(p, guess, &|hours| self.odds_of_total(hours)).unwrap_or(guess)
    }

    /// The chance that work and unpaid care together do not exceed so many hours.
    pub fn odds_of_total(&self, hours: f64) -> f64 {
        self.odds_of_earning(Budget::Fixed(hours), 1.0)
    }

    /// What an hour must bring.
    pub fn floor(&self) -> f64 {
        self.floor
    }

    /// What an hour really earns, exceeded with chance `1 − p`. None without a budget or an hour.
    /// `total` are those of [`Job::total_quantile`] that are known.
    pub fn earning_quantile(&self, p: f64, total: Quantiles) -> Option<f64> {
        let budget = self.budget?;
        if self.base <= 0.0 && self.care.is_none() {
            return None;
        }
        if let Budget::Hourly { cap } = budget {
            let Some(care) = self.care else {
                let capped = cap.map_or(f64::INFINITY, |cap| cap / self.effort_quantile(1.0 - p));
                return Some(self.rate.min(capped));
            };
            if self.base <= 0.0 || cap.is_some_and(|cap| cap <= 0.0) {
                return Some(0.0);
            }
            // The less an hour must bring the surer it does; look for the hours that a unit of
            // money may take, because those grow.
            let effort = self.effort_quantile(0.5);
            let guess = (effort + care.at(0.0)) / (self.rate * effort);
            return Some(
                smallest(1.0 - p, guess, &|hours| {
                    self.odds_of_earning(budget, 1.0 / hours)
                })
                .map_or(0.0, |hours| 1.0 / hours),
            );
        }
        let known = total.at(1.0 - p);
        let hours = known.unwrap_or_else(|| self.total_quantile(1.0 - p));
        Some(self.paid_effort(budget, 1.0) / hours)
    }

    // ---- Time ------------------------------------------------------------------------------

    /// How the deadline looks from the start: for each wait where the schedule factor may lie.
    fn lateness(&self, weeks: f64) -> Lateness {
        let left = weeks - self.start;
        let waits = self.waits.unwrap_or([0.0; 5]);
        let count = if self.waits.is_some() { 5 } else { 1 };
        let mut limits = [f64::NEG_INFINITY; 5];
        for (limit, wait) in limits.iter_mut().zip(waits).take(count) {
            let left = left - wait;
            *limit = match self.plan > 0.0 {
                true if left > 0.0 => log(left / self.plan) - self.schedule.ln_median,
                false if left >= 0.0 => f64::INFINITY,
                _ => f64::NEG_INFINITY,
            };
        }
        Lateness { limits, count }
    }

    /// The chance of being in time at `z`.
    fn in_time(&self, z: f64, late: &Lateness) -> f64 {
        let drag = self.drag * z;
        let mut sum = 0.0;
        for limit in late.limits.iter().take(late.count) {
            sum += if self.schedule.scale > 0.0 {
                logistic((limit - drag) / self.schedule.scale)
            } else if *limit >= drag {
                1.0
            } else {
                0.0
            };
        }
        sum / late.count as f64
    }

    /// Cuts where [`Job::in_time`] steps or bends. With a wide schedule it does neither.
    fn cut_time(&self, cuts: &mut Cuts, late: &Lateness) {
        if self.drag <= 0.0 || self.schedule.scale > self.drag {
            return;
        }
        for limit in late.limits.iter().take(late.count) {
            cuts.at(limit / self.drag);
            for bend in BENDS {
                cuts.at((limit + bend * self.schedule.scale) / self.drag);
                cuts.at((limit - bend * self.schedule.scale) / self.drag);
            }
        }
    }

    /// The chance of being on time.
    fn odds_of_time(&self) -> f64 {
        self.odds_within(self.deadline.map_or(f64::INFINITY, Deadline::weeks))
    }

    /// The chance of being done within so many weeks from today.
    pub fn odds_within(&self, weeks: f64) -> f64 {
        if weeks == f64::INFINITY {
            return 1.0;
        }
        let late = self.lateness(weeks);
        if late.limits == [f64::NEG_INFINITY; 5] {
            return 0.0;
        }
        let mut cuts = Cuts::new();
        self.cut_time(&mut cuts, &late);
        self.mean(cuts, &|z| self.in_time(z, &late))
    }

    /// About the weeks from the start to delivery not exceeded with chance `p`: where to begin to
    /// look for them. Exact where the duration is known for certain.
    pub fn rough_weeks(&self, p: f64) -> f64 {
        // Of two logistic factors, as if they were one as wide as both.
        let scale = (self.drag * self.drag + self.schedule.scale * self.schedule.scale).sqrt();
        let worked = if scale > 0.0 {
            self.plan * exp(self.schedule.ln_median + scale * logit(p))
        } else {
            self.plan * exp(self.schedule.ln_median)
        };
        worked + self.waits.map_or(0.0, |waits| waits[2])
    }

    /// Whether content is not ready and there is a wait for it.
    pub fn waits_for_content(&self) -> bool {
        self.waits.is_some()
    }

    /// Whether the weeks to delivery are known for certain.
    pub fn is_punctual(&self) -> bool {
        self.waits.is_none() && (self.plan <= 0.0 || self.drag <= 0.0 && self.schedule.scale <= 0.0)
    }

    /// The weeks from today to delivery not exceeded with chance `p`.
    pub fn weeks_quantile(&self, p: f64) -> f64 {
        let guess = self.rough_weeks(p);
        if self.is_punctual() {
            return self.start + guess;
        }
        let after = smallest(p, guess, &|after| self.odds_within(self.start + after));
        self.start + after.unwrap_or(guess)
    }
}

/// For each wait, `ln` of the schedule factor that would just do, less its median.
struct Lateness {
    limits: [f64; 5],
    count: usize,
}
