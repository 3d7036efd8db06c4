//! Reliability of past odds and errors of past forecasts, with figures of other programs.

#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;

use proptest::collection::vec;
use proptest::prelude::*;
use takeon::engine::{
    Outcome, OwnHours, OwnJob, OwnWeeks, Reliability, calibration, leave_one_out, reliability,
};

/// Fifteen jobs: odds, and outcomes.
const JOBS: [(f64, bool); 15] = [
    (0.1, false),
    (0.1, false),
    (0.2, true),
    (0.3, false),
    (0.3, false),
    (0.4, true),
    (0.5, false),
    (0.6, true),
    (0.6, false),
    (0.7, true),
    (0.8, true),
    (0.8, false),
    (0.8, true),
    (0.9, true),
    (0.95, true),
];

fn outcomes(rows: &[(f64, bool)]) -> Vec<Outcome> {
    let outcome = |&(said, came_true): &(f64, bool)| Outcome::new(said, came_true).unwrap();
    rows.iter().map(outcome).collect()
}

#[track_caller]
fn near(got: f64, expected: f64) {
    assert!((got - expected).abs() <= 1e-9, "{got}, not {expected}");
}

/// `IsotonicRegression` of scikit-learn 1.7, and the parts by their definition.
#[test]
fn the_curve_is_the_isotonic_regression_and_the_parts_are_those_of_corp() {
    let curve = reliability(&outcomes(&JOBS));
    let shares = [
        (0.1, 2, 0.0),
        (0.2, 1, 1.0 / 3.0),
        (0.3, 2, 1.0 / 3.0),
        (0.4, 1, 0.5),
        (0.5, 1, 0.5),
        (0.6, 2, 0.5),
        (0.7, 1, 0.75),
        (0.8, 3, 0.75),
        (0.9, 1, 1.0),
        (0.95, 1, 1.0),
    ];
    assert_eq!(curve.points.len(), shares.len());
    for (point, (said, count, share)) in curve.points.iter().zip(shares) {
        assert_eq!((point.said, point.count), (said, count));
        near(point.share, share);
    }
    near(curve.miscalibration, 0.025_055_555_555_555_553);
    near(curve.discrimination, 0.087_777_777_777_777_73);
    near(curve.uncertainty, 0.248_888_888_888_888_85);
}

#[test]
fn without_outcomes_there_is_no_curve() {
    assert_eq!(reliability(&[]), Reliability::default());
}

#[test]
fn the_band_narrows_with_the_number_of_jobs_and_contains_the_odds() {
    let width = |count: usize| {
        let rows: Vec<(f64, bool)> = (0..count).map(|n| (0.8, n % 5 > 0)).collect();
        let band = reliability(&outcomes(&rows)).points[0].consistent;
        assert!(band.low <= 0.8 && 0.8 <= band.high, "{band:?}");
        band.high - band.low
    };
    assert!(width(10) > width(40) && width(40) > width(160));
    // For a single value of the odds, the band is that of a binomial share: 1.645 · √(0.8 · 0.2 /
    // 400) each way.
    assert!((width(400) - 2.0 * 0.0329).abs() < 0.01);
}

/// `crps_loglogistic` of scoringrules 0.10 with `ln 1.15` and `ln(1.91 / 1.15) / ln 9`, which is
/// the borrowed overrun.
#[test]
fn the_distance_of_the_borrowed_overrun_is_its_crps() {
    for (ratio, crps) in [
        (0.01, 0.957_072_565_186_859_9),
        (0.5, 0.472_086_530_918_367_8),
        (1.0, 0.126_698_057_882_997_87),
        (1.15, 0.104_852_520_495_185_3),
        (1.3, 0.124_932_724_819_776_88),
        (2.0, 0.557_473_079_412_678_3),
        (4.0, 2.463_095_374_439_528_3),
    ] {
        let job = OwnJob {
            hours: Some(OwnHours::new(100.0, 100.0 * ratio).unwrap()),
            weeks: None,
        };
        let errors = leave_one_out(&[job], 2.0).hours.errors;
        near(errors.borrowed, crps);
        near(errors.plain, (ratio - 1.0).abs());
        // There is no other job to learn from.
        assert_eq!(errors.learned, errors.borrowed);
    }
}

/// The same with `ln 1.25` and `ln(2.45 / 1.25) / ln 9`: a job planned at 8 weeks that took 10
/// times a factor.
#[test]
fn the_distance_of_the_borrowed_calendar_is_its_crps() {
    for (factor, crps) in [
        (0.5, 0.528_419_075_559_228_2),
        (1.25, 0.153_740_980_948_275_62),
        (3.0, 1.233_557_520_448_527_2),
    ] {
        let job = OwnJob {
            hours: None,
            weeks: Some(OwnWeeks::new(8.0, 10.0 * factor).unwrap()),
        };
        near(leave_one_out(&[job], 2.0).weeks.errors.borrowed, crps);
    }
}

#[test]
fn for_similar_jobs_the_learned_overrun_predicts_better_than_the_borrowed_one() {
    let job = OwnJob {
        hours: Some(OwnHours::new(40.0, 80.0).unwrap()),
        weeks: None,
    };
    let errors = leave_one_out(&[job; 8], 2.0).hours.errors;
    assert!(
        errors.learned < errors.borrowed && errors.borrowed < errors.plain,
        "{errors:?}"
    );
}

proptest! {
    #![proptest_config(common::cases(256))]

    #[test]
    fn the_parts_add_up_to_the_brier_score(rows in vec((0_u8..=20, any::<bool>()), 1..60)) {
        let rows: Vec<(f64, bool)> = rows.iter().map(|(n, hit)| (f64::from(*n) / 20.0, *hit)).collect();
        let given = outcomes(&rows);
        let curve = reliability(&given);
        let sum = curve.miscalibration - curve.discrimination + curve.uncertainty;
        prop_assert!((sum - calibration(&given).brier.unwrap()).abs() < 1e-12);
        prop_assert!(curve.points.windows(2).all(|pair| pair[0].said < pair[1].said && pair[0].share <= pair[1].share));
        let mut backwards = given.clone();
        backwards.reverse();
        prop_assert_eq!(reliability(&backwards), curve);
    }
}
