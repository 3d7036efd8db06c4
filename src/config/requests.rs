//! Requests to the engine: JSON text in, one line of JSON out, an answer or every error.

use super::brief::BRIEF;
use super::describe::{document, name, object};
use super::documents::read_terms;
use super::error::{ConfigError, ErrorKind};
use super::limits;
use super::names::NameSet;
use super::read::ReadObject;
use super::table::OBJECT;
use super::terms::TERMS;
use super::validate::{Ids, validate};
use crate::engine::{Appraisal, Brief, IdPosition, Terms, Topic, UnknownId, appraise, usual_jobs};
use crate::json;
use serde::Serialize;

/// Brief, and the terms under which it is appraised.
struct Request {
    brief: Brief,
    terms: Terms,
}

/// Brief, and a question whose answers are tried.
struct QuestionRequest {
    brief: Brief,
    terms: Terms,
    question: Topic,
}

/// Agreed brief, and its current version.
struct ChangeRequest {
    agreed: Brief,
    now: Brief,
    terms: Terms,
}

document! {
    /// A brief, and the terms under which it is appraised.
    static REQUEST: Request = OBJECT;
    /// The brief.
    required "brief" => brief: object(&BRIEF);
    /// Terms of the shop.
    required "terms" => terms: object(&TERMS);
}

document! {
    /// A brief, and a question whose answers are weighed.
    static QUESTION: QuestionRequest = OBJECT;
    /// The brief.
    required "brief" => brief: object(&BRIEF);
    /// Terms of the shop.
    required "terms" => terms: object(&TERMS);
    /// Topic of the question.
    required "question" => question: name(NameSet::of::<Topic>());
}

document! {
    /// A brief that was said yes to, and what became of it.
    static CHANGE: ChangeRequest = OBJECT;
    /// The brief that was said yes to.
    required "agreed" => agreed: object(&BRIEF);
    /// The brief as it is wanted now.
    required "now" => now: object(&BRIEF);
    /// Terms of the shop.
    required "terms" => terms: object(&TERMS);
}

/// Reads a request.
///
/// # Errors
/// All errors in it: those of the terms first, because they may cause others.
fn read<T: ReadObject>(text: &str) -> Result<T, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let ids = Ids::in_document(document.member("terms"));
    let valid = validate(&document, T::OBJECT, ids).map_err(|mut errors| {
        errors.sort_by_key(|error| !error.at.starts_with("/terms"));
        errors
    })?;
    Ok(valid.read())
}

/// Reads `{"brief": …, "terms": …}` and appraises the one under the other.
///
/// # Errors
/// All errors in either.
pub fn answer(text: &str) -> Result<Appraisal, Vec<ConfigError>> {
    let Request { brief, terms } = read(text)?;
    appraise(&brief, &terms).map_err(not_in_terms)
}

/// Returns the errors about names of a brief that the terms do not have. Every name is looked up
/// during validation, so the engine finds none.
fn not_in_terms(unknown: Vec<UnknownId>) -> Vec<ConfigError> {
    let error = |unknown: UnknownId| ConfigError {
        at: match unknown.at {
            IdPosition::Purpose => "/brief/purpose".to_owned(),
            IdPosition::Wish(index) => format!("/brief/wishes/{index}/service"),
            IdPosition::Promise(index) => format!("/brief/promises/{index}"),
        },
        kind: ErrorKind::NotInTerms(unknown.id),
    };
    unknown.into_iter().map(error).collect()
}

/// Returns one line of JSON for the answer to a request: the appraisal, or `{"errors": [{at,
/// message}]}`.
pub fn answer_line(text: &str) -> String {
    line(answer(text))
}

/// Returns one line of JSON about terms: `{"errors": [{at, message}]}`, with an empty list for
/// valid terms.
pub fn check_line(terms: &str) -> String {
    let errors = read_terms(terms).err().unwrap_or_default();
    json::written(&Errors { errors })
}

/// Returns one line of JSON about terms: their [usual jobs](usual_jobs), or `{"errors": [{at,
/// message}]}`.
///
/// ```
/// let line = takeon::config::usual_line(
///     r#"{
///         "shop": { "name": "Studio Nord" }, "currency": "EUR", "rate": 85,
///         "team": { "hoursPerWeek": 25 },
///         "services": [{ "id": "blog", "hours": 12 }]
///     }"#,
/// );
/// assert!(line.starts_with(r#"[{"service":"blog","price":{"p50":"#));
/// ```
pub fn usual_line(terms: &str) -> String {
    line(read_terms(terms).map(|terms| usual_jobs(&terms)))
}

/// Returns one line of JSON for `{"brief": …, "terms": …, "question": …}`: the
/// [outcomes](crate::engine::CheckedBrief::outcomes) of the possible answers to the question, or
/// `{"errors": [{at, message}]}`.
pub fn outcomes_line(text: &str) -> String {
    line(read(text).and_then(|request| {
        let QuestionRequest {
            brief,
            terms,
            question,
        } = request;
        let checked = terms.check(&brief).map_err(not_in_terms)?;
        Ok(checked.outcomes(question))
    }))
}

/// Returns one line of JSON for `{"agreed": …, "now": …, "terms": …}`: the [effect of the
/// change](crate::engine::CheckedBrief::change_effect), or `{"errors": [{at, message}]}`.
pub fn changed_line(text: &str) -> String {
    line(read(text).and_then(|request| {
        let ChangeRequest { agreed, now, terms } = request;
        let agreed = terms.check(&agreed);
        agreed
            .and_then(|agreed| agreed.change_effect(&now))
            .map_err(not_in_terms)
    }))
}

/// Returns one line of JSON for `{"brief": …, "terms": …}`: the clauses of an
/// [agreement](crate::engine::CheckedBrief::agreement), or
/// `{"errors": [{at, message}]}`.
pub fn agreement_line(text: &str) -> String {
    line(read(text).and_then(|request| {
        let Request { brief, terms } = request;
        let checked = terms.check(&brief).map_err(not_in_terms)?;
        Ok(checked.agreement())
    }))
}

/// Returns one line of JSON for `{"brief": …, "terms": …}`: the [affordable
/// services](crate::engine::CheckedBrief::affordable_services), or
/// `{"errors": [{at, message}]}`.
pub fn affordable_line(text: &str) -> String {
    line(read(text).and_then(|request| {
        let Request { brief, terms } = request;
        let checked = terms.check(&brief).map_err(not_in_terms)?;
        Ok(checked.affordable_services())
    }))
}

fn line<T: Serialize>(answer: Result<T, Vec<ConfigError>>) -> String {
    match answer {
        Ok(answer) => json::written(&answer),
        Err(errors) => json::written(&Errors { errors }),
    }
}

#[derive(Serialize)]
struct Errors {
    errors: Vec<ConfigError>,
}
