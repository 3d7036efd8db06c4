//! Props of the panel with an enquiry and of its folds.

use crate::config::Config;
use crate::desk::cards::{AppraisedBrief, Card, DeskAction};
use crate::i18n::Speech;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// Props of the panel with an enquiry and of its folds.
#[derive(Properties, Clone, PartialEq)]
pub struct BriefPanelProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// The configuration as JSON text.
    pub text: AttrValue,
    /// Today, in days from 1 January 1970.
    pub today: i64,
    /// Brief at its index; `None` for one that is not on the desk yet.
    pub card: Option<(usize, Card)>,
    /// Its appraisal.
    pub appraised: Option<AppraisedBrief>,
    /// Number of times that the panel was opened, and that its calculator was given another brief.
    pub opened: (usize, usize),
    /// Called to change the desk.
    pub on_action: Callback<DeskAction>,
    /// Called with the calculator's brief to add it to the desk.
    pub on_put: Callback<Value>,
}
