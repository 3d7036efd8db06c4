//! Retainer: one monthly fee that carries the work and its care together.

use super::{hourly, repair};
use crate::appraise::scenario::Scenario;
use crate::appraise::solver;
use crate::model::{Amount, Budget};

/// Monthly fee, with a placeholder amount.
pub(crate) const FEE: Budget = Budget::Monthly(Amount::Exact(0.0));

/// Returns the scenario repaired except for its care, which the fee carries.
pub(super) fn carried<'a>(asked: &Scenario<'a>) -> Scenario<'a> {
    let mut carried = repair::repaired(asked);
    carried.owners = asked.owners;
    carried.deal = Some(FEE);
    carried
}

/// Like [`carried`], but `None` if a retainer is no answer. It is one if a fixed price fails and
/// lifting the unpaid care alone would at least halve the gap to the confidence.
fn answer<'a>(asked: &Scenario<'a>) -> Option<Scenario<'a>> {
    let Some(Budget::Fixed(_)) = asked.budget().filter(|_| !asked.is_share()) else {
        return None;
    };
    let now = asked.job().both()?;
    let lifted = asked.care_paid().job().both()?;
    let missing = asked.confidence - now;
    let helps =
        missing > 0.0 && asked.unpaid_care() > 0.0 && asked.confidence - lifted <= missing / 2.0;
    helps.then(|| carried(asked))
}

/// Returns the monthly fee in the terms' currency, before rounding.
pub(crate) fn fee(asked: &Scenario) -> Option<f64> {
    solver::price(&answer(asked)?)?.amount
}

/// Returns `true` if the fees of all care months are within reach of the fixed price.
pub(crate) fn in_reach(asked: &Scenario) -> bool {
    let months = asked.terms.care_months;
    let most = asked
        .budget()
        .and_then(|budget| hourly::most_over(budget, months));
    let (Some(most), Some(scenario)) = (most, answer(asked)) else {
        return false;
    };
    let fee = Budget::monthly(asked.terms.stretch.money * most / months);
    scenario.with_deal(Some(fee)).suffices()
}
