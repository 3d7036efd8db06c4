//! Message that was handed over, as the state has it.

use crate::draft::Draft;
use crate::reader::Read;
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
    /// What it says, once that is read.
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
}

/// Message that was read or opened, and the draft with what it says.
#[derive(Debug)]
pub struct Heed {
    /// Message.
    pub message: Heard,
    /// Draft, where that changes.
    pub draft: Option<Draft>,
}
