//! Errors in documents: kind and place as data, put into words here alone.

use super::ranges::Range;
use crate::decimal;
use crate::json::Value;
use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::fmt;

/// Error in a document.
///
/// Serialised as `{"at": …, "message": …}`.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfigError {
    /// JSON pointer to the place, empty for the whole document.
    pub at: String,
    /// Kind of error: the problem and its remedy.
    pub kind: ErrorKind,
}

/// Kind of error. Its `Display` names the problem and its remedy: lower case, no full stop.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is not JSON.
    NotJson(String),
    /// Something exceeds its limit.
    TooMuch(Excess),
    /// A member is missing.
    Missing(&'static str),
    /// Translated texts lack a default.
    MissingDefault,
    /// A member has an unknown name.
    Unknown {
        /// Its name.
        name: String,
        /// Closest known name, if any is close.
        meant: Option<&'static str>,
        /// All known names.
        known: Vec<&'static str>,
    },
    /// A value has the wrong type or range.
    Expected {
        /// Expected value.
        wanted: Wanted,
        /// Actual value.
        found: Actual,
    },
    /// An id refers to nothing in a list of the terms.
    NotListed {
        /// The id.
        id: String,
        /// Referenced list, such as "services of the terms".
        things: &'static str,
        /// Closest listed id, if any is close.
        meant: Option<String>,
        /// Listed ids, if they are few and none is close.
        known: Option<Vec<String>>,
    },
    /// An id refers to nothing in the terms.
    NotInTerms(String),
    /// Two things have the same id.
    IdTwice(String),
    /// A list or an object contains a member twice.
    MemberTwice(String),
    /// A number is above another one that it must not exceed.
    Above {
        /// Name and value of the first number.
        low: (&'static str, f64),
        /// Name and value of the second number.
        high: (&'static str, f64),
        /// Their unit, with a leading space.
        unit: &'static str,
        /// True if the error is at the first number rather than at the object of both.
        at_low: bool,
    },
    /// A member lacks another member that it depends on.
    OnlyWith {
        /// Member that is present.
        member: &'static str,
        /// Member that it depends on.
        other: &'static str,
        /// The name.
        name: &'static str,
    },
    /// A budget has no kind, or more than one.
    OneBudget(&'static str),
    /// A wish has no subject.
    EmptyWish,
    /// A wish is for a service and for something of the client's own.
    WishOfBoth,
    /// A wish of the client's own has no size.
    WishWithoutSize,
    /// A wish of the client's own has a size and hours.
    WishOfTwoSizes,
}

/// Expected value.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// Value that is described in words.
    Words(&'static str),
    /// Number within a range, with a unit that has a leading space.
    Number(Range, &'static str),
    /// One of some names.
    Name(&'static [&'static str]),
    /// One of some names, or an object that is described in words.
    NameOr(&'static [&'static str], &'static str),
}

/// Actual value.
#[derive(Clone, Debug, PartialEq)]
pub enum Actual {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// Number in its original notation.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List,
    /// An object.
    Object,
}

/// Quantity above its limit.
#[derive(Clone, Debug, PartialEq)]
pub enum Excess {
    /// Bytes of the document, and their limit.
    Bytes(usize, usize),
    /// Values of the document, and their limit.
    Values(usize, usize),
    /// Limit of the nesting of lists and objects.
    Levels(usize),
    /// Members of a list, and their limit.
    List(usize, usize),
    /// Members of an object, and their limit.
    Object(usize, usize),
    /// Limit of the characters of a text.
    Characters(usize),
}

impl ConfigError {
    /// Returns an error about the whole document.
    pub(super) fn whole(kind: ErrorKind) -> ConfigError {
        ConfigError {
            at: String::new(),
            kind,
        }
    }

    /// Returns the problem and its remedy in English: lower case, no full stop.
    pub fn message(&self) -> String {
        self.kind.to_string()
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at.is_empty() {
            "the top"
        } else {
            &self.at
        };
        write!(f, "{} at {at}", self.kind)
    }
}

impl std::error::Error for ConfigError {}

impl Serialize for ConfigError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_struct("ConfigError", 2)?;
        error.serialize_field("at", &self.at)?;
        error.serialize_field("message", &self.message())?;
        error.end()
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ErrorKind::NotJson(why) => write!(f, "this is not JSON: {why}"),
            ErrorKind::TooMuch(measure) => measure.fmt(f),
            ErrorKind::Missing(name) => write!(f, "{} is missing", quoted(name)),
            ErrorKind::MissingDefault => {
                f.write_str("\"default\" is missing: the text for every other language")
            }
            ErrorKind::Unknown { name, meant, known } => {
                write!(f, "{} is not known; ", quoted(name))?;
                match meant {
                    Some(meant) => write!(f, "did you mean {}?", quoted(meant)),
                    None => write!(f, "known here: {}", known.join(", ")),
                }
            }
            ErrorKind::Expected { wanted, found } => write!(f, "must be {wanted}, not {found}"),
            ErrorKind::NotListed {
                id,
                things,
                meant,
                known,
            } => {
                write!(f, "{} is not one of the {things}", quoted(id))?;
                match (meant, known) {
                    (Some(meant), _) => write!(f, "; did you mean {}?", quoted(meant)),
                    (None, Some(known)) if known.is_empty() => write!(f, "; there are no {things}"),
                    (None, Some(known)) => {
                        let known: Vec<String> = known.iter().map(|id| shortened(id)).collect();
                        write!(f, "; known: {}", known.join(", "))
                    }
                    (None, None) => Ok(()),
                }
            }
            ErrorKind::NotInTerms(id) => write!(f, "{} is not in the terms", quoted(id)),
            ErrorKind::IdTwice(id) => {
                write!(f, "{} is there twice; every id must be its own", quoted(id))
            }
            ErrorKind::MemberTwice(id) => {
                write!(f, "{} is there twice; once is enough", quoted(id))
            }
            ErrorKind::Above {
                low,
                high,
                unit,
                at_low,
            } => {
                let ((low, lower), (high, higher)) = (low, high);
                let (lower, higher) = (decimal::text(*lower), decimal::text(*higher));
                write!(f, "{low} ({lower}{unit}) is above {high} ({higher}{unit})")?;
                f.write_str(if *at_low { "; it must not be" } else { "" })
            }
            ErrorKind::OnlyWith {
                member,
                other,
                name,
            } => write!(
                f,
                "{member} are for a promise whose {other} is {}",
                quoted(name)
            ),
            ErrorKind::OneBudget(kinds) => write!(f, "must be one of {kinds}"),
            ErrorKind::EmptyWish => {
                f.write_str("a wish needs a service, or a name with a size or hours")
            }
            ErrorKind::WishOfBoth => {
                f.write_str("a wish is either a service or one of the client's own, not both")
            }
            ErrorKind::WishWithoutSize => {
                f.write_str("a wish of the client's own needs a size or hours")
            }
            ErrorKind::WishOfTwoSizes => {
                f.write_str("a wish of the client's own has a size or hours, not both")
            }
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wanted::Words(words) => f.write_str(words),
            Wanted::Number(Range::Within(least, most), unit) if least == most => {
                write!(f, "{}{unit}", decimal::text(*least))
            }
            Wanted::Number(Range::Within(least, most), unit) => {
                let (least, most) = (decimal::text(*least), decimal::text(*most));
                write!(f, "a number from {least} to {most}{unit}")
            }
            Wanted::Number(Range::Above0(most), unit) => {
                write!(
                    f,
                    "a number above 0 and at most {}{unit}",
                    decimal::text(*most)
                )
            }
            Wanted::Number(Range::Below(end), unit) => {
                write!(f, "a number from 0 and below {}{unit}", decimal::text(*end))
            }
            Wanted::Name(names) => f.write_str(&choice(names)),
            Wanted::NameOr(names, object) => write!(f, "{} or {object}", choice(names)),
        }
    }
}

