//! Text to JSON, within limits: a document that is too much is refused before it costs anything.
//!
//! The limits are assumptions: many times what the largest ready-made shop takes.

use super::ConfigError;
use super::reader::{At, Step};
use crate::engine::bounds::MOST_MEMBERS;
use crate::json::{self, Value};

/// The most bytes of a document. The shell hands on no longer text (`static/shell/fetching.js`), and the
/// calculator opens no larger file.
pub const BYTES: usize = 256 * 1024;
/// The deepest nesting.
const DEPTH: usize = 32;
/// The most values of a document, counted all together.
const VALUES: usize = 20_000;
/// The most characters of a text.
pub const CHARACTERS: usize = 4_000;
/// The most characters of a letter as a visitor types it. A saved brief holds it and the letter that it
/// was made from: together they stay within [`BYTES`], at up to six bytes a character in JSON.
pub const LETTER_CHARACTERS: usize = 20_000;

/// The JSON of a text.
pub(super) fn parse(text: &str) -> Result<Value, Vec<ConfigError>> {
    parse_with(text, CHARACTERS)
}

/// The JSON of a text, whose texts have so many characters at most.
pub(super) fn parse_with(text: &str, characters: usize) -> Result<Value, Vec<ConfigError>> {
    let whole = |message: String| {
        vec![ConfigError {
            at: String::new(),
            message,
        }]
    };
    if text.len() > BYTES {
        return Err(whole(format!(
            "the document has {} bytes; at most {BYTES} are read",
            text.len()
        )));
    }
    let document = json::read(text).map_err(|error| whole(format!("this is not JSON: {error}")))?;
    let mut measure = Measure {
        characters,
        values: 0,
        errors: Vec::new(),
    };
    measure.visit(&document, &mut Vec::new());
    if measure.values > VALUES {
        measure.errors.push(ConfigError {
            at: String::new(),
            message: format!(
                "the document has {} values; at most {VALUES} are read",
                measure.values
            ),
        });
    }
    if measure.errors.is_empty() {
        Ok(document)
    } else {
        Err(measure.errors)
    }
}

struct Measure {
    characters: usize,
    values: usize,
    errors: Vec<ConfigError>,
}

impl Measure {
    fn visit<'a>(&mut self, value: &'a Value, path: &mut Vec<Step<'a>>) {
        self.values += 1;
        if path.len() > DEPTH {
            return self.refuse(path, format!("this lies more than {DEPTH} levels deep"));
        }
        match value {
            Value::List(list) => {
                if list.len() > MOST_MEMBERS {
                    self.refuse(
                        path,
                        format!(
                            "the list has {} members; at most {MOST_MEMBERS} are read",
                            list.len()
                        ),
                    );
                }
                for (index, member) in list.iter().enumerate() {
                    path.push(Step::Index(index));
                    self.visit(member, path);
                    path.pop();
                }
            }
            Value::Object(members) => {
                if members.len() > MOST_MEMBERS {
                    self.refuse(
                        path,
                        format!(
                            "the object has {} members; at most {MOST_MEMBERS} are read",
                            members.len()
                        ),
                    );
                }
                for (key, member) in members {
                    path.push(Step::Key(key));
                    self.visit(member, path);
                    path.pop();
                }
            }
            Value::Text(text) if text.chars().count() > self.characters => {
                let most = self.characters;
                self.refuse(path, format!("the text has more than {most} characters"));
            }
            Value::Text(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
        }
    }

    fn refuse(&mut self, path: &[Step], message: String) {
        let at = path
            .iter()
            .fold(At::default(), |at, step| at.step(*step))
            .to_string();
        self.errors.push(ConfigError { at, message });
    }
}
