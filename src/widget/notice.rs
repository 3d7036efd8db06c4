//! Notice about a brief that was opened or could not be kept: put into words when it is shown, in the
//! language of that moment.

use crate::i18n::Speech;

/// Notice about a brief.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Key of its message.
    key: &'static str,
    /// Names that the message is about.
    names: Vec<String>,
}

impl Notice {
    /// Returns the notice with the message of this key.
    pub fn new(key: &'static str) -> Notice {
        Notice {
            key,
            names: Vec::new(),
        }
    }

    /// Returns the notice with the message of this key about names, if there are any.
    pub fn about(key: &'static str, names: Vec<String>) -> Option<Notice> {
        (!names.is_empty()).then_some(Notice { key, names })
    }

    /// Returns the notice in words.
    pub fn text(&self, speech: &Speech) -> String {
        speech.format(self.key, &[("names", &speech.list(&self.names))])
    }
}
