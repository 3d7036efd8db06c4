//! Fitting a brief to terms that may not be those it was made with.

use super::scene::{Named, unknown_ids};
use super::{Brief, Terms};

/// The brief without what it names and these terms do not have, and those names, each once. What is
/// left can be appraised.
pub fn fitted(mut brief: Brief, terms: &Terms) -> (Brief, Vec<String>) {
    let unknown = unknown_ids(&brief, terms);
    // From the last one on, so that the others stay where they are.
    for name in unknown.iter().rev() {
        match name.at {
            Named::Purpose => brief.purpose = None,
            Named::Wish(index) => drop(brief.wishes.remove(index)),
            Named::Promise(index) => drop(brief.promises.remove(index)),
        }
    }
    let mut names = Vec::new();
    for name in unknown {
        if !names.contains(&name.id) {
            names.push(name.id);
        }
    }
    (brief, names)
}
