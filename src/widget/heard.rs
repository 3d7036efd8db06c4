//! Message that was handed over, as the state has it.

use crate::draft::Draft;
use crate::engine::Topic;
use crate::i18n::{Speech, key};
use crate::reader::{Read, Unclear};
use std::rc::Rc;
use yew::AttrValue;

/// Message that was handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// Its words. Empty as long as its file was not opened.
    pub text: AttrValue,
    /// Bytes of the file that it comes in, until that is opened.
    pub file: Option<Rc<Vec<u8>>>,
    /// `true` if the file has no words.
    pub is_unreadable: bool,
    /// `true` if it was read before: what it says is in the draft, as far as it was right.
    pub is_known: bool,
    /// Draft before it was read.
    pub before: Rc<Draft>,
    /// Draft of all that it says.
    pub said: Rc<Draft>,
    /// Contents, once they are read.
    pub read: Option<Rc<Read>>,
}

impl Heard {
    /// A message that was just handed over.
    pub fn new(text: AttrValue, before: Rc<Draft>) -> Heard {
        Heard {
            text,
            file: None,
            is_unreadable: false,
            is_known: false,
            before,
            said: Rc::default(),
            read: None,
        }
    }

    /// A message that was read before: what was right of it is in the draft.
    pub fn known(text: String) -> Heard {
        Heard {
            is_known: true,
            ..Heard::new(text.into(), Rc::default())
        }
    }

    /// Its words at a place in UTF-16 units.
    pub fn words(&self, from: usize, to: usize) -> String {
        let units = self.text.encode_utf16().skip(from);
        let units: Vec<u16> = units.take(to.saturating_sub(from)).collect();
        String::from_utf16_lossy(&units)
    }
}

/// Returns what a message says in more than one way, or in none that can be counted with, and what was not said since:
/// the topic, with a question about its words.
pub fn open_questions(heard: &Heard, draft: &Draft, speech: &Speech) -> Vec<(Topic, String)> {
    let unclear = heard.read.iter().flat_map(|read| &read.unclear);
    let question = |one: &Unclear| {
        let (topic, is_answered) = match one.field {
            "budget" => (Topic::Budget, draft.budget.is_answered()),
            _ => (Topic::Deadline, draft.deadline.is_answered()),
        };
        let words = heard.words(one.from, one.to);
        let words: Vec<&str> = words.split_whitespace().collect();
        let key = key("message.{}", one.why);
        (!is_answered).then(|| (topic, speech.with(&key, &[("words", &words.join(" "))])))
    };
    unclear.filter_map(question).collect()
}

/// Message that was read or opened, and the draft with what it says.
#[derive(Debug)]
pub struct Heed {
    /// Message.
    pub message: Heard,
    /// Draft, where that changes.
    pub draft: Option<Draft>,
}
