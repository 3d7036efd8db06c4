//! Benchmark of native appraisals. `script/bench` runs it, and the same in a browser.
//!
//! The briefs are in `briefs.json`, each with eight missing answers that could change the verdict.

#![allow(clippy::unwrap_used)]
#![allow(missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::Value;
use std::hint::black_box;
use takeon::config::{answer_line, read_brief, read_terms};
use takeon::engine::appraise;

fn appraisals(criterion: &mut Criterion) {
    let terms_text = include_str!("../tests/cases/terms.json");
    let terms = read_terms(terms_text).unwrap();
    let briefs: Value = serde_json::from_str(include_str!("briefs.json")).unwrap();
    for (name, brief) in briefs.as_object().unwrap() {
        let read = read_brief(&brief.to_string(), &terms).unwrap();
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| appraise(black_box(&read), black_box(&terms)));
        });
        // As scripts call it: JSON text in, JSON text out.
        let request = format!("{{\"brief\":{brief},\"terms\":{terms_text}}}");
        criterion.bench_function(&format!("{name}, JSON to JSON"), |bencher| {
            bencher.iter(|| answer_line(black_box(&request)));
        });
    }
}

criterion_group!(benches, appraisals);
criterion_main!(benches);
