//! Descriptions of documents: the one place that says what may be where.
//!
//! An [`Object`] lists its members, each with its kind, range and unit, its default and a sentence. From it come the
//! validator (`validate.rs`), the readers (`read.rs`), the JSON Schemas and, from these, the TypeScript and the
//! tables in README, and the fields of the configurator.

use super::error::ErrorKind;
use super::names::Words;
use super::ranges::Range;
use crate::engine::Spread;

/// An object of a document.
pub struct Object {
    /// The name under which schemas describe it once, empty where they describe it in its place.
    pub name: &'static str,
    /// Sentence about it.
    pub sentence: Sentence,
    /// The members that it has in common with others.
    pub common: &'static [Member],
    /// Its other members.
    pub members: &'static [Member],
    /// Rules between its members.
    pub rules: &'static [Rule],
    /// Words of the error about a value that is no object.
    pub wanted: &'static str,
}

/// An object without members of which nothing is said yet.
pub const OBJECT: Object = Object {
    name: "",
    sentence: Sentence::new(""),
    common: &[],
    members: &[],
    rules: &[],
    wanted: "an object",
};

impl Object {
    /// Every member, those in common with others first.
    pub fn all(&self) -> impl Iterator<Item = &'static Member> {
        self.common.iter().chain(self.members)
    }

    /// The member with this name.
    pub fn member(&self, name: &str) -> Option<&'static Member> {
        self.all().find(|member| member.name == name)
    }

    /// The member at a JSON pointer into objects.
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

/// A member of an object.
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// An error where it is absent, or none.
    pub is_required: bool,
    /// The value that holds where it is absent.
    pub default: Fallback,
    /// Sentence about it.
    pub sentence: Sentence,
}

/// A kind with the value that holds where the member is absent.
pub struct Spec {
    kind: Kind,
    default: Fallback,
}

impl Spec {
    const fn new(kind: Kind) -> Spec {
        Spec {
            kind,
            default: Fallback::None,
        }
    }

    /// The same, with a default.
    pub const fn or(self, default: Fallback) -> Spec {
        Spec {
            kind: self.kind,
            default,
        }
    }

    /// A member of this name that must be there.
    pub const fn required(self, name: &'static str, sentence: Sentence) -> Member {
        Member {
            name,
            kind: self.kind,
            is_required: true,
            default: self.default,
            sentence,
        }
    }

    /// A member of this name that may be absent.
    pub const fn optional(self, name: &'static str, sentence: Sentence) -> Member {
        Member {
            name,
            kind: self.kind,
            is_required: false,
            default: self.default,
            sentence,
        }
    }
}

