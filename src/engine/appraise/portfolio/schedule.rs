//! Earliest-deadline-first scheduling of jobs on a timeline of available hours.

use super::capacity::Capacity;
use super::lattice::LatticePoints;
use super::prospect::Prospect;
use crate::appraise::job::demand::Demand;
use crate::math::{LogLogistic, logistic};
use libm::{exp, log};

/// Weeks in a quarter of a year.
pub const QUARTER_WEEKS: f64 = 13.0;

/// Outlook of one job among others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PortfolioJob {
    /// Chance that it is in time, from 0 to 1. `None` without a date.
    pub in_time: Option<f64>,
    /// Share of its work, from 0 to 1, that falls into the next [`QUARTER_WEEKS`].
    pub quarter: f64,
    /// Mean person-hours of its work in each week of the capacity.
    pub weeks: Vec<f64>,
}

/// Least number of weeks with a resolution of working days. Assumption: beyond a quarter of a year no
/// date needs it.
const WEEKS: usize = 14;

/// Working days in a week.
pub(super) const DAYS: usize = 5;

/// Lengths of the later slots, in weeks. The last one is infinite.
const LATER: [f64; 20] = [
    1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 4.0, 4.0, 8.0, 13.0,
    26.0, 52.0,
];

/// Tolerance for dates in weeks: sums of the same numbers in another order differ in their last bits.
const TOLERANCE: f64 = 1e-9;

/// Stretch of time with constant hours a week.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// Weeks from today to its start.
    begin: f64,
    /// Length in weeks, infinite for the last one.
    length: f64,
    /// Hours a week.
    hours: f64,
}

/// Capacity as consecutive slots.
pub(super) struct Timeline {
    slots: Vec<Slot>,
    /// Number of slots up to the end of each week of the capacity.
    weeks: Vec<usize>,
}

impl Timeline {
    /// Returns the slots of a capacity, this many a week where weeks have their own hours. No slot
    /// extends over a day on which a job may begin, or over the end of the quarter.
    pub fn new(capacity: &Capacity, jobs: &[Prospect], days_a_week: usize) -> Timeline {
        let mut cuts = vec![QUARTER_WEEKS];
        for job in jobs {
            let start = job.demand.start;
            if start > 0.0 && !cuts.contains(&start) {
                cuts.push(start);
            }
        }
        let first = capacity.first.clamp(TOLERANCE, 1.0);
        let days = (0..days_a_week * capacity.weeks.len().max(WEEKS)).map(|day| {
            let week = day / days_a_week;
            let length = if week == 0 { first } else { 1.0 };
            let hours = capacity.weeks.get(week).copied();
            (length / days_a_week as f64, hours.unwrap_or(capacity.usual))
        });
        let later = LATER.into_iter().chain([f64::INFINITY]);
        let days = days.chain(later.map(|length| (length, capacity.usual)));
        let mut slots = Vec::new();
        let mut weeks = Vec::with_capacity(capacity.weeks.len());
        let mut begin = 0.0;
        for (day, (length, hours)) in days.enumerate() {
            let end = begin + length;
            while begin < end {
                let is_inside = |cut: &&f64| **cut > begin && **cut < end;
                let inside = cuts.iter().filter(is_inside);
                let next = inside.fold(end, |next, cut| next.min(*cut));
                slots.push(Slot {
                    begin,
                    length: next - begin,
                    hours: hours.max(0.0),
                });
                begin = next;
            }
            if day % days_a_week == days_a_week - 1 && weeks.len() < capacity.weeks.len() {
                weeks.push(slots.len());
            }
        }
        Timeline { slots, weeks }
    }

