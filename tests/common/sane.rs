//! Properties of every appraisal.

use takeon::engine::{Appraisal, Brief, Odds, OfferKind, Quantiles, Reason, Verdict};

/// Accuracy of odds.
pub const NOISE: f64 = 1e-6;

/// Fails unless every figure is finite, every chance is one and quantiles rise.
pub fn assert_figures(appraisal: &Appraisal) {
    let debug = format!("{appraisal:?}");
    for bad in ["NaN", ": inf", "(inf", "-inf", " -0.0,", " -0.0 "] {
        assert!(!debug.contains(bad), "{bad} in {debug}");
    }
    assert!(are_odds(appraisal.odds), "{:?}", appraisal.odds);
    for values in [appraisal.hours, appraisal.weeks, appraisal.price] {
        assert!(rises(values), "{values:?}");
    }
    if let Some(earns) = appraisal.earns_per_hour {
        let values = Quantiles {
            p50: earns.p10,
            p80: earns.p50,
            p90: earns.p90,
        };
        // Third-party charges may exceed the revenue.
        assert!(is_sorted(values), "{earns:?}");
    }
    for question in &appraisal.questions {
        assert!(
            is_share(question.flips) && is_share(question.swing),
            "{question:?}"
        );
    }
    assert!(
        appraisal.triangle.scope.is_none_or(is_share),
        "{:?}",
        appraisal.triangle
    );
}

/// Fails unless the offers are few and different, those within reach come first, a look comes
/// apart, and each one, appraised again, is the yes that it claims.
pub fn assert_offers(asked: &Brief, appraisal: &Appraisal, again: impl Fn(&Brief) -> Appraisal) {
    let offers = &appraisal.offers;
    // A look comes first if something is unseen, and does not improve the odds.
    let others = offers
        .iter()
        .filter(|offer| offer.kind != OfferKind::Discovery);
    assert!(
        offers.len() <= 5 && others.is_sorted_by_key(|offer| !offer.within),
        "{offers:?}"
    );
    for (index, offer) in offers.iter().enumerate() {
        let same = offers[..index]
            .iter()
            .any(|other| other.brief == offer.brief);
        assert!(!same && offer.brief != *asked, "{offer:?}");
        let again = again(&offer.brief);
        assert!(
            again
                .odds
                .both
                .is_some_and(|both| both >= appraisal.confidence),
            "{offer:?}"
        );
        assert!(
            again.promises.broken.is_empty() && again.stops.is_empty(),
            "{offer:?}"
        );
        assert_eq!(
            (again.confidence, again.odds),
            (appraisal.confidence, offer.odds)
        );
        // A study is not a job that could be too small.
        let too_small = |reason: &Reason| matches!(reason, Reason::Smallest { .. });
        let is_small_look =
            offer.kind == OfferKind::Discovery && again.reasons.iter().any(too_small);
        assert!(
            again.leaning == Some(Verdict::Take) || is_small_look,
            "{offer:?}"
        );
    }
}

fn is_share(share: f64) -> bool {
    (0.0..=1.0).contains(&share)
}

fn rises(values: Quantiles) -> bool {
    0.0 <= values.p50 && is_sorted(values)
}

fn is_sorted(values: Quantiles) -> bool {
    values.p50 <= values.p80 && values.p80 <= values.p90
}

fn are_odds(odds: Odds) -> bool {
    let both = odds.both.unwrap_or(0.0) - NOISE;
    let alone = |odds: Option<f64>| odds.is_none_or(|odds| odds >= both);
    let all = [odds.time, odds.money, odds.both];
    all.into_iter().flatten().all(is_share) && alone(odds.time) && alone(odds.money)
}
