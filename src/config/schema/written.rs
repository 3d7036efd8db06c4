//! Schemas of handwritten documents, from their tables.

use super::number::{limit, plain};
use crate::config::limits::CHARACTERS;
use crate::config::names::{Meanings, NameSet};
use crate::config::ranges::Range;
use crate::config::table::{
    Count, Either, Fallback, Form, Kind, Member, Number, Object, Rule, Sentence, Set, Short, Unique,
};
use crate::engine::Schedule;
use crate::engine::bounds::MOST_MEMBERS;
use serde_json::{Map, Value, json};

/// Dialect of every schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Returns the schema of a document with all definitions it needs.
pub(super) fn document(object: &'static Object, title: &str) -> Value {
    let mut writer = Writer::default();
    let mut schema = writer.object(object);
    schema["$schema"] = json!(DIALECT);
    schema["title"] = json!(title);
    schema["$defs"] = Value::Object(writer.shapes);
    schema
}

/// Writer of schemas, with their definitions.
#[derive(Default)]
struct Writer {
    shapes: Map<String, Value>,
}

impl Writer {
    fn object(&mut self, object: &'static Object) -> Value {
        let members = object.all();
        let properties: Map<String, Value> = members
            .map(|member| (member.name.to_owned(), self.member(member)))
            .collect();
        let required: Vec<&str> = object
            .all()
            .filter(|member| member.is_required)
            .map(|member| member.name)
            .collect();
        let mut schema = json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        describe(&mut schema, object.sentence);
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        for rule in object.rules {
            add_rule(&mut schema, rule);
        }
        schema
    }

    fn member(&mut self, member: &'static Member) -> Value {
        let mut schema = self.kind(member.kind);
        describe(&mut schema, member.sentence);
        match member.default {
            Fallback::None => {}
            Fallback::Number(number) => schema["default"] = plain(number),
            Fallback::No => schema["default"] = json!(false),
            Fallback::Name(name) => schema["default"] = json!(name),
            Fallback::Spread(spread) => {
                schema["default"] =
                    json!({ "median": plain(spread.median), "p90": plain(spread.p90) });
            }
            Fallback::Schedule(Schedule { spread, wait }) => {
                schema["default"] = json!({
                    "median": plain(spread.median), "p90": plain(spread.p90), "wait": plain(wait),
                });
            }
        }
        schema
    }

    fn kind(&mut self, kind: Kind) -> Value {
        match kind {
            Kind::Ignored => json!({ "type": "string" }),
            Kind::Boolean => json!({ "type": "boolean" }),
            Kind::Number(number) => self::number(number),
            Kind::Text(form) => text(form),
            Kind::Translated => self.shape("LocalizedText", |_| translated()),
            Kind::Name(words) => self.names(words),
            Kind::Reference(reference) => {
                let mut schema = text(&crate::config::shapes::TEXT);
                describe(&mut schema, reference.sentence);
                schema
            }
            Kind::Object(object) if object.name.is_empty() => self.object(object),
            Kind::Object(object) => self.shape(object.name, |writer| writer.object(object)),
            Kind::Either(either) => self.shape(either.name, |writer| writer.either(either)),
            Kind::Count(count) => self.shape(count.name, |writer| writer.count(count)),
            Kind::List(member, unique) => {
                let mut schema = json!({
                    "type": "array",
                    "items": self.kind(*member),
                    "maxItems": MOST_MEMBERS,
                });
                if unique == Unique::Members {
                    schema["uniqueItems"] = json!(true);
                }
                schema
            }
        }
    }

    fn either(&mut self, either: &'static Either) -> Value {
        let object = self.object(either.object);
        let mut schema = match either.short {
            Short::Number(short, sentence) => {
                let mut short = number(short);
                describe(&mut short, sentence);
                json!({ "anyOf": [short, object] })
            }
            Short::Text(form, sentence) => {
                let mut short = text(form);
                describe(&mut short, sentence);
                json!({ "anyOf": [short, object] })
            }
            Short::Name(words) => {
                let mut choices = vec![object];
                choices.extend(self.choices(words));
                json!({ "oneOf": choices })
            }
        };
        describe(&mut schema, either.sentence);
        schema
    }

