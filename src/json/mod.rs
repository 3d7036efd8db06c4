//! JSON: text to values, and values to text.
//!
//! As much of it as documents of ours need: strict, small, and without a table. A number keeps the
//! text it was written with, so that 1e999 is an error at its own place and not the end of the
//! document.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod read;
mod write;

pub use read::read;
pub use write::write;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A text, with its escapes resolved.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// The members of an object, in the order of the document.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The member of an object with this name, of several the last.
    ///
    /// ```
    /// # use takeon::json::{Value, read};
    /// let value = read(r#"{"rate": 85}"#)?;
    /// assert_eq!(value.member("rate"), Some(&Value::Number("85".to_owned())));
    /// # Ok::<(), String>(())
    /// ```
    pub fn member(&self, name: &str) -> Option<&Value> {
        let Value::Object(members) = self else {
            return None;
        };
        let named = members.iter().rev().find(|(known, _)| known == name);
        named.map(|(_, value)| value)
    }

    /// The text, where it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
