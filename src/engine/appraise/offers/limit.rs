//! Limit: as many free hours of care a month as the money carries; further ones are billed.

use super::repair;
use crate::appraise::scenario::Scenario;
use crate::model::{CareKind, CareOwner, PerCareKind};

/// Step of the hours a month that are offered.
const STEP: f64 = 0.5;

/// Least hours a month that are worth offering. Assumption.
const LEAST: f64 = 1.0;

/// Returns the scenario repaired except for its care, of which this share is left.
fn limited<'a>(asked: &Scenario<'a>, share: f64) -> Scenario<'a> {
    let mut limited = repair::repaired(asked);
    for kind in asked.unpaid_kinds() {
        limited.owners[kind] = Some(CareOwner::UsUnpaid);
        limited.care[kind] *= share;
    }
    limited
}

/// Returns the unpaid hours a month, before weighting by response time.
fn unpaid_hours(asked: &Scenario, said: &PerCareKind<f64>) -> f64 {
    let kinds = asked.unpaid_kinds();
    kinds.iter().map(|kind| said[*kind]).sum()
}

/// Returns `true` if the money carries some of the hours a month, but not all.
pub(super) fn suffices(asked: &Scenario) -> bool {
    let hours = unpaid_hours(asked, &asked.care_said);
    hours > LEAST && limited(asked, LEAST / hours).suffices() && !limited(asked, 1.0).suffices()
}

/// Returns the hours a month of each unpaid kind of care that the money carries, in proportion.
/// `None` if it carries none, or all.
pub(super) fn hours(asked: &Scenario) -> Option<Vec<(CareKind, f64)>> {
    if !suffices(asked) {
        return None;
    }
    let all = unpaid_hours(asked, &asked.care_said);
    let carries = |steps: u32| limited(asked, f64::from(steps) * STEP / all).suffices();
    // Bracket of steps: enough, and too many.
    let (mut enough, mut too_many) = ((LEAST / STEP) as u32, (all / STEP).ceil() as u32);
    while too_many - enough > 1 {
        let middle = enough + (too_many - enough) / 2;
        if carries(middle) {
            enough = middle
        } else {
            too_many = middle
        }
    }
    let share = f64::from(enough) * STEP / all;
    let kinds = asked.unpaid_kinds().into_iter();
    Some(
        kinds
            .map(|kind| (kind, asked.care_said[kind] * share))
            .collect(),
    )
}