    fn count(&mut self, count: &'static Count) -> Value {
        let mut choices = vec![number(count.number)];
        choices.extend(self.choices(count.words));
        let mut schema = json!({ "oneOf": choices });
        describe(&mut schema, count.sentence);
        schema
    }

    /// Returns a schema for each name, or a reference if they have a definition.
    fn choices(&mut self, words: NameSet) -> Vec<Value> {
        let mut names = self.names(words);
        match names.get_mut("oneOf").map(Value::take) {
            Some(Value::Array(names)) => names,
            _ => vec![names],
        }
    }

    fn names(&mut self, words: NameSet) -> Value {
        match words.meanings {
            Meanings::Shape(shape) => {
                let shape = shape();
                self.shape(&shape.name, |_| shape.schema)
            }
            Meanings::Sentences(meanings) => {
                let names = words.names.iter().zip(meanings);
                let names: Vec<Value> = names
                    .map(|(name, meaning)| {
                        json!({ "const": name, "description": meaning, "type": "string" })
                    })
                    .collect();
                json!({ "type": "string", "oneOf": names })
            }
        }
    }

    /// Returns a reference to a definition of this name.
    fn shape(&mut self, name: &str, describe: impl FnOnce(&mut Writer) -> Value) -> Value {
        if !self.shapes.contains_key(name) {
            let schema = describe(self);
            self.shapes.insert(name.to_owned(), schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// Adds a description to a schema, if there is one.
fn describe(schema: &mut Value, sentence: Sentence) {
    if !sentence.text().is_empty() {
        schema["description"] = json!(sentence.text());
    }
}

fn number(number: Number) -> Value {
    if let Range::Within(only, _) = number.range
        && number.range.is_point()
    {
        return json!({ "const": plain(only) });
    }
    let kind = if number.is_whole { "integer" } else { "number" };
    let mut schema = json!({ "type": kind });
    limit(&mut schema, number.range);
    schema
}

fn text(form: &Form) -> Value {
    let mut schema = json!({ "type": "string", "maxLength": CHARACTERS });
    if !form.pattern.text().is_empty() {
        schema["pattern"] = json!(form.pattern.text());
    }
    schema
}

/// A text, or texts by language.
fn translated() -> Value {
    let text = |sentence| {
        let mut text = text(&crate::config::shapes::TEXT);
        text["description"] = json!(sentence);
        text
    };
    json!({
        "description": "A text for every language, or texts by language.",
        "anyOf": [
            text("The text for every language."),
            {
                "description": "The text by language.",
                "type": "object",
                "properties": {
                    "default": text("The text for every language that has none of its own."),
                },
                "required": ["default"],
                "additionalProperties": text("The text for the language with this BCP 47 tag."),
                "maxProperties": MOST_MEMBERS,
            },
        ],
    })
}

fn add_rule(schema: &mut Value, rule: &Rule) {
    match *rule {
        // A schema cannot compare numbers.
        Rule::Rising(..) | Rule::NotAbove(..) => {}
        Rule::OnlyWith(member, other, name) => {
            schema["if"] = json!({ "properties": { (other): { "const": name } } });
            schema["then"] = json!({ "required": [member], "properties": { (member): true } });
            schema["else"] = json!({ "properties": { (member): false } });
        }
        Rule::Sets(sets, _) => {
            let all: Vec<&str> = sets.iter().flat_map(|set| set.members).copied().collect();
            let choice = |set: &Set| {
                let members: Map<String, Value> = all
                    .iter()
                    .map(|name| ((*name).to_owned(), json!(set.members.contains(name))))
                    .collect();
                let mut choice = json!({ "required": set.members, "properties": members });
                describe(&mut choice, set.sentence);
                choice
            };
            schema["oneOf"] = sets.iter().map(choice).collect();
        }
    }
}
