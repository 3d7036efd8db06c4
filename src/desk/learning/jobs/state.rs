//! State of the list of finished jobs: its text, with one step of undo.

use std::rc::Rc;
use yew::Reducible;

/// Text of the list of finished jobs.
#[derive(Clone, Default, PartialEq)]
pub struct JobText {
    /// Text.
    pub text: String,
    /// Text before the last replacement, for undo.
    pub previous: Option<String>,
    /// True if this device's storage has this text already.
    pub is_stored: bool,
    /// True if the text is a file's, as it was opened.
    is_file: bool,
}

/// Change of the text.
pub enum JobAction {
    /// Sets the text that was typed.
    Type(String),
    /// Replaces the text by that of a file.
    Open(String),
    /// Empties the text.
    Clear,
    /// Swaps the text with the one before the last replacement.
    Undo,
    /// Loads the text that this device's storage has.
    Load(String),
}

impl JobText {
    /// The text that this device's storage has.
    pub fn stored(text: String) -> JobText {
        JobText {
            text,
            is_stored: true,
            ..JobText::default()
        }
    }
}

impl Reducible for JobText {
    type Action = JobAction;

    fn reduce(self: Rc<JobText>, action: JobAction) -> Rc<JobText> {
        let here = Some(self.text.clone()).filter(|text| !text.is_empty());
        let mut previous = self.previous.clone();
        let is_replacement = matches!(action, JobAction::Open(_) | JobAction::Clear);
        // An unedited file can be opened again: undo leads past it.
        if is_replacement && here.is_some() && (!self.is_file || previous.is_none()) {
            previous = here.clone();
        }
        let (is_stored, is_file) = (
            matches!(action, JobAction::Load(_)),
            matches!(action, JobAction::Open(_)),
        );
        let text = match action {
            JobAction::Type(text) | JobAction::Open(text) | JobAction::Load(text) => text,
            JobAction::Clear => String::new(),
            JobAction::Undo => {
                let Some(text) = std::mem::replace(&mut previous, here) else {
                    return self;
                };
                text
            }
        };
        Rc::new(JobText {
            text,
            previous,
            is_stored,
            is_file,
        })
    }
}
