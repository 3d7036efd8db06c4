//! The work in the editor, which an edit changes.

use super::looks::Looks;
use serde_json::Value;
use std::rc::Rc;

/// All that an edit may change, and the way back brings back.
#[derive(Clone, PartialEq)]
pub struct Work {
    /// Configuration, perhaps with problems.
    pub config: Rc<Value>,
    /// Ready-made shop that it began with, or an empty one, in the same languages.
    pub ready: Rc<Value>,
    /// Tags of the languages that visitors read, the main one first.
    pub languages: Rc<Vec<String>>,
    /// Looks on the shop's page.
    pub looks: Rc<Looks>,
}
