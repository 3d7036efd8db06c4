//! Flags: conditions that warn and have no number.

use crate::appraise::scenario::Scenario;
use crate::appraise::stops;
use crate::model::{Brief, Budget, CareKind, CareOwner, Flag, Terms};

/// Weeks in a month: 365.25 days over 12 months over 7 days.
const WEEKS_PER_MONTH: f64 = 365.25 / 12.0 / 7.0;

/// Returns the conditions that warn: those in the answers, stops among them, and those that follow
/// from figures.
pub(crate) fn flags(
    brief: &Brief,
    terms: &Terms,
    scenario: &Scenario,
    weeks_p80: f64,
) -> Vec<Flag> {
    let underpriced = CareKind::ALL.into_iter().any(|kind| {
        scenario.owners[kind] == Some(CareOwner::UsPaid)
            && terms.care[kind].offered
            && terms.care[kind]
                .price_per_month
                .is_some_and(|price| price < terms.floor_rate * scenario.care[kind])
    });
    let unpaid_so_far = brief
        .so_far
        .is_some_and(|so_far| terms.floor_rate * so_far.hours > so_far.paid * terms.net_factor());
    let mut flags = stops::warnings(brief, scenario);
    for (is_there, flag) in [
        (scenario.is_unseen(), Flag::Unseen),
        (
            matches!(brief.budget, Some(Budget::Hourly { cap: None, .. })),
            Flag::NoCap,
        ),
        (unpaid_so_far, Flag::UnpaidSoFar),
        (underpriced, Flag::CareUnderpriced),
        (
            weeks_p80 > scenario.months() * WEEKS_PER_MONTH,
            Flag::LongerThanCareMonths,
        ),
    ] {
        if is_there {
            flags.push(flag);
        }
    }
    flags
}
