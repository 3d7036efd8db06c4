//! Flags: conditions that warn and have no number.

use crate::appraise::scenario::Scenario;
use crate::appraise::stops::{is_said, liftable};
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
    let mut flags = warnings(brief, scenario);
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

/// Returns the flags of the brief that terms may list as stops.
fn warnings(brief: &Brief, scenario: &Scenario) -> Vec<Flag> {
    let mut flags = Vec::new();
    for flag in Flag::STOPPABLE {
        let is_there = match flag {
            Flag::NoDeposit => scenario.is_paid_late(),
            Flag::OnCall => scenario.is_on_call(),
            _ => is_said(flag, brief),
        };
        if is_there {
            flags.push(flag);
        }
    }
    flags
}

/// Returns the stops of the brief.
pub(crate) fn stops(brief: &Brief, scenario: &Scenario) -> Vec<Flag> {
    let mut flags = warnings(brief, scenario);
    flags.retain(|flag| liftable(*flag, scenario.terms).is_some());
    flags
}
