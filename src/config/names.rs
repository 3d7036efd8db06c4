//! Names of enum values: those of an enum of the engine, or some of them.

use crate::engine::Names;

#[cfg(feature = "schema")]
use super::schema::derived::{Shape, shape};

/// Names with their meanings.
#[derive(Clone, Copy)]
pub struct NameSet {
    /// Names, in the order in which an error lists them.
    pub names: &'static [&'static str],
    /// Sentence about each, for schemas.
    #[cfg(feature = "schema")]
    pub meanings: Meanings,
}

/// Sentences about names, for schemas.
#[cfg(feature = "schema")]
#[derive(Clone, Copy)]
pub enum Meanings {
    /// Sentences of a type that a schema defines once.
    Shape(fn() -> Shape),
    /// A sentence for each name.
    Sentences(&'static [&'static str]),
}

impl NameSet {
    /// The names of a type.
    #[cfg(feature = "schema")]
    pub const fn of<T: Names + schemars::JsonSchema>() -> NameSet {
        NameSet {
            names: T::NAMES,
            meanings: Meanings::Shape(shape::<T>),
        }
    }

    /// The names of a type.
    #[cfg(not(feature = "schema"))]
    pub const fn of<T: Names>() -> NameSet {
        NameSet { names: T::NAMES }
    }

    /// These names, each with a sentence.
    pub const fn new(
        names: &'static [&'static str],
        #[cfg_attr(not(feature = "schema"), allow(unused_variables))]
        meanings: &'static [&'static str],
    ) -> NameSet {
        NameSet {
            names,
            #[cfg(feature = "schema")]
            meanings: Meanings::Sentences(meanings),
        }
    }
}
