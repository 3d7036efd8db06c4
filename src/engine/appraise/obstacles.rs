//! Obstacles: reasons for a no, each with the gain in odds if it alone were repaired.

use crate::appraise::job::Job;
use crate::appraise::reasons::Figures;
use crate::appraise::scenario::{self, Scenario};
use crate::appraise::solver::unlimited;
use crate::math::insert;
use crate::model::{
    Brief, Budget, CareKind, Contact, Deadline, Existing, Odds, Pay, Payer, Reason, Rivals,
};

/// Least gain in odds for an obstacle to be worth naming.
const LEAST_LIFT: f64 = 0.02;

/// Share of the work from which unpaid care is worth naming, whatever the gain. Assumption.
const LEAST_CARE: f64 = 0.25;

/// Adds the obstacles that are worth repairing alone, in descending order of lift.
pub(crate) fn obstacles(
    brief: &Brief,
    scenario: &Scenario,
    job: &Job,
    figures: &Figures,
    reasons: &mut Vec<Reason>,
) {
    let mut obstacles = Obstacles {
        brief,
        scenario,
        job,
        figures,
        reasons,
    };
    obstacles.add_money();
    obstacles.add_time();
    obstacles.add_care();
    obstacles.add_pace();
    obstacles.add_existing();
    obstacles.add_payment();
    obstacles.add_bid();
    obstacles.add_costs();
    obstacles.add_rounds();
}

/// Collector of obstacles.
struct Obstacles<'a> {
    brief: &'a Brief,
    scenario: &'a Scenario<'a>,
    job: &'a Job,
    figures: &'a Figures,
    reasons: &'a mut Vec<Reason>,
}

impl<'a> Obstacles<'a> {
    /// Adds an obstacle that is worth repairing.
    fn add(&mut self, reason: Reason) {
        if reason.lift() >= Some(LEAST_LIFT) {
            self.add_always(reason);
        }
    }

    /// Adds an obstacle, whatever its lift.
    fn add_always(&mut self, reason: Reason) {
        insert(self.reasons, reason, |a, b| {
            b.lift().is_some() && a.lift() > b.lift()
        });
    }

    /// Returns the gain of a job over the present one.
    fn lift(&self, repaired: &Job) -> f64 {
        gain(self.figures.odds, repaired.odds())
    }

