//! The engine for scripts that want no calculator: JSON text in, JSON text out.
//!
//! A wasm of its own, which Trunk builds; `engine.js` makes plain objects of what it says.

use takeon::config::{
    affordable_line, agreement_line, answer_line, changed_line, check_line, outcomes_line,
    usual_line,
};
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Answers a request, `{"brief": …, "terms": …}`: an appraisal, or `{"errors": [{at, message}]}`
/// with every problem of both, under `/brief` and `/terms`.
///
/// The text is the one that the engine gives for the same request anywhere else, to the last byte.
#[wasm_bindgen]
pub fn appraise(request: &str) -> String {
    answer_line(request)
}

/// Checks terms: `{"errors": [{at, message}]}` with every problem of them, or with none.
#[wasm_bindgen]
pub fn check(terms: &str) -> String {
    check_line(terms)
}

/// Works out the usual jobs of terms: a list, or `{"errors": [{at, message}]}`.
#[wasm_bindgen]
pub fn usual(terms: &str) -> String {
    usual_line(terms)
}

/// Weighs the possible answers of a request, `{"brief": …, "terms": …, "question": …}`: a list, or
/// `{"errors": [{at, message}]}`.
#[wasm_bindgen]
pub fn outcomes(request: &str) -> String {
    outcomes_line(request)
}

/// Weighs the change of a request, `{"agreed": …, "now": …, "terms": …}`: what has changed, or
/// `{"errors": [{at, message}]}`.
#[wasm_bindgen]
pub fn changed(request: &str) -> String {
    changed_line(request)
}

/// Lists what to have in writing for a request, `{"brief": …, "terms": …}`: clauses, or
/// `{"errors": [{at, message}]}`.
#[wasm_bindgen]
pub fn agreement(request: &str) -> String {
    agreement_line(request)
}

/// Looks for single services that the money and the date of a request, `{"brief": …, "terms": …}`, are
/// enough for: a list, or `{"errors": [{at, message}]}`.
#[wasm_bindgen]
pub fn affordable(request: &str) -> String {
    affordable_line(request)
}

fn main() {}
