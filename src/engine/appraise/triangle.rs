//! The triangle: money, time and scope relative to the need.

use crate::appraise::scenario::{self, Item, Scenario};
use crate::math::smallest;
use crate::model::{Brief, Budget, Deadline, Needed, Triangle};

/// Returns budget, time and scope relative to the need at the confidence: 1 or more is enough.
pub(crate) fn triangle(
    brief: &Brief,
    scenario: &Scenario,
    items: &[Item],
    needed: Option<Needed>,
) -> Triangle {
    let share = |given: Option<f64>, needed: Option<f64>| match (given, needed) {
        (Some(given), Some(needed)) if needed > 0.0 => Some(given / needed),
        _ => None,
    };
    let money = scenario.budget().and_then(|budget| match budget {
        Budget::Gift { hours, .. } => hours,
        _ => budget.amount(),
    });
    let weeks = scenario.deadline.map(Deadline::weeks);
    Triangle {
        money: share(money, needed.and_then(|needed| needed.money)),
        time: share(weeks, needed.and_then(|needed| needed.weeks)),
        scope: scope(brief, scenario, items),
    }
}

/// Returns the largest share of the wishes' hours that reaches the confidence, with overhead and
/// care unchanged, or 0 if none does. `None` without wishes, or with neither budget nor deadline.
fn scope(brief: &Brief, scenario: &Scenario, items: &[Item]) -> Option<f64> {
    let odds = |share: f64| {
        let mut shared = items.to_vec();
        for item in &mut shared {
            item.each = item.each.times(share);
        }
        let load = scenario::load(scenario.terms, &brief.promises, &shared);
        scenario.with_load(load).job().both()
    };
    if items.is_empty() {
        return None;
    }
    if odds(1.0)? >= scenario.confidence {
        return Some(1.0);
    }
    if odds(0.0)? < scenario.confidence {
        return Some(0.0);
    }
    // Odds fall as the share grows, so the search is for the least inverse.
    let inverse = smallest(scenario.confidence, 1.5, &|inverse| {
        odds(1.0 / inverse).unwrap_or(0.0)
    });
    Some(inverse.map_or(0.0, |inverse| 1.0 / inverse))
}
