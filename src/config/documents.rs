//! Documents of an agency: its configuration, terms and briefs.

use super::brief::BRIEF;
use super::describe::{document, ignored, list, name, object, translated};
use super::error::ConfigError;
use super::limits;
use super::names::NameSet;
use super::table::{Fallback, Kind, OBJECT, Object};
use super::terms::TERMS;
use super::validate::{Ids, validate};
use crate::engine::{Brief, LocalizedText, PriceDisplay, Terms};

/// Configuration of an agency: its terms, and the appearance of the calculator.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Terms of the shop.
    pub terms: Terms,
    /// Briefs that a visitor can start from.
    pub examples: Vec<Example>,
    /// Amount of detail about prices that visitors see.
    pub show: PriceDisplay,
}

/// Brief that a visitor can start from.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Name for visitors.
    pub name: LocalizedText,
    /// The brief.
    pub brief: Brief,
}

document! {
    /// An agency's configuration: its terms, and the appearance of the calculator.
    pub static CONFIG: Config = Object {
        name: "Config",
        ..OBJECT
    };
    /// Address of this schema, for editors.
    optional "$schema": ignored();
    /// Terms of the shop.
    required "terms" => terms: object(&TERMS);
    /// Briefs that a visitor can start from.
    optional "examples" => examples: list(&Kind::Object(&EXAMPLE));
    /// Amount of detail about prices that visitors see. Absent: exact prices.
    optional "show" => show: name(NameSet::of::<PriceDisplay>()).or(Fallback::Name(PriceDisplay::Prices.name()));
}

document! {
    /// A brief that a visitor can start from.
    static EXAMPLE: Example = OBJECT;
    /// Name for visitors.
    required "name" => name: translated();
    /// The brief.
    required "brief" => brief: object(&BRIEF);
}

/// Reads an agency's config: `{"terms": …, "examples": [{"name": …, "brief": …}], "show": …}`.
///
/// # Errors
/// All errors in it.
pub fn read_config(text: &str) -> Result<Config, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let ids = Ids::in_document(document.member("terms"));
    Ok(validate(&document, &CONFIG, ids)?.read())
}

/// Reads terms.
///
/// # Errors
/// All errors in them.
pub fn read_terms(text: &str) -> Result<Terms, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    let ids = Ids::in_document(Some(&document));
    Ok(validate(&document, &TERMS, ids)?.read())
}

/// Reads a brief for these terms.
///
/// # Errors
/// All errors in it, including names that the terms do not have.
pub fn read_brief(text: &str, terms: &Terms) -> Result<Brief, Vec<ConfigError>> {
    let document = limits::parse(text)?;
    Ok(validate(&document, &BRIEF, Ids::of(terms))?.read())
}
