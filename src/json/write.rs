//! Serialiser of JSON.
//!
//! It covers everything that `serde` can serialise; the standard serialiser would be monomorphised
//! for every type.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::fmt;

/// Returns the JSON text of a value. Numbers without a JSON notation become `null`.
///
/// # Errors
/// A map has keys other than texts, or a part of the value refuses to be serialised.
///
/// ```
/// # use takeon::json::write;
/// let text = r#"[1.0,"a \"b\"",[true,true]]"#;
/// assert_eq!(write(&(1.0, "a \"b\"", [true; 2])).as_deref(), Ok(text));
/// ```
pub fn write<T: Serialize + ?Sized>(value: &T) -> Result<String, fmt::Error> {
    let mut text = String::new();
    value.serialize(Writer(&mut text)).map(|()| text)
}

/// Returns the JSON text of a value of this crate. Their keys are texts, and none refuses.
pub(crate) fn written<T: Serialize + ?Sized>(value: &T) -> String {
    write(value).unwrap_or_default()
}

/// Writer of one value at the end of a text.
struct Writer<'a>(&'a mut String);

impl Writer<'_> {
    /// Writes a text in quotes.
    fn quoted(self, value: &str) {
        self.0.push('"');
        for c in value.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                '\t' => self.0.push_str("\\t"),
                '\u{8}' => self.0.push_str("\\b"),
                '\u{c}' => self.0.push_str("\\f"),
                ..' ' => {
                    let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                    self.0.push_str("\\u00");
                    self.0.extend([digit(c as u32 / 16), digit(c as u32 % 16)]);
                }
                _ => self.0.push(c),
            }
        }
        self.0.push('"');
    }

    /// Writes a number as the shortest text that is parsed as the same one.
    fn number(self, value: f64) {
        if value.is_finite() {
            self.0.push_str(zmij::Buffer::new().format_finite(value));
        } else {
            self.0.push_str("null");
        }
    }
}

impl<'a> Writer<'a> {
    /// Begins a list or an object.
    fn begin(self, is_list: bool) -> Members<'a> {
        self.0.push(if is_list { '[' } else { '{' });
        Members {
            text: self.0,
            is_first: true,
            ends: if is_list { "]" } else { "}" },
        }
    }

    /// Begins the only member of an object.
    fn tagged(self, tag: &str) -> &'a mut String {
        self.0.push('{');
        Writer(self.0).quoted(tag);
        self.0.push(':');
        self.0
    }
}

/// Writer of the members of a list or an object.
struct Members<'a> {
    text: &'a mut String,
    is_first: bool,
    ends: &'static str,
}

impl Members<'_> {
    /// Returns the writer of the next member.
    fn next(&mut self) -> Writer<'_> {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        Writer(self.text)
    }

    /// Returns the writer of the next member's value.
    fn named(&mut self, name: &str) -> Writer<'_> {
        self.next().quoted(name);
        self.text.push(':');
        Writer(self.text)
    }

    fn close(self) -> fmt::Result {
        self.text.push_str(self.ends);
        Ok(())
    }
}

/// Whole numbers of any kind.
macro_rules! whole_numbers {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name(self, value: $kind) -> fmt::Result {
            self.0.push_str(&value.to_string());
            Ok(())
        })*
    };
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Members<'a>;
    type SerializeTuple = Members<'a>;
    type SerializeTupleStruct = Members<'a>;
    type SerializeTupleVariant = Members<'a>;
    type SerializeMap = Members<'a>;
    type SerializeStruct = Members<'a>;
    type SerializeStructVariant = Members<'a>;

    whole_numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64, serialize_u128: u128
    );

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> fmt::Result {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> fmt::Result {
        self.number(value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> fmt::Result {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> fmt::Result {
        self.quoted(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_none(self) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> fmt::Result {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> fmt::Result {
        let text = self.tagged(variant);
        value.serialize(Writer(text))?;
        text.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'a>, fmt::Error> {
        Ok(self.begin(true))
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'a>, fmt::Error> {
        Ok(self.begin(true))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Members<'a>, fmt::Error> {
        Ok(self.begin(true))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'a>, fmt::Error> {
        let members = Writer(self.tagged(variant)).begin(true);
        Ok(Members {
            ends: "]}",
            ..members
        })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'a>, fmt::Error> {
        Ok(self.begin(false))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'a>, fmt::Error> {
        Ok(self.begin(false))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'a>, fmt::Error> {
        let members = Writer(self.tagged(variant)).begin(false);
        Ok(Members {
            ends: "}}",
            ..members
        })
    }
}

/// Members without names.
macro_rules! lists {
    ($($kind:ident $member:ident),*) => {
        $(impl $kind for Members<'_> {
            type Ok = ();
            type Error = fmt::Error;

            fn $member<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
                value.serialize(self.next())
            }

            fn end(self) -> fmt::Result {
                self.close()
            }
        })*
    };
}

lists!(
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
);

/// Members with names.
macro_rules! objects {
    ($($kind:ident),*) => {
        $(impl $kind for Members<'_> {
            type Ok = ();
            type Error = fmt::Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> fmt::Result {
                value.serialize(self.named(name))
            }

            fn end(self) -> fmt::Result {
                self.close()
            }
        })*
    };
}

objects!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        let writer = self.next();
        let from = writer.0.len();
        key.serialize(writer)?;
        // Only a text can be a key.
        let is_text = self
            .text
            .get(from..)
            .is_some_and(|key| key.starts_with('"'));
        self.text.push(':');
        if is_text { Ok(()) } else { Err(fmt::Error) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(Writer(self.text))
    }

    fn end(self) -> fmt::Result {
        self.close()
    }
}
