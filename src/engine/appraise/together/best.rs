//! Selection of the most valuable set of jobs that is in time.

use super::plan::{Course, DAYS, Timeline, in_order};
use super::points::{COARSE, FINE, Points};
use super::{Capacity, Prospect, together};

/// Largest number of jobs for which every set is tried.
pub const MOST_TRIED: usize = 12;

/// Largest error of a chance by few points and whole weeks that a set is given the benefit of.
///
/// Assumption: `tests/together.rs` compares with sets that were all worked out in full.
const DOUBT: f64 = 0.02;

/// Chance below which a taken job is lost. Assumption: nothing can be conditional on so little.
const LOST: f64 = 1e-6;

/// Returns the indices, in ascending order, of the jobs in `asked` that are best added to all of
/// `taken`: every job is then in time with at least this confidence, and no other set brings more
/// in the next quarter beyond the floor of its hours. Empty if no set is better than none.
///
/// The taken jobs have a risk of their own, whatever is added: so the confidence is that of the
/// added jobs, given that the taken ones alone are in time. A taken job without any chance takes its
/// hours, and nothing depends on it. A job whose deadline has passed is in no best set.
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
    let mut jobs = [taken, asked].concat();
    let order = in_order(&jobs).into_iter();
    for (job, alone) in jobs.iter_mut().zip(together(taken, capacity).jobs) {
        if alone.in_time.is_some_and(|chance| chance < LOST) {
            // As if its deadline had passed.
            job.demand.due = -job.demand.start;
        }
    }
    let candidate = |index: usize| {
        let asked = index.checked_sub(taken.len());
        let job = *jobs.get(index)?;
        let is_worth = job.above() > 0.0 && job.due() > 0.0;
        (asked.is_none() || is_worth).then_some(Candidate { job, asked })
    };
    let all: Vec<Candidate> = order.filter_map(candidate).collect();
    let (fine, coarse) = (Points::new(all.len(), FINE), Points::new(all.len(), COARSE));
    let days = Timeline::new(capacity, &jobs, DAYS);
    let weeks = Timeline::new(capacity, &jobs, 1);
    let begin = Course::new(&weeks, &coarse);
    let mut search = Search {
        all: &all,
        begin: Course::new(&days, &fine),
        least: 0.0,
        rough: 0.0,
        best: None,
        apart: Vec::new(),
    };
    search.least = confidence * search.alone(&search.begin);
    search.rough = confidence * search.alone(&begin) - DOUBT;
    search.find_apart(&begin);
    search.start_greedily();
    search.go(0, &begin, &mut Vec::new(), 0.0);
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
///
/// Sets are told apart by few points and whole weeks, and whichever is better than the best so far is worked out
/// in full.
struct Search<'a> {
    all: &'a [Candidate],
    /// Schedule of no job, in full.
    begin: Course<'a>,
    /// Least chance that all are in time, in full.
    least: f64,
    /// Least chance that all are in time by few points, with what these may be mistaken by.
    rough: f64,
    /// Best set so far, with its value.
    best: Option<(f64, Vec<usize>)>,
    /// Pairs of places that are late together, whatever else is taken; a job that is late alone is a
    /// pair with itself.
    apart: Vec<(usize, usize)>,
}

impl Search<'_> {
    /// Returns the chance that the taken jobs alone are in time.
    fn alone(&self, begin: &Course) -> f64 {
        let mut course = begin.clone();
        for (place, candidate) in self.all.iter().enumerate() {
            if candidate.asked.is_none() {
                course.take(&candidate.job, place);
            }
        }
        course.all()
    }

    /// Returns the value of a set of places of jobs asked for. `None` if it is late.
    fn value(&self, places: &[usize], begin: &Course, least: f64) -> Option<f64> {
        let mut course = begin.clone();
        let mut value = 0.0;
        for (place, candidate) in self.all.iter().enumerate() {
            if candidate.asked.is_some() && !places.contains(&place) {
                continue;
            }
            let (beside, _) = course.take_if(&candidate.job, place, least)?;
            if candidate.asked.is_some() {
                value += beside.quarter * candidate.job.above();
            }
        }
        Some(value)
    }

    /// Returns the places of the jobs asked for.
    fn asked(&self) -> Vec<usize> {
        let asked = self.all.iter().enumerate();
        let asked = asked.filter(|(_, candidate)| candidate.asked.is_some());
        asked.map(|(place, _)| place).collect()
    }

    /// Finds the pairs that are late together: no set with both is in time.
    fn find_apart(&mut self, begin: &Course) {
        let asked = self.asked();
        for (rank, first) in asked.iter().enumerate() {
            for second in asked.iter().skip(rank) {
                if self.value(&[*first, *second], begin, self.rough).is_none() {
                    self.apart.push((*first, *second));
                }
            }
        }
    }

    /// Starts with a good set: jobs by descending value, each if it is in time with those before it.
    /// The better the first set, the fewer others remain that may be better.
    fn start_greedily(&mut self) {
        let above = |place: &usize| self.all.get(*place).map_or(0.0, |one| one.job.above());
        let mut asked = self.asked();
        asked.sort_by(|a, b| above(b).total_cmp(&above(a)));
        let mut places: Vec<usize> = Vec::new();
        let value = |places: &[usize]| self.value(places, &self.begin, self.least);
        let mut found = value(&places);
        for place in asked {
            places.push(place);
            match value(&places) {
                Some(value) => found = Some(value),
                None => _ = places.pop(),
            }
        }
        places.sort_unstable();
        self.best = found.map(|value| (value, self.indices(&places)));
    }

    /// Returns the indices of the jobs at these places.
    fn indices(&self, places: &[usize]) -> Vec<usize> {
        let index = |place: &usize| self.all.get(*place)?.asked;
        places.iter().filter_map(index).collect()
    }

    fn is_apart(&self, place: usize, chosen: &[usize]) -> bool {
        let is_pair = |other: &usize| self.apart.contains(&(*other, place));
        self.apart.contains(&(place, place)) || chosen.iter().any(is_pair)
    }

    /// Tries all sets that extend the chosen places, given their course and value.
    fn go(&mut self, place: usize, course: &Course, chosen: &mut Vec<usize>, value: f64) {
        let rest = self.all.iter().enumerate().skip(place);
        let possible =
            rest.filter(|(place, one)| one.asked.is_some() && !self.is_apart(*place, chosen));
        let hoped: f64 = possible.map(|(_, one)| one.job.above()).sum();
        if let Some((best, _)) = &self.best
            && value + hoped <= *best
        {
            return;
        }
        let Some(candidate) = self.all.get(place) else {
            let value = self.value(chosen, &self.begin, self.least);
            let best = self
                .best
                .as_ref()
                .map_or(f64::NEG_INFINITY, |(best, _)| *best);
            if let Some(value) = value.filter(|value| *value > best) {
                self.best = Some((value, self.indices(chosen)));
            }
            return;
        };
        if candidate.asked.is_some() && self.is_apart(place, chosen) {
            return self.go(place + 1, course, chosen, value);
        }
        let mut with = course.clone();
        let beside = with.take_if(&candidate.job, place, self.rough);
        match (candidate.asked, beside) {
            (None, Some(_)) => self.go(place + 1, &with, chosen, value),
            (None, None) => {}
            (Some(_), beside) => {
                if let Some((beside, _)) = beside {
                    chosen.push(place);
                    let value = value + beside.quarter * candidate.job.above();
                    self.go(place + 1, &with, chosen, value);
                    chosen.pop();
                }
                self.go(place + 1, course, chosen, value);
            }
        }
    }
}
