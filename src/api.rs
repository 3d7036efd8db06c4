//! The engine for scripts that want no calculator: JSON text in, JSON text out.
//!
//! A wasm of its own, which Trunk builds; `engine.js` makes plain objects of what it says.

use takeon::config::{answer_line, check_line};
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

fn main() {}
