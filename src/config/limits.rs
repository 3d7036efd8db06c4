//! Parsing of JSON within limits: an oversized document is refused before it costs anything.
//!
//! The limits are assumptions: many times the size of the largest ready-made shop.

use super::error::{ConfigError, ErrorKind, Excess};
use super::validate::{Path, Step};
use crate::engine::bounds::MOST_MEMBERS;
use crate::json::{self, Value};

/// Maximum length of a document, in bytes. The shell accepts no longer text
/// (`static/shell/fetching.js`), and the calculator opens no larger file.
pub const BYTES: usize = 256 * 1024;
/// The deepest nesting.
const DEPTH: usize = 32;
/// Maximum number of values of a document in total.
const VALUES: usize = 20_000;
/// Maximum length of a text, in characters.
pub const CHARACTERS: usize = 4_000;
/// Maximum length of a letter that a visitor types, in characters. A saved brief has both it and
/// the original letter: together they stay within [`BYTES`], at up to six bytes a character in
/// JSON.
pub const LETTER_CHARACTERS: usize = 20_000;

/// Parses a JSON text.
pub(super) fn parse(text: &str) -> Result<Value, Vec<ConfigError>> {
    parse_with(text, CHARACTERS)
}

/// Parses a JSON text whose strings have at most this many characters.
pub(super) fn parse_with(text: &str, characters: usize) -> Result<Value, Vec<ConfigError>> {
    let whole = |kind| vec![ConfigError::whole(kind)];
    if text.len() > BYTES {
        let measure = Excess::Bytes(text.len(), BYTES);
        return Err(whole(ErrorKind::TooMuch(measure)));
    }
    let document = json::read(text).map_err(|error| whole(ErrorKind::NotJson(error)))?;
    let mut meter = Meter {
        characters,
        values: 0,
        errors: Vec::new(),
        path: Path::default(),
    };
    meter.visit(&document);
    if meter.values > VALUES {
        let measure = Excess::Values(meter.values, VALUES);
        meter
            .errors
            .push(ConfigError::whole(ErrorKind::TooMuch(measure)));
    }
    if meter.errors.is_empty() {
        Ok(document)
    } else {
        Err(meter.errors)
    }
}

struct Meter<'a> {
    characters: usize,
    values: usize,
    errors: Vec<ConfigError>,
    path: Path<'a>,
}

impl<'a> Meter<'a> {
    fn visit(&mut self, value: &'a Value) {
        self.values += 1;
        if self.path.depth() > DEPTH {
            return self.refuse(Excess::Levels(DEPTH));
        }
        match value {
            Value::List(list) => {
                if list.len() > MOST_MEMBERS {
                    self.refuse(Excess::List(list.len(), MOST_MEMBERS));
                }
                for (index, member) in list.iter().enumerate() {
                    self.enter(Step::Index(index), member);
                }
            }
            Value::Object(members) => {
                if members.len() > MOST_MEMBERS {
                    self.refuse(Excess::Object(members.len(), MOST_MEMBERS));
                }
                for (key, member) in members {
                    self.enter(Step::Key(key), member);
                }
            }
            Value::Text(text) if text.chars().count() > self.characters => {
                self.refuse(Excess::Characters(self.characters));
            }
            Value::Text(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
        }
    }

    fn enter(&mut self, step: Step<'a>, member: &'a Value) {
        self.path.enter(step);
        self.visit(member);
        self.path.leave();
    }

    fn refuse(&mut self, measure: Excess) {
        self.errors.push(ConfigError {
            at: self.path.pointer(),
            kind: ErrorKind::TooMuch(measure),
        });
    }
}
