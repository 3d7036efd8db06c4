//! Places in the questions: the start with its blanks, and the steps.

use crate::engine::Topic;

/// Position in the questions, which all edit the same draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Sentence with its blanks, one of which may be open.
    Start(Option<Blank>),
    /// Step, counted from 0.
    Step(usize),
}

impl Default for Place {
    fn default() -> Place {
        Place::Start(None)
    }
}

impl Place {
    /// Returns the blank that is open, if any.
    pub fn blank(self) -> Option<Blank> {
        match self {
            Place::Start(blank) => blank,
            Place::Step(_) => None,
        }
    }

    /// Returns the step, if it is one.
    pub fn step(self) -> Option<usize> {
        match self {
            Place::Start(_) => None,
            Place::Step(step) => Some(step),
        }
    }
}

/// Topics of the blanks of the sentence, in the order in which they are filled in.
pub const BLANKS: [Topic; 3] = [Topic::Wishes, Topic::Deadline, Topic::Budget];

/// Blank of the sentence that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Wishes, deadline or budget.
    pub topic: Topic,
    /// Reason why it was opened.
    pub reason: BlankReason,
}

/// Reason why a blank was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlankReason {
    /// The visitor fills it in.
    Chosen,
    /// The visitor has a list or a mail to paste.
    Pasting,
    /// Required for an answer.
    Missing,
    /// Something in it cannot be understood.
    Unreadable,
}
