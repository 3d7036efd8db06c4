//! Readers of [validated](mod@super::validate) documents. They cannot fail.

use super::table::{Fallback, Object};
use crate::decimal;
use crate::engine::bounds::LEAST;
use crate::engine::{
    CareKind, CareOwner, Contact, CountedFrom, Estimate, Existing, Flag, InboxShape, LocalizedText,
    Payer, PerCareKind, PriceDisplay, Priority, Relationship, ResponseTime, Rivals, Schedule, Size,
    Spread, Tax, Topic,
};
use crate::json::Value;

/// Type whose values are read from documents.
///
/// A validated document has exactly the expected shape, so the fallbacks that readers return, such
/// as 0, are never seen.
pub trait Read: Sized {
    /// Reads a value.
    fn read(value: &Value) -> Self;

    /// Returns the value of an absent member.
    fn absent(default: Fallback) -> Self;
}

/// Type whose values are read from objects. Implemented by `document!`.
pub trait ReadObject: Sized {
    /// Description of the objects.
    const OBJECT: &'static Object;

    /// Reads a value from members.
    fn of(members: &Members) -> Self;

    /// Reads a value from an object, or from one without members.
    fn read_object(value: &Value) -> Self {
        Self::of(&Members {
            object: Self::OBJECT,
            value,
        })
    }
}

impl<T: ReadObject> Read for T {
    fn read(value: &Value) -> T {
        T::read_object(value)
    }

    fn absent(_: Fallback) -> T {
        T::read_object(&Value::Null)
    }
}

/// Members of an object.
pub struct Members<'a> {
    object: &'static Object,
    value: &'a Value,
}

impl Members<'_> {
    /// Reads the member of this name, or returns its default.
    pub fn get<T: Read>(&self, name: &str) -> T {
        match self.value.member(name) {
            Some(value) => T::read(value),
            None => T::absent(self.default(name)),
        }
    }

    /// Returns the JSON of the member of this name, if present.
    pub fn written(&self, name: &str) -> Option<&Value> {
        self.value.member(name)
    }

    /// Reads another value from the same members.
    pub fn all<T: Read>(&self) -> T {
        T::read(self.value)
    }

    fn default(&self, name: &str) -> Fallback {
        self.object
            .member(name)
            .map_or(Fallback::None, |member| member.default)
    }
}

/// Returns the number, if it is one. Tiny numbers count as 0, because dividing by them would
/// overflow.
pub(super) fn number_of(value: &Value) -> Option<f64> {
    let Value::Number(number) = value else {
        return None;
    };
    decimal::number(number).map(|value| if value.abs() < LEAST { 0.0 } else { value })
}

impl Read for f64 {
    fn read(value: &Value) -> f64 {
        number_of(value).unwrap_or_default()
    }

    fn absent(default: Fallback) -> f64 {
        match default {
            Fallback::Number(number) => number,
            _ => 0.0,
        }
    }
}

impl Read for u32 {
    fn read(value: &Value) -> u32 {
        f64::read(value) as u32
    }

    fn absent(default: Fallback) -> u32 {
        f64::absent(default) as u32
    }
}

impl Read for bool {
    fn read(value: &Value) -> bool {
        *value == Value::Bool(true)
    }

    fn absent(_: Fallback) -> bool {
        false
    }
}

impl Read for String {
    fn read(value: &Value) -> String {
        value.text().unwrap_or_default().to_owned()
    }

    fn absent(_: Fallback) -> String {
        String::new()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value) -> Option<T> {
        Some(T::read(value))
    }

    fn absent(_: Fallback) -> Option<T> {
        None
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value) -> Vec<T> {
        match value {
            Value::List(list) => list.iter().map(T::read).collect(),
            _ => Vec::new(),
        }
    }

    fn absent(_: Fallback) -> Vec<T> {
        Vec::new()
    }
}

impl<T: Read + Default> Read for PerCareKind<T> {
    fn read(value: &Value) -> PerCareKind<T> {
        let mut values = PerCareKind::default();
        for kind in CareKind::ALL {
            if let Some(value) = value.member(kind.name()) {
                values[kind] = T::read(value);
            }
        }
        values
    }

    fn absent(_: Fallback) -> PerCareKind<T> {
        PerCareKind::default()
    }
}

impl Read for LocalizedText {
    fn read(value: &Value) -> LocalizedText {
        let Value::Object(languages) = value else {
            return LocalizedText {
                default: String::read(value),
                ..LocalizedText::default()
            };
        };
        let mut text = LocalizedText::default();
        for (language, value) in languages {
            let value = String::read(value);
            if language == "default" {
                text.default = value;
            } else {
                text.translations.push((language.clone(), value));
            }
        }
        text
    }

    fn absent(_: Fallback) -> LocalizedText {
        LocalizedText::default()
    }
}

impl Read for Estimate {
    fn read(value: &Value) -> Estimate {
        let Value::Number(_) = value else {
            let point = |name| value.member(name).map(f64::read).unwrap_or_default();
            return Estimate {
                low: point("low"),
                likely: point("likely"),
                high: point("high"),
            };
        };
        let hours = f64::read(value);
        // Half of it must be distinguished from 0 too, so that the estimate survives a round trip.
        Estimate::bare(if hours < 2.0 * LEAST { 0.0 } else { hours })
    }

    fn absent(default: Fallback) -> Estimate {
        Estimate::bare(f64::absent(default))
    }
}

impl Read for Spread {
    fn read(value: &Value) -> Spread {
        let point = |name| value.member(name).map(f64::read).unwrap_or_default();
        Spread {
            median: point("median"),
            p90: point("p90"),
        }
    }

    fn absent(default: Fallback) -> Spread {
        match default {
            Fallback::Spread(spread) => spread,
            _ => Spread {
                median: 1.0,
                p90: 1.0,
            },
        }
    }
}

impl Read for Schedule {
    fn read(value: &Value) -> Schedule {
        Schedule {
            spread: Spread::read(value),
            wait: value.member("wait").map(f64::read).unwrap_or_default(),
        }
    }

    fn absent(default: Fallback) -> Schedule {
        match default {
            Fallback::Schedule(schedule) => schedule,
            _ => Schedule {
                spread: Spread::absent(default),
                wait: 0.0,
            },
        }
    }
}

/// Reads enums by their names.
macro_rules! read_names {
    ($($type:ty),+ $(,)?) => {
        $(
            impl Read for $type {
                fn read(value: &Value) -> $type {
                    value.text().and_then(<$type>::from_name).unwrap_or(<$type>::ALL[0])
                }

                fn absent(default: Fallback) -> $type {
                    match default {
                        Fallback::Name(name) => <$type>::from_name(name),
                        _ => None,
                    }
                    .unwrap_or(<$type>::ALL[0])
                }
            }
        )+
    };
}

read_names! {
    CareKind, CareOwner, Contact, CountedFrom, Existing, Flag, InboxShape, Payer, Priority, Relationship, Rivals, PriceDisplay, Size, Tax,
    Topic, ResponseTime,
}
