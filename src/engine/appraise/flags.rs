//! Flags: conditions that warn and have no number.

use crate::appraise::scenario::{self, Scenario};
use crate::model::{Brief, CareKind, CareOwner, Flag, Terms};

/// The weeks in a month: 365.25 days over 12 months over 7 days.
const WEEKS_PER_MONTH: f64 = 365.25 / 12.0 / 7.0;

/// Conditions that warn: those that were said, and those that come from figures.
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
    let mut flags = scenario::said_flags(brief, terms, false);
    if underpriced {
        flags.push(Flag::CareUnderpriced);
    }
    if weeks_p80 > terms.care_months * WEEKS_PER_MONTH {
        flags.push(Flag::LongerThanCareMonths);
    }
    flags
}
