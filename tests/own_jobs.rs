//! Learning from the shop's own jobs, with figures worked out by hand.

#![allow(clippy::unwrap_used)]
#![allow(clippy::disallowed_methods, reason = "the last bits do not matter")]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;

use common::cases;
use proptest::collection::vec;
use proptest::prelude::*;
use takeon::engine::{
    Coverage, Learned, OwnHours, OwnJob, OwnJobError, OwnWeeks, Schedule, Spread, defaults,
    learned_overrun, learned_schedule, leave_one_out,
};

/// Weeks that every job also waits, by the terms.
const WAIT: f64 = 2.0;

fn with_hours(rows: &[(f64, f64)]) -> Vec<OwnJob> {
    let job = |&(estimated, actual): &(f64, f64)| OwnJob {
        hours: Some(OwnHours::new(estimated, actual).unwrap()),
        weeks: None,
    };
    rows.iter().map(job).collect()
}

fn with_weeks(rows: &[(f64, f64)]) -> Vec<OwnJob> {
    let job = |&(planned, actual): &(f64, f64)| OwnJob {
        hours: None,
        weeks: Some(OwnWeeks::new(planned, actual).unwrap()),
    };
    rows.iter().map(job).collect()
}

fn overrun(rows: &[(f64, f64)]) -> Learned<Spread> {
    learned_overrun(&with_hours(rows)).unwrap()
}

fn schedule(rows: &[(f64, f64)]) -> Learned<Schedule> {
    learned_schedule(&with_weeks(rows), WAIT).unwrap()
}

fn held(p50: usize, p80: usize, p90: usize) -> Coverage {
    Coverage { p50, p80, p90 }
}

#[track_caller]
fn near(got: f64, expected: f64, within: f64) {
    assert!((got - expected).abs() <= within, "{got}, not {expected}");
}

#[test]
fn without_a_job_nothing_is_learned() {
    assert_eq!(learned_overrun(&[]), None);
    assert_eq!(learned_schedule(&[], WAIT), None);
    assert_eq!(leave_one_out(&[], WAIT), Default::default());
}

#[test]
fn hours_teach_the_overrun_and_weeks_the_calendar() {
    let (hours, weeks) = (with_hours(&[(10.0, 20.0)]), with_weeks(&[(4.0, 9.0)]));
    assert_eq!(learned_schedule(&hours, WAIT), None);
    assert_eq!(learned_overrun(&weeks), None);
    let both = OwnJob {
        hours: hours[0].hours,
        weeks: weeks[0].weeks,
    };
    assert_eq!(learned_overrun(&[both]), learned_overrun(&hours));
    assert_eq!(
        learned_schedule(&[both], WAIT),
        learned_schedule(&weeks, WAIT)
    );
    let neither = OwnJob::default();
    assert_eq!(learned_overrun(&[neither, both]), learned_overrun(&hours));
    assert_eq!(leave_one_out(&[neither], WAIT), Default::default());
}

#[test]
fn the_own_weight_grows_with_the_jobs() {
    for (jobs, of_hours, of_weeks) in [
        (1, 0.26, 0.33),
        (3, 0.52, 0.60),
        (5, 0.64, 0.71),
        (10, 0.78, 0.83),
    ] {
        let learned = overrun(&vec![(10.0, 12.0); jobs]);
        assert_eq!(learned.jobs, jobs);
        near(learned.own, of_hours, 0.005);
        near(learned.own + learned.borrowed, 1.0, 1e-15);
        let learned = schedule(&vec![(10.0, 12.0); jobs]);
        assert_eq!(learned.jobs, jobs);
        near(learned.own, of_weeks, 0.005);
        near(learned.own + learned.borrowed, 1.0, 1e-15);
    }
}