    /// Returns the gain from a change of the scenario.
    fn lift_of(&self, change: &dyn Fn(&mut Scenario<'a>)) -> f64 {
        let mut changed = *self.scenario;
        change(&mut changed);
        self.lift(&changed.job())
    }

    fn add_money(&mut self) {
        let (scenario, job) = (self.scenario, self.job);
        let Some(budget) = scenario.budget().filter(|_| !scenario.is_share()) else {
            return;
        };
        let Some(money) = money_of(budget, scenario, job) else {
            return;
        };
        let rate = job.low_rate(budget);
        let reason = Reason::Budget {
            lift: self.lift(&well_paid(job, budget)),
            money,
            rate: rate.map(|rate| job.quoted(rate)),
            // The cost of a bid is a reason of its own, known only to the shop.
            pays_hours: job.pays_hours().unwrap_or(0.0),
            total_p50: self.figures.total.p50,
            total_p80: self.figures.total.p80,
        };
        // With unpaid care, neither a better rate nor paid care suffices alone.
        if rate.is_some() && scenario.unpaid_care() > 0.0 {
            self.add_always(reason);
        } else {
            self.add(reason);
        }
    }

    fn add_time(&mut self) {
        let Some(Deadline::Weeks { weeks, .. }) = self.scenario.deadline else {
            return;
        };
        self.add(Reason::Deadline {
            lift: self.lift(&self.job.with_deadline(Some(Deadline::Open))),
            weeks,
            p50: self.figures.weeks.p50,
            p80: self.figures.weeks.p80,
        });
        let weeks = self.scenario.load.least_weeks;
        if weeks > 0.0 {
            let lift = self.lift_of(&|changed| changed.load.least_weeks = 0.0);
            self.add(Reason::LeastWeeks { lift, weeks });
        }
    }

    fn add_care(&mut self) {
        let scenario = self.scenario;
        let unpaid = scenario.unpaid_care();
        if unpaid <= 0.0 {
            return;
        }
        let kinds = scenario.unpaid_kinds();
        let is_said = |kind: &CareKind| scenario.owners[*kind].is_some();
        let reason = Reason::Care {
            lift: self.lift(&scenario.care_paid().job()),
            said: kinds.iter().all(is_said),
            kinds,
            hours: self.figures.care_hours,
            work_p50: self.figures.hours.p50,
            months: scenario.months(),
        };
        if unpaid >= LEAST_CARE * self.job.whole_effort_quantile(0.5) {
            self.add_always(reason);
        } else {
            self.add(reason);
        }
    }

    /// Adds the answers about working together that slow the job down.
    fn add_pace(&mut self) {
        let (pace, terms) = (self.scenario.pace, self.scenario.terms);
        if pace.content_ready == Some(false) {
            let lift = self.lift_of(&|changed| changed.pace.content_ready = Some(true));
            let weeks = terms.content_wait.median;
            self.add(Reason::Content { lift, weeks });
        }
        if pace.depends == Some(true) {
            let lift = self.lift_of(&|changed| changed.pace.depends = Some(false));
            let weeks = terms.depend_wait.median;
            self.add(Reason::Depends { lift, weeks });
        }
        if pace.contact != Some(Contact::Daily) {
            self.add(Reason::Contact {
                lift: self.lift_of(&|changed| changed.pace.contact = Some(Contact::Daily)),
                contact: pace.contact,
                said: pace.contact.is_some(),
            });
        }
        if pace.phased != Some(true) {
            let lift = self.lift_of(&|changed| changed.pace.phased = Some(true));
            let said = pace.phased.is_some();
            self.add(Reason::Phases { lift, said });
        }
    }

    fn add_existing(&mut self) {
        if self.scenario.is_unseen() {
            let lift = self.lift_of(&|changed| changed.existing = Some(Existing::Seen));
            self.add(Reason::Existing { lift });
        }
    }

    fn add_payment(&mut self) {
        let scenario = self.scenario;
        let (unpaid, _) = scenario.risk();
        if unpaid > 0.0 && !scenario.is_share() {
            self.add(Reason::Pay {
                lift: Some(self.lift_of(&|changed| changed.pay_in_advance())),
                pay: scenario.pay.unwrap_or(Pay::Deposit),
                unpaid,
                said: scenario.pay.is_some(),
            });
        }
    }

    fn add_bid(&mut self) {
        let scenario = self.scenario;
        if scenario.is_dear_to_get() {
            let rivals = self.brief.ours.rivals.unwrap_or(Rivals::None);
            self.add_always(Reason::Bid {
                lift: self.lift_of(&|changed| changed.bid = 0.0),
                hours: scenario.bid,
                chance: scenario.terms.wins.against(rivals),
            });
        }
    }

    fn add_costs(&mut self) {
        let money = self.scenario.costs();
        if money > 0.0 {
            let lift = self.lift_of(&|changed| changed.payer = Some(Payer::Client));
            self.add(Reason::Costs { lift, money });
        }
    }

    fn add_rounds(&mut self) {
        let terms = self.scenario.terms;
        let included = terms.rounds.included;
        let rounds = self.brief.conditions.rounds;
        let Some(rounds) = rounds.and_then(|rounds| rounds.count()) else {
            return;
        };
        if rounds > included {
            let mut brief = self.brief.clone();
            brief.conditions.rounds = None;
            let items = scenario::items(&brief, terms);
            let load = scenario::load(terms, &brief.promises, &items);
            self.add(Reason::Rounds {
                lift: self.lift_of(&|changed| changed.load = load),
                rounds,
                included,
            });
        }
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
