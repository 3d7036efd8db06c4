//! Message handed over by the visitor, as part of the state.

use crate::draft::Draft;
use crate::engine::Topic;
use crate::i18n::{Speech, key};
use crate::reader::{Findings, FoundValue, Unclear};
use std::rc::Rc;
use yew::AttrValue;

/// Message handed over by the visitor.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientMessage {
    /// Text, empty until its file is opened.
    pub text: AttrValue,
    /// Bytes of its file, until that is opened.
    pub file: Option<Rc<Vec<u8>>>,
    /// `true` if the file has no text.
    pub is_unreadable: bool,
    /// `true` if it was read before: the draft has its content, as corrected by the visitor.
    pub is_known: bool,
    /// Draft before it was read.
    pub before: Rc<Draft>,
    /// Draft with only its content.
    pub said: Rc<Draft>,
    /// Findings, once it is read.
    pub read: Option<Rc<Findings>>,
}

impl ClientMessage {
    /// Creates a message that was just handed over.
    pub fn new(text: AttrValue, before: Rc<Draft>) -> ClientMessage {
        ClientMessage {
            text,
            file: None,
            is_unreadable: false,
            is_known: false,
            before,
            said: Rc::default(),
            read: None,
        }
    }

    /// Creates a message that was read before, whose content the draft has.
    pub fn known(text: String) -> ClientMessage {
        ClientMessage {
            is_known: true,
            ..ClientMessage::new(text.into(), Rc::default())
        }
    }

    /// Returns the text at a range of UTF-16 units.
    pub fn words(&self, from: usize, to: usize) -> String {
        let units = self.text.encode_utf16().skip(from);
        let units: Vec<u16> = units.take(to.saturating_sub(from)).collect();
        String::from_utf16_lossy(&units)
    }
}

/// Question about an ambiguous or incalculable statement of a message.
pub struct OpenQuestion {
    /// Topic.
    pub topic: Topic,
    /// Question, which quotes the statement.
    pub text: String,
    /// Values to choose from, if they are known.
    pub choices: Vec<FoundValue>,
}

/// Returns the questions about a message that were not answered since.
pub fn open_questions(heard: &ClientMessage, draft: &Draft, speech: &Speech) -> Vec<OpenQuestion> {
    let unclear = heard.read.iter().flat_map(|read| &read.unclear);
    let question = |one: &Unclear| {
        let (topic, is_answered) = match one.field {
            "budget" => (Topic::Budget, draft.budget.is_answered()),
            _ => (Topic::Deadline, draft.deadline.is_answered()),
        };
        let words = heard.words(one.from, one.to);
        let words: Vec<&str> = words.split_whitespace().collect();
        let key = key("message.{}", one.why);
        (!is_answered).then(|| OpenQuestion {
            topic,
            text: speech.format(&key, &[("words", &words.join(" "))]),
            choices: one.choices.clone(),
        })
    };
    unclear.filter_map(question).collect()
}

/// Message that was read or opened, and the resulting draft.
#[derive(Debug)]
pub struct MessageUpdate {
    /// Message.
    pub message: ClientMessage,
    /// Resulting draft, if it changes.
    pub draft: Option<Draft>,
}
