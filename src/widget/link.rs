//! Link that opens a brief.

use crate::draft::{DeadlineKind, Draft, days};
use crate::engine::{Brief, Deadline};
use crate::share;
use crate::widget::case::Case;
use crate::widget::host::Host;

/// Returns the address that opens a brief for a client, which may be that of an offer. `None` if it
/// would be too long.
pub fn address(case: &Case, host: &dyn Host, brief: &Brief) -> Option<String> {
    let link = share::client_link(brief, date(case, brief), &case.terms)?;
    Some(host.link_address(&link))
}

/// Returns the date asked for, if the brief still has its deadline.
fn date<'a>(case: &'a Case, brief: &Brief) -> Option<&'a str> {
    let is_asked = matches!(brief.deadline, Some(Deadline::Weeks { .. }))
        && brief.deadline == case.brief.deadline;
    case.date.as_deref().filter(|_| is_asked)
}

/// Returns that date as people say it.
pub fn spoken_date(case: &Case, brief: &Brief) -> Option<String> {
    let day = days(date(case, brief)?)?;
    Some(case.speech.date(day, false))
}

/// Returns the answer about the date in the visitor's words: the day, or the typed text that means
/// none, such as "asap". `None` for a number of weeks.
pub fn answered_date(case: &Case, draft: &Draft, brief: &Brief) -> Option<String> {
    let is_open = brief.deadline == Some(Deadline::Open);
    let typed = &draft.deadline;
    let is_typed = is_open && typed.kind == Some(DeadlineKind::Text);
    let text = typed.text.trim();
    let text = (is_typed && !text.is_empty()).then(|| text.to_owned());
    text.or_else(|| spoken_date(case, brief))
}
