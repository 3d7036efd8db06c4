//! Pasted messages, as opposed to lists.

use super::characters::digit;
use super::list::paragraphs;
use super::prices::prices;
use super::table::is_table;

/// Number of letters from which a line is a sentence, however it ends. Assumption.
const LONG: usize = 60;

/// Number of words from which a line is a sentence. Assumption: fewer are an item with a full stop.
const WORDS: usize = 4;

/// Returns `true` if a text is more than a list of wishes or prices: sentences, money, a figure after
/// a colon.
///
/// ```
/// # use takeon::draft::is_prose;
/// assert!(is_prose("Hello, we need a shop by March. Our budget is 3k."));
/// assert!(is_prose("A shop\nBudget: 3000"));
/// assert!(!is_prose("Website\n3 landing pages\nNewsletter"));
/// assert!(!is_prose("Website: 3000\nNewsletter €400\nBlog 900"));
/// assert!(is_prose("need a new website, asap, budget 2k"));
/// assert!(!is_prose("No\tFeature\tBudget\n1\tCollection search (4,000 objects)\t5000"));
/// ```
pub fn is_prose(text: &str) -> bool {
    let ends = ['.', '!', '?', '。', '！', '？', '؟', '।'];
    let has_prices = prices(&paragraphs(text)).iter().any(Option::is_some);
    let is_one = text.trim().lines().count() == 1;
    !is_table(&paragraphs(text))
        && text.lines().map(str::trim).any(|line| {
            let is_sentence = line.ends_with(['。', '！', '？'])
                || line.split(ends).any(|part| {
                    part.len() < line.len() && part.split_whitespace().count() >= WORDS
                });
            let behind = line
                .split_once([':', '：'])
                .map_or("", |(_, behind)| behind);
            let digits = behind.chars().filter(|c| digit(*c).is_some()).count();
            line.chars().count() > LONG
                || is_sentence
                || is_one && is_aside(line)
                || !has_prices && (digits > 2 || line.contains(['€', '$', '£', '¥', '円']))
        })
}

/// Returns `true` for a line of several words whose last part has a figure: "a website, budget 2k".
fn is_aside(line: &str) -> bool {
    let last = line.rsplit_once([',', '،', '、']).map(|(_, last)| last);
    let has_figure = last.is_some_and(|last| last.chars().any(|c| digit(c).is_some()));
    has_figure && line.split_whitespace().count() > WORDS
}