/// Joins names in quotes with a conjunction.
fn choice(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    names.join(" or ")
}

impl Actual {
    /// Returns the kind of a value, with as much of it as an error quotes.
    pub(super) fn of(value: &Value) -> Actual {
        match value {
            Value::Null => Actual::Null,
            Value::Bool(yes) => Actual::Boolean(*yes),
            Value::Number(number) => Actual::Number(shortened(number)),
            Value::Text(text) => Actual::Text(shortened(text)),
            Value::List(_) => Actual::List,
            Value::Object(_) => Actual::Object,
        }
    }
}

impl fmt::Display for Actual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Actual::Null => f.write_str("null (leave it out where nothing was said)"),
            Actual::Boolean(yes) => yes.fmt(f),
            Actual::Number(number) => f.write_str(number),
            Actual::Text(text) => f.write_str(&quoted(text)),
            Actual::List => f.write_str("a list"),
            Actual::Object => f.write_str("an object"),
        }
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Excess::Bytes(found, most) => {
                write!(f, "the document has {found} bytes; at most {most} are read")
            }
            Excess::Values(found, most) => {
                write!(
                    f,
                    "the document has {found} values; at most {most} are read"
                )
            }
            Excess::Levels(most) => write!(f, "this lies more than {most} levels deep"),
            Excess::List(found, most) => {
                write!(f, "the list has {found} members; at most {most} are read")
            }
            Excess::Object(found, most) => {
                write!(f, "the object has {found} members; at most {most} are read")
            }
            Excess::Characters(most) => write!(f, "the text has more than {most} characters"),
        }
    }
}

/// Returns a text short enough to be quoted in a message.
fn shortened(text: &str) -> String {
    /// Most characters that are quoted.
    const MOST: usize = 40;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Returns a text in quotes, with invisible characters and directional marks escaped.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in shortened(text).chars() {
        let is_unseen = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if c.is_control() || is_unseen || c == '"' || c == '\\' {
            quoted.extend(c.escape_default());
        } else {
            quoted.push(c);
        }
    }
    quoted.push('"');
    quoted
}
