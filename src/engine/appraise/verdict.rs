//! The verdict: the first rule that applies.

use crate::appraise::offers::{Shapes, Ways};
use crate::appraise::scenario::Scenario;
use crate::model::{Budget, Verdict};

/// What the rules give on the tests that were said, without asking. None without a wish, or with
/// neither a budget nor a deadline.
///
/// 1. A stop of the terms → decline.
/// 2. No promise broken and the odds reach the confidence → take.
/// 3. Care that is neither paid nor sold outweighs the work, a partner serves a must, and the budget
///    is no monthly fee → refer.
/// 4. An offer is within reach → reshape.
/// 5. A partner serves half of the musts → refer.
/// 6. Decline.
///
/// Asking first is the caller's: see [`appraise`](crate::appraise()).
///
/// `both` are the odds of the scenario.
pub(crate) fn leaning(scenario: &Scenario, shapes: &Shapes, both: Option<f64>) -> Option<Verdict> {
    if scenario.stopped {
        return Some(Verdict::Decline);
    }
    let both = both.filter(|_| !shapes.is_empty)?;
    let verdict = if !scenario.broken && both >= scenario.confidence {
        Verdict::Take
    } else if shapes.partner_serves_a_must
        && !matches!(scenario.budget, Some(Budget::Monthly(_)))
        && unsold_care(scenario) > scenario.job().effort_quantile(0.5)
    {
        Verdict::Refer
    } else if Ways::new(*scenario, shapes).any_within_reach() {
        Verdict::Reshape
    } else if shapes.partner_serves_half_of_the_musts {
        Verdict::Refer
    } else {
        Verdict::Decline
    };
    Some(verdict)
}

/// The hours of unpaid care that the shop does not sell.
fn unsold_care(scenario: &Scenario) -> f64 {
    let mut hours = 0.0;
    for kind in scenario.unpaid_kinds() {
        if !scenario.terms.care[kind].offered {
            hours += scenario.care_hours(kind);
        }
    }
    hours
}
