//! Descriptions of documents: the single source of their structure.
//!
//! An [`Object`] lists its members, each with its kind, range and unit, its default and a sentence.
//! From it derive the validator (`validate.rs`), the readers (`read.rs`), the JSON Schemas and,
//! from these, the TypeScript and the tables in docs/terms.md, and the fields of the
//! configurator.

use super::error::ErrorKind;
use super::names::NameSet;
use super::ranges::Range;
use crate::engine::{Schedule, Spread};

/// An object of a document.
pub struct Object {
    /// Name of its definition in schemas, empty if it is inlined.
    pub name: &'static str,
    /// Sentence about it.
    pub sentence: Sentence,
    /// Members that it shares with others.
    pub common: &'static [Member],
    /// Its other members.
    pub members: &'static [Member],
    /// Rules between its members.
    pub rules: &'static [Rule],
    /// Wording of the error about a value that is not an object.
    pub wanted: &'static str,
}

/// Object without members or sentence, for struct update syntax.
pub const OBJECT: Object = Object {
    name: "",
    sentence: Sentence::new(""),
    common: &[],
    members: &[],
    rules: &[],
    wanted: "an object",
};

impl Object {
    /// Iterates over all members, the shared ones first.
    pub fn all(&self) -> impl Iterator<Item = &'static Member> {
        self.common.iter().chain(self.members)
    }

    /// Returns the member with this name.
    pub fn member(&self, name: &str) -> Option<&'static Member> {
        self.all().find(|member| member.name == name)
    }

    /// Returns the member at a JSON pointer into objects.
    pub fn at(&self, pointer: &str) -> Option<&'static Member> {
        let mut names = pointer.split('/').skip(1);
        let mut member = self.member(names.next()?)?;
        for name in names {
            let Kind::Object(object) = member.kind else {
                return None;
            };
            member = object.member(name)?;
        }
        Some(member)
    }
}

/// Member of an object.
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// True if its absence is an error.
    pub is_required: bool,
    /// Value that holds if it is absent.
    pub default: Fallback,
    /// Sentence about it.
    pub sentence: Sentence,
}

/// Kind of value.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Any value, which is not read.
    Ignored,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number(Number),
    /// A text.
    Text(&'static Form),
    /// A text, or texts by language with a default.
    Translated,
    /// One of some names.
    Name(NameSet),
    /// Reference to something that the terms list.
    Reference(&'static Reference),
    /// An object.
    Object(&'static Object),
    /// A short form, or an object.
    Either(&'static Either),
    /// A whole number, or one of some names.
    Count(&'static Count),
    /// A list.
    List(&'static Kind, Unique),
}

/// Value with a short form.
pub struct Either {
    /// Name of its definition in schemas.
    pub name: &'static str,
    /// Sentence about it.
    pub sentence: Sentence,
    /// Short form.
    pub short: Short,
    /// Object in place of the short form.
    pub object: &'static Object,
}

/// Short form of an object.
#[derive(Clone, Copy)]
pub enum Short {
    /// Number, and its meaning.
    Number(Number, Sentence),
    /// One of some names.
    Name(NameSet),
    /// Text of a form, with its meaning.
    Text(&'static Form, Sentence),
}

/// Number, or a name in place of one.
pub struct Count {
    /// Name of its definition in schemas.
    pub name: &'static str,
    /// Sentence about it.
    pub sentence: Sentence,
    /// The number.
    pub number: Number,
    /// The names.
    pub words: NameSet,
    /// Wording of the error about anything else.
    pub wanted: &'static str,
}

/// Number within a range.
#[derive(Clone, Copy)]
pub struct Number {
    /// Its range.
    pub range: Range,
    /// Its unit in an error, with a leading space, or nothing.
    pub unit: &'static str,
    /// True if fractions are not allowed.
    pub is_whole: bool,
}

/// Format of a text.
pub struct Form {
    /// Returns `true` for a text in this format.
    pub fits: fn(&str) -> bool,
    /// Wording of the error about a text in another format.
    pub wanted: &'static str,
    /// Wording of the error about an empty text or another type.
    pub wanted_else: &'static str,
    /// Equivalent regular expression, for schemas.
    pub pattern: Sentence,
}

/// List of the terms whose items are referred to by id.
pub struct Reference {
    /// The list.
    pub things: Things,
    /// Its items in an error.
    pub named: &'static str,
    /// True if any id is accepted while the list is empty.
    pub is_free_if_empty: bool,
    /// Sentence about such an id.
    pub sentence: Sentence,
}

/// Lists of the terms that can be referred to.
#[derive(Clone, Copy)]
pub enum Things {
    /// Purposes.
    Purposes,
    /// Services.
    Services,
    /// Promises.
    Promises,
}

impl Things {
    /// Returns the name of the list in the terms.
    pub const fn name(self) -> &'static str {
        match self {
            Things::Purposes => "purposes",
            Things::Services => "services",
            Things::Promises => "promises",
        }
    }
}

/// Uniqueness of the members of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unique {
    /// Duplicates are allowed.
    No,
    /// Ids are unique.
    Ids,
    /// Members are unique.
    Members,
}

/// Value of an absent member.
#[derive(Clone, Copy)]
pub enum Fallback {
    /// No value, or an object whose members have defaults of their own.
    None,
    /// A number, or the likely hours of an estimate.
    Number(f64),
    /// `false`.
    No,
    /// A name.
    Name(&'static str),
    /// A spread.
    Spread(Spread),
    /// A schedule.
    Schedule(Schedule),
}

/// Rule between the members of an object.
pub enum Rule {
    /// These numbers do not decrease.
    Rising(&'static [&'static str], &'static str),
    /// The first number is not above the second.
    NotAbove(&'static str, &'static str),
    /// The first member is present if and only if the second has this name.
    OnlyWith(&'static str, &'static str, &'static str),
    /// The present members form one of these sets.
    Sets(&'static [Set], Fit),
}

/// Set of members that belong together.
pub struct Set {
    /// Their names.
    pub members: &'static [&'static str],
    /// Sentence about them together.
    pub sentence: Sentence,
}

/// Returns the members that do not fit, given the presence of each.
pub type Fit = fn(has: &dyn Fn(&str) -> bool) -> Vec<Misfit>;

/// Member that does not fit, or `None` for the object itself, and the error.
pub type Misfit = (Option<&'static str>, ErrorKind);

/// Sentence for authors of documents. Only schemas contain it; it is not compiled into the wasm.
#[derive(Clone, Copy)]
pub struct Sentence {
    #[cfg(feature = "schema")]
    text: &'static str,
}

impl Sentence {
    /// Creates a sentence from a doc comment.
    #[cfg(feature = "schema")]
    pub const fn new(text: &'static str) -> Sentence {
        Sentence { text }
    }

    /// Discards the sentence.
    #[cfg(not(feature = "schema"))]
    pub const fn new(_: &'static str) -> Sentence {
        Sentence {}
    }

    /// Returns the text, without the leading space of a doc comment.
    #[cfg(feature = "schema")]
    pub fn text(self) -> &'static str {
        self.text.trim_start()
    }
}
