//! Timeline of available hours, and the scheduling of jobs on it.

use super::points::Points;
use super::{Beside, Capacity, Prospect, QUARTER};
use crate::math::{LogLogistic, logistic};
use libm::{exp, log};

/// Least number of weeks with a resolution of working days, within which hours are spread evenly.
///
/// Assumption: five days a week, and a quarter of a year, beyond which no date needs the resolution of
/// days.
const WEEKS: usize = 14;
pub(super) const DAYS: usize = 5;

/// Lengths of the later intervals, in weeks. The last one is infinite.
const LATER: [f64; 20] = [
    1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 4.0, 4.0, 8.0, 13.0,
    26.0, 52.0,
];

/// Tolerance for dates in weeks: the last bits of a sum.
const HAIR: f64 = 1e-9;

/// Interval with constant hours a week.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    /// Weeks from today to its start.
    begin: f64,
    /// Length in weeks, infinite for the last one.
    length: f64,
    /// Hours a week.
    hours: f64,
}

/// Capacity as consecutive intervals.
pub(super) struct Timeline {
    stretches: Vec<Stretch>,
    /// Number of intervals up to the end of each week of the capacity.
    weeks: Vec<usize>,
}

impl Timeline {
    /// Returns the intervals of a capacity, this many a week where weeks have their own hours, split where a
    /// job may begin and where the quarter ends.
    pub fn new(capacity: &Capacity, jobs: &[Prospect], days_a_week: usize) -> Timeline {
        let mut cuts = vec![QUARTER];
        for job in jobs {
            let start = job.demand.start;
            if start > 0.0 && !cuts.contains(&start) {
                cuts.push(start);
            }
        }
        let first = capacity.first.clamp(HAIR, 1.0);
        let days = (0..days_a_week * capacity.weeks.len().max(WEEKS)).map(|day| {
            let week = day / days_a_week;
            let length = if week == 0 { first } else { 1.0 };
            let hours = capacity.weeks.get(week).copied();
            (length / days_a_week as f64, hours.unwrap_or(capacity.usual))
        });
        let later = LATER.into_iter().chain([f64::INFINITY]);
        let days = days.chain(later.map(|length| (length, capacity.usual)));
        let mut stretches = Vec::new();
        let mut weeks = Vec::with_capacity(capacity.weeks.len());
        let mut begin = 0.0;
        for (day, (length, hours)) in days.enumerate() {
            let end = begin + length;
            while begin < end {
                let is_inside = |cut: &&f64| **cut > begin && **cut < end;
                let inside = cuts.iter().filter(is_inside);
                let next = inside.fold(end, |next, cut| next.min(*cut));
                stretches.push(Stretch {
                    begin,
                    length: next - begin,
                    hours: hours.max(0.0),
                });
                begin = next;
            }
            if day % days_a_week == days_a_week - 1 && weeks.len() < capacity.weeks.len() {
                weeks.push(stretches.len());
            }
        }
        Timeline { stretches, weeks }
    }

    /// Sums values of intervals by week.
    pub fn by_week(&self, spread: &[f64]) -> Vec<f64> {
        let mut begin = 0;
        let week = |end: &usize| {
            let days = spread.get(begin..*end).unwrap_or(&[]);
            begin = *end;
            days.iter().sum()
        };
        self.weeks.iter().map(week).collect()
    }
}

/// Returns the indices of jobs by deadline. Jobs with the same deadline are sorted by their
/// figures; equal ones may be in any order.
pub(super) fn in_order(jobs: &[Prospect]) -> Vec<usize> {
    let mut order: Vec<(usize, &Prospect)> = jobs.iter().enumerate().collect();
    let key = |job: &Prospect| {
        let demand = &job.demand;
        [
            job.due(),
            demand.hours,
            demand.money,
            demand.spent,
            demand.overrun.ln_median,
        ]
    };
    order.sort_by(|(_, a), (_, b)| {
        let pairs = key(a).into_iter().zip(key(b));
        pairs.fold(std::cmp::Ordering::Equal, |order, (a, b)| {
            order.then(a.total_cmp(&b))
        })
    });
    order.into_iter().map(|(index, _)| index).collect()
}

