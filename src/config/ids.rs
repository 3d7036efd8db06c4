//! Ids within a document: each is there once, and a name that points at a thing points at one that is
//! there.

use super::reader::{At, Object, Place, Problems, closest, quoted, shortened};
use crate::engine::Terms;
use crate::json::Value;

/// The ids of terms that a brief may name. None of a kind where they are not known: then any may be.
#[derive(Default)]
pub(super) struct Ids<'a> {
    pub purposes: Option<Vec<&'a str>>,
    pub services: Option<Vec<&'a str>>,
    pub promises: Option<Vec<&'a str>>,
}

impl<'a> Ids<'a> {
    /// Those of terms.
    pub fn of(terms: &'a Terms) -> Ids<'a> {
        let purposes = terms.purposes.iter().map(|purpose| purpose.id.as_str());
        let services = terms.services.iter().map(|service| service.id.as_str());
        let promises = terms.promises.iter().map(|promise| promise.id.as_str());
        Ids {
            purposes: Some(purposes.collect()),
            services: Some(services.collect()),
            promises: Some(promises.collect()),
        }
    }

    /// Those of terms in a document, as far as they can be read, whatever else is wrong in them.
    pub fn read(terms: Option<&Object<'a>>) -> Ids<'a> {
        let named = |list| match terms?.optional(list) {
            Some(_) => ids(terms?, list),
            None => Some(Vec::new()),
        };
        Ids {
            purposes: named("purposes"),
            services: terms.and_then(|terms| ids(terms, "services")),
            promises: named("promises"),
        }
    }
}

/// Every id is there once, and names that point at others point at something: as far as they can
/// be read, whatever else is wrong.
pub(super) fn check(terms: &Object, problems: &mut Problems) {
    for list in ["purposes", "services", "promises", "partners"] {
        unique(terms, problems, list);
    }
    point_at(terms, problems, "services", "serves", "purposes");
    point_at(terms, problems, "services", "alternatives", "services");
    point_at(terms, problems, "partners", "services", "services");
}

/// The members of a list; none where it is not there or is no list.
fn things<'a>(place: Option<Place<'a>>) -> impl Iterator<Item = Place<'a>> {
    place
        .and_then(|place| place.list(&mut Problems::default()))
        .into_iter()
        .flatten()
}

fn unique(terms: &Object, problems: &mut Problems, list: &'static str) {
    let mut seen: Vec<&str> = Vec::new();
    for thing in things(terms.optional(list)) {
        let Some(id) = thing.value.member("id").and_then(Value::text) else {
            continue;
        };
        if seen.contains(&id) {
            problems.note(
                &thing.at.key("id"),
                format!("{} is there twice; every id must be its own", quoted(id)),
            );
        }
        seen.push(id);
    }
}

/// The ids of the things of a list. None where it is not there or one of them cannot be read.
fn ids<'a>(terms: &Object<'a>, list: &'static str) -> Option<Vec<&'a str>> {
    let Value::List(things) = terms.optional(list)?.value else {
        return None;
    };
    things
        .iter()
        .map(|thing| thing.member("id")?.text())
        .collect()
}

/// The names under `key` in each thing of a list must be ids of the things of another list.
fn point_at(
    terms: &Object,
    problems: &mut Problems,
    list: &'static str,
    key: &'static str,
    others: &'static str,
) {
    // Where no purposes are listed there is none to choose, and what serves which is no matter.
    let Some(ids) = ids(terms, others).filter(|ids| !(ids.is_empty() && others == "purposes"))
    else {
        return;
    };
    for thing in things(terms.optional(list)) {
        let names = thing.value.member(key).map(|value| Place {
            value,
            at: thing.at.key(key),
        });
        for name in things(names) {
            if let Some(text) = name.value.text().filter(|text| !text.trim().is_empty()) {
                known(problems, &name.at, text, others, &ids);
            }
        }
    }
}

/// Notes a name that is not one of those known.
pub(super) fn known(problems: &mut Problems, at: &At, name: &str, what: &str, known: &[&str]) {
    if !known.contains(&name) {
        let hint = match closest(name, known) {
            Some(meant) => format!("; did you mean {}?", quoted(meant)),
            None if known.is_empty() => format!("; there are no {what}"),
            None if known.len() <= 12 => {
                let known: Vec<String> = known.iter().map(|id| shortened(id)).collect();
                format!("; known: {}", known.join(", "))
            }
            None => String::new(),
        };
        let name = quoted(name);
        problems.note(at, format!("{name} is not one of the {what}{hint}"));
    }
}
