//! Subjects of lessons: the hours and the weeks of finished jobs.

use crate::desk::learning::spreadsheet::FinishedJob;
use crate::desk::sheet::{at, plain};
use crate::engine::{Learned, OwnHours, OwnJob, Schedule, Spread, bounds, defaults};
use serde_json::{Value, json};

/// Subject of a lesson.
#[derive(Clone, Copy, PartialEq)]
pub enum Subject {
    /// Actual over estimated hours: the overrun.
    Hours,
    /// Actual over planned weeks: the calendar, with the weeks that every job also waits.
    Weeks {
        /// The wait.
        wait: f64,
    },
}

impl Subject {
    /// Pointer to its factor in the configuration.
    pub fn pointer(self) -> &'static str {
        match self {
            Subject::Hours => "/terms/overrun",
            Subject::Weeks { .. } => "/terms/schedule",
        }
    }

    /// The factor of the reference class.
    pub fn borrowed(self) -> Spread {
        match self {
            Subject::Hours => defaults::OVERRUN,
            Subject::Weeks { .. } => defaults::SCHEDULE.spread,
        }
    }

    /// The factor of a job, if it has one.
    pub fn ratio(self, job: &OwnJob) -> Option<f64> {
        match self {
            Subject::Hours => job.hours.map(OwnHours::ratio),
            Subject::Weeks { wait } => job.weeks.map(|weeks| weeks.ratio(wait)),
        }
    }

    /// The job that is furthest from its plan, with its factor, if it is so far that its figures are more often
    /// mistaken ones.
    ///
    /// Assumption: few jobs of a shop take eight times the estimate, or an eighth of it.
    pub fn oddest(self, jobs: &[FinishedJob]) -> Option<(&FinishedJob, f64)> {
        const MOST: f64 = 8.0;
        let far = |ratio: f64| ratio.max(1.0 / ratio);
        let factors = jobs
            .iter()
            .filter_map(|job| Some((job, self.ratio(&job.job)?)));
        let odd = factors.filter(|(_, ratio)| far(*ratio) > MOST);
        odd.max_by(|(_, a), (_, b)| far(*a).total_cmp(&far(*b)))
    }

    /// A learned factor as the terms have it, to three decimals.
    pub fn value(self, learned: Spread) -> Value {
        let rounded = |value: f64| plain((value * 1000.0).round().max(1.0) / 1000.0);
        let (median, p90) = (rounded(learned.median), rounded(learned.p90));
        match self {
            Subject::Hours => json!({ "median": median, "p90": p90 }),
            Subject::Weeks { wait } => {
                json!({ "median": median, "p90": p90, "wait": plain(wait) })
            }
        }
    }
}

impl Subject {
    /// Pointer and value of what is said of the origin of a learned factor, where something is.
    pub fn record(self, learned: &Learned<Spread>) -> Option<(&'static str, Value)> {
        let own = plain((learned.own * 100.0).round() / 100.0);
        let record = json!({ "jobs": learned.jobs, "own": own });
        (self == Subject::Hours).then_some(("/terms/learned", record))
    }
}

/// The weeks that every job also waits by the terms of a configuration. A schedule that is given
/// without a wait has none.
pub fn wait(config: &Value) -> f64 {
    let is_within = |wait: &f64| (0.0..=bounds::MOST_WEEKS).contains(wait);
    let Schedule { wait: default, .. } = defaults::SCHEDULE;
    match at(config, "/terms/schedule") {
        None | Some(Value::Null) => default,
        Some(schedule) => match schedule.get("wait") {
            None => 0.0,
            Some(wait) => wait.as_f64().filter(is_within).unwrap_or(default),
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::desk::learning::spreadsheet::read;

    #[test]
    fn a_single_job_far_from_its_estimate_is_odd_whatever_the_others_took() {
        let odd = |rows: &str| {
            let jobs = read(&format!("Job,Estimated,Actual\nA,10,11\nB,20,19\n{rows}")).jobs;
            let odd = Subject::Hours.oddest(&jobs);
            odd.map(|(job, ratio)| (job.name.clone(), ratio))
        };
        assert_eq!(odd("C,2,15\nD,15,2\n"), None);
        assert_eq!(odd("C,2,17\n"), Some(("C".to_owned(), 8.5)));
        assert_eq!(odd("C,2,17\nD,32,2\n"), Some(("D".to_owned(), 0.0625)));
    }
}
