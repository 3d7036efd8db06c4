//! Plan: payment in stages, so that less is worked and not yet paid.

use crate::appraise::scenario::Scenario;
use crate::model::{Budget, Pay};

/// Returns the scenario paid in this many stages, if that is an improvement.
fn staged<'a>(repaired: &Scenario<'a>, stages: u32) -> Option<Scenario<'a>> {
    let is_fewer = match repaired.pay {
        Some(Pay::Stages(already)) => already >= stages,
        _ => false,
    };
    let is_by_job = matches!(
        repaired.deal,
        Some(Budget::Fixed(_) | Budget::Hourly { .. })
    );
    (is_by_job && !is_fewer).then(|| {
        let mut staged = *repaired;
        staged.pay = Some(Pay::Stages(stages));
        staged
    })
}

/// Returns the fewest stages that suffice if the repairs alone do not, if any.
pub(super) fn stages(repaired: &Scenario) -> Option<Pay> {
    let enough = |stages: &u32| staged(repaired, *stages).is_some_and(|staged| staged.suffices());
    Pay::STAGES.into_iter().find(enough).map(Pay::Stages)
}

/// Returns `true` if the most stages suffice.
pub(super) fn suffices(repaired: &Scenario) -> bool {
    let [.., most] = Pay::STAGES;
    repaired.risk().0 > 0.0 && staged(repaired, most).is_some_and(|staged| staged.suffices())
}
