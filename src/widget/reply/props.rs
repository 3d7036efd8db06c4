//! Properties of the reply, which are known before its code is loaded.

use crate::config::{EditedLetter, TypedSignature};
use crate::engine::Topic;
use crate::shared::Shared;
use crate::widget::answer::editing::{Editing, Trial};
use crate::widget::case::Case;
use crate::widget::host::Host;
use crate::widget::state::{Change, Merge};
use std::rc::Rc;
use yew::prelude::*;

/// Reply to one brief, or about it.
#[derive(Properties, Clone, PartialEq)]
pub struct ReplyProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub editing: Editing,
    /// Offer that is tried on, which is not part of the brief.
    pub trial: Trial,
    /// `true` if the letter is open.
    pub open: bool,
    /// Number of times that it was asked for: each scrolls it into view.
    pub asked: u32,
    /// Called to open it.
    pub on_open: Callback<()>,
    /// Letter, if the visitor edited it.
    pub edited: Option<Shared<EditedLetter>>,
    /// Called with the edited letter, or with none to have it generated again.
    pub on_letter: Callback<Option<EditedLetter>>,
    /// The visitor's signature, and the offers they could accept.
    pub signed: Rc<TypedSignature>,
    /// Called with a change of the signature, and the way it gets into an edited letter.
    pub on_sign: Callback<(Change<TypedSignature>, Merge)>,
    /// Questions left open by a message of the client.
    pub open_questions: Rc<Vec<(Topic, String)>>,
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
}
