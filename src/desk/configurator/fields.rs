//! Layout of the form: its parts and lists, and the fields that they have by the tables of the documents.
//!
//! A part names the fields that it asks at once. All others of its objects are asked of those who open the rest
//! of it, so that a new member of the terms needs no line here.

use super::control::{Field, is_value};
use crate::config::CONFIG;
use crate::config::table::{Kind, Object};

/// The ready-made shops: the name of the file, and the key of the kind of shop.
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
    /// Pointers of the fields that are asked at once, in this order.
    at_once: &'static [&'static str],
    /// Pointers of the fields that are asked of those who open it.
    folded: &'static [&'static str],
}

/// The parts in their order. The second also has the members that no part names.
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

/// Pointer of the stops of the shop.
pub const STOPS: &str = "/terms/stops";

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

/// The field of the stops of the shop.
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
