//! Selection of the most valuable set of jobs that is in time.

use super::plan::{Course, Timeline, in_order};
use super::points::Points;
use super::{Capacity, Prospect};

/// Largest number of jobs for which every set is tried.
pub const MOST_TRIED: usize = 12;

/// Returns the indices, in ascending order, of the jobs in `asked` that are best added to all of
/// `taken`: every job is then in time with at least this confidence, and no other set brings more
/// in the next quarter beyond the floor of its hours. Empty if no set is better than none.
///
/// The taken jobs have a risk of their own, whatever is added: so the confidence is that of the
/// added jobs, given that the taken ones alone are in time.
///
/// The search over the first [`MOST_TRIED`] jobs is exact. It prunes supersets of a set that is
/// late, because no further job makes another one earlier. A job that brings less than its floor is
/// in no best set.
pub fn best(
    taken: &[Prospect],
    asked: &[Prospect],
    capacity: &Capacity,
    confidence: f64,
) -> Vec<usize> {
    let asked = asked.get(..MOST_TRIED).unwrap_or(asked);
    let jobs = [taken, asked].concat();
    let order = in_order(&jobs).into_iter();
    let candidate = |index: usize| {
        let asked = index.checked_sub(taken.len());
        let job = *jobs.get(index)?;
        (asked.is_none() || job.above() > 0.0).then_some(Candidate { job, asked })
    };
    let all: Vec<Candidate> = order.filter_map(candidate).collect();
    let points = Points::new(all.len());
    let timeline = Timeline::new(capacity, &jobs);
    let mut alone = Course::new(&timeline, &points);
    for (place, candidate) in all.iter().enumerate() {
        if candidate.asked.is_none() {
            alone.take(&candidate.job, place);
        }
    }
    let mut search = Search {
        all: &all,
        least: confidence * alone.all(),
        best: None,
    };
    search.go(0, Course::new(&timeline, &points), &mut Vec::new(), 0.0);
    let mut chosen = search.best.map_or_else(Vec::new, |(_, chosen)| chosen);
    chosen.sort_unstable();
    chosen
}

/// Job that is taken, or one that may be.
struct Candidate {
    job: Prospect,
    /// Index among the jobs asked for.
    asked: Option<usize>,
}

/// Search through all sets, job by job in order of deadline.
struct Search<'a> {
    all: &'a [Candidate],
    /// Least chance that all are in time.
    least: f64,
    /// Best set so far, with its value.
    best: Option<(f64, Vec<usize>)>,
}

impl Search<'_> {
    /// Tries all sets that extend the chosen ones, given their course and value.
    fn go(&mut self, place: usize, course: Course, chosen: &mut Vec<usize>, value: f64) {
        let rest = self.all.get(place..).unwrap_or(&[]);
        let others = rest.iter().filter(|other| other.asked.is_some());
        let hoped: f64 = others.map(|other| other.job.above()).sum();
        if let Some((best, _)) = &self.best
            && value + hoped <= *best
        {
            return;
        }
        let Some(candidate) = rest.first() else {
            self.best = Some((value, chosen.clone()));
            return;
        };
        let mut with = course.clone();
        let (beside, _) = with.take(&candidate.job, place);
        let is_in_time = with.all() >= self.least;
        match candidate.asked {
            None if is_in_time => self.go(place + 1, with, chosen, value),
            None => {}
            Some(index) => {
                if is_in_time {
                    chosen.push(index);
                    let value = value + beside.quarter * candidate.job.above();
                    self.go(place + 1, with, chosen, value);
                    chosen.pop();
                }
                self.go(place + 1, course, chosen, value);
            }
        }
    }
}
