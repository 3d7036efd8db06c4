//! The offer of a letter from the shop.

use crate::engine::{Appraisal, Offer, Terms, Verdict};

/// Returns the offer that a letter from the shop makes, and that its link leads to. `None` if the
/// answer is yes, waits for an answer, or has reasons that stay with the shop.
pub fn proposal(terms: &Terms, appraisal: &Appraisal) -> Option<Offer> {
    let offer = match appraisal.verdict {
        Verdict::Take | Verdict::Ask => None,
        _ if has_own_grounds(appraisal) => None,
        Verdict::Reshape | Verdict::Refer | Verdict::Decline => appraisal.offers.first().cloned(),
    }?;
    Some(offer.at_published_rate(terms))
}

/// Returns `true` if the answer is no for a reason that only the shop knows, which no letter gives.
pub(super) fn has_own_grounds(appraisal: &Appraisal) -> bool {
    appraisal.stops.iter().any(|stop| stop.is_internal())
}