#[test]
fn jobs_as_estimated_leave_only_the_borrowed_overrun() {
    // (1 − w) · 0.14 is 0.1032, 0.0676, 0.0503, 0.0306; e to it is the median. With standard
    // deviations of 0.3946, 0.3766, 0.3676, 0.3571, P90 is 9^(sd · 0.5513) times that.
    let figures = [
        (1, 1.1087, 1.7881),
        (3, 1.0699, 1.6885),
        (5, 1.0515, 1.6414),
        (10, 1.0311, 1.5891),
    ];
    for (jobs, median, p90) in figures {
        let learned = overrun(&vec![(40.0, 40.0); jobs]);
        assert_eq!(learned.own_ratio, 1.0);
        near(learned.factor.median, median, 5e-5);
        near(learned.factor.p90, p90, 5e-5);
    }
}

#[test]
fn jobs_as_planned_leave_only_the_borrowed_calendar() {
    // (1 − w) · ln 1.25 is 0.1488, 0.0893, 0.0638, 0.0372; e to it is the median. With standard
    // deviations of 0.5226, 0.4912, 0.4772, 0.4620, P90 is 9^(sd · 0.5513) times that.
    let figures = [
        (1, 1.1604, 2.1855),
        (3, 1.0934, 1.9825),
        (5, 1.0658, 1.8999),
        (10, 1.0379, 1.8165),
    ];
    for (jobs, median, p90) in figures {
        let learned = schedule(&vec![(4.0, 6.0); jobs]);
        assert_eq!(learned.own_ratio, 1.0);
        near(learned.factor.spread.median, median, 5e-5);
        near(learned.factor.spread.p90, p90, 5e-5);
        assert_eq!(learned.factor.wait, WAIT);
    }
}

#[test]
fn one_job_at_double_moves_the_median_by_a_quarter_of_the_way() {
    // 0.2632 · 0.6931 + 0.7368 · 0.14 = 0.2856
    let learned = overrun(&[(10.0, 20.0)]);
    near(learned.own_ratio, 2.0, 1e-15);
    near(learned.factor.median, 1.3305, 5e-5);
    near(learned.factor.p90, 2.1459, 5e-5);
}

#[test]
fn one_job_at_double_moves_the_calendar_by_a_third_of_the_way() {
    // Four weeks and two of waiting are six; 0.6931 / 3 + 0.2231 · 2 / 3 = 0.3798.
    let learned = schedule(&[(4.0, 12.0)]);
    near(learned.own_ratio, 2.0, 1e-15);
    near(learned.factor.spread.median, 1.4620, 5e-5);
    near(learned.factor.spread.p90, 2.7536, 5e-5);
}

/// Ratios of 1.5, 1.2, 2, 1 and 1.3.
const FIVE_IN_HOURS: [(f64, f64); 5] = [
    (20.0, 30.0),
    (10.0, 12.0),
    (8.0, 16.0),
    (40.0, 40.0),
    (100.0, 130.0),
];

/// With a wait of two weeks ratios of 1, 1.5, 1.5, 2 and 0.75.
const FIVE_IN_WEEKS: [(f64, f64); 5] =
    [(4.0, 6.0), (2.0, 6.0), (8.0, 15.0), (1.0, 6.0), (10.0, 9.0)];

#[test]
fn five_different_jobs_have_the_figures_worked_out_by_hand() {
    // ln 1.5 + ln 1.2 + ln 2 + ln 1 + ln 1.3 = 1.5433; a fifth is 0.3087.
    let learned = overrun(&FIVE_IN_HOURS);
    near(learned.own_ratio, 1.3616, 5e-5);
    near(learned.factor.median, 1.2816, 5e-5);
    near(learned.factor.p90, 2.0005, 5e-5);
    // 2 · ln 1.5 + ln 2 + ln 0.75 = 1.2164; a fifth is 0.2433; 0.2433 · 5 / 7 + 0.2231 · 2 / 7 = 0.2375.
    let learned = schedule(&FIVE_IN_WEEKS);
    near(learned.own_ratio, 1.2754, 5e-5);
    near(learned.factor.spread.median, 1.2681, 5e-5);
    near(learned.factor.spread.p90, 2.2604, 5e-5);
}

