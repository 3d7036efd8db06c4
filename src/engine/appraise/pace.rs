//! Pace: the answers about working together, as the inputs of a job.

use crate::model::{Conditions, Contact};

/// Answers about working together that move the odds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Pace {
    /// Texts and pictures are ready before the start.
    pub content_ready: Option<bool>,
    /// Availability of the client.
    pub contact: Option<Contact>,
    /// It may be delivered in phases.
    pub phased: Option<bool>,
    /// Somebody outside must do their part first.
    pub depends: Option<bool>,
}

impl Pace {
    /// Returns the answers in the conditions of a brief.
    pub fn of(conditions: &Conditions) -> Pace {
        Pace {
            content_ready: conditions.content_ready,
            contact: conditions.contact,
            phased: conditions.phased,
            depends: conditions.depends,
        }
    }

    /// Returns the pace with defaults for missing answers: content ready, weekly contact, in
    /// phases.
    pub fn settled(self) -> Pace {
        Pace {
            content_ready: self.content_ready.or(Some(true)),
            contact: self.contact.or(Some(Contact::Weekly)),
            phased: self.phased.or(Some(true)),
            depends: self.depends,
        }
    }
}
