//! Names of the shop's services and promises, and of the client's wishes.

use super::words::Words;
use crate::engine::{Label, Terms, Want};

/// Returns the name of a labelled thing, or else its id in plain letters.
pub fn name(words: &Words, label: &Label, id: &str) -> String {
    match &label.name {
        Some(name) => words.text(name).to_owned(),
        None => {
            let spaced = id.replace(['-', '_'], " ");
            let mut letters = spaced.chars();
            letters.next().map_or_else(String::new, |first| {
                [first.to_ascii_uppercase()]
                    .into_iter()
                    .chain(letters)
                    .collect()
            })
        }
    }
}

/// Returns the name of a service.
pub fn service(words: &Words, terms: &Terms, id: &str) -> String {
    terms
        .service(id)
        .map_or_else(|| id.to_owned(), |service| name(words, &service.label, id))
}

/// Returns the name of a promise.
pub fn promise(words: &Words, terms: &Terms, id: &str) -> String {
    terms
        .promise(id)
        .map_or_else(|| id.to_owned(), |promise| name(words, &promise.label, id))
}

/// Returns a name with its count if that is more than one, otherwise the name alone.
pub fn counted(words: &Words, name: String, count: u32) -> String {
    match count {
        1 => name,
        _ => with_count(words, &name, count),
    }
}

/// Returns a name with its count, also if that is one: of several, one is left.
pub fn with_count(words: &Words, name: &str, count: u32) -> String {
    let count = words.number(f64::from(count), 0);
    words.format("agreement.counted", &[("count", &count), ("name", name)])
}

/// Returns the name of a wish.
pub fn wish(words: &Words, terms: &Terms, want: &Want) -> String {
    match want {
        Want::Service { service: id } => service(words, terms, id),
        // The only wish made by the engine itself; a client states no hours.
        Want::Estimated { name, .. } if name == "discovery" => words.get("discovery"),
        Want::Sized { name, .. } | Want::Estimated { name, .. } => match name.trim() {
            "" => words.get("wishes.own"),
            _ => name.clone(),
        },
    }
}
