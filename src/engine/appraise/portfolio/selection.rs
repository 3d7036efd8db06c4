//! Selection of the most valuable set of jobs that is in time, by branch and bound.

use super::capacity::Capacity;
use super::lattice::{COARSE, FINE, LatticePoints};
use super::prospect::Prospect;
use super::schedule::{DAYS, PartialSchedule, Timeline, by_deadline};
use super::totals::portfolio;

/// Largest number of jobs for which every set is tried.
pub const MOST_CANDIDATES: usize = 12;

/// Allowance for the error of chances by few points and whole weeks.
///
/// Assumption: `tests/portfolio.rs` compares with sets that were all worked out in full.
const COARSE_ERROR: f64 = 0.02;

/// Chance below which a taken job is lost. Assumption: nothing can be conditional on so little.
const HOPELESS: f64 = 1e-6;

/// Returns the indices, in ascending order, of the jobs in `asked` that are best added to all of
/// `taken`: every job is then in time with at least this confidence, from 0 to 1, and no other set
/// brings more in the next quarter beyond the floor of its hours. Empty if no set is better than none.
///
/// The taken jobs have a risk of their own, whatever is added: so the confidence is that of the
/// added jobs, given that the taken ones alone are in time. A taken job without any chance takes its
/// hours, and nothing depends on it. A job whose deadline has passed is in no best set.
///
/// The search over the first [`MOST_CANDIDATES`] jobs is exact, up to the error of the values by few
/// points and whole weeks. It prunes supersets of a set that is late, because no further job makes
/// another one earlier. A job that brings less than its floor is in no best set.
pub fn best_jobs(
    taken: &[Prospect],
    asked: &[Prospect],
    capacity: &Capacity,
    confidence: f64,
) -> Vec<usize> {
    let asked = asked.get(..MOST_CANDIDATES).unwrap_or(asked);
    let mut jobs = [taken, asked].concat();
    let order = by_deadline(&jobs).into_iter();
    for (job, alone) in jobs.iter_mut().zip(portfolio(taken, capacity).jobs) {
        if alone.in_time.is_some_and(|chance| chance < HOPELESS) {
            // As if its deadline had passed.
            job.demand.due = -job.demand.start;
        }
    }
    let candidate = |index: usize| {
        let asked = index.checked_sub(taken.len());
        let job = *jobs.get(index)?;
        let is_worth = job.margin() > 0.0 && job.due() > 0.0;
        (asked.is_none() || is_worth).then_some(Candidate { job, asked })
    };
    let all: Vec<Candidate> = order.filter_map(candidate).collect();
    let (fine, coarse) = (
        LatticePoints::new(all.len(), FINE),
        LatticePoints::new(all.len(), COARSE),
    );
    let days = Timeline::new(capacity, &jobs, DAYS);
    let weeks = Timeline::new(capacity, &jobs, 1);
    let begin = PartialSchedule::new(&weeks, &coarse);
    let mut search = Selection {
        all: &all,
        begin: PartialSchedule::new(&days, &fine),
        least: 0.0,
        coarse_least: 0.0,
        best: None,
        incompatible: Vec::new(),
    };
    search.least = confidence * search.chance_of_taken(&search.begin);
    search.coarse_least = confidence * search.chance_of_taken(&begin) - COARSE_ERROR;
    search.find_incompatible(&begin);
    search.start_greedily();
    search.branch(0, &begin, &mut Vec::new(), 0.0);
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

/// Branch and bound over all sets, job by job in order of deadline.
///
/// Sets are first judged by few points and whole weeks; only those that may be better than the best
/// so far are worked out in full.
struct Selection<'a> {
    all: &'a [Candidate],
    /// Schedule of no job, in full.
    begin: PartialSchedule<'a>,
    /// Least chance that all are in time, in full.
    least: f64,
    /// The same by few points, less their error.
    coarse_least: f64,
    /// Best set so far, with its value.
    best: Option<(f64, Vec<usize>)>,
    /// Pairs of places that are late in any set; a job that is late alone is a pair with itself.
    incompatible: Vec<(usize, usize)>,
}

impl Selection<'_> {
    /// Returns the chance that the taken jobs alone are in time.
    fn chance_of_taken(&self, begin: &PartialSchedule) -> f64 {
        let mut schedule = begin.clone();
        for (place, candidate) in self.all.iter().enumerate() {
            if candidate.asked.is_none() {
                schedule.add(&candidate.job, place);
            }
        }
        schedule.all()
    }

    /// Returns the value of a set of places of jobs asked for. `None` if it is late.
    fn value(&self, places: &[usize], begin: &PartialSchedule, least: f64) -> Option<f64> {
        let mut schedule = begin.clone();
        let mut value = 0.0;
        for (place, candidate) in self.all.iter().enumerate() {
            if candidate.asked.is_some() && !places.contains(&place) {
                continue;
            }
            let (scheduled, _) = schedule.add_if(&candidate.job, place, least)?;
            if candidate.asked.is_some() {
                value += scheduled.quarter * candidate.job.margin();
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

    /// Finds the pairs that no set in time has both of.
    fn find_incompatible(&mut self, begin: &PartialSchedule) {
        let asked = self.asked();
        for (rank, first) in asked.iter().enumerate() {
            for second in asked.iter().skip(rank) {
                if self
                    .value(&[*first, *second], begin, self.coarse_least)
                    .is_none()
                {
                    self.incompatible.push((*first, *second));
                }
            }
        }
    }

    /// Takes a greedy set as the best so far: jobs by descending value, each if it is in time with
    /// those before it. The better the first bound, the more is pruned.
    fn start_greedily(&mut self) {
        let above = |place: &usize| self.all.get(*place).map_or(0.0, |one| one.job.margin());
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

    fn is_incompatible(&self, place: usize, chosen: &[usize]) -> bool {
        let is_pair = |other: &usize| self.incompatible.contains(&(*other, place));
        self.incompatible.contains(&(place, place)) || chosen.iter().any(is_pair)
    }

    /// Tries all sets that extend the chosen places, whose schedule and value are given.
    fn branch(
        &mut self,
        place: usize,
        schedule: &PartialSchedule,
        chosen: &mut Vec<usize>,
        value: f64,
    ) {
        let rest = self.all.iter().enumerate().skip(place);
        let possible = rest
            .filter(|(place, one)| one.asked.is_some() && !self.is_incompatible(*place, chosen));
        let bound: f64 = possible.map(|(_, one)| one.job.margin()).sum();
        if let Some((best, _)) = &self.best
            && value + bound <= *best
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
        if candidate.asked.is_some() && self.is_incompatible(place, chosen) {
            return self.branch(place + 1, schedule, chosen, value);
        }
        let mut with = schedule.clone();
        let scheduled = with.add_if(&candidate.job, place, self.coarse_least);
        match (candidate.asked, scheduled) {
            (None, Some(_)) => self.branch(place + 1, &with, chosen, value),
            (None, None) => {}
            (Some(_), scheduled) => {
                if let Some((scheduled, _)) = scheduled {
                    chosen.push(place);
                    let value = value + scheduled.quarter * candidate.job.margin();
                    self.branch(place + 1, &with, chosen, value);
                    chosen.pop();
                }
                self.branch(place + 1, schedule, chosen, value);
            }
        }
    }
}
