//! Several items in one typed line.

use super::fold;

/// Number of words up to which something next to a known item is an item of its own, rather than a
/// sentence about it. Assumption: an article and a name.
const SHORT: usize = 2;

/// Words that join items in a line.
#[derive(Clone, Copy)]
pub struct Joins<'a> {
    /// Words between any items, such as "and", separated by spaces.
    pub between: &'a str,
    /// Words between an item and what it has, such as "with". They join known items only: a shop
    /// with payments is a shop.
    pub known: &'a str,
}

/// Returns the items in a line, joined by commas, plus signs or words. `None` unless at least two
/// are known, or one is and all are short.
///
/// ```
/// # use takeon::search::{Joins, several};
/// let is_known = |text: &str| ["website", "a blog"].contains(&text);
/// let joins = Joins { between: "and plus", known: "with" };
/// let items = |text| several(text, joins, &is_known);
/// assert_eq!(items("website and a blog").unwrap(), ["website", "a blog"]);
/// assert_eq!(items("website with a blog").unwrap(), ["website", "a blog"]);
/// assert_eq!(items("website with payments"), None);
/// assert_eq!(items("website, logo").unwrap(), ["website", "logo"]);
/// assert_eq!(items("a blog and nothing but that"), None);
/// assert_eq!(items("website"), None);
/// assert_eq!(items("terms and conditions"), None);
/// ```
pub fn several(text: &str, joins: Joins, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    for part in text.split([',', ';', '&', '+', '،', '；', '、', '，']) {
        for item in split(part, joins.between) {
            let had = split(&item, joins.known);
            if had.iter().all(|item| is_known(item)) {
                parts.extend(had);
            } else {
                parts.push(item);
            }
        }
    }
    let is_short = |part: &String| part.split(' ').count() <= SHORT;
    let known = parts.iter().filter(|part| is_known(part)).count();
    let is_list = match known {
        0 => false,
        1 => parts.len() > 1 && parts.iter().all(is_short),
        _ => parts.iter().all(|part| is_short(part) || is_known(part)),
    };
    is_list.then_some(parts)
}

/// Splits a text at any of these words.
fn split(text: &str, at: &str) -> Vec<String> {
    let is_join = |word: &&str| {
        let word = fold(word);
        at.split_whitespace().any(|join| join == word)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let items = words.split(is_join).filter(|words| !words.is_empty());
    items.map(|words| words.join(" ")).collect()
}
