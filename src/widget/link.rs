//! Link that opens a brief.

use crate::draft::{DeadlineKind, Draft};
use crate::engine::{Brief, Deadline};
use crate::share;
use crate::widget::case::Case;
use crate::widget::host::Host;

/// Returns the address that opens a brief, which may be that of an offer. None if it would be too long.
pub fn address(case: &Case, draft: &Draft, host: &dyn Host, brief: &Brief) -> Option<String> {
    let link = share::link(brief, date(case, draft, brief), &case.terms)?;
    Some(host.link_address(&link))
}

/// Returns the date in the draft, if there is one and a brief still has its deadline.
pub fn date<'a>(case: &Case, draft: &'a Draft, brief: &Brief) -> Option<&'a str> {
    let deadline = &draft.deadline;
    let is_asked = deadline.kind == Some(DeadlineKind::Date)
        && matches!(brief.deadline, Some(Deadline::Weeks { .. }))
        && brief.deadline == case.brief.deadline;
    is_asked.then_some(deadline.date.as_str())
}
