//! A retainer: one monthly fee that carries the work and its care together.

use super::{needed, repair};
use crate::appraise::scenario::Scenario;
use crate::model::Budget;

/// A monthly fee, of whatever amount.
pub(crate) const FEE: Budget = Budget::Monthly(crate::model::Amount::Exact(0.0));

/// The scenario whose care a fee would carry: repaired but for its care. None where a retainer is no
/// answer: it is one where a fixed price fails and lifting the unpaid care alone would at least
/// halve what is missing to the confidence.
fn carried<'a>(asked: &Scenario<'a>) -> Option<Scenario<'a>> {
    let Some(Budget::Fixed(_)) = asked.budget else {
        return None;
    };
    let now = asked.job().both()?;
    let lifted = asked.care_paid().job().both()?;
    let missing = asked.confidence - now;
    let helps =
        missing > 0.0 && asked.unpaid_care() > 0.0 && asked.confidence - lifted <= missing / 2.0;
    let mut carried = repair::repaired(asked);
    carried.owners = asked.owners;
    carried.budget = Some(FEE);
    helps.then_some(carried)
}

/// The monthly fee in the terms' currency, before rounding.
pub(crate) fn fee(asked: &Scenario) -> Option<f64> {
    needed::price(&carried(asked)?)?.amount
}

/// Whether the fees of the care months together are within reach of the fixed price.
pub(crate) fn in_reach(asked: &Scenario) -> bool {
    let (Some(scenario), Some(Budget::Fixed(crate::model::Amount::Exact(amount)))) =
        (carried(asked), asked.budget)
    else {
        return false;
    };
    let most = Budget::monthly(asked.terms.stretch.money * amount / asked.terms.care_months);
    scenario.job().paid(Some(most)).reaches(scenario.confidence)
}
