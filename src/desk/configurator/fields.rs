//! Layout of the form: its parts and lists, and the fields that they have by the tables of the documents.
//!
//! A part names what it asks at once. Whatever else its objects have is asked of those who open the rest of it, so that a
//! new member of the terms needs no line here.

use crate::config::ranges::{MONEY, RATE};
use crate::config::table::{Fallback, Kind, Member, Object, Short};
use crate::config::{CONFIG, NameSet};
use crate::engine::CareKind;
use crate::i18n::key;
use std::rc::Rc;

/// The ready-made shops: the name of the file, and the key of what kind of shop it is.
pub const SHOPS: [(&str, &str); 6] = [
    ("web-studio", "shop.web-studio"),
    ("freelance-developer", "shop.freelance-developer"),
    ("shop-builder", "shop.shop-builder"),
    ("seo-content", "shop.seo-content"),
    ("brand-design", "shop.brand-design"),
    ("software-house", "shop.software-house"),
];

/// A part of the form about objects of the configuration.
#[derive(Debug)]
pub struct Part {
    /// Its name in addresses and messages.
    pub id: &'static str,
    /// Pointers of what is asked at once, in this order.
    at_once: &'static [&'static str],
    /// Pointers of what is asked of those who open it.
    folded: &'static [&'static str],
}

/// The parts in their order. The second also has whatever no part names.
pub const PARTS: [Part; 4] = [
    Part {
        id: "shop",
        at_once: &[
            "/terms/shop/name",
            "/terms/shop/email",
            "/terms/shop/url",
            "/terms/shop/page",
            "/terms/shop/inbox",
        ],
        folded: &["/terms/shop"],
    },
    Part {
        id: "rates",
        at_once: &[
            "/terms/currency",
            "/terms/tax",
            "/terms/taxRate",
            "/terms/rate",
            "/terms/floorRate",
            "/terms/smallest/price",
            "/terms/confidence",
            "/show",
        ],
        folded: &[
            "/terms/stretch",
            "/terms/smallest",
            "/terms/unpaid",
            "/terms/wins",
            "/terms/rounds",
        ],
    },
    Part {
        id: "team",
        at_once: &["/terms/team", "/terms/overhead"],
        folded: &[
            "/terms/sizes",
            "/terms/overrun",
            "/terms/schedule",
            "/terms/contentWait",
            "/terms/dependWait",
        ],
    },
    Part {
        id: "care",
        at_once: &["/terms/care"],
        folded: &[
            "/terms/careMonths",
            "/terms/careFree",
            "/terms/careSpread",
            "/terms/ownCare",
        ],
    },
];

/// A list of things of the terms, each with the same fields.
#[derive(Debug)]
pub struct List {
    /// Its name in addresses and messages, which is that of the member.
    pub id: &'static str,
    /// Pointer to it.
    pub at: &'static str,
    /// Pointers, from a thing, of the fields that are asked at once, in this order.
    at_once: &'static [&'static str],
}

/// The lists in their order.
pub const LISTS: [List; 4] = [
    List {
        id: "purposes",
        at: "/terms/purposes",
        at_once: &["/name", "/note"],
    },
    List {
        id: "services",
        at: "/terms/services",
        at_once: &[
            "/name",
            "/note",
            "/hours",
            "/source",
            "/costs",
            "/serves",
            "/care",
            "/careScales",
            "/alternatives",
            "/usual",
        ],
    },
    List {
        id: "promises",
        at: "/terms/promises",
        at_once: &["/name", "/keepable", "/hours", "/source"],
    },
    List {
        id: "partners",
        at: "/terms/partners",
        at_once: &[
            "/name",
            "/url",
            "/services",
            "/purposes",
            "/care",
            "/disclosure",
        ],
    },
];

/// Pointer of what the shop never accepts.
pub const STOPS: &str = "/terms/stops";

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
    path: Vec<&'static str>,
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
    /// The way in which it is filled in. None for what the form does not ask here.
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

    /// Returns `true` if what it asks for is money.
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

    /// Nothing said is a choice too, where the member may be absent: what it stands for is its default.
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
fn is_value(object: &Object) -> bool {
    !object.name.is_empty()
        && object
            .all()
            .all(|member| matches!(member.kind, Kind::Number(_)))
}

