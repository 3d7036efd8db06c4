//! Links in the fragment of an address, which may have other parts.

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
pub(super) fn unescaped(word: &str) -> String {
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
