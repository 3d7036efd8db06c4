//! The record of past verdicts, with figures worked out by hand.

#![allow(clippy::unwrap_used)]

use takeon::engine::{
    Calibration, CalibrationBin, CalibrationFinding, ConfidenceInterval, InvalidOdds, Outcome,
    calibration, spoken_tenths,
};

/// Returns `count` outcomes with these odds, of which the first `hits` came true.
fn said(odds: f64, hits: usize, count: usize) -> Vec<Outcome> {
    (0..count)
        .map(|n| Outcome::new(odds, n < hits).unwrap())
        .collect()
}

fn bin(odds: f64, hits: usize, count: usize) -> CalibrationBin {
    calibration(&said(odds, hits, count)).bins[0]
}

#[track_caller]
fn near(got: ConfidenceInterval, low: f64, high: f64) {
    assert!((got.low - low).abs() < 5e-5, "{got:?}");
    assert!((got.high - high).abs() < 5e-5, "{got:?}");
}

#[test]
fn an_empty_record_says_nothing() {
    let nothing = Calibration {
        count: 0,
        came_true: 0,
        bins: Vec::new(),
        brier: None,
    };
    assert_eq!(calibration(&[]), nothing);
}

#[test]
fn the_intervals_are_wilsons_at_nine_in_ten() {
    near(bin(0.8, 8, 10).interval, 0.5408, 0.9314);
    near(bin(0.8, 5, 10).interval, 0.2693, 0.7307);
    near(bin(0.8, 3, 10).interval, 0.1269, 0.5583);
    near(bin(0.8, 1, 20).interval, 0.0112, 0.1960);
    // All of five: 1.6449² / (5 + 1.6449²) = 0.3511 remains below.
    near(bin(0.8, 0, 5).interval, 0.0, 0.3511);
    near(bin(0.8, 5, 5).interval, 0.6489, 1.0);
}

#[test]
fn fewer_than_five_outcomes_say_nothing() {
    for hits in 0..=4 {
        assert_eq!(bin(0.8, hits, 4).finding, CalibrationFinding::TooFew);
    }
    assert_ne!(bin(0.8, 0, 5).finding, CalibrationFinding::TooFew);
}

#[test]
fn odds_within_the_interval_are_as_said_and_others_are_not() {
    assert_eq!(bin(0.8, 8, 10).finding, CalibrationFinding::AsSaid);
    assert_eq!(bin(0.8, 5, 10).finding, CalibrationFinding::LessOften);
    assert_eq!(bin(0.2, 5, 10).finding, CalibrationFinding::MoreOften);
    assert_eq!(bin(0.3, 5, 10).finding, CalibrationFinding::AsSaid);
}

#[test]
fn certain_odds_that_always_came_true_are_confirmed() {
    assert_eq!(bin(1.0, 7, 7).finding, CalibrationFinding::AsSaid);
    assert_eq!(bin(0.0, 0, 7).finding, CalibrationFinding::AsSaid);
    assert_eq!(bin(1.0, 6, 7).finding, CalibrationFinding::LessOften);
}

#[test]
fn bands_are_the_tenths_in_which_odds_are_spoken_lowest_first() {
    let odds = [0.96, 0.31, 0.04, 0.78, 0.82, 0.751, 0.95];
    let outcomes: Vec<Outcome> = odds
        .iter()
        .map(|odds| Outcome::new(*odds, true).unwrap())
        .collect();
    let calibration = calibration(&outcomes);
    let bins: Vec<(u8, usize)> = calibration
        .bins
        .iter()
        .map(|bin| (bin.tenths, bin.count))
        .collect();
    assert_eq!(bins, [(0, 1), (3, 1), (8, 3), (10, 2)]);
    assert!((calibration.bins[2].said - (0.78 + 0.82 + 0.751) / 3.0).abs() < 1e-15);
    assert_eq!((calibration.count, calibration.came_true), (7, 7));
}

#[test]
fn the_brier_score_is_the_mean_squared_miss() {
    assert_eq!(calibration(&said(1.0, 3, 3)).brier, Some(0.0));
    assert_eq!(calibration(&said(1.0, 0, 3)).brier, Some(1.0));
    assert_eq!(calibration(&said(0.5, 1, 3)).brier, Some(0.25));
    // 0.9 and true: 0.01; 0.7 and false: 0.49.
    let two = [said(0.9, 1, 1), said(0.7, 0, 1)].concat();
    assert!((calibration(&two).brier.unwrap() - 0.25).abs() < 1e-15);
}

#[test]
fn the_order_of_the_outcomes_changes_nothing() {
    let mut outcomes: Vec<Outcome> = (0..60_u32)
        .map(|n| Outcome::new(f64::from(n * 37 % 61) / 61.0, n % 3 == 0).unwrap())
        .collect();
    let first = calibration(&outcomes);
    for _ in 0..outcomes.len() {
        outcomes.rotate_left(1);
        assert_eq!(calibration(&outcomes), first);
    }
}

#[test]
fn odds_outside_nought_to_one_are_refused() {
    for wrong in [-0.1, 1.000_001, f64::NAN, f64::INFINITY] {
        assert_eq!(Outcome::new(wrong, true), Err(InvalidOdds));
    }
    assert_eq!(spoken_tenths(f64::NAN), 0);
    assert_eq!(spoken_tenths(7.0), 10);
    assert_eq!(spoken_tenths(-7.0), 0);
}
