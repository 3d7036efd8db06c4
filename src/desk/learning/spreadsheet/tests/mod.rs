//! Lists as people and tools write them, each with its result. The assertions that they share stand here.

#![allow(clippy::unwrap_used)]

mod lookalikes;
mod money;
mod notation;
mod pivots;
mod samples;
mod shapes;
mod trackers;

use super::read;

/// Asserts the name, the estimated and the actual hours of each job, the rows of one name as one, without errors.
#[track_caller]
fn assert_merged(text: &str, expected: &[(&str, f64, f64)]) {
    let merged = read(text).merged();
    assert_eq!(merged.errors, [], "{text}");
    let jobs: Vec<(&str, f64, f64)> = merged
        .jobs
        .iter()
        .map(|row| {
            let hours = row.job.hours.unwrap();
            (row.name.as_str(), hours.estimated(), hours.actual())
        })
        .collect();
    assert_eq!(jobs, expected, "{text}");
}

/// Asserts the name and the hours of each job that was added up, without errors.
#[track_caller]
fn assert_added_up(text: &str, expected: &[(&str, f64)]) {
    let list = read(text);
    assert_eq!(list.errors, [], "{text}");
    let tracked: Vec<(&str, f64)> = list
        .tracked
        .iter()
        .map(|job| (job.name.as_str(), (job.hours * 1e6).round() / 1e6))
        .collect();
    assert_eq!(
        (tracked.as_slice(), list.jobs.len()),
        (expected, 0),
        "{text}"
    );
}

/// Asserts that a list with a finished and an unfinished job leaves out the second.
#[track_caller]
fn assert_left_out(head: &str, finished: &str, unfinished: &str) {
    let text = format!("{head}\nBakery;{finished};40;52\nSchool;{unfinished};40;10\n");
    let list = read(&text);
    let names: Vec<&str> = list.jobs.iter().map(|job| job.name.as_str()).collect();
    assert_eq!(
        (names, list.unfinished),
        (vec!["Bakery"], vec![3]),
        "{text}"
    );
    assert_eq!(list.errors, [], "{text}");
}
