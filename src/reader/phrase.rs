//! Notation of phrases in the lists of a language.

/// Calls a function with each form of a phrase: `week(s)` is two.
pub(super) fn each_form(phrase: &str, call: &mut dyn FnMut(&str)) {
    let phrase = phrase.trim();
    match phrase
        .split_once('(')
        .and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
    {
        Some((before, (endings, after))) if !before.is_empty() && !before.ends_with(' ') => {
            for ending in [""].into_iter().chain(endings.split('|')) {
                call(&[before, ending, after].concat());
            }
        }
        _ => call(phrase),
    }
}
