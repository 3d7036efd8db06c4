//! The documents that terms and briefs are part of: an agency's JSON, a request, and a brief as a visitor keeps it.

use super::brief::BRIEF;
use super::names::Words;
use super::table::{
    Fallback, Kind, OBJECT, Object, document, ignored, list, name, object, translated,
};
use super::terms::TERMS;
use super::{Config, Example, Request};
use crate::engine::Show;

document! {
    /// An agency's JSON: its terms, and how the calculator shows itself.
    pub static CONFIG: Config = Object {
        name: "Config",
        ..OBJECT
    };
    /// The address of this schema, for editors.
    optional "$schema": ignored();
    /// What the shop works by.
    required "terms" => terms: object(&TERMS);
    /// Briefs that a visitor can start from.
    optional "examples" => examples: list(&Kind::Object(&EXAMPLE));
    /// How much of what the shop asks its visitors are shown. Absent: prices.
    optional "show" => show: name(Words::of::<Show>()).or(Fallback::Name(Show::Prices.name()));
}

document! {
    /// A brief that a visitor can start from.
    static EXAMPLE: Example = OBJECT;
    /// What it is called.
    required "name" => name: translated();
    /// What is asked for.
    required "brief" => brief: object(&BRIEF);
}

document! {
    /// A brief, and the terms under which it is appraised.
    pub static REQUEST: Request = OBJECT;
    /// What is asked for.
    required "brief" => brief: object(&BRIEF);
    /// What the shop works by.
    required "terms" => terms: object(&TERMS);
}
