//! Phrases in the lists of a language: their notation and order.

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

/// Sorts phrases by rank and first word. Those with the same ones keep their order.
pub(super) fn sort_by_start<T>(phrases: &mut Vec<T>, start: impl Fn(&T) -> (u8, &str)) {
    // Keys of one type need the code of one sort, whatever the phrases are.
    let mut keys: Vec<((u8, &str), usize)> = phrases.iter().map(start).zip(0..).collect();
    keys.sort_unstable();
    let order: Vec<usize> = keys.into_iter().map(|(_, at)| at).collect();
    let mut phrases_by_place: Vec<Option<T>> = phrases.drain(..).map(Some).collect();
    phrases.extend(
        order
            .into_iter()
            .filter_map(|at| phrases_by_place.get_mut(at)?.take()),
    );
}