#[test]
fn a_shop_without_a_wait_learns_from_its_plans_alone() {
    let jobs = with_weeks(&[(4.0, 6.0)]);
    let learned = learned_schedule(&jobs, 0.0).unwrap();
    near(learned.own_ratio, 1.5, 1e-15);
    assert_eq!(learned.factor.wait, 0.0);
}

#[test]
fn five_jobs_left_out_in_turn_have_the_counts_worked_out_by_hand() {
    let backtest = leave_one_out(&with_hours(&FIVE_IN_HOURS), WAIT).hours;
    assert_eq!(backtest.jobs, 5);
    // At or below 1.15, 1.58 and 1.91: one, four and four of 1, 1.2, 1.3, 1.5 and 2.
    assert_eq!(backtest.borrowed, held(1, 4, 4));
    // Without 1 the others say 1.33, 1.77, 2.08; without 1.2, 1.29, 1.72, 2.03; without 1.3, 1.28,
    // 1.70, 2.01; without 1.5, 1.25, 1.66, 1.96; without 2, 1.20, 1.59, 1.88.
    assert_eq!(backtest.learned, held(2, 4, 4));

    let backtest = leave_one_out(&with_weeks(&FIVE_IN_WEEKS), WAIT).weeks;
    assert_eq!(backtest.jobs, 5);
    // At or below 1.25, 1.91 and 2.45: two, four and five of 0.75, 1, 1.5, 1.5 and 2.
    assert_eq!(backtest.borrowed, held(2, 4, 5));
    // Without 0.75 the others say 1.38, 2.00, 2.48; without 1, 1.32, 1.91, 2.37; without one of 1.5,
    // 1.23, 1.78, 2.21; without 2, 1.18, 1.70, 2.11.
    assert_eq!(backtest.learned, held(2, 4, 5));
}

#[test]
fn a_shop_that_is_always_equally_late_is_predicted_by_its_other_jobs() {
    // Each took two and a half times its plan and wait: above 2.45, the borrowed P90.
    let backtest = leave_one_out(&with_weeks(&[(4.0, 15.0); 8]), WAIT).weeks;
    assert_eq!(backtest.borrowed, held(0, 0, 0));
    assert_eq!(backtest.learned, held(0, 8, 8));
}

#[test]
fn a_single_job_is_predicted_by_the_reference_class() {
    for wait in [0.0, WAIT, 10.0] {
        let jobs = [OwnJob {
            hours: Some(OwnHours::new(10.0, 14.0).unwrap()),
            weeks: Some(OwnWeeks::new(4.0, 9.0).unwrap()),
        }];
        let backtest = leave_one_out(&jobs, wait);
        for backtest in [backtest.hours, backtest.weeks] {
            assert_eq!((backtest.jobs, backtest.borrowed), (1, held(0, 1, 1)));
            assert_eq!(backtest.learned, backtest.borrowed);
        }
    }
}

#[test]
fn many_jobs_leave_little_to_borrow_and_the_spread_of_one_shop() {
    let learned = overrun(&vec![(10.0, 13.0); 100_000]);
    near(learned.factor.median, 1.3, 1e-4);
    // 9^(0.34 · 0.5513) = 1.5096
    near(learned.factor.p90 / learned.factor.median, 1.5096, 1e-4);
    assert!(learned.borrowed > 0.0 && learned.own < 1.0);
    let Schedule { spread, .. } = schedule(&vec![(8.0, 13.0); 100_000]).factor;
    near(spread.median, 1.3, 1e-4);
    // 9^(0.44 · 0.5513) = 1.7041
    near(spread.p90 / spread.median, 1.7041, 1e-4);
}