/// A kind of value.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Anything, which is not read.
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
    /// The name of a thing that the terms list.
    Reference(&'static Reference),
    /// An object.
    Object(&'static Object),
    /// A short form, or an object.
    Either(&'static Either),
    /// A list.
    List(&'static Kind, Unique),
}

/// A value with a short form.
pub struct Either {
    /// The name under which schemas describe it once.
    pub name: &'static str,
    /// Sentence about it.
    pub sentence: Sentence,
    /// The short form.
    pub short: Short,
    /// The object that it stands for otherwise.
    pub object: &'static Object,
}

/// A short form of an object.
#[derive(Clone, Copy)]
pub enum Short {
    /// A number, and what it stands for.
    Number(Number, Sentence),
    /// One of some names.
    Name(Words),
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
pub type Fit = fn(has: &dyn Fn(&str) -> bool) -> Option<Misfit>;

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

/// A value that is not read.
pub const fn ignored() -> Spec {
    Spec::new(Kind::Ignored)
}

/// `true` or `false`.
pub const fn boolean() -> Spec {
    Spec::new(Kind::Boolean)
}

/// A number within a range, with its unit in errors.
pub const fn number(range: Range, unit: &'static str) -> Spec {
    Spec::new(Kind::Number(Number {
        range,
        unit,
        is_whole: false,
    }))
}

/// A number without a fraction.
pub const fn whole_number(range: Range) -> Spec {
    Spec::new(Kind::Number(Number {
        range,
        unit: "",
        is_whole: true,
    }))
}

/// A text of a form.
pub const fn text(form: &'static Form) -> Spec {
    Spec::new(Kind::Text(form))
}

/// A text, or texts by language.
pub const fn translated() -> Spec {
    Spec::new(Kind::Translated)
}

/// One of some names.
pub const fn name(words: Words) -> Spec {
    Spec::new(Kind::Name(words))
}

/// The id of a thing that the terms list.
pub const fn reference(reference: &'static Reference) -> Spec {
    Spec::new(Kind::Reference(reference))
}

/// An object.
pub const fn object(object: &'static Object) -> Spec {
    Spec::new(Kind::Object(object))
}

/// A kind that was described before.
pub const fn like(kind: Kind) -> Spec {
    Spec::new(kind)
}

/// A list of such members.
pub const fn list(member: &'static Kind) -> Spec {
    Spec::new(Kind::List(member, Unique::No))
}

/// A list of things with an id each.
pub const fn things(member: &'static Kind) -> Spec {
    Spec::new(Kind::List(member, Unique::Ids))
}

/// A list with no member twice.
pub const fn set(member: &'static Kind) -> Spec {
    Spec::new(Kind::List(member, Unique::Members))
}

/// Declares the [`Object`] of a document and, for a type with a field for each member that is read, its
/// [reader](super::read::Read).
///
/// ```ignore
/// document! {
///     /// Who does the work.
///     pub static TEAM: Team = OBJECT;
///     /// Hours a week the team gives to one such job.
///     required "hoursPerWeek" => hours_per_week: number(ranges::HOURS_PER_WEEK, " hours a week");
///     /// In how many weeks it can start.
///     optional "startsInWeeks" => starts_in_weeks: number(ranges::WEEKS, " weeks").or(Number(1.0));
/// }
/// ```
///
/// A member without `=>` is described and not read. Fields that are worked out of several members come last, as
/// `field = function;` with a function of [`Members`](super::read::Members).
macro_rules! document {
    (
        $(#[doc = $about:literal])+
        $visible:vis static $object:ident: $type:ty = $base:expr;
        $($members:tt)+
    ) => {
        $crate::config::table::document! { @table $(#[doc = $about])+ $visible static $object = $base; $($members)+ }
        $crate::config::table::document! { @reader $object: $type; $($members)+ }
    };
    (
        $(#[doc = $about:literal])+
        $visible:vis static $object:ident = $base:expr;
        $($members:tt)+
    ) => {
        $crate::config::table::document! { @table $(#[doc = $about])+ $visible static $object = $base; $($members)+ }
    };
    (
        @table
        $(#[doc = $about:literal])+
        $visible:vis static $object:ident = $base:expr;
        $(
            $(#[doc = $sentence:literal])+
            $presence:ident $name:literal $(=> $field:ident)?: $spec:expr;
        )*
        $($computed:ident = $function:expr;)*
    ) => {
        $(#[doc = $about])+
        $visible static $object: $crate::config::table::Object = $crate::config::table::Object {
            sentence: $crate::config::table::Sentence::new(concat!($($about),+)),
            members: &[$(
                $spec.$presence($name, $crate::config::table::Sentence::new(concat!($($sentence),+)))
            ),*],
            ..$base
        };
    };
    (
        @reader $object:ident: $type:ty;
        $(
            $(#[doc = $sentence:literal])+
            $presence:ident $name:literal $(=> $field:ident)?: $spec:expr;
        )*
        $($computed:ident = $function:expr;)*
    ) => {
        impl $crate::config::read::ReadObject for $type {
            const OBJECT: &'static $crate::config::table::Object = &$object;

            fn of(members: &$crate::config::read::Members) -> $type {
                Self {
                    $($($field: members.get($name),)?)*
                    $($computed: $function(members),)*
                }
            }
        }
    };
}
pub(super) use document;
