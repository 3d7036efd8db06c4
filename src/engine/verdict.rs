//! The verdict: the first rule that applies.

use super::offers::{Shapes, Ways};
use super::scene::Scene;
use super::{Budget, Verdict};

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
/// Whether to ask first is the caller's: see [`appraise`](super::appraise).
///
/// `both` are the odds of the scene.
pub(crate) fn leaning(scene: &Scene, shapes: &Shapes, both: Option<f64>) -> Option<Verdict> {
    if scene.stopped {
        return Some(Verdict::Decline);
    }
    let both = both.filter(|_| !shapes.is_empty)?;
    let verdict = if !scene.broken && both >= scene.confidence {
        Verdict::Take
    } else if shapes.partner_serves_a_must
        && !matches!(scene.budget, Some(Budget::Monthly(_)))
        && unsold_care(scene) > scene.job().effort_quantile(0.5)
    {
        Verdict::Refer
    } else if Ways::new(*scene, shapes).any_within_reach() {
        Verdict::Reshape
    } else if shapes.partner_serves_half_of_the_musts {
        Verdict::Refer
    } else {
        Verdict::Decline
    };
    Some(verdict)
}

/// The hours of unpaid care that the shop does not sell.
fn unsold_care(scene: &Scene) -> f64 {
    let mut hours = 0.0;
    for kind in scene.unpaid_kinds() {
        if !scene.terms.care[kind].offered {
            hours += scene.care_hours(kind);
        }
    }
    hours
}