#[test]
fn before_any_job_the_spread_is_that_of_the_reference_class() {
    // A job exactly at the borrowed median changes no median, and its spread is near the default's.
    let learned = overrun(&[(100.0, 115.0)]);
    near(learned.factor.median, defaults::OVERRUN.median, 0.001);
    near(learned.factor.p90, defaults::OVERRUN.p90, 0.06);
    let learned = schedule(&[(6.0, 10.0)]).factor;
    let default = defaults::SCHEDULE;
    near(learned.spread.median, default.spread.median, 1e-9);
    near(learned.spread.p90, default.spread.p90, 0.1);
    assert_eq!(learned.wait, default.wait);
}

#[test]
fn learned_factors_are_valid_terms_at_any_extreme() {
    let is_fit =
        |spread: Spread| 0.0 < spread.median && spread.median <= spread.p90 && spread.p90 <= 1000.0;
    for rows in [
        vec![(1.0, 100.0); 1000],
        vec![(100.0, 1.0); 1000],
        vec![(f64::MIN_POSITIVE, f64::MIN_POSITIVE); 1000],
    ] {
        assert!(is_fit(overrun(&rows).factor));
        for wait in [0.0, WAIT, 100_000.0] {
            let learned = learned_schedule(&with_weeks(&rows), wait).unwrap();
            assert!(is_fit(learned.factor.spread), "{learned:?}");
        }
    }
}

#[test]
fn invalid_hours_and_weeks_are_refused() {
    let not_above_0 = [0.0, -0.0, -1.0, f64::NAN, f64::INFINITY, -f64::INFINITY];
    for wrong in not_above_0.into_iter().chain([1e7]) {
        assert_eq!(OwnHours::new(wrong, 1.0), Err(OwnJobError::EstimatedHours));
        assert_eq!(OwnHours::new(1.0, wrong), Err(OwnJobError::ActualHours));
    }
    for wrong in not_above_0.into_iter().chain([1e6]) {
        assert_eq!(OwnWeeks::new(wrong, 1.0), Err(OwnJobError::PlannedWeeks));
        assert_eq!(OwnWeeks::new(1.0, wrong), Err(OwnJobError::ActualWeeks));
    }
    for (foreseen, actual) in [(1.0, 101.0), (101.0, 1.0)] {
        let hours = OwnHours::new(foreseen, actual);
        assert_eq!(hours, Err(OwnJobError::HoursTooFarApart));
        let weeks = OwnWeeks::new(foreseen, actual);
        assert_eq!(weeks, Err(OwnJobError::WeeksTooFarApart));
    }
    assert_eq!(OwnHours::new(1.0, 100.0).unwrap().ratio(), 100.0);
    assert_eq!(OwnWeeks::new(1.0, 100.0).unwrap().ratio(0.0), 100.0);
}

/// Jobs with hours, weeks, both or neither, from half to three times the estimate.
fn jobs(most: usize) -> impl Strategy<Value = Vec<OwnJob>> {
    let figures = |foreseen: std::ops::Range<f64>| {
        prop::option::of(
            (foreseen, 0.5..3.0).prop_map(|(foreseen, ratio)| (foreseen, foreseen * ratio)),
        )
    };
    let job = (figures(2.0..500.0), figures(0.5..50.0)).prop_map(|(hours, weeks)| OwnJob {
        hours: hours.map(|(estimated, actual)| OwnHours::new(estimated, actual).unwrap()),
        weeks: weeks.map(|(planned, actual)| OwnWeeks::new(planned, actual).unwrap()),
    });
    vec(job, 0..=most)
}

