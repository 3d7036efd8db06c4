//! Answers are the same everywhere, to the last byte: a replay of requests whose answers are kept.
//!
//! The requests are the plain-language cases, then those of `cases/pinned.jsonl`: a hundred random
//! briefs with random terms, forty of which say what came with version 2, and some with errors.
//! Under Node and in browsers the same requests are replayed in wasm, by `node/pinned.test.mjs` and
//! `browser/pinned.spec.mjs`.
//!
//! After a change that is meant to change answers, write the new ones and look at the difference:
//!
//! ```sh
//! TAKEON_PIN=1 cargo test --test pinned
//! ```

#![allow(clippy::unwrap_used)]

#[path = "common/written.rs"]
mod written;

use serde_json::json;
use std::fs;
use takeon::config::answer_line;
use written::{Written, written};

const ANSWERS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/cases/pinned.answers.jsonl"
);

fn requests() -> Vec<String> {
    let request = |case: Written| json!({ "brief": case.brief, "terms": case.terms }).to_string();
    let pinned = include_str!("cases/pinned.jsonl")
        .lines()
        .map(str::to_owned);
    written().into_iter().map(request).chain(pinned).collect()
}

#[test]
fn pinned_requests_have_their_pinned_answers() {
    let requests = requests();
    let answers: Vec<String> = requests
        .iter()
        .map(|request| answer_line(request))
        .collect();
    if std::env::var_os("TAKEON_PIN").is_some() {
        fs::write(ANSWERS, answers.join("\n") + "\n").unwrap();
    }
    let pinned = fs::read_to_string(ANSWERS).unwrap();
    assert_eq!(pinned.lines().count(), requests.len());
    for ((request, answer), pinned) in requests.iter().zip(&answers).zip(pinned.lines()) {
        assert!(
            answer == pinned,
            "{request}\nis answered with\n{answer}\nand not with\n{pinned}\nIs that meant? \
             TAKEON_PIN=1 cargo test --test pinned"
        );
    }
}
