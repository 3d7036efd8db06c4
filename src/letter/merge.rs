//! Merging a change of a letter into a text that was edited.

/// Merges a change of a letter, from `before` to `after`, into a text that was edited meanwhile: a
/// three-way merge by paragraphs. Returns `None` if a paragraph that changes was edited, too.
///
/// ```
/// # use takeon::letter::merged;
/// let text = merged("Hi.\n\nMine.\n\nBye.", "Hi.\n\nBye.", "Hi.\n\nBye.\nAnna");
/// assert_eq!(text.as_deref(), Some("Hi.\n\nMine.\n\nBye.\nAnna"));
/// ```
pub fn merged(text: &str, before: &str, after: &str) -> Option<String> {
    if before == after {
        return Some(text.to_owned());
    }
    let paragraphs =
        |text: &'_ str| -> Vec<String> { text.split("\n\n").map(str::to_owned).collect() };
    let (mut text, before, after) = (paragraphs(text), paragraphs(before), paragraphs(after));
    let same = |(one, other): &(&String, &String)| one == other;
    let start = before.iter().zip(&after).take_while(same).count();
    let (before_tail, after_tail) = (before.get(start..)?, after.get(start..)?);
    let end = before_tail
        .iter()
        .rev()
        .zip(after_tail.iter().rev())
        .take_while(same)
        .count();
    let gone = before_tail.get(..before_tail.len() - end)?;
    let come = after_tail.get(..after_tail.len() - end)?;
    let at = if gone.is_empty() {
        // Before the paragraph that follows it, or else after the one that precedes it.
        let next = before_tail.first();
        let last = before.get(..start)?.last();
        let place = |wanted: Option<&String>| text.iter().position(|it| Some(it) == wanted);
        place(next).or_else(|| place(last).map(|at| at + 1))?
    } else {
        text.windows(gone.len()).position(|window| window == gone)?
    };
    text.splice(at..at + gone.len(), come.iter().cloned());
    Some(text.join("\n\n"))
}