fn sum(one: Coverage, other: Coverage) -> Coverage {
    held(
        one.p50 + other.p50,
        one.p80 + other.p80,
        one.p90 + other.p90,
    )
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn the_order_of_the_jobs_changes_nothing(
        (jobs, shuffled) in jobs(40).prop_flat_map(|jobs| (Just(jobs.clone()), Just(jobs).prop_shuffle())),
        wait in 0.0..6.0,
    ) {
        prop_assert_eq!(learned_overrun(&shuffled), learned_overrun(&jobs));
        prop_assert_eq!(learned_schedule(&shuffled, wait), learned_schedule(&jobs, wait));
        prop_assert_eq!(leave_one_out(&shuffled, wait), leave_one_out(&jobs, wait));
    }

    #[test]
    fn the_counts_add_up(jobs in jobs(40), at in 0..=40_usize, wait in 0.0..6.0) {
        let backtest = leave_one_out(&jobs, wait);
        prop_assert_eq!(backtest.hours.jobs, jobs.iter().filter(|job| job.hours.is_some()).count());
        prop_assert_eq!(backtest.weeks.jobs, jobs.iter().filter(|job| job.weeks.is_some()).count());
        for backtest in [backtest.hours, backtest.weeks] {
            for held in [backtest.borrowed, backtest.learned] {
                prop_assert!(held.p50 <= held.p80 && held.p80 <= held.p90 && held.p90 <= backtest.jobs);
            }
        }
        // The borrowed factor gives a job the same forecast in any list.
        let (some, others) = jobs.split_at(at.min(jobs.len()));
        let (some, others) = (leave_one_out(some, wait), leave_one_out(others, wait));
        prop_assert_eq!(backtest.hours.borrowed, sum(some.hours.borrowed, others.hours.borrowed));
        prop_assert_eq!(backtest.weeks.borrowed, sum(some.weeks.borrowed, others.weeks.borrowed));
    }

    #[test]
    fn each_job_is_predicted_by_the_others(jobs in jobs(12), wait in 0.0..6.0) {
        let (mut hours, mut weeks) = (Coverage::default(), Coverage::default());
        for (index, job) in jobs.iter().enumerate() {
            let mut others = jobs.clone();
            others.remove(index);
            if let (Some(job), Some(said)) = (job.hours, learned_overrun(&others)) {
                hours = sum(hours, held_at(job.ratio(), said.factor));
            }
            if let (Some(job), Some(said)) = (job.weeks, learned_schedule(&others, wait)) {
                weeks = sum(weeks, held_at(job.ratio(wait), said.factor.spread));
            }
        }
        let backtest = leave_one_out(&jobs, wait);
        if backtest.hours.jobs > 1 {
            prop_assert_eq!(backtest.hours.learned, hours);
        }
        if backtest.weeks.jobs > 1 {
            prop_assert_eq!(backtest.weeks.learned, weeks);
        }
    }

    #[test]
    fn a_longer_job_never_lowers_the_learned_factor(
        rows in vec((1.0..50.0, 0.5..3.0), 1..10),
        more in 1.0..10.0,
        wait in 0.0..6.0,
    ) {
        let mut rows: Vec<(f64, f64)> = rows
            .into_iter()
            .map(|(foreseen, ratio)| (foreseen, foreseen * ratio))
            .collect();
        let before = (overrun(&rows), learned_schedule(&with_weeks(&rows), wait).unwrap());
        rows[0].1 *= more;
        let after = (overrun(&rows), learned_schedule(&with_weeks(&rows), wait).unwrap());
        prop_assert!(before.0.factor.median <= after.0.factor.median * (1.0 + 1e-12));
        prop_assert!(before.1.factor.spread.median <= after.1.factor.spread.median * (1.0 + 1e-12));
        prop_assert_eq!(before.1.own, after.1.own);
    }
}

/// Returns the rank of a job in its log-logistic forecast: `ln(p / (1 − p))` is `ln 9 · ln(ratio /
/// median) / ln(p90 / median)`.
fn held_at(ratio: f64, said: Spread) -> Coverage {
    let z = 9_f64.ln() * (ratio / said.median).ln() / (said.p90 / said.median).ln();
    let is_within = |p: f64| usize::from(z <= (p / (1.0 - p)).ln());
    held(is_within(0.5), is_within(0.8), is_within(0.9))
}
