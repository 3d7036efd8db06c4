//! An agency's configuration: terms and examples.

use super::brief::BRIEF;
use super::describe::{document, ignored, list, name, object, translated};
use super::names::Words;
use super::table::{Fallback, Kind, OBJECT, Object};
use super::terms::TERMS;
use super::{Config, Example};
use crate::engine::PriceDisplay;

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
    optional "show" => show: name(Words::of::<PriceDisplay>()).or(Fallback::Name(PriceDisplay::Prices.name()));
}

document! {
    /// A brief that a visitor can start from.
    static EXAMPLE: Example = OBJECT;
    /// Name for visitors.
    required "name" => name: translated();
    /// The brief.
    required "brief" => brief: object(&BRIEF);
}