/// Schedule of jobs that have got their hours, in order of deadline, at every point.
#[derive(Clone)]
pub(super) struct Course<'a> {
    timeline: &'a Timeline,
    points: &'a Points,
    /// Remaining hours a week, for each point and interval.
    left: Vec<f64>,
    /// Chance that all are in time, for each point.
    all: Vec<f64>,
    /// Hours of all work, for each point.
    worked: Vec<f64>,
}

impl<'a> Course<'a> {
    /// Returns the empty schedule.
    pub fn new(timeline: &'a Timeline, points: &'a Points) -> Course<'a> {
        let hours = timeline.stretches.iter().map(|stretch| stretch.hours);
        let hours: Vec<f64> = hours.collect();
        Course {
            timeline,
            points,
            left: hours.repeat(points.count),
            all: vec![1.0; points.count],
            worked: vec![0.0; points.count],
        }
    }

    /// Returns the chance that all jobs are in time.
    pub fn all(&self) -> f64 {
        mean(&self.all)
    }

    /// Returns the median hours of all work.
    pub fn hours(&self) -> f64 {
        let mut worked = self.worked.clone();
        worked.sort_by(f64::total_cmp);
        worked
            .get(self.points.count / 2)
            .copied()
            .unwrap_or_default()
    }

    /// Gives a job its hours, after those already scheduled. `place` is its index among the points.
    /// Returns its result, and its mean hours in each interval.
    pub fn take(&mut self, job: &Prospect, place: usize) -> (Beside, Vec<f64>) {
        self.take_if(job, place, f64::NEG_INFINITY)
            .unwrap_or_default()
    }

    /// Does the same, unless the chance that all are in time is below `least`. It then returns `None`
    /// early, and leaves a schedule that must not be used.
    pub fn take_if(
        &mut self,
        job: &Prospect,
        place: usize,
        least: f64,
    ) -> Option<(Beside, Vec<f64>)> {
        let demand = &job.demand;
        let counts = job.has_date() && job.due() > 0.0;
        let mut in_time_of_all = 0.0;
        // Slightly lenient, because the numbers are added up in another order.
        let points = self.points.count as f64;
        let mut room = self.all.iter().sum::<f64>() - (least - HAIR) * points;
        let stretches = &self.timeline.stretches;
        let mut spread = vec![0.0; stretches.len()];
        let each = self.left.chunks_mut(stretches.len().max(1));
        let each = each.zip(&mut self.all).zip(&mut self.worked);
        for (((left, all), worked), z) in each.zip(self.points.of(place)) {
            let chance = in_time(stretches, left, job, demand.drag * z);
            in_time_of_all += chance;
            if counts {
                let before = *all;
                *all *= chance;
                room -= before - *all;
                if room < 0.0 {
                    return None;
                }
            }
            let hours = demand.hours * exp(demand.overrun.ln_median + demand.overrun.scale * z);
            *worked += hours;
            give(stretches, left, job, hours, &mut spread);
        }
        let is_soon = |stretch: &Stretch| stretch.begin + HAIR < QUARTER;
        let given: f64 = spread.iter().sum();
        let soon = stretches.iter().take_while(|stretch| is_soon(stretch));
        let soon: f64 = soon.zip(&spread).map(|(_, hours)| hours).sum();
        for hours in &mut spread {
            *hours /= points;
        }
        let beside = Beside {
            in_time: job.has_date().then_some(in_time_of_all / points),
            quarter: if given > 0.0 { soon / given } else { 1.0 },
            weeks: Vec::new(),
        };
        Some((beside, spread))
    }
}

fn mean(numbers: &[f64]) -> f64 {
    // However numbers up to 1 are summed, rounding may lift their mean slightly above 1.
    (numbers.iter().sum::<f64>() / numbers.len().max(1) as f64).min(1.0)
}

/// Returns the chance that a schedule factor with this drag does not exceed a limit.
fn chance_of(schedule: LogLogistic, limit: f64, drag: f64) -> f64 {
    if limit <= 0.0 {
        return 0.0;
    }
    if limit == f64::INFINITY {
        return 1.0;
    }
    let distance = log(limit) - schedule.ln_median - drag;
    if schedule.scale > 0.0 {
        logistic(distance / schedule.scale)
    } else {
        f64::from(u8::from(distance >= 0.0))
    }
}

