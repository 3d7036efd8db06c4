//! Messages with their text.

/// Message with its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Subject, or title of the calendar entry. Empty without one.
    pub subject: String,
    /// Sender's name, or else address. Empty for a text file.
    pub sender: String,
    /// Sender's address, if it is known: that to which an answer goes.
    pub address: String,
    /// Day and time of sending, as they stand in the mail. Empty without them.
    pub date: String,
    /// Text.
    pub text: String,
}

impl Mail {
    /// Returns a message that is only a text.
    pub(super) fn plain(text: String) -> Mail {
        Mail {
            text: tidy(&text),
            ..Mail::default()
        }
    }

    /// Returns the text, preceded by the subject if that adds anything: people put their request
    /// there.
    pub fn words(&self) -> String {
        if self.subject.is_empty() || self.text.contains(&self.subject) {
            self.text.clone()
        } else {
            [&self.subject, "\n\n", &self.text].concat()
        }
    }

    /// Returns the subject, or else the sender. Empty for a text file.
    pub fn name(&self) -> &str {
        if self.subject.is_empty() {
            &self.sender
        } else {
            &self.subject
        }
    }
}

/// Returns a text with normalised line breaks, trimmed.
pub(super) fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim()
        .to_owned()
}
