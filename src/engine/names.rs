//! Enums with names in documents, each name stated once.

/// Enum whose values have names in documents. Implemented by [`names!`](macro@crate::names).
pub trait Names: Copy + 'static {
    /// All values, in display order.
    const ALL: &'static [Self];

    /// The names of [`ALL`](Names::ALL), in the same order.
    const NAMES: &'static [&'static str];

    /// Returns the name in documents.
    fn name(self) -> &'static str;

    /// Returns the value with this name, if any.
    fn from_name(name: &str) -> Option<Self>;
}

/// Declares an enum together with the names of its values in documents.
///
/// The values are listed in display order. Each has a doc line, its name, and may end with
/// `#[default]`. Besides the enum the macro generates `ALL`, `NAMES`, `name`, `from_name`, the
/// trait [`Names`], and `serde` support; with the feature `schema` also a JSON
/// Schema, and `MEANINGS`, the doc lines.
///
/// ```
/// takeon_engine::names! {
///     /// Speed of delivery.
///     #[derive(Default, PartialOrd, Ord)]
///     pub enum Speed {
///         /// In its own time.
///         Whenever = "whenever" #[default],
///         /// Before anything else.
///         AtOnce = "at-once",
///     }
/// }
///
/// assert_eq!(Speed::ALL, [Speed::Whenever, Speed::AtOnce]);
/// assert_eq!(Speed::NAMES, ["whenever", "at-once"]);
/// assert_eq!(Speed::AtOnce.name(), "at-once");
/// assert_eq!(Speed::from_name("at-once"), Some(Speed::AtOnce));
/// assert_eq!(Speed::from_name("AtOnce"), None);
/// ```
#[macro_export]
macro_rules! names {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $enum:ident {
            $( $(#[doc = $meaning:literal])+ $value:ident = $name:literal $(#[$default:ident])? ),+ $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        $visibility enum $enum {
            $( $(#[doc = $meaning])+ #[serde(rename = $name)] $(#[$default])? $value ),+
        }

        impl $enum {
            /// All values, in display order.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$value),+];

            /// The names in documents, in the order of `ALL`.
            pub const NAMES: [&'static str; [$($name),+].len()] = [$($name),+];

            /// The sentence about each value, in the order of `ALL`.
            #[cfg(feature = "schema")]
            #[allow(dead_code, reason = "schemas may describe the enum otherwise")]
            pub const MEANINGS: [&'static str; [$($name),+].len()] =
                [$(concat!($($meaning),+).trim_ascii()),+];

            /// Returns the name in documents.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $name),+
                }
            }

            /// Returns the value with this name, if any.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.name() == name)
            }
        }

        impl $crate::Names for $enum {
            const ALL: &'static [Self] = &Self::ALL;
            const NAMES: &'static [&'static str] = &Self::NAMES;

            fn name(self) -> &'static str {
                self.name()
            }

            fn from_name(name: &str) -> Option<Self> {
                Self::from_name(name)
            }
        }
    };
}
