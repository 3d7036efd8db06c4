//! Numbers and drafts in the notation of the visitor's language.

use crate::config::SavedBrief;
use crate::draft::{Draft, Separators};
use crate::engine::Brief;
use crate::i18n::Speech;

/// Returns the separators of numbers.
pub fn separators(speech: &Speech) -> Separators {
    let (decimal, group) = speech.separators();
    Separators { decimal, group }
}

/// Returns a number as the visitor would type it.
pub fn typed(speech: &Speech, value: f64) -> String {
    let decimal = separators(speech).decimal;
    crate::decimal::localized(value, decimal)
}

/// Returns a brief as the visitor would type it.
pub fn draft_of(brief: &Brief, speech: &Speech) -> Draft {
    Draft::of(brief, |value| typed(speech, value))
}

/// Returns the name and the text of the file that a brief is saved to; `day` is the date asked for,
/// if any.
pub fn brief_file(brief: &Brief, draft: &Draft, day: Option<&str>) -> (String, String) {
    let saved = SavedBrief::new(brief.clone(), draft.typed(day));
    ("brief.takeon.json".to_owned(), saved.text())
}
