//! Constants of the format of links, and the fingerprint of the terms in it.

use crate::encoding::fingerprint;
use crate::engine::{Terms, Topic};
use std::collections::BinaryHeap;

/// Maximum length of the word after `=`, in characters.
pub const MOST: usize = 4_096;

/// Key of a link in the fragment of an address: `#takeon=…`.
pub const KEY: &str = "takeon";

/// Conditions in links of version 2, in their order, which is fixed for ever. Those of version 1
/// are the same up to [`DEPOSIT`].
pub(super) const CONDITIONS: [Topic; 9] = [
    Topic::ContentReady,
    Topic::Contact,
    Topic::Phased,
    Topic::Decider,
    Topic::Written,
    Topic::OpenToAdvice,
    Topic::FreeSample,
    Topic::Depends,
    Topic::GoBetween,
];

/// Index of the deposit among the conditions of version 1. One more follows.
pub(super) const DEPOSIT: usize = 6;

/// Returns the fingerprint of everything that a brief can name under these terms, and of the currency.
/// A price or a rate does not change it.
pub fn stamp(terms: &Terms) -> String {
    let purposes = terms.purposes.iter().map(|known| known.id.as_str());
    let services = terms.services.iter().map(|known| known.id.as_str());
    let promises = terms.promises.iter().map(|known| known.id.as_str());
    let mut names: BinaryHeap<&str> = purposes.chain(services).chain(promises).collect();
    names.push(&terms.currency);
    fingerprint(names.into_sorted_vec())
}