/// The fields of an object, those of its members in its place.
fn fields_of(object: &'static Object, at: &str, path: &[&'static str]) -> Vec<Field> {
    let mut fields = Vec::new();
    for member in object.all() {
        let mut path = path.to_vec();
        // The terms are all that there is a form for, and need no mention.
        if member.name != "terms" {
            path.push(member.name);
        }
        let at = format!("{at}/{}", member.name);
        match member.kind {
            Kind::Object(object) if !is_value(object) => {
                fields.extend(fields_of(object, &at, &path))
            }
            _ => {
                let field = Field {
                    at: at.into(),
                    path,
                    member,
                };
                // An id is given by the form.
                if member.name != "id" && field.control().is_some() {
                    fields.push(field);
                }
            }
        }
    }
    fields
}

/// The fields below some pointers, in the order of these.
fn below(fields: &[Field], pointers: &[&str]) -> Vec<Field> {
    let is_below = |field: &&Field, pointer: &str| {
        let inner = field.at.strip_prefix(pointer);
        inner.is_some_and(|inner| inner.is_empty() || inner.starts_with('/'))
    };
    let each = pointers
        .iter()
        .flat_map(|pointer| fields.iter().filter(move |field| is_below(field, pointer)));
    each.cloned().collect()
}

fn without(fields: Vec<Field>, others: &[Field]) -> Vec<Field> {
    let mut fields = fields;
    fields.retain(|field| !others.contains(field));
    fields
}

/// Every field of the configuration that is in no list of things.
fn all() -> Vec<Field> {
    let mut fields = fields_of(&CONFIG, "", &[]);
    // Nothing shows the note of a kind of care, and what was learned is told by the jobs themselves.
    fields.retain(|field| {
        let is_note = field.at.starts_with("/terms/care/") && field.member.name == "note";
        let is_learned = field.at.starts_with("/terms/learned/");
        !is_note && !is_learned
    });
    fields
}

impl Part {
    /// The fields that are asked at once, and those that are folded.
    pub fn fields(&self) -> (Vec<Field>, Vec<Field>) {
        let all = all();
        let at_once = below(&all, self.at_once);
        let mut folded = without(below(&all, self.folded), &at_once);
        if self.id == PARTS[1].id {
            let parts = PARTS
                .iter()
                .flat_map(|part| part.at_once.iter().chain(part.folded));
            let named: Vec<&str> = parts.copied().chain([STOPS]).collect();
            let named = below(&all, &named);
            folded.extend(without(all, &named));
        }
        (at_once, folded)
    }
}

impl List {
    /// The fields of a thing that are asked at once, and those that are folded.
    pub fn fields(&self) -> (Vec<Field>, Vec<Field>) {
        let list = CONFIG.at(self.at).map(|member| member.kind);
        let Some(Kind::List(Kind::Object(object), _)) = list else {
            return (Vec::new(), Vec::new());
        };
        let all = fields_of(object, "", &[self.id]);
        let at_once = below(&all, self.at_once);
        let folded = without(all, &at_once);
        (at_once, folded)
    }
}

/// The field of what the shop never accepts.
pub fn stops() -> Vec<Field> {
    below(&all(), &[STOPS])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_known_in_every_field() {
        let lists = LISTS.iter().map(List::fields);
        let fields = PARTS.iter().map(Part::fields).chain(lists);
        let fields = fields.flat_map(|(at_once, folded)| [at_once, folded].concat());
        let money: Vec<String> = fields
            .filter(Field::is_money)
            .map(|field| field.at.to_string())
            .collect();
        for wanted in [
            "/terms/rate",
            "/terms/floorRate",
            "/terms/smallest/price",
            "/costs",
        ] {
            assert!(money.iter().any(|at| at == wanted), "{wanted}: {money:?}");
        }
        for other in ["/hours", "/terms/confidence", "/terms/team/hoursPerWeek"] {
            assert!(!money.iter().any(|at| at == other), "{other}");
        }
    }

    #[test]
    fn every_member_of_the_terms_has_one_field() {
        let mut fields: Vec<Field> = PARTS
            .iter()
            .flat_map(|part| {
                let (at_once, folded) = part.fields();
                [at_once, folded].concat()
            })
            .chain(stops())
            .collect();
        assert_eq!(without(all(), &fields).len(), 0);
        while let Some(field) = fields.pop() {
            assert!(!fields.contains(&field), "{} is asked twice", field.at);
        }
    }
}
