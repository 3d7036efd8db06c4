//! Properties of the reply, which are known before its code is loaded.

use crate::config::{Edited, Signed};
use crate::engine::Topic;
use crate::shared::Shared;
use crate::widget::answer::editing::Editing;
use crate::widget::case::Case;
use crate::widget::host::Host;
use std::rc::Rc;
use yew::prelude::*;

/// Reply to one brief, or about it.
#[derive(Properties, Clone, PartialEq)]
pub struct ReplyProps {
    /// Brief and its appraisal.
    pub case: Case,
    /// Draft behind the brief.
    pub editing: Editing,
    /// `true` if the letter is open.
    pub open: bool,
    /// Times that it was asked for: at each it comes into sight.
    pub asked: u32,
    /// Called to open it.
    pub on_open: Callback<()>,
    /// Letter, if the visitor changed it.
    pub edited: Option<Shared<Edited>>,
    /// Called with the letter as it was changed, or with none to have it written anew.
    pub on_letter: Callback<Option<Edited>>,
    /// What the visitor said below the letter, and of the ways to a yes.
    pub signed: Rc<Signed>,
    /// Called with that as it was changed.
    pub on_sign: Callback<Signed>,
    /// Questions that a message of the client leaves open.
    pub open_questions: Rc<Vec<(Topic, String)>>,
    /// Page around the calculator.
    pub host: Shared<dyn Host>,
}
