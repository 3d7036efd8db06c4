//! Draft with the content of a message.

use crate::calendar;
use crate::draft::{Draft, DraftDeadline};
use crate::reader::{Findings, FoundValue};
use crate::widget::localized::draft_of;
use crate::widget::setup::Setup;

/// Returns the draft with only the content of a message.
pub fn said(read: &Findings, setup: &Setup) -> Draft {
    let mut draft = draft_of(&read.brief(&setup.terms), &setup.speech);
    for found in &read.found {
        // A date is absolute, whenever the brief is opened.
        if let FoundValue::Deadline { day: Some(day), .. } = found.value {
            draft.deadline = DraftDeadline::date(calendar::to_iso(day));
        }
    }
    draft
}
