//! What is written for the visitor: a number as they would type it, a draft of a brief, and its file.

use crate::config::Saved;
use crate::draft::Draft;
use crate::engine::Brief;
use crate::i18n::Speech;

/// A number as the visitor would type it.
pub fn typed(speech: &Speech, value: f64) -> String {
    let (point, _) = speech.separators();
    crate::decimal::localized(value, point)
}

/// A brief as the visitor would type it.
pub fn draft_of(brief: &Brief, speech: &Speech) -> Draft {
    Draft::of(brief, |value| typed(speech, value))
}

/// The name and the text of the file that a brief is saved to.
pub fn brief_file(brief: &Brief, draft: &Draft) -> (String, String) {
    let saved = Saved::new(brief.clone(), draft.typed());
    ("brief.takeon.json".to_owned(), saved.text())
}
