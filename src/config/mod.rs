//! JSON documents in, engine values out, or every error in them.
//!
//! An error says where (a JSON pointer), what is wrong and what would be right, in English, for
//! the developer of the page. All errors of a document are found at once.

mod allowed;
mod brief;
mod ids;
pub mod limits;
mod reader;
mod saved;
#[cfg(feature = "schema")]
pub mod schema;
mod terms;
mod things;
mod values;

pub use saved::{Edited, Saved, read_saved, storage_key};

use crate::engine::{Appraisal, Brief, Named, Show, Terms, Text, UnknownId, appraise};
use crate::json::{self, Value};
use allowed::names;
use ids::Ids;
use reader::{Place, Problems};
use serde::Serialize;

/// One error in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConfigError {
    /// The JSON pointer of the place, empty for the whole document.
    pub at: String,
    /// What is wrong there and what would be right: lower case, no full stop.
    pub message: String,
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} at {}",
            self.message,
            if self.at.is_empty() {
                "the top"
            } else {
                &self.at
            }
        )
    }
}

impl std::error::Error for ConfigError {}

/// An agency's JSON: the terms, and how the calculator shows itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// What the shop works by.
    pub terms: Terms,
    /// Briefs that a visitor can start from.
    pub examples: Vec<Example>,
    /// How much of what the shop asks its visitors are shown.
    pub show: Show,
}

/// A brief that a visitor can start from.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What it is called.
    pub name: Text,
    /// What is asked for.
    pub brief: Brief,
}

/// Reads an agency's config: `{"terms": …, "examples": [{"name": …, "brief": …}], "show": …}`.
///
/// # Errors
/// Every error in it.
pub fn read_config(text: &str) -> Result<Config, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let mut problems = Problems::default();
    let config = Place::top(&document).object(&mut problems, names::CONFIG);
    let document = config
        .as_ref()
        .and_then(|config| config.required(&mut problems, "terms"));
    let (terms, ids) = terms_with_ids(document, &mut problems);
    let examples = config
        .as_ref()
        .and_then(|config| config.optional("examples"))
        .and_then(|place| place.list(&mut problems))
        .unwrap_or_default()
        .iter()
        .filter_map(|place| example(place, &mut problems, &ids))
        .collect();
    let show = config
        .as_ref()
        .and_then(|config| config.optional("show"))
        .map(|place| place.one_of(&mut problems, &Show::ALL.map(|show| (show.name(), show))));
    problems.or(terms.map(|terms| Config {
        terms,
        examples,
        // One that is wrong is a problem already.
        show: show.flatten().unwrap_or_default(),
    }))
}

/// The terms in a document, and the ids that can be read of them whatever else is wrong.
fn terms_with_ids<'a>(
    document: Option<Place<'a>>,
    problems: &mut Problems,
) -> (Option<Terms>, Ids<'a>) {
    let terms = document.as_ref();
    let terms = terms.and_then(|place| terms::terms(place, problems));
    let ids = document.and_then(|place| place.object(&mut Problems::default(), names::TERMS));
    (terms, Ids::read(ids.as_ref()))
}

fn example(place: &Place, problems: &mut Problems, ids: &Ids) -> Option<Example> {
    let example = place.object(problems, names::EXAMPLE)?;
    let name = example.required(problems, "name");
    let name = name.and_then(|place| values::text(&place, problems));
    let brief = example.required(problems, "brief");
    let brief = brief.and_then(|place| brief::brief(&place, problems, ids));
    Some(Example {
        name: name?,
        brief: brief?,
    })
}

/// Reads terms.
///
/// # Errors
/// Every error in them.
pub fn read_terms(text: &str) -> Result<Terms, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let mut problems = Problems::default();
    let terms = terms::terms(&Place::top(&document), &mut problems);
    problems.or(terms)
}

/// Reads a brief for these terms.
///
/// # Errors
/// Every error in it; names that the terms do not have are among them.
pub fn read_brief(text: &str, terms: &Terms) -> Result<Brief, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let mut problems = Problems::default();
    let brief = brief::brief(&Place::top(&document), &mut problems, &Ids::of(terms));
    problems.or(brief)
}

/// Reads `{"brief": …, "terms": …}` and appraises the one under the other.
///
/// # Errors
/// Every error in either.
pub fn answer(text: &str) -> Result<Appraisal, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let (brief, terms) = request(&document)?;
    // Every name was looked up as the brief was read: an unknown one is an error above.
    appraise(&brief, &terms).map_err(|unknown| unknown.iter().map(not_known).collect())
}

fn not_known(name: &UnknownId) -> ConfigError {
    ConfigError {
        at: match name.at {
            Named::Purpose => "/brief/purpose".to_owned(),
            Named::Wish(index) => format!("/brief/wishes/{index}/service"),
            Named::Promise(index) => format!("/brief/promises/{index}"),
        },
        message: format!("{} is not in the terms", reader::quoted(&name.id)),
    }
}

fn request(document: &Value) -> Result<(Brief, Terms), Vec<ConfigError>> {
    let mut problems = Problems::default();
    let request = Place::top(document).object(&mut problems, &["brief", "terms"]);
    let (document, brief) = match &request {
        None => (None, None),
        Some(request) => (
            request.required(&mut problems, "terms"),
            request.required(&mut problems, "brief"),
        ),
    };
    let (terms, ids) = terms_with_ids(document, &mut problems);
    let brief = brief.and_then(|place| brief::brief(&place, &mut problems, &ids));
    problems.or(brief.zip(terms))
}

/// One line of JSON for the answer to a request: the appraisal, or `{"errors": [{at, message}]}`.
pub fn answer_line(text: &str) -> String {
    match answer(text) {
        Ok(appraisal) => json::write(&appraisal),
        Err(errors) => json::write(&Errors { errors }),
    }
}

/// One line of JSON about terms: `{"errors": [{at, message}]}`, an empty list where they are right.
pub fn check_line(terms: &str) -> String {
    let errors = read_terms(terms).err().unwrap_or_default();
    json::write(&Errors { errors })
}

#[derive(Serialize)]
struct Errors {
    errors: Vec<ConfigError>,
}
