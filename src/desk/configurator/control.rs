//! A field of the form: the member that it sets, the way in which it is filled in, and the keys of its words.

use crate::config::NameSet;
use crate::config::ranges::{MONEY, RATE};
use crate::config::table::{Fallback, Kind, Member, Object, Short};
use crate::engine::CareKind;
use crate::i18n::key;
use std::rc::Rc;

/// Numbers that are chosen and not typed, each with the key of its message. The first is nothing said.
const CHOICES: [(&str, &[(&str, &str)]); 1] = [(
    "/terms/confidence",
    &[
        ("", "confidence.unsaid"),
        ("0.5", "confidence.5"),
        ("0.6", "confidence.6"),
        ("0.7", "confidence.7"),
        ("0.75", "confidence.75"),
        ("0.8", "confidence.8"),
        ("0.9", "confidence.9"),
    ],
)];

/// A field of the form.
#[derive(Clone)]
pub struct Field {
    /// Pointer from the object that it belongs to: the configuration, or a thing of a list.
    pub at: Rc<str>,
    /// Names of the list and the members that lead to it.
    pub(super) path: Vec<&'static str>,
    /// The member that it sets.
    pub member: &'static Member,
}

impl PartialEq for Field {
    fn eq(&self, other: &Field) -> bool {
        std::ptr::eq(self.member, other.member) && self.at == other.at
    }
}

/// The way in which a field is filled in.
#[derive(Clone, PartialEq)]
pub enum Control {
    /// A line of text.
    Text,
    /// A line of text in each language.
    Said,
    /// A number.
    Number,
    /// A box to tick.
    Tick,
    /// One of some values, each with the key of its message.
    Choice(Vec<(&'static str, String)>),
    /// Numbers that belong together, each with the key of its name. A bare number may stand for them.
    Points(Vec<(&'static str, String)>, bool),
    /// Some of some names, each with the key of its message.
    Names(Vec<(&'static str, String)>),
    /// Some of the ids of a list of the terms.
    Ids(&'static str),
    /// One of the ids of a list of the terms, or none.
    Id(&'static str),
    /// For each of some names, each with the key of its message, if it is accepted.
    Stops(Vec<(&'static str, String)>),
    /// A text in each line.
    Lines,
    /// An address, and one of some shapes in which messages go there, each with the key of its message.
    Inbox(Vec<(&'static str, String)>),
}

impl Field {
    /// The way in which it is filled in. None for a field that the form does not ask here.
    pub fn control(&self) -> Option<Control> {
        let name = self.member.name;
        if let Some((_, choices)) = CHOICES.iter().find(|(at, _)| **at == *self.at) {
            let choices = choices
                .iter()
                .map(|(value, key)| (*value, (*key).to_owned()));
            return Some(Control::Choice(choices.collect()));
        }
        match self.member.kind {
            Kind::Text(_) => Some(Control::Text),
            Kind::Translated => Some(Control::Said),
            Kind::Reference(reference) => Some(Control::Id(reference.things.name())),
            // A number that can only be one is not asked for.
            Kind::Number(number) => (!number.range.is_point()).then_some(Control::Number),
            Kind::Boolean => Some(Control::Tick),
            Kind::Name(words) => Some(Control::Choice(self.choices(words))),
            Kind::Either(either) => Some(match (either.short, either.object.member("as")) {
                (Short::Text(..), Some(shape)) => Control::Inbox(shapes(name, shape)),
                _ => Control::Points(points(either.object), true),
            }),
            // Others are asked for member by member.
            Kind::Object(object) if is_value(object) => {
                Some(Control::Points(points(object), false))
            }
            Kind::List(Kind::Name(words), _) => Some(Control::Names(keys(name, *words))),
            Kind::List(Kind::Reference(reference), _) => {
                Some(Control::Ids(reference.things.name()))
            }
            Kind::List(Kind::Either(either), _) => match either.short {
                Short::Name(words) => Some(Control::Stops(keys(name, words))),
                Short::Number(..) | Short::Text(..) => None,
            },
            Kind::List(Kind::Translated, _) => Some(Control::Lines),
            Kind::Object(_) | Kind::List(..) | Kind::Count(_) | Kind::Ignored => None,
        }
    }

    /// Returns `true` if it asks for money.
    pub fn is_money(&self) -> bool {
        let is_amount = |kind: Kind| match kind {
            Kind::Number(number) => [MONEY, RATE].contains(&number.range),
            _ => false,
        };
        match self.member.kind {
            Kind::Object(object) => object.all().all(|member| is_amount(member.kind)),
            Kind::Either(either) => either.object.all().all(|member| is_amount(member.kind)),
            kind => is_amount(kind),
        }
    }

    /// Nothing said is a choice too, where the member may be absent: it stands for the default.
    fn choices(&self, words: NameSet) -> Vec<(&'static str, String)> {
        let name = self.member.name;
        let mut choices = keys(name, words);
        match self.member.default {
            Fallback::Name(default) => {
                for (value, _) in &mut choices {
                    if *value == default {
                        *value = "";
                    }
                }
            }
            _ if self.member.is_required => {}
            _ => choices.insert(0, ("", key("{}.unsaid", name))),
        }
        choices
    }

    /// Keys under which its label may be, the most specific first.
    pub fn labels(&self) -> Vec<String> {
        let is_kind = |name: &&'static str| CareKind::from_name(name).is_none();
        let whole = self.path.join(".");
        let kindless: Vec<&str> = self.path.iter().copied().filter(is_kind).collect();
        let mut keys: Vec<String> = [whole.as_str(), &kindless.join("."), self.member.name]
            .into_iter()
            .map(|path| key("field.{}", path))
            .collect();
        keys.dedup();
        keys
    }

    /// Keys under which its unit may be.
    pub fn units(&self) -> Vec<String> {
        let object = self.path.split_last().map_or(&[][..], |(_, object)| object);
        let of = |path: &[&str]| key("field.{}.unit", &path.join("."));
        let mut keys = vec![of(&self.path), of(object)];
        if let Kind::Number(number) = self.member.kind {
            let unit = number.unit.trim().trim_matches(['(', ')']);
            keys.push(key("unit.{}", &unit.replace(' ', "-")));
        }
        keys
    }
}

/// The shapes of an inbox, each with the key of its message.
fn shapes(member: &'static str, shape: &Member) -> Vec<(&'static str, String)> {
    match shape.kind {
        Kind::Name(words) => keys(member, words),
        _ => Vec::new(),
    }
}

fn keys(member: &'static str, words: NameSet) -> Vec<(&'static str, String)> {
    let names = words.names.iter();
    names
        .map(|name| (*name, format!("{member}.{name}")))
        .collect()
}

/// The members of a value of several numbers, each with the key of its name.
fn points(object: &'static Object) -> Vec<(&'static str, String)> {
    let pattern = |name| match CareKind::from_name(name) {
        Some(_) => "care.{}",
        None => "point.{}",
    };
    object
        .all()
        .map(|member| (member.name, key(pattern(member.name), member.name)))
        .collect()
}

/// Returns `true` for an object that is one value wherever it is: schemas describe it once.
pub(super) fn is_value(object: &Object) -> bool {
    !object.name.is_empty()
        && object
            .all()
            .all(|member| matches!(member.kind, Kind::Number(_)))
}
