//! Vocabulary for tables: kinds with their defaults, and the macro that declares an object with its
//! reader.

use super::names::NameSet;
use super::ranges::Range;
use super::table::{
    Count, Fallback, Form, Kind, Member, Number, Object, Reference, Sentence, Unique,
};

/// Kind with the value that holds if the member is absent.
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

    /// Returns the member with a default.
    pub const fn or(self, default: Fallback) -> Spec {
        Spec {
            kind: self.kind,
            default,
        }
    }

    /// Returns a required member of this name.
    pub const fn required(self, name: &'static str, sentence: Sentence) -> Member {
        Member {
            name,
            kind: self.kind,
            is_required: true,
            default: self.default,
            sentence,
        }
    }

    /// Returns an optional member of this name.
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

/// Whole number, or a name in place of one.
pub const fn count(count: &'static Count) -> Spec {
    Spec::new(Kind::Count(count))
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
pub const fn name(words: NameSet) -> Spec {
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
/// ```text
/// document! {
///     /// Capacity of the team.
///     pub static TEAM: Team = OBJECT;
///     /// Hours a week the team gives to one such job.
///     required "hoursPerWeek" => hours_per_week: number(ranges::HOURS_PER_WEEK, " hours a week");
///     /// Weeks until it can start.
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
        $crate::config::describe::document! { @table $(#[doc = $about])+ $visible static $object = $base; $($members)+ }
        $crate::config::describe::document! { @reader $object: $type; $($members)+ }
    };
    (
        $(#[doc = $about:literal])+
        $visible:vis static $object:ident = $base:expr;
        $($members:tt)+
    ) => {
        $crate::config::describe::document! { @table $(#[doc = $about])+ $visible static $object = $base; $($members)+ }
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
