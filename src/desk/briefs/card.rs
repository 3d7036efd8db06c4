//! A brief on the desk, and its appraisal under the shop's terms.

use crate::config::{Config, read_brief};
use crate::desk::browser;
use crate::engine::{Appraisal, Brief, appraise};
use crate::i18n::Speech;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::rc::Rc;
use yew::Properties;

/// A brief on the desk, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Name; empty until the brief is on the desk, if it has none.
    pub name: String,
    /// Day on which it came, as in 2026-03-31.
    pub day: String,
    /// Brief, as JSON.
    pub brief: Value,
    /// True if it is in the archive.
    #[serde(default)]
    pub archived: bool,
    /// True if its verdict is in the log.
    #[serde(default)]
    pub noted: bool,
}

impl Card {
    /// A brief that comes today.
    pub fn new(name: String, brief: Value) -> Card {
        Card {
            name,
            day: browser::today(),
            brief,
            archived: false,
            noted: false,
        }
    }

    /// Appraises the brief. Returns `None` if it has names that the terms do not have.
    pub fn appraised(&self, index: usize, config: &Config) -> Option<AppraisedBrief> {
        let brief = read_brief(&self.brief.to_string(), &config.terms).ok()?;
        let appraisal = appraise(&brief, &config.terms).ok()?;
        Some(AppraisedBrief {
            index,
            name: self.name.clone(),
            brief: Rc::new(brief),
            appraisal: Rc::new(appraisal),
        })
    }
}

/// A brief on the desk with its appraisal.
#[derive(Clone, PartialEq)]
pub struct AppraisedBrief {
    /// Index in the list.
    pub index: usize,
    /// Name.
    pub name: String,
    /// Brief.
    pub brief: Rc<Brief>,
    /// Appraisal.
    pub appraisal: Rc<Appraisal>,
}

/// Props of a component about several briefs.
#[derive(Properties, Clone, PartialEq)]
pub struct AppraisedProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// Briefs with their appraisals.
    pub briefs: Vec<AppraisedBrief>,
}
