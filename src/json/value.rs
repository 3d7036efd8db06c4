//! Values of JSON.

/// JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Number in its original notation.
    Number(String),
    /// Text, with its escapes resolved.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Members of an object, in document order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Returns the member of an object with this name, the last if there are several.
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

    /// Returns the text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
