//! Links that hold a brief and that a person can read.
//!
//! A link has the client's request and nothing of the shop's; the need for the money, and the facts
//! that only the shop knows, are left out. It is one word after `#takeon=`, with parts separated by
//! a `~` between them:
//!
//! ```text
//! 2.48b2c5~p_publish~w_blog_m~on_unseen~c_u4d-uu~pay_3~d_3_start~b_1500-2000~z
//! ```
//!
//! | part | what it says |
//! | --- | --- |
//! | `2.48b2c5` | version 2, and which terms it was made with ([`stamp`]) |
//! | `p_ID` | the purpose |
//! | `w_ID_…`, `o_NAME_SIZE_…` | a wish: a service; or the client's own, small, medium, large or of unknown size (`s` `m` `l` `u`) or in low, likely and high hours (`4-8-16`). Then, where they are not as usual, the count, the priority (`m` must, `c` could), whether it serves the purpose (`y` `n`), and after a letter and a `-` what it is to be like (`l-TEXT`), the weeks that it lasts (`t-2`) and what others charge for it, once and a month (`e-120-15`) |
//! | `on_…` | what it goes on top of, by its name |
//! | `c_…` | who looks after content, updates, hosting and help: the client `c`, the shop unpaid `u` or paid `p`, another service `x`, not said `-`; after each, where they were said, the hours a month and whether it must be within a day `d` or hours `h`: `u4d` |
//! | `e_ID_ID` | the promises that are expected |
//! | `k_…` | contentReady, contact (`d` `w` `r`), phased, decider, written, openToAdvice, freeSample, depends, goBetween: yes `y`, no `n`, not said `-` |
//! | `rounds_…` | rounds of changes, or `open` |
//! | `pay_…` | when the money comes, by its name, or the number of stages |
//! | `costs_…` | who pays what others charge, by their name |
//! | `r_…` | a stranger `s`, referred `r`, a client `c` or a friend `f` |
//! | `d_…` | weeks, a date or `open`; weeks from the start of the work `3_start` or from the content `3_content` |
//! | `b_…` | a fixed price `1500` or `1500-2000`, a month `150_m`, by the hour `h`, at a rate `h60`, or up to `4000_h60`; a gift `g`, of hours `40_g`, for months `40_g3`; a fixed price or a month without an amount `f` `m` |
//! | `sofar_40-1500-0.5` | hours spent, money received, and the share that is done |
//! | `z` | the end: a link that was cut off on its way is not taken for a shorter brief |
//!
//! Behind its end there may be the answer as it was said on a day: `~as_2026-03-03_take_8_6.5_48b2c5~z` is
//! that day, the verdict, the odds in tenths, the weeks, and the fingerprint of the terms of then.
//!
//! In version 1 `k_…` has other conditions: after openToAdvice comes a deposit, after freeSample
//! nothing. It is read for ever: `tests/links.rs` holds links of every version.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod answer;
mod name;
mod read;
mod write;

pub use answer::{SentAnswer, sent_answer};
pub use read::{LinkContent, LinkError, read};
pub use write::{address, client_link, key, link};

use crate::encoding::fingerprint;
use crate::engine::{Terms, Topic};
use std::collections::BinaryHeap;

/// The most characters of a link's own part, the word after `=`.
pub const MOST: usize = 4_096;

/// Key of a link in the fragment of an address: `#takeon=…`.
pub const KEY: &str = "takeon";

/// Conditions in links of version 2, in their order, which is fixed for ever. Those of version 1
/// are the same up to [`DEPOSIT`].
const CONDITIONS: [Topic; 9] = [
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
const DEPOSIT: usize = 6;

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

/// Separators within a fragment. Hash routers use `?`, and so do trackers.
const BETWEEN: [char; 3] = ['#', '&', '?'];

/// Returns the word of a link in a page's fragment, with or without its `#`, if there is one.
///
/// The word is restored to its original form: mail programs and editors encode its characters, and
/// include the text after it.
pub fn in_fragment(fragment: &str, key: &str) -> Option<String> {
    parts(fragment)
        .find_map(|part| word(part, key))
        .map(repaired)
}

/// Returns the fragment without a link; everything else in it is kept.
pub fn without(fragment: &str, key: &str) -> String {
    let rest: String = parts(fragment)
        .filter(|part| word(part, key).is_none())
        .collect();
    rest.trim_start_matches('#')
        .trim_end_matches(BETWEEN)
        .to_owned()
}

/// Iterates over the parts of a fragment, each with its trailing separator.
fn parts(fragment: &str) -> impl Iterator<Item = &str> {
    fragment.split_inclusive(BETWEEN)
}

/// Returns the word in a part of a fragment, if it is a link's.
fn word<'a>(part: &'a str, key: &str) -> Option<&'a str> {
    let rest = part.strip_prefix(key)?;
    let ways = ["=", "%3D", "%3d"];
    let word = ways
        .into_iter()
        .find_map(|equals| rest.strip_prefix(equals))?;
    Some(word.trim_end_matches(BETWEEN))
}

/// Restores the original word from its transmitted form.
fn repaired(word: &str) -> String {
    let word = unescaped(word);
    match word.split_once("~z") {
        Some((link, _)) => format!("{link}~z"),
        None => word,
    }
}

/// Decodes the separators of a link, which mail programs encode, some of them several times.
fn unescaped(word: &str) -> String {
    let mut word = word.to_owned();
    // If one of its separators is left unencoded, the encoded ones belong to names.
    if !word.contains('~') {
        word = word.replace("%7e", "%7E");
        while !word.contains("%7E") && word.contains("%25") {
            word = word.replace("%25", "%").replace("%7e", "%7E");
        }
        word = word.replace("%25", "%").replace("%7E", "~");
    }
    if !word.contains('_') {
        word = word.replace("%5f", "%5F").replace("%5F", "_");
    }
    word
}
