//! The engine for scripts that want no calculator: JSON text in, JSON text out.
//!
//! `engine.js` makes plain objects of it.

use super::failure::failure;
use crate::config::{answer, read_terms};
use crate::json;
use wasm_bindgen::prelude::*;

/// Answers a request, `{"brief": …, "terms": …}`, with an appraisal.
///
/// The text is the one that the engine gives for the same request anywhere else, to the last byte.
///
/// # Errors
/// A JavaScript `Error` whose `errors` lists every problem of both, under `/brief` and `/terms`.
#[wasm_bindgen]
pub fn appraise(request: &str) -> Result<String, JsValue> {
    let appraisal = answer(request)
        .map_err(|errors| failure("the brief or the terms cannot be used", &errors))?;
    Ok(json::write(&appraisal))
}

/// Checks terms.
///
/// # Errors
/// A JavaScript `Error` whose `errors` lists every problem of them.
#[wasm_bindgen]
pub fn check(terms: &str) -> Result<(), JsValue> {
    read_terms(terms)
        .map(drop)
        .map_err(|errors| failure("the terms cannot be used", &errors))
}
