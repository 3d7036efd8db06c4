//! Trial of an offer: the draft with its changes, and the brief that is sent meanwhile.

use crate::calendar;
use crate::draft::{Draft, DraftDeadline};
use crate::engine::{Appraisal, Deadline};
use crate::i18n::Speech;
use crate::shared::Shared;
use crate::widget::case::Case;
use crate::widget::localized::draft_of;
use crate::widget::state::Tried;

/// Returns the draft of an offer that is tried. Fields that the offer does not change stay as
/// typed, and a date stays a date.
pub fn tried_on(tried: &Tried, speech: &Speech, today: i64) -> Draft {
    let (asked, brief) = (&tried.asked, &tried.offer.brief);
    let mut draft = draft_of(brief, speech);
    if brief.budget == asked.budget {
        draft.budget = tried.before.budget.clone();
    }
    let weeks = brief.deadline.map(Deadline::weeks);
    if brief.deadline == asked.deadline {
        draft.deadline = tried.before.deadline.clone();
    } else if let Some(weeks) = weeks.filter(|weeks| weeks.is_finite() && tried.date.is_some()) {
        let day = today + calendar::days_in_weeks(weeks);
        draft.deadline = DraftDeadline::date(calendar::to_iso(day));
    }
    draft
}

/// Returns the visitor's own case while an offer is tried: their request is sent, with the offer as
/// the first of those that they could accept.
pub fn own(tried: &Tried, case: &Case) -> Case {
    let mut appraisal = Appraisal::clone(&tried.appraisal);
    appraisal
        .offers
        .retain(|offer| offer.kind != tried.offer.kind);
    appraisal.offers.insert(0, tried.offer.clone());
    Case {
        brief: tried.asked.clone(),
        appraisal: Shared::new(appraisal),
        date: tried.date.clone(),
        ..case.clone()
    }
}
