//! Learning from the shop's own jobs, with figures worked out by hand.

#![allow(clippy::unwrap_used)]

use takeon::engine::{Learned, OwnJob, OwnJobError, defaults, learned};

fn from(rows: &[(f64, f64)]) -> Learned {
    let job = |&(estimated, actual): &(f64, f64)| OwnJob::new(estimated, actual).unwrap();
    learned(&rows.iter().map(job).collect::<Vec<_>>()).unwrap()
}

#[track_caller]
fn near(got: f64, expected: f64, within: f64) {
    assert!((got - expected).abs() <= within, "{got}, not {expected}");
}

#[test]
fn without_a_job_nothing_is_learned() {
    assert_eq!(learned(&[]), None);
}

#[test]
fn the_own_weight_grows_with_the_jobs() {
    for (jobs, own) in [(1, 0.26), (3, 0.52), (5, 0.64), (10, 0.78)] {
        let learned = from(&vec![(10.0, 12.0); jobs]);
        assert_eq!(learned.jobs, jobs);
        near(learned.own, own, 0.005);
        near(learned.own + learned.borrowed, 1.0, 1e-15);
    }
}

#[test]
fn jobs_that_all_took_what_was_estimated_leave_only_what_is_borrowed() {
    // (1 − w) · 0.14 is 0.1032, 0.0676, 0.0503, 0.0306; e to it is the median. With standard
    // deviations of 0.3946, 0.3766, 0.3676, 0.3571, P90 is 9^(sd · 0.5513) times that.
    let figures = [
        (1, 1.1087, 1.7881),
        (3, 1.0699, 1.6885),
        (5, 1.0515, 1.6414),
        (10, 1.0311, 1.5891),
    ];
    for (jobs, median, p90) in figures {
        let learned = from(&vec![(40.0, 40.0); jobs]);
        assert_eq!(learned.own_ratio, 1.0);
        near(learned.overrun.median, median, 5e-5);
        near(learned.overrun.p90, p90, 5e-5);
    }
}

#[test]
fn one_job_at_double_moves_the_median_by_a_quarter_of_the_way() {
    // 0.2632 · 0.6931 + 0.7368 · 0.14 = 0.2856
    let learned = from(&[(10.0, 20.0)]);
    near(learned.own_ratio, 2.0, 1e-15);
    near(learned.overrun.median, 1.3305, 5e-5);
    near(learned.overrun.p90, 2.1459, 5e-5);
}

#[test]
fn five_different_jobs_have_the_figures_worked_out_by_hand() {
    // ln 1.5 + ln 1.2 + ln 2 + ln 1 + ln 1.3 = 1.5433; a fifth is 0.3087.
    let learned = from(&[
        (20.0, 30.0),
        (10.0, 12.0),
        (8.0, 16.0),
        (40.0, 40.0),
        (100.0, 130.0),
    ]);
    near(learned.own_ratio, 1.3616, 5e-5);
    near(learned.overrun.median, 1.2816, 5e-5);
    near(learned.overrun.p90, 2.0005, 5e-5);
}

#[test]
fn the_order_of_the_jobs_changes_nothing() {
    let mut rows: Vec<(f64, f64)> = (1..40_u32)
        .map(|n| (f64::from(n * 7 % 41), f64::from(n * 11 % 43)))
        .collect();
    let first = from(&rows);
    for _ in 0..rows.len() {
        rows.rotate_left(1);
        assert_eq!(from(&rows), first);
    }
    rows.reverse();
    assert_eq!(from(&rows), first);
}

#[test]
fn many_jobs_leave_little_to_borrow_and_the_spread_of_one_shop() {
    let learned = from(&vec![(10.0, 13.0); 100_000]);
    near(learned.overrun.median, 1.3, 1e-4);
    // 9^(0.34 · 0.5513) = 1.5096
    near(learned.overrun.p90 / learned.overrun.median, 1.5096, 1e-4);
    assert!(learned.borrowed > 0.0 && learned.own < 1.0);
}

#[test]
fn before_any_job_the_spread_is_that_of_the_reference_class() {
    // A job exactly at the borrowed median changes no median, and its spread is near the default's.
    let learned = from(&[(100.0, 115.0)]);
    near(learned.overrun.median, defaults::OVERRUN.median, 0.001);
    near(learned.overrun.p90, defaults::OVERRUN.p90, 0.06);
}

#[test]
fn what_is_learned_is_fit_for_terms_at_any_extreme() {
    for rows in [
        vec![(1.0, 100.0); 1000],
        vec![(100.0, 1.0); 1000],
        vec![(f64::MIN_POSITIVE, f64::MIN_POSITIVE)],
    ] {
        let overrun = from(&rows).overrun;
        assert!(0.0 < overrun.median && overrun.median <= overrun.p90 && overrun.p90 <= 1000.0);
    }
}

#[test]
fn rows_that_are_no_hours_are_refused() {
    for wrong in [
        0.0,
        -0.0,
        -1.0,
        f64::NAN,
        f64::INFINITY,
        -f64::INFINITY,
        1e7,
    ] {
        assert_eq!(OwnJob::new(wrong, 1.0), Err(OwnJobError::Estimated));
        assert_eq!(OwnJob::new(1.0, wrong), Err(OwnJobError::Actual));
    }
    assert_eq!(OwnJob::new(1.0, 101.0), Err(OwnJobError::TooFarApart));
    assert_eq!(OwnJob::new(101.0, 1.0), Err(OwnJobError::TooFarApart));
    assert_eq!(OwnJob::new(1.0, 100.0).unwrap().ratio(), 100.0);
}
