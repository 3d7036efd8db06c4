//! Several jobs at once, compared with a simulation that draws everything, and their invariants.

#![allow(clippy::unwrap_used)]

use libm::{cos, erfc, exp, log};
use takeon::engine::{
    Brief, Budget, Capacity, Conditions, Deadline, Estimate, Portfolio, Priority, Progress,
    Prospect, SHARED_VARIANCE, Team, Terms, Want, Wish, appraise, best_jobs, portfolio,
};

/// Returns terms that give a job 25 hours a week, from next week on, and two weeks of waiting.
fn shop() -> Terms {
    Terms {
        floor_rate: 70.0,
        ..Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), vec![])
    }
}

fn brief(hours: f64, weeks: f64, money: f64) -> Brief {
    let want = Want::Estimated {
        name: "A site".to_owned(),
        hours: Estimate::bare(hours),
    };
    Brief {
        wishes: vec![Wish {
            priority: Priority::Must,
            ..Wish::new(want)
        }],
        deadline: Some(Deadline::within(weeks)),
        budget: Some(Budget::fixed(money)),
        ..Brief::default()
    }
}

fn waiting(hours: f64, weeks: f64) -> Brief {
    Brief {
        conditions: Conditions {
            content_ready: Some(false),
            ..Conditions::default()
        },
        ..brief(hours, weeks, 1.0)
    }
}

fn prospects(briefs: &[Brief], terms: &Terms) -> Vec<Prospect> {
    let all = briefs
        .iter()
        .map(|brief| terms.check(brief).unwrap().prospect());
    all.collect()
}

fn of(briefs: &[Brief], capacity: &Capacity) -> Portfolio {
    portfolio(&prospects(briefs, &shop()), capacity)
}

/// Deterministic pseudo-random numbers.
struct Draws(u64);