    /// Sums values of slots by week.
    pub fn weekly(&self, spread: &[f64]) -> Vec<f64> {
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
pub(super) fn by_deadline(jobs: &[Prospect]) -> Vec<usize> {
    let mut order: Vec<(usize, &Prospect)> = jobs.iter().enumerate().collect();
    let key = |job: &Prospect| {
        let Demand {
            hours,
            overrun,
            wait,
            least,
            schedule,
            drag,
            start,
            money,
            spent,
            ..
        } = job.demand;
        let work = [job.due(), hours, money, spent, start, wait, least, drag];
        let spreads = [
            overrun.ln_median,
            overrun.scale,
            schedule.ln_median,
            schedule.scale,
        ];
        let rest = job.demand.waits_or_zeros().into_iter().chain([job.most]);
        work.into_iter().chain(spreads).chain(rest)
    };
    order.sort_by(|(_, a), (_, b)| {
        let pairs = key(a).zip(key(b));
        pairs.fold(std::cmp::Ordering::Equal, |order, (a, b)| {
            order.then(a.total_cmp(&b))
        })
    });
    order.into_iter().map(|(index, _)| index).collect()
}

/// Schedule of the jobs that have got their hours so far, in order of deadline, at every point.
#[derive(Clone)]
pub(super) struct PartialSchedule<'a> {
    timeline: &'a Timeline,
    points: &'a LatticePoints,
    /// Remaining hours a week, for each point and slot.
    left: Vec<f64>,
    /// Chance that all are in time, for each point.
    all: Vec<f64>,
    /// Hours of all work, for each point.
    worked: Vec<f64>,
}

impl<'a> PartialSchedule<'a> {
    /// Returns the empty schedule.
    pub fn new(timeline: &'a Timeline, points: &'a LatticePoints) -> PartialSchedule<'a> {
        let hours = timeline.slots.iter().map(|slot| slot.hours);
        let hours: Vec<f64> = hours.collect();
        PartialSchedule {
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

    /// Schedules a job after those before. `place` is its index among the points. Returns its result,
    /// and its mean hours in each slot.
    pub fn add(&mut self, job: &Prospect, place: usize) -> (PortfolioJob, Vec<f64>) {
        self.add_if(job, place, f64::NEG_INFINITY)
            .unwrap_or_default()
    }

    /// Like [`add`](PartialSchedule::add), but returns `None` as soon as the chance that all are in
    /// time falls below `least`. The schedule must then be dropped.
    pub fn add_if(
        &mut self,
        job: &Prospect,
        place: usize,
        least: f64,
    ) -> Option<(PortfolioJob, Vec<f64>)> {
        let demand = &job.demand;
        let counts = job.counts();
        let mut in_time_of_all = 0.0;
        // Slightly lenient, because the numbers are added up in another order.
        let points = self.points.count as f64;
        let mut room = self.all.iter().sum::<f64>() - (least - TOLERANCE) * points;
        let slots = &self.timeline.slots;
        let mut spread = vec![0.0; slots.len()];
        let each = self.left.chunks_mut(slots.len().max(1));
        let each = each.zip(&mut self.all).zip(&mut self.worked);
        for (((left, all), worked), z) in each.zip(self.points.overruns(place)) {
            let chance = in_time(slots, left, job, demand.drag * z);
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
            allocate(slots, left, job, hours, &mut spread);
        }
        let is_soon = |slot: &Slot| slot.begin + TOLERANCE < QUARTER_WEEKS;
        let given: f64 = spread.iter().sum();
        let soon = slots.iter().take_while(|slot| is_soon(slot));
        let soon: f64 = soon.zip(&spread).map(|(_, hours)| hours).sum();
        for hours in &mut spread {
            *hours /= points;
        }
        let scheduled = PortfolioJob {
            in_time: job.has_date().then_some(in_time_of_all / points),
            quarter: if given > 0.0 { soon / given } else { 1.0 },
            weeks: Vec::new(),
        };
        Some((scheduled, spread))
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
fn in_time(slots: &[Slot], left: &[f64], job: &Prospect, drag: f64) -> f64 {
    let demand = &job.demand;
    let waits = demand.waits();
    if demand.due == f64::INFINITY {
        return 1.0;
    }
    let mut sum = 0.0;
    let mut cursor = Cursor::new(slots, left, job);
    // The longest wait leaves the fewest weeks, so one pass over the slots is enough.
    for wait in waits {
        let limit = cursor.schedule_limit(demand.due - wait);
        sum += chance_of(demand.schedule, limit, drag);
    }
    sum / waits.len().max(1) as f64
}

/// Pass over the slots, from the start of a job on.
struct Cursor<'a> {
    slots: &'a [Slot],
    left: &'a [f64],
    job: &'a Prospect,
    /// Index of the next slot.
    next: usize,
    /// Current slot: weeks from the start of the job, length, and hours a week for the job.
    here: (f64, f64, f64),
    /// Hours given before it.
    given: f64,
}

impl<'a> Cursor<'a> {
    fn new(slots: &'a [Slot], left: &'a [f64], job: &'a Prospect) -> Cursor<'a> {
        let is_before = |slot: &&Slot| slot.begin < job.demand.start - TOLERANCE;
        let mut cursor = Cursor {
            slots,
            left,
            job,
            next: slots.iter().take_while(is_before).count(),
            here: (0.0, 0.0, 0.0),
            given: 0.0,
        };
        cursor.advance();
        cursor
    }

    /// Moves to the next slot. Returns `false` after the last one.
    fn advance(&mut self) -> bool {
        let next = self.slots.get(self.next).zip(self.left.get(self.next));
        let Some((slot, hours)) = next else {
            return false;
        };
        let (_, length, pace) = self.here;
        self.given += pace * length;
        let begin = slot.begin - self.job.demand.start;
        self.here = (begin, slot.length, hours.min(self.job.most));
        self.next += 1;
        true
    }

    /// Returns the largest schedule factor with which the job is ready within this many weeks of its
    /// start, not fewer than in the call before. 0 if none is small enough, infinite if any is.
    fn schedule_limit(&mut self, weeks: f64) -> f64 {
        let demand = &self.job.demand;
        if weeks < demand.least - TOLERANCE || weeks < 0.0 {
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
/// slot.
fn allocate(slots: &[Slot], left: &mut [f64], job: &Prospect, hours: f64, spread: &mut [f64]) {
    let mut rest = hours;
    for ((slot, left), spread) in slots.iter().zip(left).zip(spread) {
        if slot.begin < job.demand.start - TOLERANCE {
            continue;
        }
        if rest <= 0.0 {
            break;
        }
        // The last slot has room for everything.
        let room = left.min(job.most) * slot.length;
        let taken = if slot.length < f64::INFINITY {
            rest.min(room)
        } else {
            rest
        };
        rest -= taken;
        *left = (*left - taken / slot.length).max(0.0);
        *spread += taken;
    }
}
