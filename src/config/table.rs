//! Descriptions of documents: the single source of their structure.
//!
//! An [`Object`] lists its members, each with its kind, range and unit, its default and a sentence.
//! From it derive the validator (`validate.rs`), the readers (`read.rs`), the JSON Schemas and,
//! from these, the TypeScript and the tables in docs/terms.md, and the fields of the
//! configurator.

use super::error::ErrorKind;
use super::names::Words;
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
    Name(Words),
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
    Name(Words),
    /// A text of a form, and what it stands for.
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
    pub words: Words,
    /// Wording of the error about anything else.
    pub wanted: &'static str,
}

/// A number within a range.
#[derive(Clone, Copy)]
pub struct Number {
    /// From where to where it lies.
    pub range: Range,
    /// Its unit in an error, with a space before it, or nothing.
    pub unit: &'static str,
    /// No fraction is allowed.
    pub is_whole: bool,
}

/// A form that a text has.
pub struct Form {
    /// Tells a text that has it.
    pub fits: fn(&str) -> bool,
    /// Words of the error about a text that does not have it.
    pub wanted: &'static str,
    /// Words of the error about an empty text or a value that is no text.
    pub wanted_else: &'static str,
    /// A regular expression for the same, in a schema.
    pub pattern: Sentence,
}

/// A list of the terms whose things are referred to by their ids.
pub struct Reference {
    /// List of its things.
    pub things: Things,
    /// Its things in an error.
    pub named: &'static str,
    /// Any id will do where the list is empty.
    pub is_free_if_empty: bool,
    /// Sentence about such an id.
    pub sentence: Sentence,
}

/// The lists of the terms whose things are referred to.
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
    /// The name of the list in the terms.
    pub const fn name(self) -> &'static str {
        match self {
            Things::Purposes => "purposes",
            Things::Services => "services",
            Things::Promises => "promises",
        }
    }
}

/// Members of a list that may not be there twice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unique {
    /// Anything may.
    No,
    /// An id of its members.
    Ids,
    /// A member.
    Members,
}

/// The value that holds where a member is absent.
#[derive(Clone, Copy)]
pub enum Fallback {
    /// None: nothing was said, or the members of an object have defaults of their own.
    None,
    /// A number, or the likely hours of an estimate.
    Number(f64),
    /// No.
    No,
    /// A name.
    Name(&'static str),
    /// A spread.
    Spread(Spread),
    /// A schedule.
    Schedule(Schedule),
}

/// A rule between the members of an object.
pub enum Rule {
    /// These numbers do not fall.
    Rising(&'static [&'static str], &'static str),
    /// The first number is not above the second.
    NotAbove(&'static str, &'static str),
    /// The first member is there where the second is this name, and only there.
    OnlyWith(&'static str, &'static str, &'static str),
    /// The members that are there are those of one set.
    Sets(&'static [Set], Fit),
}

/// Members that go together.
pub struct Set {
    /// Their names.
    pub members: &'static [&'static str],
    /// Sentence about them together.
    pub sentence: Sentence,
}

/// Tells members that do not go together, from the names of those that are there.
pub type Fit = fn(has: &dyn Fn(&str) -> bool) -> Vec<Misfit>;

/// Members that do not go together: the one that is told, if it is not the object, and why.
pub type Misfit = (Option<&'static str>, ErrorKind);

/// A sentence for those who write documents. Only schemas have it; visitors load none.
#[derive(Clone, Copy)]
pub struct Sentence {
    #[cfg(feature = "schema")]
    text: &'static str,
}

impl Sentence {
    /// A sentence, as a doc comment has it.
    #[cfg(feature = "schema")]
    pub const fn new(text: &'static str) -> Sentence {
        Sentence { text }
    }

    /// A sentence that is left out.
    #[cfg(not(feature = "schema"))]
    pub const fn new(_: &'static str) -> Sentence {
        Sentence {}
    }

    /// The text, without the space that a doc comment begins with.
    #[cfg(feature = "schema")]
    pub fn text(self) -> &'static str {
        self.text.trim_start()
    }
}
