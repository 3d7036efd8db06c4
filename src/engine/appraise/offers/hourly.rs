//! Work by the hour: an offer for jobs that are not written down, not looked at or of unknown size.

use super::shapes::Shapes;
use crate::appraise::scenario::Scenario;
use crate::model::{Budget, Quantiles};

/// Returns the repaired scenario by the hour. `None` unless a fixed price fails even repaired, or
/// the size of the job is uncertain.
pub(super) fn offered<'a>(
    asked: &Scenario,
    repaired: &Scenario<'a>,
    shapes: &Shapes,
) -> Option<Scenario<'a>> {
    let is_fixed = matches!(repaired.budget(), Some(Budget::Fixed(_)));
    let is_open = !matches!(
        asked.deal,
        Some(Budget::Hourly { .. } | Budget::Gift { .. })
    );
    let is_vague = shapes.is_unwritten || asked.is_unseen() || shapes.has_unknown_size();
    let is_answer = is_open && is_vague || is_fixed && !repaired.suffices();
    (is_answer && !repaired.is_dear_to_get()).then(|| repaired.with_deal(Some(Budget::HOURLY)))
}

/// Returns the price of an hour, as quoted to the client.
pub(super) fn rate(by_the_hour: &Scenario) -> f64 {
    by_the_hour.job().quoted(by_the_hour.terms.rate)
}

/// Returns the payment by the client, at the price of an hour as quoted to the client.
pub(super) fn pays(by_the_hour: &Scenario) -> Quantiles {
    let (job, rate) = (by_the_hour.job(), rate(by_the_hour));
    let pays = |p| rate * job.effort_quantile(p);
    Quantiles {
        p50: pays(0.5),
        p80: pays(0.8),
        p90: pays(0.9),
    }
}

/// Returns `true` if the median payment is within reach of the budget; `false` without a budget.
pub(super) fn in_reach(repaired: &Scenario, by_the_hour: &Scenario) -> bool {
    let terms = repaired.terms;
    let budget = repaired.budget().filter(|_| !repaired.is_share());
    budget
        .and_then(|budget| most_over(budget, terms.care_months))
        .is_some_and(|most| pays(by_the_hour).p50 <= terms.stretch.money * most)
}

/// Returns the most a budget comes to over this many months, or `None` without a limit.
pub(super) fn most_over(budget: Budget, months: f64) -> Option<f64> {
    let most = budget.most()?;
    budget.with_amount(most).over(months)
}