/// Returns the chance that a job is in time given the remaining hours, as the mean over its waits.
/// `drag` is the contribution of its overrun to `ln` of its schedule factor.
fn in_time(stretches: &[Stretch], left: &[f64], job: &Prospect, drag: f64) -> f64 {
    let demand = &job.demand;
    let waits = demand.waits();
    if demand.due == f64::INFINITY {
        return 1.0;
    }
    let mut sum = 0.0;
    let mut walk = Walk::new(stretches, left, job);
    // The longest wait leaves the fewest weeks, so one pass over the intervals is enough.
    for wait in waits {
        let limit = walk.schedule_limit(demand.due - wait);
        sum += chance_of(demand.schedule, limit, drag);
    }
    sum / waits.len().max(1) as f64
}

/// Pass over the intervals, from the start of a job on.
struct Walk<'a> {
    stretches: &'a [Stretch],
    left: &'a [f64],
    job: &'a Prospect,
    /// Index of the next interval.
    next: usize,
    /// Current interval: weeks from the start of the job, length, and hours a week for the job.
    here: (f64, f64, f64),
    /// Hours given before it.
    given: f64,
}

impl<'a> Walk<'a> {
    fn new(stretches: &'a [Stretch], left: &'a [f64], job: &'a Prospect) -> Walk<'a> {
        let is_before = |stretch: &&Stretch| stretch.begin < job.demand.start - HAIR;
        let mut walk = Walk {
            stretches,
            left,
            job,
            next: stretches.iter().take_while(is_before).count(),
            here: (0.0, 0.0, 0.0),
            given: 0.0,
        };
        walk.advance();
        walk
    }

    /// Moves to the next interval. Returns `false` after the last one.
    fn advance(&mut self) -> bool {
        let next = self.stretches.get(self.next).zip(self.left.get(self.next));
        let Some((stretch, hours)) = next else {
            return false;
        };
        let (_, length, pace) = self.here;
        self.given += pace * length;
        let begin = stretch.begin - self.job.demand.start;
        self.here = (begin, stretch.length, hours.min(self.job.most));
        self.next += 1;
        true
    }

    /// Returns the largest schedule factor with which the job is ready within this many weeks of its
    /// start, not fewer than in the call before. 0 if none is small enough, infinite if any is.
    fn schedule_limit(&mut self, weeks: f64) -> f64 {
        let demand = &self.job.demand;
        if weeks < demand.least - HAIR || weeks < 0.0 {
            return 0.0;
        }
        if demand.hours <= 0.0 {
            return if demand.wait > 0.0 {
                weeks / demand.wait
            } else {
                f64::INFINITY
            };
        }
        // With the factor t the work is done after u weeks, followed by t · wait. So u is where the hours given
        // by then are t · hours, and t · wait is the rest of the weeks.
        loop {
            let (begin, length, pace) = self.here;
            let needed = demand.hours * (weeks - begin) - demand.wait * self.given;
            let after = needed / (demand.wait * pace + demand.hours);
            if after <= length {
                return (self.given + pace * after.max(0.0)) / demand.hours;
            }
            if !self.advance() {
                return 0.0;
            }
        }
    }
}

/// Subtracts the hours of a job from the remaining ones, and adds them to its hours in each
/// interval.
fn give(stretches: &[Stretch], left: &mut [f64], job: &Prospect, hours: f64, spread: &mut [f64]) {
    let mut rest = hours;
    for ((stretch, left), spread) in stretches.iter().zip(left).zip(spread) {
        if stretch.begin < job.demand.start - HAIR {
            continue;
        }
        if rest <= 0.0 {
            break;
        }
        // The last interval has room for everything.
        let room = left.min(job.most) * stretch.length;
        let taken = if stretch.length < f64::INFINITY {
            rest.min(room)
        } else {
            rest
        };
        rest -= taken;
        *left = (*left - taken / stretch.length).max(0.0);
        *spread += taken;
    }
}
