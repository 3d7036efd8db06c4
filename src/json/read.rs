//! Parser of JSON.

use super::value::Value;

/// Nesting of lists and objects at which parsing fails.
const DEPTH: u32 = 128;

/// Parses a JSON text.
///
/// ```
/// # use takeon::json::{Value, read};
/// assert_eq!(read(" [true] "), Ok(Value::List(vec![Value::Bool(true)])));
/// assert_eq!(read("[true").unwrap_err(), "EOF while parsing a list at line 1 column 5");
/// ```
///
/// # Errors
/// The first error, with its line and column (in bytes), both counted from 1.
pub fn read(text: &str) -> Result<Value, String> {
    let mut reader = Reader { text, at: 0 };
    reader.document().map_err(|wrong| {
        let (mut line, mut column) = (1, 0);
        for byte in text.bytes().take(reader.at + 1) {
            column += 1;
            if byte == b'\n' {
                (line, column) = (line + 1, 0);
            }
        }
        format!("{wrong} at line {line} column {column}")
    })
}

/// Error at the parser's position.
type Wrong = &'static str;

struct Reader<'a> {
    text: &'a str,
    /// Index of the next byte, always at a character boundary.
    at: usize,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Value, Wrong> {
        let value = self.value(DEPTH)?;
        match self.next() {
            None => Ok(value),
            Some(_) => Err("trailing characters"),
        }
    }

    /// Returns the current byte.
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Returns the next byte that is not a space.
    fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Returns the remaining text.
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn value(&mut self, depth: u32) -> Result<Value, Wrong> {
        match self.next() {
            None => Err("EOF while parsing a value"),
            Some(b'{') => self.object(depth - 1),
            Some(b'[') => self.list(depth - 1),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.word(),
        }
    }

    fn word(&mut self) -> Result<Value, Wrong> {
        let words = [
            ("null", Value::Null),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
        ];
        for (word, value) in words {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err("expected value")
    }

    fn list(&mut self, depth: u32) -> Result<Value, Wrong> {
        let mut members = Vec::new();
        while self.follows(depth, members.is_empty(), b']')? {
            members.push(self.value(depth)?);
        }
        Ok(Value::List(members))
    }

    fn object(&mut self, depth: u32) -> Result<Value, Wrong> {
        let mut members = Vec::new();
        while self.follows(depth, members.is_empty(), b'}')? {
            if self.next() != Some(b'"') {
                return Err("key must be a string");
            }
            let key = self.string()?;
            match self.next() {
                Some(b':') => self.at += 1,
                None => return Err("EOF while parsing an object"),
                Some(_) => return Err("expected `:`"),
            }
            members.push((key, self.value(depth)?));
        }
        Ok(Value::Object(members))
    }

    /// Returns `true` if another member of a list or an object follows, which ends with `end`.
    fn follows(&mut self, depth: u32, is_first: bool, end: u8) -> Result<bool, Wrong> {
        if depth == 0 {
            return Err("recursion limit exceeded");
        }
        if is_first {
            // The opening bracket.
            self.at += 1;
        }
        let is_list = end == b']';
        match self.next() {
            None if is_list => Err("EOF while parsing a list"),
            None => Err("EOF while parsing an object"),
            Some(byte) if byte == end => {
                self.at += 1;
                Ok(false)
            }
            Some(_) if is_first => Ok(true),
            Some(b',') => {
                self.at += 1;
                match self.next() {
                    Some(byte) if byte == end => Err("trailing comma"),
                    _ => Ok(true),
                }
            }
            Some(_) if is_list => Err("expected `,` or `]`"),
            Some(_) => Err("expected `,` or `}`"),
        }
    }

    fn number(&mut self) -> Result<Value, Wrong> {
        let from = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        match self.byte() {
            Some(b'0'..=b'9') => Err("invalid number"),
            _ => Ok(Value::Number(
                self.text.get(from..self.at).unwrap_or_default().to_owned(),
            )),
        }
    }

    /// Consumes one or more digits.
    fn digits(&mut self) -> Result<(), Wrong> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        match self.byte() {
            _ if self.at > from => Ok(()),
            None => Err("EOF while parsing a value"),
            Some(_) => Err("invalid number"),
        }
    }

    fn string(&mut self) -> Result<String, Wrong> {
        let mut string = String::new();
        // The opening quote.
        self.at += 1;
        loop {
            let plain = |byte: u8| byte != b'"' && byte != b'\\' && byte >= b' ';
            let rest = self.rest();
            let length = rest.bytes().take_while(|byte| plain(*byte)).count();
            string.push_str(rest.get(..length).unwrap_or_default());
            self.at += length;
            match self.byte() {
                None => return Err("EOF while parsing a string"),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.at += 1;
                    string.push(self.escaped()?);
                }
                Some(_) => {
                    return Err("control character (\\u0000-\\u001F) found while parsing a string");
                }
            }
        }
    }

    /// Returns the character that is escaped by a backslash.
    fn escaped(&mut self) -> Result<char, Wrong> {
        let c = match self.byte() {
            None => return Err("EOF while parsing a string"),
            Some(b'u') => return self.coded(),
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(_) => return Err("invalid escape"),
        };
        self.at += 1;
        Ok(c)
    }

    /// Returns the character of `u` and four digits, or of a surrogate pair.
    fn coded(&mut self) -> Result<char, Wrong> {
        const ALONE: Wrong = "lone leading surrogate in hex escape";
        let first = self.half()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or(ALONE);
        }
        if !self.rest().starts_with("\\u") {
            return Err(ALONE);
        }
        self.at += 1;
        let second = self.half()?;
        if !(0xDC00..0xE000).contains(&second) {
            return Err(ALONE);
        }
        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        char::from_u32(code).ok_or(ALONE)
    }

    /// Returns the number of the four digits after a `u`.
    fn half(&mut self) -> Result<u32, Wrong> {
        let mut code = 0;
        for _ in 0..4 {
            self.at += 1;
            let byte = self.byte().ok_or("EOF while parsing a string")?;
            let digit = char::from(byte).to_digit(16).ok_or("invalid escape")?;
            code = code * 16 + digit;
        }
        self.at += 1;
        Ok(code)
    }
}
