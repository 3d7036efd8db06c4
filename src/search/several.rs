//! Several items in one typed line.

use super::fold;

/// Number of words up to which something next to a known item is an item of its own, rather than a
/// sentence about it. Assumption: an article and a name.
const SHORT: usize = 2;

/// Returns the items in a line, joined by commas, plus signs or the words in `joins`, which are
/// separated by spaces. `None` unless at least two are known, or one is and all are short.
///
/// ```
/// # use takeon::search::several;
/// let is_known = |text: &str| ["website", "a blog"].contains(&text);
/// let items = |text| several(text, "and plus", &is_known);
/// assert_eq!(items("website and a blog").unwrap(), ["website", "a blog"]);
/// assert_eq!(items("website, logo").unwrap(), ["website", "logo"]);
/// assert_eq!(items("a blog and nothing but that"), None);
/// assert_eq!(items("website"), None);
/// assert_eq!(items("terms and conditions"), None);
/// ```
pub fn several(text: &str, joins: &str, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let is_join = |word: &&str| {
        let word = fold(word);
        joins.split_whitespace().any(|join| join == word)
    };
    let mut parts = Vec::new();
    for part in text.split([',', ';', '&', '+', '،', '；', '、', '，']) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let items = words.split(is_join).filter(|words| !words.is_empty());
        parts.extend(items.map(|words| words.join(" ")));
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