impl Draws {
    /// Returns a uniform number above 0 and below 1.
    fn uniform(&mut self) -> f64 {
        // Xorshift (Marsaglia 2003).
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Returns a standard normal number, by the Box–Muller transform.
    fn normal(&mut self) -> f64 {
        let (u, v) = (self.uniform(), self.uniform());
        (-2.0 * log(u)).sqrt() * cos(std::f64::consts::TAU * v)
    }

    fn wait(&mut self) -> f64 {
        let points = [0.1_f64, 0.3, 0.5, 0.7, 0.9];
        let chance = points[(self.uniform() * 5.0) as usize];
        // Returns a wait for content: median 3 weeks, P90 6.
        3.0 * exp(log(2.0) / log(9.0) * log(chance / (1.0 - chance)))
    }
}

/// Simulates the chance that each job is in time, and that all are. Hours are given out by the
/// twentieth of a week: earliest deadline first, at most 25 hours a week each, from week 1 on.
fn simulated(briefs: &[Brief], capacity: &Capacity, runs: usize) -> (Vec<f64>, f64) {
    const STEPS: usize = 20;
    let logit = |p: f64| log(p / (1.0 - p));
    let erf_side = |x: f64| erfc(-x / std::f64::consts::SQRT_2) / 2.0;
    let nine = log(9.0);
    let overrun = (log(1.91 / 1.15) / nine, 1.15);
    let schedule = (log(2.45 / 1.25) / nine, 1.25);
    let own_scale = (schedule.0 * schedule.0 - 0.04 * overrun.0 * overrun.0).sqrt();
    let mut order: Vec<usize> = (0..briefs.len()).collect();
    let due = |brief: &Brief| brief.deadline.unwrap().weeks();
    order.sort_by(|a, b| due(&briefs[*a]).total_cmp(&due(&briefs[*b])));
    let mut draws = Draws(0x2545_F491_4F6C_DD1D);
    let mut hits = vec![0_usize; briefs.len()];
    let mut all = 0_usize;
    for _ in 0..runs {
        let shared = draws.normal();
        // For each job: hours it takes, hours after which it is ready, and the wait after that.
        let mut jobs: Vec<[f64; 3]> = Vec::new();
        for index in &order {
            let brief = &briefs[*index];
            let own = draws.normal();
            let z = logit(erf_side(
                SHARED_VARIANCE.sqrt() * shared + (1.0 - SHARED_VARIANCE).sqrt() * own,
            ));
            let factor = schedule.1 * exp(0.2 * overrun.0 * z + own_scale * logit(draws.uniform()));
            let Want::Estimated { hours, .. } = &brief.wishes[0].want else {
                unreachable!()
            };
            let wait = match brief.conditions.content_ready {
                Some(false) => draws.wait(),
                _ => 0.0,
            };
            let took = hours.likely * overrun.1 * exp(overrun.0 * z);
            jobs.push([took, hours.likely * factor, 2.0 * factor + wait]);
        }
        let mut late = vec![true; jobs.len()];
        let mut open: Vec<[f64; 2]> = jobs.iter().map(|job| [job[0], job[1]]).collect();
        for step in STEPS.. {
            let now = step as f64 / STEPS as f64;
            // The first week may be partial.
            let week = if now < capacity.first {
                0
            } else {
                1 + (now - capacity.first + 1e-9) as usize
            };
            let hours = capacity.weeks.get(week).copied().unwrap_or(capacity.usual);
            let mut left = hours / STEPS as f64;
            for (place, job) in open.iter_mut().enumerate() {
                let share = left.min(25.0 / STEPS as f64);
                if job[1] > 0.0 {
                    job[1] -= share;
                    if job[1] <= 0.0 {
                        let over = (-job[1] / share.max(1e-9)).min(1.0) / STEPS as f64;
                        let end = now + 1.0 / STEPS as f64 - over + jobs[place][2];
                        late[place] = end > due(&briefs[order[place]]);
                    }
                }
                let taken = share.min(job[0]);
                job[0] -= taken;
                left -= taken;
            }
            if now > 40.0 {
                break;
            }
        }
        for (place, late) in late.iter().enumerate() {
            hits[order[place]] += usize::from(!late);
        }
        all += usize::from(late.iter().all(|late| !late));
    }
    let share = |hits: usize| hits as f64 / runs as f64;
    (hits.into_iter().map(share).collect(), share(all))
}

#[track_caller]
fn is_as_simulated(briefs: &[Brief], capacity: &Capacity) {
    let (each, all) = simulated(briefs, capacity, 40_000);
    let result = of(briefs, capacity);
    for (job, simulated) in result.jobs.iter().zip(each) {
        let result = job.in_time.unwrap();
        assert!((result - simulated).abs() < 0.01, "{result} {simulated}");
    }
    assert!((result.all.unwrap() - all).abs() < 0.01, "{result:?} {all}");
}

#[test]
fn two_jobs_side_by_side_are_as_simulated() {
    let briefs = [brief(50.0, 9.0, 1.0), brief(60.0, 11.0, 1.0)];
    is_as_simulated(&briefs, &Capacity::even(40.0));
}

#[test]
fn five_jobs_that_wait_for_one_another_are_as_simulated() {
    let briefs = [
        brief(40.0, 20.0, 1.0),
        brief(25.0, 8.0, 1.0),
        waiting(30.0, 16.0),
        brief(80.0, 14.0, 1.0),
        brief(10.0, 6.0, 1.0),
    ];
    is_as_simulated(&briefs, &Capacity::even(30.0));
}

#[test]
fn holidays_and_busy_weeks_are_as_simulated() {
    let briefs = [
        brief(60.0, 15.0, 1.0),
        brief(30.0, 9.0, 1.0),
        brief(45.0, 12.0, 1.0),
    ];
    let capacity = Capacity {
        first: 0.45,
        weeks: vec![60.0, 60.0, 0.0, 0.0, 20.0, 60.0],
        usual: 60.0,
    };
    is_as_simulated(&briefs, &capacity);
}

#[test]
fn a_dozen_jobs_are_as_simulated() {
    let briefs: Vec<Brief> = (0..12)
        .map(|n| brief(20.0 + f64::from(n % 4) * 10.0, 12.0 + f64::from(n), 1.0))
        .collect();
    is_as_simulated(&briefs, &Capacity::even(75.0));
}

#[test]
fn one_job_alone_has_the_odds_of_its_appraisal() {
    let terms = shop();
    for brief in [
        brief(50.0, 7.0, 1.0),
        brief(50.0, 4.0, 1.0),
        brief(5.0, 5.0, 1.0),
        brief(400.0, 30.0, 1.0),
        waiting(50.0, 11.0),
        Brief {
            so_far: Some(Progress {
                hours: 30.0,
                paid: 0.0,
                done: 0.5,
            }),
            ..brief(50.0, 4.0, 1.0)
        },
    ] {
        let alone = appraise(&brief, &terms).unwrap().odds.time.unwrap();
        let result = of(&[brief], &Capacity::even(25.0));
        assert!(
            (result.all.unwrap() - alone).abs() < 1e-3,
            "{result:?} {alone}"
        );
        assert!((result.all.unwrap() - result.jobs[0].in_time.unwrap()).abs() < 1e-12);
    }
}

#[test]
fn more_capacity_is_never_worse() {
    let briefs = [
        brief(60.0, 12.0, 1.0),
        waiting(30.0, 9.0),
        brief(45.0, 15.0, 1.0),
    ];
    let jobs = prospects(&briefs, &shop());
    let mut capacity = Capacity {
        first: 0.6,
        weeks: vec![0.0; 13],
        usual: 20.0,
    };
    let mut before = portfolio(&jobs, &capacity);
    for round in 0..26 {
        capacity.weeks[round * 5 % 13] += 15.0;
        let now = portfolio(&jobs, &capacity);
        assert!(now.all >= before.all, "round {round}");
        for (now, before) in now.jobs.iter().zip(&before.jobs) {
            assert!(now.in_time >= before.in_time, "round {round}");
            assert!(now.quarter >= before.quarter - 1e-12, "round {round}");
        }
        before = now;
    }
}

#[test]
fn a_further_job_makes_no_other_one_earlier_and_order_changes_nothing() {
    // Two with the same deadline and hours, of which one waits, and amounts without an exact sum.
    let briefs = [
        brief(60.0, 12.0, 9000.1),
        waiting(30.0, 9.0),
        brief(45.0, 15.0, 4000.2),
        brief(30.0, 9.0, 0.3),
    ];
    let capacity = Capacity::even(35.0);
    let whole = of(&briefs, &capacity);
    let fewer = of(&briefs[..2], &capacity);
    for (more, less) in whole.jobs.iter().zip(&fewer.jobs) {
        assert!(more.in_time.unwrap() <= less.in_time.unwrap() + 2e-3);
    }
    let turned: Vec<Brief> = briefs.iter().rev().cloned().collect();
    let mut turned = of(&turned, &capacity);
    turned.jobs.reverse();
    assert_eq!(turned, whole);
}

#[test]
fn figures_of_money_are_sums() {
    let briefs = [brief(60.0, 30.0, 9000.0), brief(40.0, 30.0, 4000.0)];
    let result = of(&briefs, &Capacity::even(50.0));
    assert_eq!(result.brings, 13000.0);
    // A hundred hours at 1.15 times each, in the middle.
    assert!((result.per_hour.unwrap() - 13000.0 / 115.0).abs() < 1e-9);
    assert!((result.hours - 115.0).abs() < 6.0, "{}", result.hours);
    assert!(result.quarter > 0.9 * 13000.0 && result.quarter <= 13000.0);
    // The first week has none of their hours, and no week has more than 25 of one.
    let capacity = Capacity {
        first: 1.0,
        weeks: vec![50.0; 13],
        usual: 50.0,
    };
    let weeks = of(&briefs, &capacity).jobs.remove(1).weeks;
    assert!(weeks[0] == 0.0 && weeks[1] > 24.0 && weeks[1] <= 25.0);
    let means = weeks.iter().sum::<f64>();
    assert!((means - 50.0).abs() < 3.0, "{means}");
}

#[test]
fn every_figure_is_valid_at_any_extreme() {
    let open = Brief {
        deadline: Some(Deadline::Open),
        ..brief(10.0, 1.0, 1.0)
    };
    let unsaid = Brief {
        deadline: None,
        budget: None,
        ..brief(10.0, 1.0, 1.0)
    };
    let briefs = [
        open,
        unsaid,
        Brief::default(),
        brief(1e6, 0.0, 0.0),
        brief(1e-9, 1e6, 1e12),
        waiting(10.0, 3.0),
    ];
    for capacity in [
        Capacity::even(0.0),
        Capacity::even(1e9),
        Capacity {
            first: 0.0,
            weeks: vec![0.0; 60],
            usual: 1e-300,
        },
    ] {
        let result = of(&briefs, &capacity);
        let chances = result.jobs.iter().filter_map(|job| job.in_time);
        for chance in chances.chain(result.all) {
            assert!((0.0..=1.0).contains(&chance), "{result:?}");
        }
        for figure in [result.hours, result.brings, result.quarter] {
            assert!(figure.is_finite(), "{result:?}");
        }
        let jobs = prospects(&briefs, &shop());
        let _ = best_jobs(&jobs[..2], &jobs[2..], &capacity, 0.8);
    }
    assert_eq!(of(&[], &Capacity::even(25.0)).all, None);
    assert_eq!(
        best_jobs(&[], &[], &Capacity::even(25.0), 0.8),
        [] as [usize; 0]
    );
}

/// Returns the best set by exhaustive search.
fn by_trying(
    taken: &[Prospect],
    asked: &[Prospect],
    capacity: &Capacity,
) -> Option<(f64, Vec<usize>)> {
    let alone = portfolio(taken, capacity).all.unwrap();
    let mut found: Option<(f64, Vec<usize>)> = None;
    for set in 0..1_usize << asked.len() {
        let chosen: Vec<usize> = (0..asked.len()).filter(|n| set >> n & 1 == 1).collect();
        let mut jobs = taken.to_vec();
        jobs.extend(chosen.iter().map(|n| asked[*n]));
        let result = portfolio(&jobs, capacity);
        if result.all.is_some_and(|all| all < 0.8 * alone) {
            continue;
        }
        let parts = result.jobs[taken.len()..].iter().zip(&jobs[taken.len()..]);
        let value: f64 = parts.map(|(part, job)| part.quarter * job.margin()).sum();
        if found
            .as_ref()
            .is_none_or(|(best_jobs, _)| value > *best_jobs)
        {
            found = Some((value, chosen));
        }
    }
    found
}

#[test]
fn the_best_set_is_that_of_all_sets() {
    let terms = shop();
    let asked: Vec<Brief> = [
        (60.0, 14.0, 6000.0),
        (30.0, 9.0, 3600.0),
        (45.0, 12.0, 5200.0),
        (80.0, 16.0, 9900.0),
        (20.0, 8.0, 1500.0),
        (25.0, 20.0, 4000.0),
        (40.0, 13.0, 2000.0),
    ]
    .into_iter()
    .map(|(hours, weeks, money)| brief(hours, weeks, money))
    .collect();
    let asked = prospects(&asked, &terms);
    let taken = prospects(&[brief(30.0, 10.0, 3000.0)], &terms);
    for hours in [25.0, 40.0, 60.0, 200.0] {
        let capacity = Capacity::even(hours);
        let (value, chosen) = by_trying(&taken, &asked, &capacity).unwrap();
        let result = best_jobs(&taken, &asked, &capacity, 0.8);
        assert_eq!(result, chosen, "{hours} {value}");
    }
    // The seventh brings 2000 for 46 hours at a floor of 70: it is never chosen.
    let many = best_jobs(&taken, &asked, &Capacity::even(1000.0), 0.8);
    assert!(!many.contains(&6));
    // A taken job that will be late does not prevent jobs that have hours of their own.
    let late = prospects(&[brief(300.0, 6.0, 3000.0)], &terms);
    assert!(portfolio(&late, &Capacity::even(100.0)).all.unwrap() < 0.1);
    assert!(!best_jobs(&late, &asked, &Capacity::even(100.0), 0.8).is_empty());
    assert!(best_jobs(&late, &asked, &Capacity::even(25.0), 0.8).is_empty());
}

#[test]
fn a_late_job_does_not_excuse_others() {
    let terms = shop();
    // Due before its work may begin: its chance is exactly 0, and the order of hours is kept.
    let lost = prospects(&[brief(40.0, 0.5, 4000.0)], &terms);
    let asked = [
        brief(90.0, 16.0, 9000.0),
        brief(90.0, 16.5, 9500.0),
        brief(90.0, 17.0, 9900.0),
    ];
    let asked = prospects(&asked, &terms);
    let capacity = Capacity::even(40.0);
    assert_eq!(portfolio(&lost, &capacity).all, Some(0.0));
    let chosen = best_jobs(&lost, &asked, &capacity, 0.8);
    let mut jobs = lost.clone();
    jobs.extend(chosen.iter().map(|place| asked[*place]));
    let result = portfolio(&jobs, &capacity);
    for job in &result.jobs[1..] {
        assert!(job.in_time.unwrap() >= 0.8, "{chosen:?} {result:?}");
    }
    assert!(
        !chosen.is_empty() && chosen.len() < asked.len(),
        "{chosen:?}"
    );
}

#[test]
fn an_enquiry_that_is_late_already_is_in_no_best_set() {
    let terms = shop();
    let asked = prospects(
        &[brief(10.0, 0.0, 9000.0), brief(10.0, 20.0, 4000.0)],
        &terms,
    );
    assert!(asked[0].due() <= 0.0);
    assert_eq!(best_jobs(&[], &asked, &Capacity::even(50.0), 0.8), [1]);
}
